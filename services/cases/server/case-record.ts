import { type CaseCalendar, type CaseEvent, type CaseFacts, type CaseType, standingAfter } from "#engines/cases";
import type { Answers, FormSetting } from "#engines/forms";
import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import type { FileStore, HeldFile } from "#platform/files/server";
import { type Carried, once } from "#platform/release/server";
import type { City } from "#platform/pack";
import type { ClientBase, Pool } from "pg";
import type { FindMatches } from "./find-matches.ts";
import { eventOf, keptEvent, type CaseAddress, type KeptCase, type KeptFile, standingIn, withStanding } from "./kept-case.ts";
import type { KeptTypes } from "./kept-types.ts";
import type { Receipts } from "./receipt.ts";
import { answersOf, eventsOf, filesOf, findCase, insertEvent, insertFile, updateCase } from "./store.ts";

/** What everything that is done to cases needs. */
export type CaseParts = {
  readonly pool: Pool; readonly clock: Clock; readonly audit: AppendAudit; readonly city: Pick<City, "code" | "name" | "districts" | "invented">;
  readonly types: KeptTypes; readonly receipts: Receipts; readonly files: FileStore; readonly calendar: CaseCalendar; readonly form: FormSetting; readonly matches: FindMatches;
};

/** Who acts for the audit: an officer's id, or that it was the applicant, the clock or a record. */
export type Acting = string;

/** What came of a change. `again`: it had been done before. `changed`: somebody else changed the case in between, `revision` is the one now. */
export type ChangeOutcome =
  | { readonly kind: "done"; readonly address: CaseAddress; readonly revision: number }
  | { readonly kind: "changed"; readonly revision: number }
  | { readonly kind: "missing" } | { readonly kind: "key-used" };

/** Everything about a case that the machine looks at. */
export type LoadedCase = { readonly kept: KeptCase; readonly type: CaseType; readonly facts: CaseFacts; readonly files: readonly KeptFile[] };

/** Takes a case with everything that happened to it. */
export async function loadCase(tx: ClientBase, { types, calendar }: Pick<CaseParts, "types" | "calendar">, kept: KeptCase): Promise<LoadedCase> {
  const type = await types.of(kept);
  const files = await filesOf(tx, kept);
  const events = (await eventsOf(tx, kept)).map((event) => eventOf(event, files));
  return { kept, type, files, facts: { type, answers: await answersOf(tx, kept), events, standing: standingIn(kept), calendar } };
}

/** Writes one more event of a case, and where the case stands by it. Gives the row as it is then. */
export async function appendEvent(tx: ClientBase, { calendar }: Pick<CaseParts, "calendar">, kept: KeptCase, type: CaseType, event: CaseEvent, change: Partial<Pick<KeptCase, "handedTo" | "satisfied">> = {}): Promise<KeptCase> {
  const next = withStanding({ ...kept, ...change }, type, standingAfter(type, standingIn(kept), event, calendar), event.at);
  if (!await updateCase(tx, kept.revision, next)) throw new Error(`${kept.number} was changed under its lock`);
  await insertEvent(tx, kept, keptEvent(event));
  return next;
}

/** Keeps files that came with an event. */
export async function keepFiles(tx: ClientBase, files: FileStore, kept: Pick<KeptCase, "district" | "id">, seq: number, held: readonly HeldFile[]): Promise<void> {
  for (const file of held) {
    const { id, name, mediaType } = await files.keep(tx, file);
    await insertFile(tx, kept, { id, district: file.district, seq, name, mediaType });
  }
}

/** What a change is asked for by. `revision` null: whatever happened in between, it still makes sense. */
export type ChangeOrder = CaseAddress & { readonly person: Acting; readonly commandKey: string; readonly action: string; readonly revision: number | null; readonly body: unknown; readonly alsoIn?: readonly string[]; readonly alsoLock?: CaseAddress };

/**
 * Changes a case once, in one transaction, with its row locked and its revision compared. `work` gives what else may come of it; what is not done uses up neither the key nor anything else.
 * `alsoIn`: another district that is written to as well. `alsoLock`: another case that is to stay as it is meanwhile.
 */
export async function changeCase<Refused extends { readonly kind: string }>(parts: CaseParts, { district, number, person, commandKey, action, revision, body, alsoIn = [], alsoLock }: ChangeOrder, work: (tx: ClientBase, loaded: LoadedCase) => Promise<ChangeOutcome | Refused>, beforeCommit: () => void = () => undefined): Promise<ChangeOutcome | Refused> {
  const { pool, clock, receipts } = parts;
  const carried: Carried<ChangeOutcome | Refused> = await inTransaction(pool, { districts: [...new Set([district, ...alsoIn])], actor: person }, async (tx) => {
    const outcome = await once<ChangeOutcome | Refused>(tx, { district, key: commandKey, action, object: `case:${district}/${number}`, person, body: receipts.sealOf({ revision, ...(body as object) }), now: clock.machineNow() }, async () => {
      // Always in the same order: two that name each other would wait for each other for good.
      const locked = [{ district, number }, ...(alsoLock === undefined ? [] : [alsoLock])].toSorted((one, other) => (`${one.district}${one.number}` < `${other.district}${other.number}` ? -1 : 1));
      for (const each of locked) await findCase(tx, each, "change");
      const kept = await findCase(tx, { district, number });
      if (kept === null) return { kind: "missing" };
      if (revision !== null && kept.revision !== revision) return { kind: "changed", revision: kept.revision };
      return work(tx, await loadCase(tx, parts, kept));
    }, ({ kind }) => kind === "done");
    beforeCommit();
    return outcome;
  });
  return carried.kind === "key-used" ? { kind: "key-used" } : carried.outcome;
}

/** The outcome of a case that was changed to this. */
export const done = ({ district, number, revision }: KeptCase): ChangeOutcome => ({ kind: "done", address: { district, number }, revision });

/** Of an identity number its last four signs alone are kept: they tell two people apart, and whoever handles the case sees the document. */
export function keepable(form: CaseType["form"], answers: Answers): Answers {
  const numbers = new Set(form.filter(({ kind }) => kind === "identity-number").map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, numbers.has(key) && typeof value === "string" ? `…${value.slice(-4)}` : value]));
}

/** Codes of all districts of the city, its own first. */
export function allDistricts({ code, districts, invented }: CaseParts["city"]): readonly string[] {
  return [code, ...districts.map((each) => each.code), ...(invented === null ? [] : [invented.code])];
}
