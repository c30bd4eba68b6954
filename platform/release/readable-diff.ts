import { diffArrays } from "diff";

/** A stretch of a text that stayed, came or went. */
export type DiffPart = { readonly kind: "same" | "added" | "removed"; readonly words: string };

/**
 * How one text became another, in pieces people read: Chinese by sign with short islands joined, other scripts by word.
 * Joining all but the removed parts gives the new text, all but the added the old one.
 */
export function textDiff(before: string, after: string): readonly DiffPart[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", words: before }];
  const parts = diffArrays(piecesOf(before), piecesOf(after)).map(({ added, removed, value }): DiffPart => ({ kind: added ? "added" : removed ? "removed" : "same", words: value.join("") }));
  return joined(parts);
}

const piecesOf = (text: string): string[] => text.match(/[A-Za-z0-9]+|[^\S\n]+|\n|[\s\S]/gu) ?? [];

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
