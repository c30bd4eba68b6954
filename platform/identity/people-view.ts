import { z } from "zod";
import { LOGIN } from "./credentials.ts";
import { ROLES } from "./roles.ts";

/** What the desk's screens and the server say to each other about people: one source for both. */
const localText = z.object({ zh: z.string(), en: z.string() });
const district = z.string().regex(/^[0-9]{6}$/, "不是六位区划代码|This is no six-digit division code|从列表里选|Choose one from the list");
const name = (max: number) => z.string().trim().min(1).max(max);

/** A post somebody holds. */
export const postView = z.object({ id: z.string(), district: z.string(), bodyId: z.string(), bodyName: localText, role: z.enum(ROLES) });
/** Who I am: the answer to GET /api/session. */
export const sessionView = z.object({
  personId: z.string(), name: z.string(), login: z.string(), district: z.string(), csrfToken: z.string(), mustChangePassword: z.boolean(), hasCode: z.boolean(), demo: z.boolean(),
  posts: z.array(postView), grants: z.record(z.string(), z.array(z.string())),
  /** The code of the city itself. */
  city: z.string(),
  /** The districts the grants reach, with their names. */
  districts: z.array(z.object({ code: z.string(), name: localText })),
});
/** Who I am and what my posts permit. */
export type SessionView = z.output<typeof sessionView>;

/** What the sign-in page needs before anybody is signed in. */
export const signInGround = z.object({
  /** The city's own sign-in. `awaitsCode`: it has said who this is, and the one-time code is still to come. */
  openid: z.object({ name: z.string(), host: z.string(), awaitsCode: z.boolean() }).nullable(),
  drill: z.boolean(),
});
/** The one-time code of somebody whom the city's own sign-in has named. */
export const openIdCodeBody = z.strictObject({ code: z.string().max(12) });
/** A try to sign in; the code only where one is set up. */
export const signInBody = z.strictObject({ login: z.string().max(60), password: z.string().max(400), code: z.string().max(12).optional() });
/** A change of one's own password. */
export const passwordBody = z.strictObject({ current: z.string().max(400), next: z.string().max(400) });
/** A secret for an authenticator app, and the address its QR code holds. */
export const codeView = z.object({ uri: z.string(), secret: z.string() });
const proofOfOwn = { password: z.string().max(400), currentCode: z.string().max(12).optional() };
/** A code made from the secret just shown, so the app has it; the password again, and the code of the app used so far. */
export const codeBody = z.strictObject({ code: z.string().max(12), ...proofOfOwn });
/** Does away with one-time codes; the password again, and a last code. */
export const codeRemoval = z.strictObject(proofOfOwn);

/** A person as administrators see them. */
export const personView = z.object({
  id: z.string(), district: z.string(), login: z.string(), name: z.string(), active: z.boolean(), demo: z.boolean(), hasPassword: z.boolean(), hasCode: z.boolean(), lockedUntil: z.string().nullable(), posts: z.array(postView),
  /** Holds a post beyond the administrator's districts: the account is the city's to look after. */
  reachesFurther: z.boolean(),
  external: z.array(z.object({ issuer: z.string(), subject: z.string() })),
});
/** A person as administrators see them. */
export type PersonView = z.output<typeof personView>;
/** A body as screens get it. */
export const bodyView = z.object({ id: z.string(), district: z.string(), name: localText });
/** A body as screens get it. */
export type BodyView = z.output<typeof bodyView>;

/** How many people a page holds. */
export const PEOPLE_PAGE = 50;
/** Which page: the people behind this one, by name; the first when left out. */
export const peopleQuery = z.object({ after: z.uuid().optional() });
/** A page of the people of the administrator's districts, and every body there. */
export const peopleReply = z.object({
  people: z.array(personView), total: z.number(), more: z.boolean(), bodies: z.array(bodyView), districts: z.array(z.object({ code: z.string(), name: localText })),
  /** What the city's own sign-in is called; null when there is none to link accounts of. */
  openid: z.string().nullable(),
});
/** Adds a person with their first post. */
export const newPerson = z.strictObject({
  login: z.string().regex(LOGIN, "登录名不合规则|The login has the wrong shape|用 3 到 40 个小写字母、数字、点或连字符|Use 3 to 40 lower-case letters, digits, dots or hyphens"),
  name: name(60), district, bodyId: z.uuid(), role: z.enum(ROLES),
});
/** Renames, deactivates or activates a person; at least one of them. */
export const personChange = z.strictObject({ name: name(60).optional(), active: z.boolean().optional() })
  .refine(({ name: renamed, active }) => renamed !== undefined || active !== undefined, "没有说要改什么|It does not say what to change|写上 name 或 active|Give name or active");
/** Adds a post; the body may lie in any district of the administrator. */
export const newPost = z.strictObject({ bodyDistrict: district, bodyId: z.uuid(), role: z.enum(ROLES) });
/** Adds a body to a district. */
export const newBody = z.strictObject({ district, name: z.strictObject({ zh: name(100), en: name(200) }) });
/** Links an account of the city's own sign-in: the subject its provider names the person by. Which provider is a setting, not a choice. */
export const externalBody = z.strictObject({ subject: z.string().min(1).max(300) });
/** Unlinks an account, also of a provider the city no longer has. */
export const externalRemoval = z.strictObject({ issuer: z.string().min(1).max(500), subject: z.string().min(1).max(300) });
/** A new password to hand over, to be changed at the first sign-in. */
export const oneTimePassword = z.object({ password: z.string() });
/** A person just added, with the one-time password to hand over. */
export const createdPerson = z.object({ id: z.string(), password: z.string() });
