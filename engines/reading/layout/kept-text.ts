import type { Range } from "../reading.ts";

/**
 * The text with some stretches taken out (furniture, a second copy), remembering where every character
 * came from. Everything after it reads `text` and asks `rangesOf` for the way back to the source.
 */
export type KeptText = {
  /** What was kept, with half-width marks between Chinese characters widened, so that one grammar reads both. */
  readonly text: string;
  /** The same characters as written; quotes and names come from here. */
  readonly written: string;
  /** Offset in the source of a character of `text`; the end of `text` maps to the end of its last piece. */
  readonly offsetOf: (kept: number) => number;
  /** Source ranges of a stretch of `text`; more than one where something was taken out inside it. */
  readonly rangesOf: (start: number, end: number) => Range[];
};

/** Takes sorted, disjoint `removed` ranges out of `source`. */
export function keepText(source: string, removed: readonly Range[]): KeptText {
  const pieces: { kept: number; source: number; length: number }[] = [];
  let at = 0;
  const parts: string[] = [];
  let kept = 0;
  for (const [start, end] of [...removed, [source.length, source.length] as const]) {
    if (start > at) {
      pieces.push({ kept, source: at, length: start - at });
      parts.push(source.slice(at, start));
      kept += start - at;
    }
    at = Math.max(at, end);
  }
  const written = parts.join("");
  const text = widen(written);
  const pieceAt = (offset: number): number => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.kept ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const offsetOf = (offset: number): number => {
    const piece = pieces[pieceAt(offset)];
    return piece === undefined ? 0 : piece.source + Math.min(offset - piece.kept, piece.length);
  };
  const rangesOf = (start: number, end: number): Range[] => {
    const ranges: Range[] = [];
    for (let index = pieceAt(start); index < pieces.length; index += 1) {
      const piece = pieces[index];
      if (piece === undefined || piece.kept >= end) break;
      const from = piece.source + Math.max(0, start - piece.kept);
      const to = piece.source + Math.min(piece.length, end - piece.kept);
      if (to > from) ranges.push([from, to]);
    }
    return ranges;
  };
  return { text, written, offsetOf, rangesOf };
}

const WIDE: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", ".": "。", "?": "？", "!": "！" };

/** Widens marks behind a Chinese character; a stop only before another one, a pad or the end (第3.5条 keeps its point). */
function widen(words: string): string {
  return words.replace(/(?<=[\u4e00-\u9fff）)”》])(?:[,;:?!]|\.(?=[\u4e00-\u9fff“（(\s\u3000]|$))/gu, (mark) => WIDE[mark] ?? mark);
}
