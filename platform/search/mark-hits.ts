/** A piece of a text, a hit or not. */
export type MarkedStretch = { readonly words: string; readonly hit: boolean };

const BEFORE = 20;
const LENGTH = 90;

/** The stretch of `text` around the first place where words of the query stand, those words apart; its beginning when none stands there as such (pinyin). */
export function markHits(text: string, query: string): readonly MarkedStretch[] {
  const wanted = query.match(/[\p{Script=Han}]+|[\p{L}\p{N}]+/gu)?.filter((words) => words.length > 1 || /\p{Script=Han}/u.test(words)) ?? [];
  const pieces = wanted.flatMap((words) => (text.includes(words) ? [words] : pairsOf(words).filter((pair) => text.includes(pair))));
  const pattern = pieces.length === 0 ? null : new RegExp(pieces.toSorted((one, other) => other.length - one.length).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)).join("|"), "giu");
  const first = pattern === null ? 0 : Math.max(0, text.search(pattern));
  const start = Math.max(0, first - BEFORE);
  const stretch = `${start > 0 ? "……" : ""}${text.slice(start, start + LENGTH).replace(/\s+/gu, " ")}${start + LENGTH < text.length ? "……" : ""}`;
  if (pattern === null) return [{ words: stretch, hit: false }];
  const marked: MarkedStretch[] = [];
  let at = 0;
  for (const found of stretch.matchAll(pattern)) {
    if (found.index > at) marked.push({ words: stretch.slice(at, found.index), hit: false });
    marked.push({ words: found[0], hit: true });
    at = found.index + found[0].length;
  }
  if (at < stretch.length) marked.push({ words: stretch.slice(at), hit: false });
  return marked;
}

const pairsOf = (words: string): string[] => (/\p{Script=Han}/u.test(words) ? Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)) : []);
