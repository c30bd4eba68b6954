import { clockStep } from "#engines/cases";
import { inTransaction } from "#platform/db/server";
import type { RecurringJob } from "#platform/jobs";
import type { Log } from "#platform/http";
import type { ClientBase } from "pg";
import { allDistricts, appendEvent, type CaseParts, loadCase } from "./case-record.ts";
import type { KeptCase } from "./kept-case.ts";
import { apart, eraseWritten, filesOf, takeDue, takeOver } from "./store.ts";

/** So many cases in one transaction: the audit of a district waits no longer than for these. */
const AT_ONCE = 100;

/** Does what the clock is to do to every case whose deadline has passed: moves it, or raises it to the city. May run on several servers at once; each case is taken by one. Gives how many. */
export async function runClock(parts: CaseParts, log: Log = QUIET): Promise<number> {
  const { audit } = parts;
  return everyOne(parts, { name: "cases-clock", log, take: takeDue }, async (tx, kept, now) => {
    const { type, facts } = await loadCase(tx, parts, kept);
    const event = clockStep(facts, now);
    if (event === null) throw new Error(`${kept.number} is due, and there is nothing to do`);
    await appendEvent(tx, parts, kept, type, event);
    await audit(tx, { district: kept.district, actor: "clock", action: event.kind === "moved" ? "cases.move" : "cases.escalate", object: `case:${kept.number}`, details: event.kind === "moved" ? { move: event.move, from: event.from, to: event.to } : {} });
  });
}

/** Takes away what anybody wrote or sent in cases whose time of keeping it is over, files and all. Gives how many. */
export async function eraseOver(parts: CaseParts, log: Log = QUIET): Promise<number> {
  const { audit, files } = parts;
  return everyOne(parts, { name: "cases-retention", log, take: takeOver }, async (tx, kept, now) => {
    for (const file of await filesOf(tx, kept)) await files.remove(tx, file.district, file.id);
    await eraseWritten(tx, kept, ERASED_TITLE, now);
    await audit(tx, { district: kept.district, actor: "clock", action: "cases.erase", object: `case:${kept.number}`, details: {} });
  });
}

/** Does the same to all cases that are taken, district by district and some at a time. One that fails is told by its number and left as it was, until the next time; the others go on. */
async function everyOne({ pool, clock, city }: CaseParts, { name, log, take }: { readonly name: string; readonly log: Log; readonly take: typeof takeDue }, work: (tx: ClientBase, kept: KeptCase, now: string) => Promise<void>): Promise<number> {
  let changed = 0;
  const districts = allDistricts(city);
  for (const district of districts) {
    const failed: string[] = [];
    for (let taken = AT_ONCE; taken === AT_ONCE;) {
      // All districts: files lie where they were sent to, wherever the case went since.
      taken = await inTransaction(pool, { districts, actor: "clock" }, async (tx) => {
        const now = clock.policyNow().toISOString();
        const cases = await take(tx, district, now, failed, AT_ONCE);
        for (const kept of cases) {
          try {
            await apart(tx, () => work(tx, kept, now));
            changed += 1;
          } catch (error) {
            failed.push(kept.id);
            log.error(`${name}-failed`, { district, case: kept.number, error: error instanceof Error ? error.name : typeof error });
          }
        }
        return cases.length;
      });
    }
  }
  return changed;
}
const QUIET: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Stands where a title was: somebody may have written a name into it. */
const ERASED_TITLE = "已到期删除";

/** What is done to cases by the clock: deadlines every minute, erasing every night; by one server for all. */
export function caseJobs({ service, log }: { readonly service: { readonly runClock: (log: Log) => Promise<number>; readonly eraseOver: (log: Log) => Promise<number> }; readonly log: Log }): readonly RecurringJob[] {
  return [
    { name: "cases.clock", times: { everyMinutes: 1 }, servers: "one", work: async () => { const cases = await service.runClock(log); if (cases > 0) log.info("cases-clock", { cases }); } },
    { name: "cases.retention", times: { dailyAt: "03:40" }, servers: "one", work: async () => { const cases = await service.eraseOver(log); if (cases > 0) log.info("cases-erased", { cases }); } },
  ];
}
