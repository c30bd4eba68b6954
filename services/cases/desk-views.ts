import { z } from "zod";
import { NAME_MAX } from "./contact-bound.ts";

/** What the desk asks and is told about cases: JSON under /api/cases. Both sides read these schemas. */

const words = z.object({ zh: z.string(), en: z.string() });
const moment = z.string();
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.object({ latitude: z.number(), longitude: z.number() })]);
/** Answers by field. */
export const answersBody = z.record(z.string(), value);
/** A key of the caller's own making: the same command sent twice is carried out once. */
export const commandKey = z.string().min(8).max(100);
const receipt = z.string().regex(/^\d{4}-\d{5,7}$/);
/** Where a case is found: its district and the number on the receipt. */
export const caseAddress = z.strictObject({ district: z.string().regex(/^\d{6}$/), number: receipt });

/** Why a case stands where it stands in the list, worst first. */
export const BUCKETS = ["overdue", "today", "soon", "later", "waiting"] as const;
/** One of them. */
export type Bucket = (typeof BUCKETS)[number];

/** A case as the worklist shows it: nothing personal. */
export const worklistItem = z.object({
  district: z.string(), number: z.string(), type: z.string(), typeName: words, title: z.string(), state: z.string(), stateName: words,
  tone: z.enum(["under-way", "waiting", "ok", "no", "closed"]),
  bucket: z.enum(BUCKETS), dueAt: moment.nullable(), openedAt: moment, escalated: z.boolean(), nudges: z.number(), assignee: z.string().nullable(), notice: z.string(), clause: z.string(),
  /** The move an officer most likely makes next, for the button of the row. */
  next: words.nullable(),
});
/** A case as the worklist shows it. */
export type WorklistItem = z.infer<typeof worklistItem>;

/** Records of registers that are to be confirmed or seen to, told in the same list; filled by the server's wiring. */
export const chaseItem = z.object({ register: z.string(), registerName: words, /** The mark that is to be seen to; null: they are to be confirmed, or seen to by their day. */ flag: z.object({ key: z.string(), name: words }).nullable().default(null), district: z.string(), count: z.number(), dueAt: moment.nullable(), bucket: z.enum(BUCKETS), notice: z.string(), clause: z.string() });
/** Records that are to be seen to. */
export type ChaseItem = z.infer<typeof chaseItem>;

/** GET /api/cases/worklist. `mine`: only what the caller has in hand. `after`: the cursor `next` of the page before. */
export const worklistQuery = z.object({ bucket: z.enum(BUCKETS).optional(), type: z.string().optional(), district: z.string().optional(), clause: z.string().optional(), mine: z.literal("1").optional(), closed: z.literal("1").optional(), after: z.string().max(200).optional() });
/** A page of the worklist. Each count is exact up to 1,000, which then means that many or more. */
export const worklistView = z.object({
  now: moment,
  counts: z.object({ overdue: z.number(), today: z.number(), soon: z.number(), later: z.number(), waiting: z.number(), doneToday: z.number() }),
  byType: z.record(z.string(), z.number()),
  items: z.array(worklistItem), chases: z.array(chaseItem), next: z.string().nullable(), names: z.record(z.string(), z.string()),
});
/** A page of the worklist. */
export type WorklistView = z.infer<typeof worklistView>;

const field = z.unknown();
/** A type of cases as the desk needs it to draw forms; `form` is a Form of engines/forms. */
export const caseTypeView = z.object({ key: z.string(), name: words, about: words, group: z.enum(["report", "apply", "inner"]), notice: z.string(), clause: z.string(), contact: z.enum(["required", "optional", "none"]), proxy: z.boolean(), form: z.array(field), district: z.string(), before: words.nullable() });
/** GET /api/cases/types. `districts`: those in which the caller may open cases. */
export const caseTypesView = z.object({ types: z.array(caseTypeView), districts: z.array(z.object({ code: z.string(), name: words })), clauses: z.array(z.object({ notice: z.string(), clause: z.string(), title: words, number: z.string().nullable() })) });
/** What may be opened, and where. */
export type CaseTypesView = z.infer<typeof caseTypesView>;

/** POST /api/cases: an officer opens a case, for a caller, a visitor, a letter, or of the office's own. The receipt's secret is told once, to be handed on. */
export const openBody = z.strictObject({
  commandKey, type: z.string(), via: z.enum(["telephone", "counter", "paper", "officer"]), answers: answersBody,
  contact: z.strictObject({ name: z.string().max(NAME_MAX).nullable(), telephone: z.string().max(30).nullable(), forWhom: z.string().max(NAME_MAX).nullable() }),
});
/** The receipt of a case that was opened. */
export const openedView = z.object({ district: z.string(), number: z.string(), secret: z.string() });

