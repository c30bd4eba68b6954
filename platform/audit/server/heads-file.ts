import type { PublicKey } from "#platform/keys";
import { appendFile, readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { DailyRoot } from "./store.ts";

/** The file of heads in the data folder; copy it elsewhere, so that whoever owns the database does not own it too. */
export const HEADS_FILE = "audit-heads.jsonl";

/** When the file was begun, and how many roots were there already: those were copied from the database and prove nothing against its owner. */
export type Begun = { readonly at: string; readonly copied: number };

/** A line that is none of ours; `torn`: the last one, which was not written to its end. */
export type LineFault = { readonly what: "torn" | "unreadable"; readonly line: number };

/** What is written outside the database: since when, the keys that may sign roots, the roots, and the first line that cannot be read. */
export type HeadsOutside = { readonly begun: Begun | null; readonly keys: readonly PublicKey[]; readonly roots: readonly DailyRoot[]; readonly fault: LineFault | null };

/** One line of the file as JSON. */
export type HeadsLine = { readonly begun: Begun } | { readonly key: PublicKey } | DailyRoot;

const lineForm = z.union([
  z.strictObject({ begun: z.strictObject({ at: z.string(), copied: z.number() }) }),
  z.strictObject({ key: z.strictObject({ kty: z.literal("EC"), crv: z.literal("P-256"), x: z.string(), y: z.string(), kid: z.string(), alg: z.literal("ES256"), use: z.literal("sig"), purpose: z.string() }) }),
  z.strictObject({ day: z.string(), heads: z.string(), keyId: z.string(), signature: z.string() }),
]);

/** What is written outside; null when there is no file, or nothing in it. */
export async function readHeadsFile(file: string): Promise<HeadsOutside | null> {
  const text = await textOf(file);
  if (text === "") return null;
  const lines = text.split("\n");
  // Whole lines end; what stands behind the last end is a line that was cut off, however it reads.
  const tail = lines.pop() ?? "";
  const read = lines.map(lineOf);
  const unreadable = read.indexOf(null);
  return {
    begun: read.flatMap((line) => (line !== null && "begun" in line ? [line.begun] : []))[0] ?? null,
    keys: read.flatMap((line) => (line !== null && "key" in line ? [line.key] : [])),
    roots: read.flatMap((line) => (line !== null && "day" in line ? [line] : [])),
    fault: unreadable >= 0 ? { what: "unreadable", line: unreadable + 1 } : tail === "" ? null : { what: "torn", line: lines.length + 1 },
  };
}

/** Begins the file; it gets its name when it is whole. */
export async function beginHeadsFile(file: string, lines: readonly HeadsLine[]): Promise<void> {
  await writeFile(`${file}.new`, textFrom(lines), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

/** Adds whole lines and waits until they are on the disk. A line that was cut off is written to its end when it is one of them; nothing is ever taken away. */
export async function addToHeadsFile(file: string, lines: readonly HeadsLine[]): Promise<void> {
  if (lines.length === 0) return;
  const tail = (await textOf(file)).split("\n").at(-1) ?? "";
  const cut = lines.find((line) => tail !== "" && JSON.stringify(line).startsWith(tail));
  const repair = tail === "" ? "" : cut === undefined ? "\n" : `${JSON.stringify(cut).slice(tail.length)}\n`;
  await appendFile(file, repair + textFrom(lines.filter((line) => line !== cut)), { mode: 0o600, flush: true });
}

const textFrom = (lines: readonly HeadsLine[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

function lineOf(text: string): HeadsLine | null {
  try {
    return lineForm.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
}
