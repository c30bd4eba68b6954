import { type CaseEvent, standingOf } from "#engines/cases";
import { inTransaction } from "#platform/db/server";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCase } from "./case-record.ts";
import type { Changed } from "./change-case.ts";
import { ALL, ANNA, BERT, CITYS, exampleCases, HERE, THERE, type ExampleCases } from "./example-cases.ts";
import { standingIn, type KeptCase } from "./kept-case.ts";
import { caseOf, CASE_COLUMNS, type CaseRow } from "./store.ts";

let at: ExampleCases;
beforeAll(async () => { at = await exampleCases({ matches: async (_register, district) => [{ district, id: "01890000-0000-7000-8000-0000000000aa", number: 1, validToday: district === THERE, shown: [] }] }); });
afterAll(() => at.stop());

type Step = { readonly what: "open" | "move" | "assign" | "note" | "merge" | "hand-over" | "supplement" | "nudge" | "rate" | "clock" | "again"; readonly which: number; readonly choice: number; readonly stale: boolean };
const step: fc.Arbitrary<Step> = fc.record({ what: fc.constantFrom("open", "open", "open", "move", "move", "move", "move", "assign", "note", "merge", "merge", "hand-over", "supplement", "nudge", "rate", "clock", "again"), which: fc.nat(1_000), choice: fc.nat(1_000), stale: fc.integer({ min: 0, max: 5 }).map((one) => one === 0) });

const stepOf = (what: Step["what"], which: number, choice: number): Step => ({ what, which, choice, stale: false });
/** A history in which cases are merged and handed over, whatever chance brings besides. */
const SURE: readonly Step[] = [0, 2, 4, 6].map((which) => stepOf("open", which, 1)).concat([0, 1, 2].map((which) => stepOf("merge", which, 3)), stepOf("open", 8, 1), [3, 2, 1, 0].map((which) => stepOf("hand-over", which, 3)));

const everyCase = () => inTransaction(at.database.pool, { districts: ALL, actor: "test" }, async (tx) => {
  const kept = (await tx.query<CaseRow>(`select ${CASE_COLUMNS} from cases.case c order by opened_at, id`)).rows.map(caseOf);
  const loaded = [];
  for (const each of kept) loaded.push(await loadCase(tx, at.service.parts, each));
  return loaded;
});

/** Sends a command of the step's kind at a case; `revision` as the sender saw it. */
async function carryOut(cases: readonly KeptCase[], { what, which, choice }: Step, revision: (kept: KeptCase) => number, commandKey: string): Promise<Changed | { readonly kind: "opened" } | null> {
  const { service } = at;
  const kept = cases[which % cases.length];
  if (what === "open" || kept === undefined) {
    const help = choice % 2 === 0;
    const outcome = await service.open({ type: help ? "temporary-help" : "road-block", commandKey, answers: { district: which % 2 === 0 ? HERE : THERE, ...(help ? { what: "food" } : { place: `第${which}处`, kind: "earth" }) }, contact: { name: "王芳", telephone: "13800138000", forWhom: null }, files: [], via: "portal", by: { kind: "applicant" }, districts: ALL });
    if (outcome.kind !== "opened") throw new Error(JSON.stringify(outcome));
    return { kind: "opened" };
  }
  const on = { district: kept.district, number: kept.number, commandKey, revision: revision(kept) };
  const officer = [ANNA, BERT, CITYS][choice % 3] ?? ANNA;
  switch (what) {
    case "move": {
      const { moves } = await service.parts.types.of(kept);
      const here = moves.filter(({ from, by }) => from.includes(kept.state) && by !== "clock");
      const move = (choice % 5 === 0 ? moves : here)[choice % Math.max(1, choice % 5 === 0 ? moves.length : here.length)] ?? moves[0];
      const record = { district: kept.district, id: "01890000-0000-7000-8000-0000000000aa", number: 1 };
      return service.move(on, move?.by === "applicant" ? { kind: "applicant" } : officer, { move: move?.key ?? "", answers: Object.fromEntries((move?.form ?? []).map(({ key }) => [key, 1])), reason: "写明理由", record });
    }
    case "assign": return service.assign(on, officer, choice % 4 === 0 ? null : officer.person);
    case "note": return service.note(on, officer, "记一笔");
    case "merge": {
      const same = cases.filter(({ type }) => type === kept.type);
      const fit = same.filter((each) => each.open && each !== kept);
      // Mostly one that it may be merged into; now and then any of its type, itself among them.
      const among = choice % 4 === 0 || fit.length === 0 ? same : fit;
      const into = among[choice % among.length];
      return into === undefined ? null : service.merge(on, officer, { district: into.district, number: into.number });
    }
    case "hand-over": return service.handOver(on, officer, { district: kept.district === HERE ? THERE : HERE, reason: "不归我们" });
    case "supplement": return service.supplement(on, "补充一句", []);
    case "nudge": return service.nudge(on);
    case "rate": return service.rate(on, choice % 2 === 0, null);
    case "clock": await service.runClock(); return null;
    case "again": return null;
  }
}

