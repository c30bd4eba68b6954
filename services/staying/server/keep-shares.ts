import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import type { Log } from "#platform/http";
import { dayInChina } from "#platform/i18n";
import { keepRefreshed, type Refreshing } from "#platform/refresh";
import type { Pool } from "pg";
import { publicShares, type PublicShares, type StayingPack } from "../headcount/index.ts";
import { countFilings, findCurrent } from "./store.ts";

/** What the public sees of headcounts. `number` names what it was taken from: with the day equal numbers show equal shares, on every server. */
export type SharesSnapshot = { readonly number: number; readonly day: string; readonly shares: PublicShares | null };

/** Holds the public shares in memory, so that pages are drawn without the database. */
export type SharesKeeper = Refreshing & { readonly current: () => SharesSnapshot };

type KeeperParts = { readonly pool: Pool; readonly districts: readonly string[]; readonly staying: StayingPack; readonly clock: Pick<Clock, "policyNow" | "drill">; readonly log: Log; readonly changed: () => void };

/** A keeper of the shares over the whole city; empty until its first `refresh`. While the database is away the last shares go on being shown. */
export function keepShares({ pool, districts, staying, clock, log, changed }: KeeperParts): SharesKeeper {
  let snapshot: SharesSnapshot = { number: 0, day: "", shares: null };
  async function refreshNow(): Promise<boolean> {
    const day = dayInChina(clock.policyNow());
    const next = await inTransaction(pool, { districts, actor: "server" }, async (tx) => {
      const number = await countFilings(tx, districts);
      return number === snapshot.number && day === snapshot.day ? null : { number, day, shares: publicShares(await findCurrent(tx, districts, { day, drill: clock.drill }), staying) };
    });
    if (next === null) return false;
    snapshot = next;
    changed();
    return true;
  }
  return { current: () => snapshot, ...keepRefreshed("shares", log, refreshNow) };
}
