import type { Chunk, Sentence } from "./sentences.ts";

/** A chunk as the grammar sees it, with what stands around it in its sentence. */
export type View = {
  readonly sentence: Sentence; readonly chunk: Chunk; readonly index: number;
  /** Its words with brackets and quotes hidden, and as written; those of the chunk behind (`next`, empty for none) and before. */
  readonly shown: string; readonly source: string; readonly next: string; readonly lastShown: string;
  /** What the sentence said before it, bounded. */
  readonly earlier: string;
  /** Does it begin the sentence or what follows a semicolon? Is it the last before a semicolon or the end? */
  readonly opens: boolean; readonly closes: boolean;
};

const LONGEST_CHUNK = 500;

/** The chunks of a sentence of `written`, each with what stands around it. */
export function viewsOf(written: string, sentence: Sentence): View[] {
  const { chunks, shown, start: offset } = sentence;
  const shownOf = (chunk: Chunk | undefined): string => chunk === undefined ? "" : shown.slice(chunk.start, Math.min(chunk.end, chunk.start + LONGEST_CHUNK));
  return chunks.map((chunk, index) => ({
    sentence, chunk, index,
    shown: shownOf(chunk), source: written.slice(offset + chunk.start, offset + chunk.end), next: shownOf(chunks[index + 1]),
    lastShown: index === 0 ? "" : shown.slice(chunks[index - 1]?.start, chunk.start),
    earlier: shown.slice(Math.max(0, chunk.start - LONGEST_CHUNK), chunk.start),
    opens: index === 0 || chunks[index - 1]?.mark === "；",
    closes: chunk.mark === "；" || index === chunks.length - 1,
  }));
}

/** What the sentence shows from the chunk on, bounded. */
export const fromHere = ({ sentence, chunk }: View): string => sentence.shown.slice(chunk.start, chunk.start + LONGEST_CHUNK);
