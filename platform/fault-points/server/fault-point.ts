import { kill, pid } from "node:process";
import type { FaultName } from "../fault-names.ts";

/** Ends the process by SIGKILL when `ANXIN_FAULT` names this place; does nothing otherwise. */
export function faultPoint(name: FaultName): void {
  if (process.env["ANXIN_FAULT"] === name) kill(pid, "SIGKILL");
}
