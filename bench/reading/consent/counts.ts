import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readNotice } from "#engines/reading";
import { parseLabels } from "../labels.ts";
import { type Counts, matchOrders, type Order } from "../match.ts";
import { type Regulation, textOf } from "./regulations.ts";

/** Right, false and missed consents of `read` on some regulations, by the labels of one labeller; `folder` holds the collection of laws. */
export function consentCounts(folder: string, chosen: readonly Regulation[], labeller: string, read: (text: string, regulation: Regulation) => readonly Order[]): Counts {
  const total: Counts = { hits: 0, extra: 0, missed: 0 };
  for (const regulation of chosen) {
    const text = textOf(regulation, folder);
    const counts = matchOrders(text, consents(read(text, regulation)), consents(labelled(regulation, text, labeller))).get("needs-approval");
    total.hits += counts?.hits ?? 0;
    total.extra += counts?.extra ?? 0;
    total.missed += counts?.missed ?? 0;
  }
  return total;
}

const fileOf = ({ name }: Regulation, labeller: string): string => join(import.meta.dirname, "labels", labeller, `${name}.labels`);

/** Has this labeller labelled the regulation? */
export const isLabelled = (regulation: Regulation, labeller: string): boolean => existsSync(fileOf(regulation, labeller));

/** The orders one labeller named in a regulation. */
export const labelled = (regulation: Regulation, text: string, labeller: string): readonly Order[] =>
  parseLabels(regulation.name, readFileSync(fileOf(regulation, labeller), "utf8"), text).orders;

/** What the reader finds, as the labels say it. */
export const readerOrders = (text: string): Order[] =>
  readNotice(text).obligations.map(({ ranges, modality }) => ({ range: [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0], modality }));

const consents = (orders: readonly Order[]): Order[] => orders.filter(({ modality }) => modality === "needs-approval");
