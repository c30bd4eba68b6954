import { type CaseActor, type CaseEvent, isOpen, makeMove, type MoveOrder, type MoveRefusal, refusalWords } from "#engines/cases";
import type { FieldFault } from "#engines/forms";
import { inTransaction } from "#platform/db/server";
import { faultPoint } from "#platform/fault-points/server";
import type { HeldFile } from "#platform/files/server";
import { allDistricts, appendEvent, type CaseParts, changeCase, type ChangeOutcome, done, keepable, keepFiles, type LoadedCase } from "./case-record.ts";
import { recordsFor } from "./find-matches.ts";
import { isForOthersToo } from "./find-receipt.ts";
import type { CaseAddress } from "./kept-case.ts";
import { answersOf, findCase } from "./store.ts";

/** An officer who acts. */
export type ActingOfficer = Extract<CaseActor, { kind: "officer" }>;
/** What every command names: the case, the key under which it is carried out once, the revision that was looked at. */
export type CommandOn = CaseAddress & { readonly commandKey: string; readonly revision: number };
/** Why a change is not made: refused as a whole, or something in it is wrong. */
export type ChangeRefusal = { readonly kind: "refused"; readonly refusal: MoveRefusal } | { readonly kind: "wrong"; readonly faults: readonly FieldFault[] };
/** What came of a change. */
export type Changed = ChangeOutcome | ChangeRefusal;

const CLOSED: ChangeRefusal = { kind: "refused", refusal: refusalWords("closed") };

/** What is asked for. `mergedFrom`: by the applicant of that case, which was merged into this one. */
export type ApplicantOrder = Omit<MoveOrder, "matches"> & { readonly mergedFrom?: CaseAddress };

/** Makes a move, by an officer or by the applicant whose receipt was seen. Records that bear on it are looked up right before. */
export async function moveCase(parts: CaseParts, on: CommandOn, actor: Exclude<CaseActor, { kind: "clock" }>, { mergedFrom, ...order }: ApplicantOrder): Promise<Changed> {
  const { clock, audit, form, city } = parts;
  const person = personOf(actor);
  const matches = await matchesNow(parts, on, person, order.move);
  return changeCase<ChangeRefusal>(parts, { ...on, person, action: "cases.move", body: { ...order, ...(mergedFrom === undefined ? {} : { mergedFrom }) }, alsoIn: actor.kind === "applicant" ? allDistricts(city) : [] }, async (tx, { kept, type, facts }) => {
    // Handed over, it goes on elsewhere: the machine does not know of places.
    if (!kept.open) return CLOSED;
    const kind = type.moves.find(({ key }) => key === order.move)?.kind ?? null;
    // Whoever was merged may object to what came of it, and leaves the rest to the applicant of the case.
    if (mergedFrom !== undefined && kind !== "contest" && kind !== "appeal") return { kind: "refused", refusal: refusalWords("not-yours") };
    if (actor.kind === "applicant" && kind === "withdraw" && await isForOthersToo(tx, parts, kept)) return { kind: "refused", refusal: refusalWords("not-alone") };
    const made = makeMove(facts, actor, { ...order, matches }, clock.policyNow().toISOString(), form);
    if (made.kind !== "event") return made;
    const move = type.moves.find(({ key }) => key === order.move);
    const event: CaseEvent = made.event.kind === "moved" ? { ...made.event, answers: keepable(move?.form ?? [], made.event.answers), ...(mergedFrom === undefined ? {} : { mergedFrom }) } : made.event;
    const next = await appendEvent(tx, parts, kept, type, event);
    await audit(tx, { district: kept.district, actor: person, action: "cases.move", object: `case:${kept.number}`, details: { move: order.move, from: kept.state, to: next.state } });
    return done(next);
  }, () => { faultPoint("cases.before-commit-move"); });
}

async function matchesNow(parts: CaseParts, { district, number }: CaseAddress, actor: string, move: string): Promise<MoveOrder["matches"]> {
  const { pool, types, matches, clock } = parts;
  const found = await inTransaction(pool, { districts: [district], actor }, async (tx) => {
    const kept = await findCase(tx, { district, number });
    return kept === null ? null : { kept, answers: await answersOf(tx, kept) };
  });
  if (found === null) return null;
  const type = await types.of(found.kept);
  if ((type.moves.find(({ key }) => key === move)?.match ?? null) === null) return null;
  return recordsFor(type, district, found.answers, matches, clock.policyNow());
}

/** Takes a case in hand, gives it to a colleague, or back to all (null). Whoever calls it has seen to it that the person handles cases there. */
export function assignCase(parts: CaseParts, on: CommandOn, by: ActingOfficer, to: string | null): Promise<Changed> {
  return append(parts, on, by, "assign", { to }, (every) => ({ ...every, kind: "assigned", to }));
}

/** Notes something for officers alone, also after the end; not where it went on elsewhere, and not once what was said is erased. */
export function noteCase(parts: CaseParts, on: CommandOn, by: ActingOfficer, text: string): Promise<Changed> {
  return append(parts, on, by, "note", { text }, (every) => ({ ...every, kind: "noted", text }), ({ kept }) => (kept.handedTo === null && kept.erasedAt === null ? null : CLOSED));
}

