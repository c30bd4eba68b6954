import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readNotice } from "#engines/reading";
import { parseLabels } from "../labels.ts";
import { type Counts, matchOrders, type Order } from "../match.ts";

/** Regulations that speak of consent: `others` may be looked at while the grammar is written, `kept-aside` is counted and never looked at. */
export type ConsentSet = "others" | "kept-aside";

/** The texts of a set, by file name. */
export const textsOf = (set: ConsentSet): string[] => readdirSync(join(import.meta.dirname, set, "texts")).toSorted();

/** Right, false and missed consents of `read` on a set, by the labels of one labeller. */
export function consentCounts(set: ConsentSet, labeller: string, read: (text: string, file: string) => readonly Order[]): Counts {
  const total: Counts = { hits: 0, extra: 0, missed: 0 };
  for (const file of textsOf(set)) {
    const text = textOf(set, file);
    const counts = matchOrders(text, consents(read(text, file)), consents(labelled(set, file, labeller))).get("needs-approval");
    total.hits += counts?.hits ?? 0;
    total.extra += counts?.extra ?? 0;
    total.missed += counts?.missed ?? 0;
  }
  return total;
}

/** The orders one labeller named in a text. */
export const labelled = (set: ConsentSet, file: string, labeller: string): readonly Order[] =>
  parseLabels(file, readFileSync(join(import.meta.dirname, set, "labels", labeller, file.replace(/\.txt$/u, ".labels")), "utf8"), textOf(set, file)).orders;

/** What the reader finds, as the labels say it. */
export const readerOrders = (text: string): Order[] =>
  readNotice(text).obligations.map(({ ranges, modality }) => ({ range: [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0], modality }));

const consents = (orders: readonly Order[]): Order[] => orders.filter(({ modality }) => modality === "needs-approval");
const textOf = (set: ConsentSet, file: string): string => readFileSync(join(import.meta.dirname, set, "texts", file), "utf8");
