import { diffArrays } from "diff";

/** A stretch of a text that stayed, came or went. */
export type DiffPart = { readonly kind: "same" | "added" | "removed"; readonly words: string };

/**
 * How one text became another, in pieces people read: paragraph by paragraph, inside changed paragraphs Chinese by sign with short islands
 * joined, other scripts by word. What was mostly written anew is shown as such, the old whole and the new whole: nobody
 * can read more crumbs than that, and the time it takes is bounded whatever the texts are.
 * Joining all but the removed parts gives the new text, all but the added the old one.
 */
export function textDiff(before: string, after: string): readonly DiffPart[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", words: before }];
  const budget = { edits: EDITS_MAX };
  return merged(blocksOf(before, after).flatMap(({ removed, added }) => (removed === added ? [{ kind: "same" as const, words: removed }] : insideOf(removed, added, budget))));
}

/** Changes looked for in one stretch, and in both texts together; the time grows with their square. */
const EDITS_OF_BLOCK = 400;
const EDITS_MAX = 2_000;
/** Signs and words of one stretch, and paragraphs, beyond which it counts as written anew. */
const PIECES_MAX = 20_000;
const PARAGRAPHS_MAX = 20_000;

/** Stretches of whole paragraphs: equal on both sides, or one side's in place of the other's. */
type Block = { readonly removed: string; readonly added: string };

function blocksOf(before: string, after: string): Block[] {
  const [one, other] = [paragraphsOf(before), paragraphsOf(after)];
  const [head, tail] = commonEnds(one, other);
  const [own, theirs] = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)];
  const same = (paragraphs: readonly string[]): Block[] => (paragraphs.length === 0 ? [] : [{ removed: paragraphs.join(""), added: paragraphs.join("") }]);
  const parts = own.length + theirs.length > PARAGRAPHS_MAX ? undefined : diffArrays(own, theirs, { maxEditLength: EDITS_OF_BLOCK });
  return [...same(one.slice(0, head)), ...(parts === undefined ? [{ removed: own.join(""), added: theirs.join("") }] : blocksFrom(parts)), ...same(one.slice(one.length - tail))];
}

function blocksFrom(parts: readonly { readonly added: boolean; readonly removed: boolean; readonly value: readonly string[] }[]): Block[] {
  const blocks: Block[] = [];
  let [removed, added] = ["", ""];
  const flush = (): void => {
    if (removed !== "" || added !== "") blocks.push({ removed, added });
    [removed, added] = ["", ""];
  };
  for (const part of parts) {
    const words = part.value.join("");
    if (part.removed) removed += words;
    else if (part.added) added += words;
    else { flush(); blocks.push({ removed: words, added: words }); }
  }
  flush();
  return blocks;
}

/** A changed stretch sign by sign, or as written anew. */
function insideOf(removed: string, added: string, budget: { edits: number }): readonly DiffPart[] {
  const [one, other] = [piecesOf(removed), piecesOf(added)];
  const [head, tail] = commonEnds(one, other);
  const [own, theirs] = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)];
  const part = (kind: DiffPart["kind"], pieces: readonly string[]): DiffPart[] => (pieces.length === 0 ? [] : [{ kind, words: pieces.join("") }]);
  const editsMax = Math.min(EDITS_OF_BLOCK, budget.edits);
  const found = own.length === 0 || theirs.length === 0 || own.length + theirs.length > PIECES_MAX || editsMax === 0 ? undefined : diffArrays(own, theirs, { maxEditLength: editsMax });
  budget.edits -= found === undefined ? editsMax : found.filter((each) => each.added || each.removed).reduce((sum, { count }) => sum + count, 0);
  const middle = found?.map((each): DiffPart => ({ kind: each.added ? "added" : each.removed ? "removed" : "same", words: each.value.join("") })) ?? [...part("removed", own), ...part("added", theirs)];
  return joined(merged([...part("same", one.slice(0, head)), ...middle, ...part("same", one.slice(one.length - tail))]));
}

/** How many at the beginning and at the end are equal, without counting one twice. */
function commonEnds(one: readonly string[], other: readonly string[]): readonly [head: number, tail: number] {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  return [head, tail];
}

const paragraphsOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
const piecesOf = (text: string): string[] => text.match(/[A-Za-z0-9]+|[^\S\n]+|\n|[\s\S]/gu) ?? [];

/** Neighbours of one kind are one part. */
function merged(parts: readonly DiffPart[]): DiffPart[] {
  const result: { kind: DiffPart["kind"]; words: string }[] = [];
  for (const { kind, words } of parts) {
    const last = result.at(-1);
    if (last?.kind === kind) last.words += words;
    else result.push({ kind, words });
  }
  return result;
}

/** A single sign that happens to be the same between two changes is noise: it goes with the change. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: { kind: DiffPart["kind"]; words: string }[] = [];
  let [removed, added] = ["", ""];
  const flush = (): void => {
    if (removed !== "") result.push({ kind: "removed", words: removed });
    if (added !== "") result.push({ kind: "added", words: added });
    [removed, added] = ["", ""];
  };
  for (const [index, { kind, words }] of parts.entries()) {
    const isIsland = kind === "same" && words.length === 1 && /[\u4e00-\u9fff]/u.test(words) && index > 0 && index < parts.length - 1;
    if (kind === "removed") removed += words;
    else if (kind === "added") added += words;
    else if (isIsland && (removed !== "" || added !== "")) { removed += words; added += words; }
    else { flush(); result.push({ kind, words }); }
  }
  flush();
  return result;
}

/** What happened to the members of a list that have names: which came, went, stayed or changed. In the order of `after`, the gone ones last. */
export function keyedDiff<Item>(before: readonly Item[], after: readonly Item[], keyOf: (item: Item) => string, isSame: (one: Item, other: Item) => boolean): readonly KeyedChange<Item>[] {
  const known = new Map(before.map((item) => [keyOf(item), item]));
  const kept = new Set(after.map(keyOf));
  return [
    ...after.map((item): KeyedChange<Item> => {
      const was = known.get(keyOf(item)) ?? null;
      return { key: keyOf(item), before: was, after: item, kind: was === null ? "added" : isSame(was, item) ? "same" : "changed" };
    }),
    ...before.filter((item) => !kept.has(keyOf(item))).map((item): KeyedChange<Item> => ({ key: keyOf(item), before: item, after: null, kind: "removed" })),
  ];
}

export type KeyedChange<Item> = { readonly key: string; readonly kind: "same" | "added" | "removed" | "changed"; readonly before: Item | null; readonly after: Item | null };
