import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MODALITIES, type Modality, type Range } from "#engines/reading";
import { segmentsOf, textHash } from "./segments.ts";

/** One order as a person labelled it: source range and strength. */
export type LabelledOrder = { readonly range: Range; readonly modality: Modality; readonly approver: string | null };

/** Everything labelled in one text. `textSha256` names the exact text the ranges index. */
export type LabelledText = {
  readonly file: string;
  readonly textSha256: string;
  readonly sections: readonly { readonly no: string; readonly heading: string }[];
  readonly orders: readonly LabelledOrder[];
};

/** Turns one labeller's segment file into ranges of the text. Throws with file and line when a line is no label. */
export function parseLabels(file: string, labels: string, text: string): LabelledText {
  const segments = segmentsOf(text);
  const sections: LabelledText["sections"][number][] = [];
  const orders: LabelledOrder[] = [];
  labels.split("\n").forEach((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return;
    const section = /^sec\s+\d+\s+(\S+)(?:\s+(.*))?$/u.exec(line);
    if (section !== null) { sections.push({ no: section[1] ?? "", heading: (section[2] ?? "").trim() }); return; }
    const order = /^obl\s+(\d+)(?:-(\d+))?\s+(\S+)(?:\s+approver=(.*))?$/u.exec(line);
    const modality = MODALITIES.find((each) => each === order?.[3]);
    const first = segments[Number(order?.[1])];
    const last = segments[Number(order?.[2] ?? order?.[1])];
    if (order === null || modality === undefined || first === undefined || last === undefined) throw new Error(`${file} line ${index + 1}: not a label: ${line}`);
    orders.push({ range: [first.start, last.end], modality, approver: order[4]?.trim() ?? null });
  });
  return { file, textSha256: textHash(text), sections, orders };
}

/** Reads a folder of compiled labels (`*.json`), and says which text has changed since it was labelled. */
export function readLabels(folder: string, textOf: (file: string) => string): LabelledText[] {
  return readdirSync(folder).filter((name) => name.endsWith(".json")).toSorted().map((name) => {
    const labelled = JSON.parse(readFileSync(join(folder, name), "utf8")) as LabelledText;
    const hash = textHash(textOf(labelled.file));
    if (hash !== labelled.textSha256) throw new Error(`${labelled.file} is not the text that was labelled: SHA-256 ${hash}, labels are for ${labelled.textSha256}.`);
    return labelled;
  });
}
