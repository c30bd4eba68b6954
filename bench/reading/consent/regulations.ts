import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { textHash } from "../segments.ts";

/** `others` may be looked at while the grammar is written, `kept-aside` is counted and never looked at. */
export type ConsentSet = "others" | "kept-aside";
/** A regulation that was labelled: when it was drawn, where the public collection of laws LawRefBook/Laws has it, and the SHA-256 of its words. */
export type Regulation = { readonly name: string; readonly set: ConsentSet; readonly drawn: string; readonly path: string; readonly textSha256: string };

/**
 * Every regulation that was labelled, chosen by the SHA-256 of their titles among those that speak of consent; since 2026-11-30
 * among those about what a city's emergencies touch (fire, floods, epidemics, roads, gas, fireworks…), and every document of the State
 * Council (国务院关于…, …的通知) that had not been read before, of which sixteen, by the SHA-256 of their names, are looked at since. The 270 and the 160
 * labelled once were labelled batch by batch, each counted before it was looked at, and then written with; forty drawn after them stay aside.
 * `drawn` names the draw.
 */
export const regulations = JSON.parse(readFileSync(join(import.meta.dirname, "regulations.json"), "utf8")) as readonly Regulation[];

/**
 * The words of a regulation, from a checkout of the collection (its texts are not part of this repository). Throws, with what to do,
 * where the file is missing or has changed since it was labelled.
 */
export function textOf({ path, textSha256 }: Regulation, folder: string): string {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`${folder} has no ${path}: give the folder of a checkout of LawRefBook/Laws.`);
  const text = wordsOf(readFileSync(file, "utf8"));
  if (textHash(text) !== textSha256) throw new Error(`${path} is not the text that was labelled: SHA-256 ${textHash(text)}, labels are for ${textSha256}. Check out an earlier state of the collection.`);
  return text;
}

/** The collection's marks of headings, comments and empty lines are none of the law's words. */
function wordsOf(markdown: string): string {
  const lines = markdown.split("\n").filter((line) => line !== "" && !line.startsWith("<!--")).map((line) => line.replace(/^#+ */u, ""));
  return `${lines.join("\n")}\n`;
}