/** The applicant adds words and files, as long as the case is open. */
export async function supplementCase(parts: CaseParts, on: Omit<CommandOn, "revision">, text: string, sent: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<Changed> {
  const held: HeldFile[] = [];
  for (const { name, bytes } of sent) {
    const outcome = await parts.files.hold({ district: on.district, name, bytes, madeBy: "applicant", removable: true });
    if (outcome.kind === "refused") return { kind: "wrong", faults: [{ field: "files", problem: outcome.refusal.problem, remedy: outcome.refusal.remedy }] };
    held.push(outcome.file);
  }
  const body = { text, files: held.map(({ facts }) => facts.sha256) };
  return append(parts, { ...on, revision: null }, { kind: "applicant" }, "supplement", body, (every) => ({ ...every, kind: "supplemented", text, files: held.map(({ facts }) => facts.id) }),
    (loaded) => (loaded.type.applicantMay.supplement ? closedOr(loaded) : CLOSED), held);
}

/** The applicant asks for it to be hurried; once a day. */
export function nudgeCase(parts: CaseParts, on: Omit<CommandOn, "revision">, dayOf: (at: string) => string): Promise<Changed> {
  return append(parts, { ...on, revision: null }, { kind: "applicant" }, "nudge", {}, (every) => ({ ...every, kind: "nudged" }), (loaded) => {
    const closed = closedOr(loaded);
    if (closed !== null || !loaded.type.applicantMay.nudge || loaded.kept.waiting) return CLOSED;
    const today = dayOf(parts.clock.policyNow().toISOString());
    return loaded.facts.events.some(({ kind, at }) => kind === "nudged" && dayOf(at) === today) ? { kind: "wrong", faults: [NUDGED_TODAY] } : null;
  });
}

/** The applicant says whether it was done well; once, when something came of it. */
export function rateCase(parts: CaseParts, on: Omit<CommandOn, "revision">, satisfied: boolean, text: string | null): Promise<Changed> {
  return append(parts, { ...on, revision: null }, { kind: "applicant" }, "rate", { satisfied, text }, (every) => ({ ...every, kind: "rated", satisfied, text }), (loaded) => (mayRate(loaded) ? null : { kind: "wrong", faults: [RATED] }), [], { satisfied });
}

/** Something came of it, by officers, and it was not rated yet. */
export function mayRate({ kept, type, facts: { events } }: LoadedCase): boolean {
  const tone = type.states.find(({ key }) => key === kept.state)?.tone;
  return kept.satisfied === null && kept.erasedAt === null && kept.handedTo === null && kept.mergedInto === null && (tone === "ok" || tone === "no" || tone === "closed") && events.some(({ kind, actor }) => kind === "moved" && actor.kind === "officer");
}

type Every = { readonly seq: number; readonly at: string; readonly actor: CaseActor };

/** One more event that leaves the case in its state. */
function append(parts: CaseParts, on: Omit<CommandOn, "revision"> & { readonly revision: number | null }, actor: Exclude<CaseActor, { kind: "clock" }>, what: string, body: unknown, event: (every: Every) => CaseEvent, refusal: (loaded: LoadedCase) => ChangeRefusal | null = closedOr, held: readonly HeldFile[] = [], change: { readonly satisfied?: boolean } = {}): Promise<Changed> {
  const [person, action] = [personOf(actor), `cases.${what}`];
  return changeCase<ChangeRefusal>(parts, { ...on, person, action, body }, async (tx, loaded) => {
    const refused = refusal(loaded);
    if (refused !== null) return refused;
    const { kept, type } = loaded;
    const made = event({ seq: kept.revision + 1, at: parts.clock.policyNow().toISOString(), actor });
    const next = await appendEvent(tx, parts, kept, type, made, change);
    await keepFiles(tx, parts.files, kept, made.seq, held);
    await parts.audit(tx, { district: kept.district, actor: person, action, object: `case:${kept.number}`, details: { files: held.length } });
    return done(next);
  });
}

function closedOr({ kept, type }: LoadedCase): ChangeRefusal | null {
  return isOpen(type, kept) && kept.handedTo === null ? null : CLOSED;
}

const personOf = (actor: Exclude<CaseActor, { kind: "clock" }>): string => (actor.kind === "officer" ? actor.person : "applicant");

const NUDGED_TODAY: FieldFault = { field: "nudge", problem: { zh: "今天已经催过一次", en: "It was asked for today already" }, remedy: { zh: "明天可以再催；急事请打热线。", en: "Ask again tomorrow; call the helpline if it is urgent." } };
const RATED: FieldFault = { field: "rate", problem: { zh: "已经评价过，或者还没有办出结果", en: "It was rated already, or nothing has come of it yet" }, remedy: { zh: "有了结果可以评价一次。", en: "Once there is an outcome it can be rated once." } };
