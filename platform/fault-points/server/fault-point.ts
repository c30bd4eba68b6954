import { readFileSync } from "node:fs";
import { kill, pid } from "node:process";
import type { FaultName } from "../fault-names.ts";

/**
 * Ends this process by SIGKILL when `ANXIN_FAULT` names this place; does nothing otherwise. With `ANXIN_FAULT_POSTGRES`, the path of a
 * `postmaster.pid`, it kills that PostgreSQL instead, once: the server lives on, its transaction does not.
 */
export function faultPoint(name: FaultName): void {
  if (done || process.env["ANXIN_FAULT"] !== name) return;
  const postmaster = process.env["ANXIN_FAULT_POSTGRES"];
  if (postmaster === undefined) {
    kill(pid, "SIGKILL");
    return;
  }
  done = true;
  kill(Number(readFileSync(postmaster, "utf8").split("\n")[0]), "SIGKILL");
  // Its backends notice and go; meanwhile we ask nothing of them.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, GOING_MILLISECONDS);
}

let done = false;
const GOING_MILLISECONDS = 300;
