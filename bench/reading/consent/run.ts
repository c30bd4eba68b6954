import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readNotice } from "#engines/reading";
import { baseline } from "../baseline.ts";
import { parseLabels } from "../labels.ts";
import { type Counts, f1, matchOrders, type Order, share } from "../match.ts";

/**
 * How well consent is read, on regulations that were chosen by the SHA-256 of their titles among those that speak of consent, and
 * labelled by two readers. `others` may be looked at while the grammar is written; `kept-aside` is counted and never looked at.
 */
for (const set of ["others", "kept-aside", "third"]) {
  const here = join(import.meta.dirname, set);
  const texts = readdirSync(join(here, "texts")).toSorted();
  process.stdout.write(`\n${set}: ${texts.length} texts\n`);
  for (const labeller of ["a", "b"]) {
    for (const [name, read] of [["reader", ours], ["30-line regular expression", (text: string) => baseline(text).orders]] as const) {
      const total: Counts = { hits: 0, extra: 0, missed: 0 };
      for (const file of texts) add(total, countsOf(here, file, labeller, read));
      report(`labeller ${labeller}, ${name}`, total);
    }
  }
  const between: Counts = { hits: 0, extra: 0, missed: 0 };
  for (const file of texts) add(between, countsOf(here, file, "b", () => ordersOf(here, file, "a")));
  report("first labeller by the second", between);
}

function ours(text: string): Order[] {
  return readNotice(text).obligations.map(({ ranges, modality }) => ({ range: [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0], modality }));
}

function countsOf(here: string, file: string, labeller: string, read: (text: string) => readonly Order[]): Counts {
  const text = readFileSync(join(here, "texts", file), "utf8");
  const consents = (orders: readonly Order[]): Order[] => orders.filter(({ modality }) => modality === "needs-approval");
  return matchOrders(text, consents(read(text)), consents(ordersOf(here, file, labeller))).get("needs-approval") ?? { hits: 0, extra: 0, missed: 0 };
}

function ordersOf(here: string, file: string, labeller: string): readonly Order[] {
  const text = readFileSync(join(here, "texts", file), "utf8");
  return parseLabels(file, readFileSync(join(here, "labels", labeller, file.replace(/\.txt$/u, ".labels")), "utf8"), text).orders;
}

function add(sum: Counts, more: Counts): void {
  sum.hits += more.hits;
  sum.extra += more.extra;
  sum.missed += more.missed;
}

function report(name: string, counts: Counts): void {
  const { hits, extra, missed } = counts;
  const [precision, recall] = [share(hits, hits + extra), share(hits, hits + missed)];
  process.stdout.write(`${name.padEnd(44)} labelled ${hits + missed}  found ${hits + extra}  right ${hits}  precision ${precision.value.toFixed(3)} [${precision.low.toFixed(3)}, ${precision.high.toFixed(3)}]  recall ${recall.value.toFixed(3)} [${recall.low.toFixed(3)}, ${recall.high.toFixed(3)}]  F1 ${f1(counts).toFixed(3)}\n`);
}