/** One line of a case's course. `who`: a name for officers; null for the applicant and the clock (`by` tells which). */
export const timelineItem = z.object({
  seq: z.number(), at: moment, by: z.enum(["applicant", "officer", "clock"]), who: z.string().nullable(), what: words, text: z.string().nullable(), textPublic: z.boolean(),
  answers: z.array(z.object({ name: words, shown: words })), files: z.array(z.object({ id: z.string(), name: z.string(), mediaType: z.string() })),
});

/** A record of the matched register that may bear on the case. */
export const matchedRecord = z.object({ district: z.string(), id: z.string(), number: z.number(), shown: z.array(z.object({ name: words, shown: words })), validToday: z.boolean() });

/** A move the caller may make now, or why not. */
export const offeredMove = z.object({ key: z.string(), name: words, to: words, tone: z.enum(["under-way", "waiting", "ok", "no", "closed"]), reason: z.enum(["required", "optional", "none"]), reasonPublic: z.boolean(), form: z.array(field), match: z.enum(["some", "none"]).nullable(), consequence: words, refusedBecause: words.nullable() });

/** GET /api/cases/{district}/{number}: reading it is an entry of the audit when anything personal is in it. */
export const caseView = z.object({
  district: z.string(), number: z.string(), type: z.string(), typeName: words, title: z.string(), state: z.string(), stateName: words, tone: z.enum(["under-way", "waiting", "ok", "no", "closed"]), final: z.boolean(),
  revision: z.number(), openedAt: moment, via: z.string(), dueAt: moment.nullable(), bucket: z.enum(BUCKETS).nullable(), deadlineSource: words.nullable(), escalated: z.boolean(), nudges: z.number(),
  /** Who has it in hand; null also when that person has left or handles cases there no more. */
  assignee: z.string().nullable(),
  /** Who has to see to it now; their names are in `names`. `city`: nobody is there, so the city appoints somebody. */
  owners: z.object({ kind: z.enum(["people", "applicant", "city", "nobody"]), people: z.array(z.string()) }),
  mergedInto: caseAddress.nullable(), mergedHere: z.array(caseAddress),
  facts: z.array(z.object({ key: z.string(), name: words, shown: words, personal: z.boolean() })),
  files: z.array(z.object({ id: z.string(), name: z.string(), mediaType: z.string() })),
  /** Null when nobody was asked, or the caller may not see it. */
  contact: z.object({ name: z.string().nullable(), telephone: z.string().nullable(), forWhom: z.string().nullable() }).nullable(),
  clause: z.object({ notice: z.string(), clause: z.string(), title: words, number: z.string().nullable(), duties: z.array(z.object({ key: z.string(), quote: z.string() })) }),
  matches: z.array(matchedRecord).nullable(),
  timeline: z.array(timelineItem), moves: z.array(offeredMove),
  /** May the caller: take it in hand or give it to somebody, note, merge, hand it to another district. */
  may: z.object({ assign: z.boolean(), note: z.boolean(), merge: z.boolean(), handOver: z.boolean() }),
  colleagues: z.array(z.object({ id: z.string(), name: z.string() })), districts: z.array(z.object({ code: z.string(), name: words })), names: z.record(z.string(), z.string()),
});
/** A case with everything the caller may see and do. */
export type CaseView = z.infer<typeof caseView>;

/** POST /api/cases/{district}/{number}/moves. `revision`: what the officer saw; somebody else's change in between is told (409), not overwritten. */
export const moveBody = z.strictObject({ commandKey, revision: z.int(), move: z.string(), answers: answersBody.default({}), reason: z.string().max(1_000).nullable(), record: z.strictObject({ district: z.string(), id: z.string(), number: z.int() }).nullable().default(null) });
/** POST …/assign: into hand (`person` the caller), to a colleague, or back to all (null). */
export const assignBody = z.strictObject({ commandKey, revision: z.int(), person: z.string().nullable() });
/** POST …/notes: for officers alone. */
export const noteBody = z.strictObject({ commandKey, revision: z.int(), text: z.string().trim().min(1).max(1_000) });
/** POST …/merge: this case goes on in another of the same type. */
export const mergeBody = z.strictObject({ commandKey, revision: z.int(), into: caseAddress });
/** POST …/hand-over: to another district's officers, with a reason. Gives the new address. */
export const handOverBody = z.strictObject({ commandKey, revision: z.int(), district: z.string().regex(/^\d{6}$/), reason: z.string().trim().min(1).max(1_000) });
/** What a command gives back. */
export const changedView = z.object({ district: z.string(), number: z.string(), revision: z.number() });
