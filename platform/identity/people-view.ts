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
export const signInGround = z.object({ openid: z.object({ name: z.string(), host: z.string() }).nullable(), drill: z.boolean() });
/** A try to sign in; the code only where one is set up. */
export const signInBody = z.strictObject({ login: z.string().max(60), password: z.string().max(400), code: z.string().max(12).optional() });
/** A change of one's own password. */
export const passwordBody = z.strictObject({ current: z.string().max(400), next: z.string().max(400) });
/** A secret for an authenticator app, and the address its QR code holds. */
export const codeView = z.object({ uri: z.string(), secret: z.string() });
/** The secret with a code made from it: proof that the app has it. */
export const codeBody = z.strictObject({ secret: z.string().max(80), code: z.string().max(12) });
/** Does away with one-time codes; the password again. */
export const codeRemoval = z.strictObject({ password: z.string().max(400) });

/** A person as administrators see them. */
export const personView = z.object({
  id: z.string(), district: z.string(), login: z.string(), name: z.string(), active: z.boolean(), demo: z.boolean(), hasPassword: z.boolean(), hasCode: z.boolean(), lockedUntil: z.string().nullable(), posts: z.array(postView),
  external: z.array(z.object({ issuer: z.string(), subject: z.string() })),
});
/** A person as administrators see them. */
export type PersonView = z.output<typeof personView>;
/** A body as screens get it. */
export const bodyView = z.object({ id: z.string(), district: z.string(), name: localText });
/** A body as screens get it. */
export type BodyView = z.output<typeof bodyView>;

/** Everybody and every body in the administrator's districts. */
export const peopleReply = z.object({ people: z.array(personView), bodies: z.array(bodyView), districts: z.array(z.object({ code: z.string(), name: localText })) });
/** Adds a person with their first post. */
export const newPerson = z.strictObject({
  login: z.string().regex(LOGIN, "登录名不合规则|The login has the wrong shape|用 3 到 40 个小写字母、数字、点或连字符|Use 3 to 40 lower-case letters, digits, dots or hyphens"),
  name: name(60), district, bodyId: z.uuid(), role: z.enum(ROLES),
});
/** Renames, deactivates or activates a person. */
export const personChange = z.strictObject({ district, name: name(60).optional(), active: z.boolean().optional() });
/** Adds a post; the body may lie in another district of the administrator. */
export const newPost = z.strictObject({ district, bodyDistrict: district, bodyId: z.uuid(), role: z.enum(ROLES) });
/** Adds a body to a district. */
export const newBody = z.strictObject({ district, name: z.strictObject({ zh: name(100), en: name(200) }) });
/** Links an account of the city's own sign-in. */
export const externalBody = z.strictObject({ district, issuer: z.url().max(500), subject: z.string().min(1).max(300) });
/** Names one district. */
export const ofDistrict = z.strictObject({ district });
/** A new password to hand over, to be changed at the first sign-in. */
export const oneTimePassword = z.object({ password: z.string() });
/** A person just added, with the one-time password to hand over. */
export const createdPerson = z.object({ id: z.string(), password: z.string() });
