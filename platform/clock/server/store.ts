import type { Pool } from "pg";
import type { Drill } from "../clock.ts";

/** Keeps the start of a drill unless it has one; gives the one kept first. */
export async function keepDrill(pool: Pool, packKey: string, drill: Drill): Promise<Drill> {
  await pool.query(
    "insert into platform.drill_clock (pack_key, policy_start, machine_start) values ($1, $2, $3) on conflict do nothing",
    [packKey, drill.policyStart, drill.machineStart],
  );
  const { rows: [kept] } = await pool.query<{ machine_start: Date }>("select machine_start from platform.drill_clock where pack_key = $1 and policy_start = $2", [packKey, drill.policyStart]);
  return kept === undefined ? drill : { policyStart: drill.policyStart, machineStart: kept.machine_start };
}
