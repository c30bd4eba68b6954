import type { Pool } from "pg";
import { clockOf, type Clock } from "../clock.ts";
import { keepDrill } from "./store.ts";

/**
 * The clock of a pack. With `drillStart` (ISO, with offset) it is a drill's: it began when this installation first loaded
 * that start, and goes on from there after every restart. Another start is another drill.
 */
export async function loadClock(pool: Pool, { packKey, drillStart }: { packKey: string; drillStart: string | null }, machineNow: () => Date = () => new Date()): Promise<Clock> {
  if (drillStart === null) return clockOf(null, machineNow);
  return clockOf(await keepDrill(pool, packKey, { policyStart: new Date(drillStart), machineStart: machineNow() }), machineNow);
}
