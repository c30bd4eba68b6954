import { readRiskList, type RiskList } from "#services/travel";
import { levelRecorder, type AnswerView } from "#services/travel/server";
import { createHash } from "node:crypto";
import { askFigures } from "./ask-figures.ts";
import type { RunningProduct } from "../rate/built-product.ts";
import { PERSON, type Setting } from "./setting.ts";
import { laterList, listFile, syntheticList } from "./synthetic-list.ts";

const SEED = 20_210_126;
const CHANGED = 0.01;
const SECONDS_MAX = 10;
const SERVED_WITHIN = 1_000;

/** Imports a list of `count` areas and then one in which a hundredth differs, beside the running server, and tells when it serves them and how long it stood still. */
export async function printImports(setting: Setting, product: RunningProduct, count: number): Promise<void> {
  process.stdout.write(`\nimports of ${count.toLocaleString("en")} areas (the seed of the lists is ${SEED})\n`);
  const first = syntheticList(setting.places, count, SEED);
  await printImport("the first", setting, product, listFile(setting.places, first, "2021-01-26 8时"));
  await printImport("1 % differ", setting, product, listFile(setting.places, laterList(setting.places, first, CHANGED, SEED + 1), "2021-01-26 8时30分"));
}

async function printImport(name: string, { pool, pack, clock, audit, places }: Setting, { port, server }: RunningProduct, bytes: Buffer): Promise<void> {
  const recorder = levelRecorder({ pool, district: pack.city.code, clock, audit });
  const [list, reading] = await timed(async () => taken(readRiskList(places, bytes).list));
  const order = { asOf: new Date(`${list.asOf}:00+08:00`), areas: list.areas, remarks: list.remarks, source: "made for the bench", sha256: createHash("sha256").update(bytes).digest("hex") };
  const [preview, looking] = await timed(() => recorder.previewList(PERSON, order));
  await askFigures(server);
  const [outcome, recording] = await timed(() => recorder.recordList({ person: PERSON, commandKey: `bench-${order.sha256}`, base: preview.base }, order));
  if (outcome.kind !== "recorded") throw new Error(`not recorded: ${outcome.kind}`);
  const [, served] = await timed(() => untilServed(port, outcome.number));
  const { stall } = await askFigures(server);
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
  process.stdout.write(`  ${name.padEnd(12)} read ${seconds(reading)}, looked at ${seconds(looking)}, recorded ${seconds(recording)} (added ${outcome.added}, changed ${outcome.changed}, removed ${outcome.removed})`
    + `; served ${served.toFixed(0)} ms after the commit, longest stall of the server ${stall.toFixed(0)} ms\n`);
  if (recording > SECONDS_MAX * 1_000 || served > SERVED_WITHIN) process.stdout.write(`  MISSED: at most ${SECONDS_MAX} s to record, ${SERVED_WITHIN} ms until it is served\n`);
}

function taken(list: RiskList | undefined): RiskList {
  if (list === undefined) throw new Error("the list made for the bench is not taken");
  return list;
}

/** Asks until an answer rests on the statement of this number. */
async function untilServed(port: number, number: number): Promise<void> {
  const end = performance.now() + 30_000;
  while (performance.now() < end) {
    const answer = await (await fetch(`http://127.0.0.1:${port}/api/travel/decision?from=海拉尔区&to=扎兰屯市&on=2021-01-27`)).json() as AnswerView;
    if (answer.asOf?.levels === number) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("the server does not serve the list");
}

async function timed<Result>(work: () => Promise<Result>): Promise<readonly [Result, milliseconds: number]> {
  const started = performance.now();
  const result = await work();
  return [result, performance.now() - started];
}
