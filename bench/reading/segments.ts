import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A stretch of the source between two marks, numbered so that a person can cite it. */
export type Segment = { index: number; start: number; end: number };

/**
 * Cuts a text after every 。！？；，： and line break, knowing nothing of grammar, so that labels made
 * with it owe nothing to the reader they judge. Offsets are UTF-16 code units.
 */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!"。！？；，：\n".includes(text[at] ?? "")) continue;
    segments.push({ index: segments.length, start, end: at + 1 });
    start = at + 1;
  }
  if (start < text.length) segments.push({ index: segments.length, start, end: text.length });
  return segments;
}

/** SHA-256 (hex) of the decoded text, as the read contract defines it. */
export function textHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

if (process.argv[1]?.endsWith("segments.ts")) {
  const text = readFileSync(process.argv[2] ?? "", "utf8");
  for (const segment of segmentsOf(text)) {
    const words = text.slice(segment.start, segment.end).replaceAll("\n", "⏎");
    if (words !== "⏎") process.stdout.write(`${segment.index}\t${words}\n`);
  }
}
