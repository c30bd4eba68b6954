import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { CONTENDERS, type ContenderName } from "./contender.ts";
import { largeTables } from "./large-tables.ts";
import { installPackages } from "./packages.ts";
import type { Asked, Told } from "./process.ts";
import { spread } from "./spread.ts";
import { everyJourney } from "./travel-table.ts";

const HEAT_SECONDS = 2;
const ROUNDS = 7;
const ROUND_SECONDS = 0.6;
const MEMORY_DECISIONS = 10_000_000;

installPackages();
const names = Object.keys(CONTENDERS) as ContenderName[];
const processes = new Map<ContenderName, ChildProcess>();
try {
  for (const name of names) processes.set(name, await started(name));
  await agree();
  printRates(await rates());
  await printMemory();
  printLargeTables();
} finally {
  for (const child of processes.values()) if (child.connected) child.disconnect();
}

function started(name: ContenderName): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, "process.ts"), [name], { execArgv: ["--disable-warning=ExperimentalWarning", "--expose-gc"] });
    child.once("message", () => resolve(child)).once("exit", (code) => reject(new Error(`${name} could not be loaded (${code})`)));
  });
}

function ask<Kind extends Told>(name: ContenderName, asked: Asked): Promise<Kind> {
  const child = processes.get(name);
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null): void => reject(new Error(`${name} ended before it answered (${code ?? signal})`));
    child?.once("exit", ended).once("message", (told: Told) => {
      child.off("exit", ended);
      if ("failed" in told) reject(new Error(`${name}: ${told.failed}`)); else resolve(told as Kind);
    });
    child?.send(asked);
  });
}

/** A rate means nothing where the answers differ. */
async function agree(): Promise<void> {
  const journeys = everyJourney();
  let expected: readonly string[] | null = null;
  for (const name of names) {
    const { answers } = await ask<{ answers: readonly string[] }>(name, { ask: "answers" });
    expected ??= answers;
    const at = journeys.findIndex((_, journey) => answers[journey] !== expected?.[journey]);
    if (at >= 0) throw new Error(`${name} does not agree with ${names[0]}: ${JSON.stringify(journeys[at])} gives ${answers[at]}, not ${expected[at]}`);
  }
  process.stdout.write(`a table of 20 rows and 6 inputs, first hit: ${names.length} contenders agree on all ${journeys.length} journeys\n\n`);
}

/** In turns, a round each, so that what else the machine does falls on all. */
async function rates(): Promise<ReadonlyMap<ContenderName, readonly number[]>> {
  const found = new Map<ContenderName, number[]>(names.map((name) => [name, []]));
  for (const name of names) await ask(name, { ask: "rate", seconds: HEAT_SECONDS });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) found.get(name)?.push((await ask<{ rate: number }>(name, { ask: "rate", seconds: ROUND_SECONDS })).rate);
  }
  return found;
}

function printRates(found: ReadonlyMap<ContenderName, readonly number[]>): void {
  const middle = (name: ContenderName): number => spread(found.get(name) ?? []).middle;
  process.stdout.write(`decisions per second of processor time, a process each, ${ROUNDS} rounds in turns\n  ${"".padEnd(28)} ${"median".padStart(12)}   ${"least to most".padStart(26)}   times closures\n`);
  for (const name of names.toSorted((one, other) => middle(other) - middle(one))) {
    const { least, most } = spread(found.get(name) ?? []);
    process.stdout.write(`  ${name.padEnd(28)} ${whole(middle(name)).padStart(12)}   ${`${whole(least)} to ${whole(most)}`.padStart(26)}   ${figures(middle(name) / middle("closures"))}\n`);
  }
  process.stdout.write(`\n  explained / bare                 ${figures(middle("ours, explained") / middle("ours, bare"))}\n  explained / zen-engine, trace on ${figures(middle("ours, explained") / middle("zen-engine, trace on"))}\n  read out / zen-engine, trace on  ${figures(middle("ours, explanation read out") / middle("zen-engine, trace on"))}\n`);
}

async function printMemory(): Promise<void> {
  process.stdout.write(`\nmemory when warm, ${whole(MEMORY_DECISIONS)} decisions later, and as many again later; MiB after collection\n`);
  for (const name of names.filter((each) => each.startsWith("ours"))) {
    const { held } = await ask<Extract<Told, { held: unknown }>>(name, { ask: "memory", decisions: MEMORY_DECISIONS });
    const steps = (what: "heap" | "resident"): string => held.map((each) => each[what].toFixed(1)).join(" -> ");
    process.stdout.write(`  ${name.padEnd(28)} heap ${steps("heap")}   resident ${steps("resident")}\n`);
  }
}

function printLargeTables(): void {
  const { cases, check, compare, complete, differences } = largeTables();
  const milliseconds = (values: readonly number[]): string => { const { middle, least, most } = spread(values); return `${middle.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)})`; };
  process.stdout.write(`\na table of 40 rows and 8 inputs, ${whole(cases)} cases${complete ? ", all of them proved" : ", NOT all of them proved"}\n  checkTable                                      ${milliseconds(check)}\n  compareTables, three rows changed, ${String(differences).padStart(2)} differences ${milliseconds(compare)}\n`);
}

function whole(value: number): string { return Math.round(value).toLocaleString("en"); }
function figures(value: number): string { return Number(value.toPrecision(2)).toString(); }
