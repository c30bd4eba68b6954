import { markerAt } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";

/**
 * Paragraphs of a table of contents: a run of three or more numbered lines that all come again, in the same order,
 * as headings further down. Reading them as items would print every number twice.
 */
export function contentsList(text: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  const lines = paragraphs.map((paragraph) => text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 60)).replace(/[\s\u3000.…·\d]+$/u, ""));
  const later = new Map<string, number>();
  lines.forEach((line, index) => later.set(line, index));
  const found: Paragraph[] = [];
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= 3) for (const index of run) { const paragraph = paragraphs[index]; if (paragraph !== undefined) found.push(paragraph); }
    run = [];
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    const line = lines[index] ?? "";
    const again = later.get(line) ?? index;
    const numbered = paragraph.end - paragraph.start <= 60 && markerAt(text, paragraph.start, true) !== null;
    const opens = run.length === 0 && /^目\s*[录次]$/u.test(line);
    if (opens || (numbered && again > index + run.length)) run.push(index);
    else close();
  }
  close();
  return found;
}
