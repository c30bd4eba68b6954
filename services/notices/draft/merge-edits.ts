import type { DraftContent } from "./draft-content.ts";

/** Both officers changed this, differently; `path` is its place in the draft: `clauses`, `一`, `title`, `zh`. */
export type EditConflict = { readonly path: readonly string[]; readonly mine: unknown; readonly theirs: unknown };

/**
 * Two officers changed the same draft: everything either of them changed since `base` is kept. Where both changed the same
 * thing differently, theirs (saved already) stands and the conflict is told with both, so that nothing is lost. Clauses are known by their
 * place, duties by their key; corrections and seen remarks are joined, theirs first, without what either took back.
 */
export function mergeEdits(base: DraftContent, mine: DraftContent, theirs: DraftContent): { readonly merged: DraftContent; readonly conflicts: readonly EditConflict[] } {
  const conflicts: EditConflict[] = [];
  const merged: DraftContent = {
    ...mergeValue(withoutLists(base), withoutLists(mine), withoutLists(theirs), [], conflicts) as Omit<DraftContent, ListName>,
    clauses: mergeKeyed(base.clauses, mine.clauses, theirs.clauses, ({ place }) => place, ["clauses"], conflicts),
    duties: mergeKeyed(base.duties, mine.duties, theirs.duties, ({ key }) => key, ["duties"], conflicts),
    corrections: joined(base.corrections, mine.corrections, theirs.corrections),
    acknowledged: joined(base.acknowledged, mine.acknowledged, theirs.acknowledged),
  };
  return { merged, conflicts };
}

/** What one officer wrote since `base`, piece by piece; `theirs` is what stood there before. */
export function editsBetween(base: DraftContent, mine: DraftContent): EditConflict[] {
  const edits: EditConflict[] = [];
  collectEdits(byName(base), byName(mine), [], edits);
  return edits;
}

/** The draft with this put at a place that `mergeEdits` told of. */
export function withValue(content: DraftContent, [first = "", ...rest]: readonly string[], value: unknown): DraftContent {
  if (first !== "clauses" && first !== "duties") return putAt(content, [first, ...rest], value) as DraftContent;
  const [name = "", ...inside] = rest;
  const nameOf = (item: { readonly place?: string; readonly key: string | null }) => item.place ?? item.key;
  return { ...content, [first]: content[first].map((item) => (nameOf(item) === name ? putAt(item, inside, value) : item)) };
}

function putAt(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  return { ...(isRecord(whole) ? whole : {}), [name]: putAt(isRecord(whole) ? whole[name] : undefined, rest, value) };
}

/** Lists as records, so that their members are known by name and not by number. */
function byName({ clauses, duties, corrections, acknowledged, ...rest }: DraftContent): Record<string, unknown> {
  return {
    ...rest, clauses: Object.fromEntries(clauses.map((clause) => [clause.place, clause])), duties: Object.fromEntries(duties.map((duty) => [duty.key, duty])),
    corrections: Object.fromEntries(corrections.map((correction) => [text(correction), { done: correction }])), acknowledged: Object.fromEntries(acknowledged.map((name) => [name, true])),
  };
}

function collectEdits(was: unknown, mine: unknown, path: readonly string[], edits: EditConflict[]): void {
  if (same(was, mine)) return;
  if (isRecord(was) && isRecord(mine)) for (const name of new Set([...Object.keys(was), ...Object.keys(mine)])) collectEdits(was[name], mine[name], [...path, name], edits);
  else edits.push({ path, mine, theirs: was });
}

type ListName = "clauses" | "duties" | "corrections" | "acknowledged";

function withoutLists({ clauses: _clauses, duties: _duties, corrections: _corrections, acknowledged: _acknowledged, ...rest }: DraftContent): Omit<DraftContent, ListName> {
  return rest;
}

function mergeValue(base: unknown, mine: unknown, theirs: unknown, path: readonly string[], conflicts: EditConflict[]): unknown {
  if (same(mine, theirs) || same(mine, base)) return theirs;
  if (same(theirs, base)) return mine;
  if (isRecord(base) && isRecord(mine) && isRecord(theirs)) {
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return Object.fromEntries(names.map((name) => [name, mergeValue(base[name], mine[name], theirs[name], [...path, name], conflicts)]));
  }
  conflicts.push({ path, mine, theirs });
  return theirs;
}

/** In their order; what only I added comes last. Something one of us took away stays away unless the other changed it. */
function mergeKeyed<Item>(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[], keyOf: (item: Item) => string, path: readonly string[], conflicts: EditConflict[]): Item[] {
  const [known, own, other] = [byKey(base, keyOf), byKey(mine, keyOf), byKey(theirs, keyOf)];
  return [...new Set([...other.keys(), ...own.keys()])].flatMap((key) => {
    const [was, left, right] = [known.get(key), own.get(key), other.get(key)];
    if (left === undefined || right === undefined) {
      const one = left ?? right;
      return one === undefined || (was !== undefined && same(one, was)) ? [] : [one];
    }
    return [was === undefined ? (same(left, right) ? right : told(left, right, [...path, key], conflicts)) : mergeValue(was, left, right, [...path, key], conflicts) as Item];
  });
}

function told<Item>(mine: Item, theirs: Item, path: readonly string[], conflicts: EditConflict[]): Item {
  conflicts.push({ path, mine, theirs });
  return theirs;
}

function joined<Item>(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[]): Item[] {
  const [known, own, other] = [base, mine, theirs].map((list) => new Set(list.map(text))) as [Set<string>, Set<string>, Set<string>];
  const kept = theirs.filter((item) => own.has(text(item)) || !known.has(text(item)));
  return [...kept, ...mine.filter((item) => !known.has(text(item)) && !other.has(text(item)))];
}

const byKey = <Item>(list: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> => new Map(list.map((item) => [keyOf(item), item]));
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const same = (one: unknown, other: unknown): boolean => text(one) === text(other);

/** Equal values have equal texts, whatever the order of their members. */
function text(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1))) : inner)) ?? "";
}
