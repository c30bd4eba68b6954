import { MODALITIES, REMARK_KINDS } from "#engines/reading";
import { filled, key } from "#platform/pack";
import { RELEASE_STATES } from "#platform/release";
import { z } from "zod";
import { CLAUSE_CHANGES } from "../notice-changes.ts";
import { draftContent } from "./draft-content.ts";

/** What the desk's screens and the server say to each other about drafts: one source for both. */
const localText = z.object({ zh: z.string(), en: z.string() });
const range = z.tuple([z.number(), z.number()]);
const iso = z.string();

/** Says in words what is missing, as `json-route` reads it. */
const reason = (zh: string, en: string) => z.string().trim().min(1, `没有写${zh}的原因|The reason is missing in ${en}|写上为什么撤回|Write why the notice is withdrawn`).max(400);

/** Names this command; sent again it is not carried out again. */
export const commandKey = z.string().min(8).max(100);

/** Names of the people who made and changed drafts, by id. */
const names = z.record(z.string(), z.string());

/** A draft in a list. */
export const draftSummary = z.object({
  id: z.string(), noticeKey: z.string(), action: z.enum(["release", "amend", "withdraw"]), baseVersion: z.number().nullable(), state: z.enum(RELEASE_STATES), revision: z.number(),
  title: localText, corrections: z.number(), createdBy: z.string(), createdAt: iso, changedBy: z.string(), changedAt: iso, releasedVersion: z.number().nullable(),
  /** Sent back by a releaser, and not changed since. */
  sentBack: z.boolean(),
});
/** A draft in a list. */
export type DraftSummaryView = z.output<typeof draftSummary>;
/** Drafts of the city, newest change first. */
export const draftList = z.object({ drafts: z.array(draftSummary), names });
/** Drafts of the city, newest change first. */
export type DraftList = z.output<typeof draftList>;

const fault = z.object({ field: z.string(), problem: localText, remedy: localText });

const order = z.object({
  id: z.string(), clause: z.string(), ranges: z.array(range), quote: z.string(), modality: z.enum(MODALITIES), polarity: z.enum(["do", "refrain"]), actors: z.array(z.string()), actorsInferred: z.boolean(),
  approver: z.string().nullable(), condition: z.string().nullable(), exception: z.string().nullable(), deadline: z.string().nullable(),
});

/** A draft as it is opened: what it says, the text, the orders as corrected, and what is still open. */
export const draftView = z.object({
  draft: draftSummary, hasOriginal: z.boolean(), editors: z.array(z.string()), text: z.string(), content: draftContent, orders: z.array(order),
  remarks: z.array(z.object({ name: z.string(), kind: z.enum(REMARK_KINDS), detail: z.string(), range: range.nullable() })),
  faults: z.array(fault), names,
  /** Why it was sent back, the last time first. */
  returns: z.array(z.object({ reason: z.string(), by: z.string(), at: iso })),
});
/** A draft as it is opened. */
export type DraftView = z.output<typeof draftView>;

/** What the desk needs to know of the city and its notices to offer choices. */
export const deskGround = z.object({
  bodies: z.array(z.object({ key: z.string(), name: localText })),
  notices: z.array(z.object({
    key: z.string(), version: z.number(), title: localText, withdrawn: z.boolean(), orders: z.number(),
    /** How good the reading was: edits the officers made to this version. */
    released: z.object({ at: iso, policyAt: iso, drill: z.boolean(), editCount: z.number() }).nullable(),
    clauses: z.array(z.object({ key: z.string(), number: z.string().nullable(), title: localText })),
  })),
});
/** What the desk needs to know to offer choices. */
export type DeskGround = z.output<typeof deskGround>;

/** What was released: number, hash, signature. */
export const releasedView = z.object({ version: z.number(), action: z.enum(["release", "amend", "withdraw"]), sha256: z.string(), keyId: z.string(), signature: z.string(), drill: z.boolean(), releasedAt: iso, editCount: z.number() });

/** The fields of an import's form; the file comes beside them. */
export const importFields = z.object({
  noticeKey: key.max(60), action: z.enum(["release", "amend"]), commandKey, text: z.string().default(""),
});
/** What the draft is to say now; `revision` is the state it was changed from. */
export const saveBody = z.strictObject({ revision: z.int().positive(), content: draftContent });
/** Hands in, takes back or discards; `revision` is the state that was looked at. */
export const moveBody = z.strictObject({ revision: z.int().positive() });
/** Sends a draft back to whoever reviewed it; they read the reason. */
export const sendBackBody = z.strictObject({ revision: z.int().positive(), reason: z.string().trim().min(1, "没有写退回的原因|The reason is missing|写上要改什么|Write what is to be changed").max(1_000) });
/** Releases; sent again under the same key it releases nothing again. */
export const releaseBody = z.strictObject({ revision: z.int().positive(), commandKey, note: z.string().max(500) });
/** Proposes to withdraw a notice; residents read the reason. */
export const withdrawBody = z.strictObject({ noticeKey: key.max(60), commandKey, reason: z.strictObject({ zh: reason("中文", "Chinese"), en: reason("英文", "English") }) });
/** How one version became another, see `noticeChanges`. */
export const changesView = z.object({
  text: z.array(z.object({ kind: z.enum(["same", "added", "removed"]), words: z.string() })),
  clauses: z.array(z.object({ key: z.string(), kind: z.enum(CLAUSE_CHANGES), title: localText, added: z.number(), removed: z.number(), changed: z.number() })),
});
/** Which draft an address means. */
export const draftId = z.object({ id: z.uuid() });
export const noticeKeyParams = z.object({ key: filled().max(60) });