test("over random histories nothing is lost and nothing doubled: every command is carried out once, of two that saw the same exactly one wins, and the events of a case add up to its row", async () => {
  let [done, lost, handed, merged] = [0, 0, 0, 0];
  let run = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
    run += 1;
    for (const [place, each] of steps.entries()) {
      at.time.now = new Date(at.time.now.getTime() + 60_000 * (1 + (each.choice % 90)));
      const before = await everyCase();
      const cases = before.map(({ kept }) => kept).slice(-6);
      const key = `run-${run}-step-${place}`;
      const outcome = await carryOut(cases, each, ({ revision }) => (each.stale && revision > 1 ? revision - 1 : revision), key);
      if (each.stale && outcome?.kind === "changed") lost += 1;
      const after = await everyCase();
      const count = (all: typeof before): number => all.reduce((sum, { facts }) => sum + facts.events.length, 0);
      // What was refused has left no trace.
      if (outcome !== null && outcome.kind !== "done" && outcome.kind !== "opened") expect(count(after)).toBe(count(before));
      if (outcome?.kind !== "done" && outcome?.kind !== "opened") continue;
      done += 1;
      // Sent again it gives the same, and does nothing.
      const again = await carryOut(cases, each, ({ revision }) => (each.stale && revision > 1 ? revision - 1 : revision), key);
      expect(again).toEqual(outcome);
      expect(count(await everyCase())).toBe(count(after));
      // Two at once that saw the same: one wins.
      const open = after.filter(({ kept }) => kept.open).at(-1)?.kept;
      if (open === undefined || each.choice % 4 !== 0) continue;
      const race = await Promise.all([ANNA, BERT].map((by, racer) => at.service.note({ district: open.district, number: open.number, commandKey: `${key}-race-${racer}`, revision: open.revision }, by, "同时")));
      expect(race.map(({ kind }) => kind).toSorted()).toEqual(["changed", "done"]);
    }
    const all = await everyCase();
    const openOf = new Map(all.map(({ kept }) => [`${kept.district}/${kept.number}`, kept]));
    for (const { kept, type, facts } of all) {
      const { events } = facts;
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      expect(standingOf(type, events, at.service.parts.calendar)).toEqual(standingIn(kept));
      const state = type.states.find(({ key }) => key === kept.state);
      expect(kept.open).toBe(state?.final === false && kept.mergedInto === null && kept.handedTo === null);
      expect(kept.waiting).toBe(kept.open && state?.owner === "applicant");
      // What goes on elsewhere is there, with everything that had happened before.
      if (kept.handedTo !== null) { handed += 1; expect(all.find((each) => each.kept.district === kept.handedTo?.district && each.kept.number === kept.handedTo.number)?.facts.events.slice(0, events.length).map((event: CaseEvent) => [event.seq, event.kind, event.at])).toEqual(events.map((event) => [event.seq, event.kind, event.at])); }
      if (kept.mergedInto !== null) { merged += 1; expect(openOf.get(`${kept.mergedInto.district}/${kept.mergedInto.number}`)?.type).toBe(kept.type); }
    }
  }), { numRuns: 16, endOnFailure: true, examples: [[[...SURE]]] });
  expect([done > 80, lost > 5, handed > 2, merged > 2], JSON.stringify({ done, lost, handed, merged })).toEqual([true, true, true, true]);
  // Each command that was carried out has one entry of the audit, and each event one more; two for a hand-over.
  const [{ events = 0, copied = 0 } = {}] = await at.rows<{ events: number; copied: number }>("select (select count(*)::int from cases.event) as events, (select count(*)::int from cases.event e join cases.case c on c.district = e.district and c.id = e.case_id join cases.case f on f.district = c.from_district and f.number = c.from_number where e.seq <= f.revision) as copied");
  const [{ entries = 0 } = {}] = await at.rows<{ entries: number }>("select count(*)::int as entries from audit.entry where action not in ('cases.take-over')");
  expect(events - copied).toBe(entries);
}, 240_000);
