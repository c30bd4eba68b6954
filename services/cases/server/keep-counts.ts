import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import type { Log } from "#platform/http";
import { keepRefreshed, type Refreshing } from "#platform/refresh";
import type { Pool } from "pg";
import { COUNTED_MIN, type ClauseCounts } from "../clause-counts.ts";
import { countByClause } from "./store.ts";

/** Holds how many cases each clause brought, so that its page is drawn without the database. */
export type CountsKeeper = Refreshing & {
  /** Null where there are too few for the public to be told. */
  readonly of: (notice: string, clause: string) => ClauseCounts | null;
  /** How many were done over all clauses that may be told. */
  readonly done: () => number;
};

type KeeperParts = { readonly pool: Pool; readonly districts: readonly string[]; readonly clock: Pick<Clock, "policyNow" | "machineNow">; readonly log: Log; readonly changed: () => void };

/** All cases are counted for it: however often it is asked to look, a twentieth of the time is spent on that at most. */
const [LEAST_MILLISECONDS, TIMES_AS_LONG] = [10_000, 20];

/** A keeper over the whole city; empty until its first `refresh`. While the database is away the last counts go on being shown. */
export function keepCounts({ pool, districts, clock, log, changed }: KeeperParts): CountsKeeper {
  let counts: ReadonlyMap<string, ClauseCounts> = new Map();
  let known = "[]";
  let restsUntil = -Infinity;
  async function refreshNow(): Promise<boolean> {
    if (clock.machineNow().getTime() < restsUntil) return false;
    const started = performance.now();
    const found = await inTransaction(pool, { districts, actor: "server" }, (tx) => countByClause(tx, districts, clock.policyNow().toISOString()));
    restsUntil = clock.machineNow().getTime() + Math.max(LEAST_MILLISECONDS, TIMES_AS_LONG * (performance.now() - started));
    const next = found.filter(({ open, done }) => open + done >= COUNTED_MIN);
    const name = JSON.stringify(next);
    if (name === known) return false;
    [known, counts] = [name, new Map(next.map(({ notice, clause, ...each }) => [`${notice} ${clause}`, each]))];
    changed();
    return true;
  }
  return {
    of: (notice, clause) => counts.get(`${notice} ${clause}`) ?? null,
    done: () => [...counts.values()].reduce((sum, { done }) => sum + done, 0),
    ...keepRefreshed("case-counts", log, refreshNow),
  };
}
