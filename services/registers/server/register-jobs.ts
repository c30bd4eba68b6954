import { flagsOf, flagsTurnOn, staleFrom, type RecordType } from "#engines/registers";
import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import { dayInChina } from "#platform/i18n";
import type { RecurringJob } from "#platform/jobs";
import type { Pool } from "pg";
import { addToTally, findFlagsToTurn, findToErase, keepFlags, keepPersonal, lockTallies, turnFlags } from "./store.ts";

const AT_ONCE = 500;
const DAY_MILLISECONDS = 86_400_000;

/** The registers' work by the clock: flags that a new day turns, and what is personal of records whose time is over. */
export function registerJobs({ pool, clock, audit, types, districts }: { readonly pool: Pool; readonly clock: Clock; readonly audit: AppendAudit; readonly types: readonly RecordType[]; readonly districts: readonly string[] }): readonly RecurringJob[] {
  return [
    { name: "registers.turn-flags", times: { everyMinutes: 5 }, servers: "one", work: async () => { for (const type of types) for (const district of districts) while (await turnSome(type, district) === AT_ONCE); } },
    { name: "registers.erase", times: { dailyAt: "03:40" }, servers: "one", work: async () => { for (const type of types) for (const district of districts) while (await eraseSome(type, district) === AT_ONCE); } },
  ];

  function turnSome(type: RecordType, district: string): Promise<number> {
    return inTransaction(pool, { districts: [district], actor: "server" }, async (tx) => {
      const today = dayInChina(clock.policyNow());
      if ((await findFlagsToTurn(tx, type.key, [district], today, 1)).length === 0) return 0;
      await lockTallies(tx, type.key, [district]);
      const found = await findFlagsToTurn(tx, type.key, [district], today, AT_ONCE);
      const turned = found.map((each) => ({ ...each, flags: flagsOf(type, each.values, today), turnOn: flagsTurnOn(type, each.values, today), staleFrom: staleFrom(type, each.values, each.confirmedAt, today) }));
      await turnFlags(tx, type.key, turned);
      // A number above one: what they carried goes.
      await keepFlags(tx, type.key, turned.map((each) => ({ ...each, number: 2, removedAt: null })));
      await addToTally(tx, type.key, district, 0, turned.length);
      return turned.length;
    });
  }

  async function eraseSome(type: RecordType, district: string): Promise<number> {
    const { retention } = type;
    if (retention === null) return 0;
    return inTransaction(pool, { districts: [district], actor: "server" }, async (tx) => {
      const before = new Date(clock.policyNow().getTime() - retention.days * DAY_MILLISECONDS);
      const found = await findToErase(tx, type.key, [district], before, AT_ONCE);
      if (found.length === 0) return 0;
      await keepPersonal(tx, type.key, found.map((each) => ({ ...each, personal: null })));
      await audit(tx, { district, actor: "server", action: "registers.erase", object: `register:${type.key}`, details: { records: found.map(({ id }) => id) } });
      return found.length;
    });
  }
}
