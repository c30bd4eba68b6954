import { readFileSync } from "node:fs";

/** Seconds of processor time a process has used so far, to a hundredth. Linux only: elsewhere not a number, and the bench prints NaN. */
export function processorSeconds(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  // The name of the program stands in brackets and may hold anything; numbers follow it.
  const numbers = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
  return (Number(numbers[USER_TICKS]) + Number(numbers[SYSTEM_TICKS])) / TICKS_A_SECOND;
}

const USER_TICKS = 11;
const SYSTEM_TICKS = 12;
const TICKS_A_SECOND = 100;
