import { flagsOf, flagsTurnOn, staleFrom, type RecordType } from "#engines/registers";
import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import { dayInChina } from "#platform/i18n";
import type { RecurringJob } from "#platform/jobs";
import type { Pool } from "pg";
import { addToTally, eraseReasons, findFlagsToTurn, findKeptTypes, findToErase, keepFlags, keepPersonal, keepType, lockTallies, turnFlags, type KeptType } from "./store.ts";

const AT_ONCE = 500;
const DAY_MILLISECONDS = 86_400_000;

/** What a type promises to whoever is in its records; null: there are no people in them, or no end is said. */
export function keptTypeOf({ key, retention, period }: Pick<RecordType, "key" | "retention" | "period">): KeptType | null {
  return retention === null ? null : { register: key, days: retention.days, period: period?.field ?? null };
}

/** The registers' work by the clock: flags that a new day turns, and what is personal of records whose time is over. */
export function registerJobs({ pool, clock, audit, types, districts }: { readonly pool: Pool; readonly clock: Clock; readonly audit: AppendAudit; readonly types: readonly RecordType[]; readonly districts: readonly string[] }): readonly RecurringJob[] {
  return [
    { name: "registers.turn-flags", times: { everyMinutes: 5 }, servers: "one", work: async () => { for (const type of types) for (const district of districts) while (await turnSome(type, district) === AT_ONCE); } },
    { name: "registers.erase", times: { dailyAt: "03:40" }, servers: "one", work: eraseAll },
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
      await addToTally(tx, type.key, district, { records: 0, ofDrill: 0, changes: turned.length });
      return turned.length;
    });
  }

  /** Of registers of this pack as it says now; of those that left it as they said last. */
  async function eraseAll(): Promise<void> {
    for (const district of districts) {
      const kept = await inTransaction(pool, { districts: [district], actor: "server" }, async (tx) => {
        for (const type of types.map(keptTypeOf).filter((each) => each !== null)) await keepType(tx, [district], type);
        return findKeptTypes(tx, district);
      });
      for (const type of kept) while (await eraseSome(type, district) === AT_ONCE);
    }
  }

  function eraseSome({ register, days, period }: KeptType, district: string): Promise<number> {
    return inTransaction(pool, { districts: [district], actor: "server" }, async (tx) => {
      const before = new Date(clock.policyNow().getTime() - days * DAY_MILLISECONDS);
      const found = await findToErase(tx, register, [district], { before, period, most: AT_ONCE });
      if (found.length === 0) return 0;
      await keepPersonal(tx, register, found.map((each) => ({ ...each, personal: null })));
      await eraseReasons(tx, register, found);
      await audit(tx, { district, actor: "server", action: "registers.erase", object: `register:${register}`, details: { records: found.map(({ id }) => id) } });
      return found.length;
    });
  }
}
