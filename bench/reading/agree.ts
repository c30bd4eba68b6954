import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MODALITIES } from "#engines/reading";
import { type LabelledOrder, type LabelledText, parseLabels } from "./labels.ts";
import { type Counts, f1, matchOrders, pairOrders } from "./match.ts";

/**
 * Brings the two labellers together. What both found counts; what only one found is asked of a third reader, who sees
 * the words and not whose label it is. Writes the open questions beside the labels and the agreed labels as JSON once
 * every question of a text has its verdict.
 */
const here = join(import.meta.dirname, "labels");
const total = new Map<string, Counts>();
const keyOf = ({ range, modality }: LabelledOrder): string => `${range[0]}-${range[1]}\t${modality}`;
const byPlace = (one: LabelledOrder, other: LabelledOrder): number => one.range[0] - other.range[0] || one.range[1] - other.range[1] || one.modality.localeCompare(other.modality);

const [directory] = process.argv.slice(2);
if (directory === undefined || !existsSync(directory)) {
  process.stderr.write("bench/reading/agree needs the folder with the labelled notices. Nothing was compared.\n");
  process.exit(1);
}
for (const folder of ["questions", "verdicts", "agreed"]) mkdirSync(join(here, folder), { recursive: true });
for (const name of readdirSync(join(here, "a")).toSorted()) {
  if (!existsSync(join(here, "b", name))) { process.stdout.write(`${name}: labelled once only\n`); continue; }
  compare(name, directory);
}
for (const modality of MODALITIES) {
  const counts = total.get(modality);
  if (counts !== undefined) process.stdout.write(`${modality.padEnd(15)} both ${counts.hits}, first only ${counts.extra}, second only ${counts.missed}, agreement F1 ${f1(counts).toFixed(3)}\n`);
}

function compare(name: string, folder: string): void {
  const file = name.replace(/\.labels$/u, ".txt");
  const text = readFileSync(join(folder, file), "utf8");
  const [first, second] = ["a", "b"].map((labeller) => parseLabels(name, readFileSync(join(here, labeller, name), "utf8"), text)) as [LabelledText, LabelledText];
  for (const [modality, counts] of matchOrders(text, first.orders, second.orders)) {
    const sum = total.get(modality) ?? { hits: 0, extra: 0, missed: 0 };
    total.set(modality, { hits: sum.hits + counts.hits, extra: sum.extra + counts.extra, missed: sum.missed + counts.missed });
  }
  const pairs = pairOrders(text, first.orders, second.orders);
  const paired = new Set(pairs.values());
  const questions = [...first.orders.filter((_, index) => !pairs.has(index)), ...second.orders.filter((_, index) => !paired.has(index))].toSorted(byPlace);
  const verdictFile = join(here, "verdicts", name.replace(/\.labels$/u, ".tsv"));
  const verdicts = existsSync(verdictFile) ? readVerdicts(readFileSync(verdictFile, "utf8")) : new Map<string, boolean>();
  const open = questions.filter((order) => !verdicts.has(keyOf(order)));
  writeFileSync(join(here, "questions", name.replace(/\.labels$/u, ".tsv")), open.map((order) => `${keyOf(order)}\t?\t${text.slice(...order.range).replace(/\s+/gu, " ").trim()}\n`).join(""));
  const sections = JSON.stringify(first.sections) === JSON.stringify(second.sections);
  process.stdout.write(`${file}: ${pairs.size} agreed, ${questions.length} asked, ${open.length} open${sections ? "" : `, sections differ (${first.sections.length} and ${second.sections.length})`}\n`);
  if (open.length > 0) return;
  const confirmed = questions.filter((order) => verdicts.get(keyOf(order)) === true);
  const agreed = [...pairs].flatMap(([left, right]) => cutAsConfirmed(first.orders[left], second.orders[right], confirmed));
  const orders = [...agreed, ...confirmed].toSorted(byPlace);
  writeFileSync(join(here, "agreed", name.replace(/\.labels$/u, ".json")), `${JSON.stringify({ file, textSha256: first.textSha256, sections: first.sections, orders }, null, 1)}\n`);
}

/** Where one labeller wrote one line and the other cut it, and the third reader confirmed the cuts, the cut stays and not the whole. */
function cutAsConfirmed(one: LabelledOrder | undefined, other: LabelledOrder | undefined, confirmed: readonly LabelledOrder[]): LabelledOrder[] {
  if (one === undefined || other === undefined) return [];
  const isCut = (order: LabelledOrder): boolean => confirmed.some(({ modality, range }) => modality === order.modality && range[0] < order.range[1] && range[1] > order.range[0]);
  return [isCut(one) && !isCut(other) ? other : one];
}

/** Lines `START-END<tab>MODALITY<tab>yes|no`, words may follow. */
function readVerdicts(lines: string): Map<string, boolean> {
  return new Map(lines.split("\n").filter((line) => line.trim() !== "").map((line) => {
    const [range, modality, verdict] = line.split("\t");
    if (verdict !== "yes" && verdict !== "no") throw new Error(`not a verdict: ${line}`);
    return [`${range}\t${modality}`, verdict === "yes"];
  }));
}
