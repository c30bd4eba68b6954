import { clockStep } from "#engines/cases";
import { inTransaction } from "#platform/db/server";
import type { RecurringJob } from "#platform/jobs";
import type { Log } from "#platform/http";
import { allDistricts, appendEvent, type CaseParts, loadCase } from "./case-record.ts";
import { eraseWritten, filesOf, takeDue, takeOver } from "./store.ts";

/** So many cases in one transaction: the audit of a district waits no longer than for these. */
const AT_ONCE = 100;

/** Does what the clock is to do to every case whose deadline has passed: moves it, or raises it to the city. May run on several servers at once; each case is taken by one. Gives how many. */
export async function runClock(parts: CaseParts): Promise<number> {
  const { pool, clock, city, audit } = parts;
  let changed = 0;
  for (const district of allDistricts(city)) {
    for (let taken = AT_ONCE; taken === AT_ONCE;) {
      taken = await inTransaction(pool, { districts: [district], actor: "clock" }, async (tx) => {
        const now = clock.policyNow().toISOString();
        const due = await takeDue(tx, district, now, AT_ONCE);
        for (const kept of due) {
          const { type, facts } = await loadCase(tx, parts, kept);
          const event = clockStep(facts, now);
          if (event === null) throw new Error(`${kept.number} is due, and there is nothing to do`);
          await appendEvent(tx, parts, kept, type, event);
          await audit(tx, { district, actor: "clock", action: event.kind === "moved" ? "cases.move" : "cases.escalate", object: `case:${kept.number}`, details: event.kind === "moved" ? { move: event.move, from: event.from, to: event.to } : {} });
          changed += 1;
        }
        return due.length;
      });
    }
  }
  return changed;
}

/** Takes away what anybody wrote or sent in cases whose time of keeping it is over, files and all. Gives how many. */
export async function eraseOver(parts: CaseParts): Promise<number> {
  const { pool, clock, city, audit, files } = parts;
  let erased = 0;
  for (const district of allDistricts(city)) {
    for (let taken = AT_ONCE; taken === AT_ONCE;) {
      // Files lie in the district they were sent to, wherever the case went since.
      taken = await inTransaction(pool, { districts: allDistricts(city), actor: "clock" }, async (tx) => {
        const now = clock.policyNow().toISOString();
        const over = await takeOver(tx, district, now, AT_ONCE);
        for (const kept of over) {
          for (const file of await filesOf(tx, kept)) await files.remove(tx, file.district, file.id);
          await eraseWritten(tx, kept, ERASED_TITLE, now);
          await audit(tx, { district, actor: "clock", action: "cases.erase", object: `case:${kept.number}`, details: {} });
        }
        erased += over.length;
        return over.length;
      });
    }
  }
  return erased;
}

/** Stands where a title was: somebody may have written a name into it. */
const ERASED_TITLE = "已到期删除";

/** What is done to cases by the clock: deadlines every minute, erasing every night; by one server for all. */
export function caseJobs({ service, log }: { readonly service: { readonly runClock: () => Promise<number>; readonly eraseOver: () => Promise<number> }; readonly log: Log }): readonly RecurringJob[] {
  return [
    { name: "cases.clock", times: { everyMinutes: 1 }, servers: "one", work: async () => { const cases = await service.runClock(); if (cases > 0) log.info("cases-clock", { cases }); } },
    { name: "cases.retention", times: { dailyAt: "03:40" }, servers: "one", work: async () => { const cases = await service.eraseOver(); if (cases > 0) log.info("cases-erased", { cases }); } },
  ];
}
