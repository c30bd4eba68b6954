import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MODALITIES, readNotice, type Modality } from "#engines/reading";
import { baseline } from "./baseline.ts";
import { consentCounts, readerOrders } from "./consent/counts.ts";
import { regulations } from "./consent/regulations.ts";
import { type LabelledText, parseLabels, readLabels } from "./labels.ts";
import { type Counts, f1, matchOrders, matchSections, pairOrders, share } from "./match.ts";

type Score = { orders: Map<Modality, Counts>; sections: Counts };
type Answer = { sections: readonly { no: string; heading: string }[]; orders: { range: readonly [number, number]; modality: Modality }[] };

const [directory, ...options] = process.argv.slice(2);
const option = (name: string, otherwise: string): string => options.find((each) => each.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise;
if (directory === undefined || !existsSync(directory)) {
  process.stderr.write(`bench/reading needs the folder with the labelled notices: node bench/reading/run.ts DIR [--set=kept-aside|others|all] [--laws=DIR]\n${directory === undefined ? "No folder was given." : `There is no folder ${directory}.`} Nothing was measured.\n`);
  process.exit(1);
}
const here = import.meta.dirname;
const textOf = (file: string): string => readFileSync(join(directory, file), "utf8");
const keptAside = new Set((JSON.parse(readFileSync(join(here, "kept-aside.json"), "utf8")) as { keptAside: string[] }).keptAside);

const set = option("set", "kept-aside");
const labelsOption = option("labels", "agreed");
const laws = option("laws", "");
const labels = labelled().filter(({ file }) => set === "all" || keptAside.has(file) === (set === "kept-aside"));
const ours = scoreOf(labels, (text) => ({ sections: readNotice(text).sections, orders: readerOrders(text) }));
const theirs = scoreOf(labels, baseline);
process.stdout.write(`${labels.length} texts (${set}), ${labels.reduce((sum, { orders }) => sum + orders.length, 0)} labelled orders, ${labels.reduce((sum, { sections }) => sum + sections.length, 0)} labelled sections\n`);
const agreedOn = labels.filter(({ file }) => existsSync(join(here, "labels", "agreed", file.replace(/\.txt$/u, ".json")))).length;
const twice = labels.filter(({ file }) => existsSync(join(here, "labels", "b", file.replace(/\.txt$/u, ".labels")))).length;
process.stdout.write(`labels: ${labelsOption === "agreed" ? `${agreedOn} texts as agreed by both labellers and a third reader, the others as the first labelled them; ${twice} of ${labels.length} are labelled twice; consents as two readers both found them, labelled anew` : `labeller ${labelsOption}`}\n\n`);
if (laws === "") process.stdout.write("No --laws=DIR (a checkout of the public collection LawRefBook/Laws): consents are counted on the notices alone, which have a handful of them.\n\n");
print("reader", ours);
print("30-line regular expression", theirs);
if (options.includes("--errors")) for (const each of labels) printErrors(each);
printSpeed();

/** What both labellers and the third reader agreed on, where that is done; else the first labeller's words, and it is said. */
function labelled(): LabelledText[] {
  const folder = join(here, "labels", "agreed");
  const agreed = labelsOption === "agreed" && existsSync(folder) ? readLabels(folder, textOf) : [];
  const others = byOne(labelsOption === "agreed" ? "a" : labelsOption).filter(({ file }) => agreed.every((each) => each.file !== file));
  return labelsOption === "agreed" ? [...agreed, ...others].map(withConsents) : others;
}

/** Consents as two readers labelled them anew, once the rule said in so many words what counts: what both found. */
function withConsents(label: LabelledText): LabelledText {
  const [first, second] = ["a", "b"].map((labeller) => {
    const path = join(here, "labels", "consent", labeller, label.file.replace(/\.txt$/u, ".labels"));
    return existsSync(path) ? parseLabels(label.file, readFileSync(path, "utf8"), textOf(label.file)).orders : null;
  });
  if (first === null || second === null || first === undefined || second === undefined) return label;
  const both = pairOrders(textOf(label.file), first, second);
  return { ...label, orders: [...label.orders.filter(({ modality }) => modality !== "needs-approval"), ...first.filter((_, index) => both.has(index))] };
}

function byOne(labeller: string): LabelledText[] {
  const texts = [...keptAside, ...(JSON.parse(readFileSync(join(here, "kept-aside.json"), "utf8")) as { others?: string[] }).others ?? []];
  return texts.map((file) => ({ file, path: join(here, "labels", labeller, file.replace(/\.txt$/u, ".labels")) })).filter(({ path }) => existsSync(path)).map(({ file, path }) => parseLabels(file, readFileSync(path, "utf8"), textOf(file)));
}

function scoreOf(texts: readonly LabelledText[], read: (text: string) => Answer): Score {
  const total: Score = { orders: new Map(), sections: { hits: 0, extra: 0, missed: 0 } };
  for (const label of texts) {
    const text = textOf(label.file);
    const answer = read(text);
    add(total.sections, matchSections(answer.sections, label.sections));
    for (const [modality, counts] of matchOrders(text, answer.orders, label.orders)) {
      const sum = total.orders.get(modality) ?? { hits: 0, extra: 0, missed: 0 };
      add(sum, counts);
      total.orders.set(modality, sum);
    }
  }
  return total;
}

function add(sum: Counts, more: Counts): void {
  sum.hits += more.hits;
  sum.extra += more.extra;
  sum.missed += more.missed;
}

function print(name: string, score: Score): void {
  process.stdout.write(`${name}\n  ${"".padEnd(17)} labelled  found  right   precision [95%]       recall [95%]          F1\n`);
  row("sections", score.sections);
  for (const modality of MODALITIES) row(modality, score.orders.get(modality) ?? { hits: 0, extra: 0, missed: 0 });
  // The notices have a handful of consents: too few to tell. The regulations of this set are counted along, by their first labeller.
  if (laws !== "") {
    const pooled = { ...(score.orders.get("needs-approval") ?? { hits: 0, extra: 0, missed: 0 }) };
    add(pooled, consentCounts(laws, regulations.filter((each) => set === "all" || each.set === set), "a", name === "reader" ? readerOrders : (text) => baseline(text).orders));
    row("…regulations too", pooled);
  }
  process.stdout.write("\n");
}

function row(name: string, counts: Counts): void {
  const { hits, extra, missed } = counts;
  const interval = (part: number, whole: number): string => {
    const { value, low, high } = share(part, whole);
    return Number.isNaN(value) ? "   –                 " : `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  };
  process.stdout.write(`  ${name.padEnd(17)} ${String(hits + missed).padStart(8)}  ${String(hits + extra).padStart(5)}  ${String(hits).padStart(5)}   ${interval(hits, hits + extra)}  ${interval(hits, hits + missed)}  ${f1(counts).toFixed(3)}\n`);
}

/** Shows what the reader found too much and too little, for those who work on the grammar with the other texts. */
function printErrors(label: LabelledText): void {
  const text = textOf(label.file);
  process.stdout.write(`--- ${label.file}\n`);
  const found = readerOrders(text);
  for (const order of found) if (matchOrders(text, [order], label.orders).get(order.modality)?.hits !== 1) process.stdout.write(`  + ${order.modality}: ${text.slice(...order.range).trim()}\n`);
  for (const order of label.orders) if ((matchOrders(text, found, [order]).get(order.modality)?.missed ?? 0) > 0) process.stdout.write(`  - ${order.modality}: ${text.slice(...order.range).trim()}\n`);
}

/** Each text read on its own, over and over: texts set end to end would be one notice with a long foot, which reads much faster. */
function printSpeed(): void {
  const texts = labels.map(({ file }) => textOf(file));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const round = (): number => {
    const start = process.cpuUsage();
    for (const text of texts) readNotice(text);
    const used = process.cpuUsage(start);
    return bytes / (used.user + used.system);
  };
  for (let warming = 0; warming < 30; warming += 1) round();
  const rounds = Array.from({ length: 31 }, round).toSorted((left, right) => left - right);
  process.stdout.write(`speed: ${rounds[15]?.toFixed(1)} MB of UTF-8 per CPU second (median of 31 rounds over ${texts.length} texts, ${(bytes / 1e6).toFixed(2)} MB; best ${rounds.at(-1)?.toFixed(1)})\n`);
}
