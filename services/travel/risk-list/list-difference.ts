import { areaKey, type ListedArea } from "./risk-list.ts";

/** What a newer list changes. `changed` holds the areas as the newer list has them. */
export type ListDifference = { readonly added: readonly ListedArea[]; readonly removed: readonly ListedArea[]; readonly changed: readonly { readonly before: ListedArea; readonly after: ListedArea }[]; readonly same: number };

/** Compares two lists place by place, in time that grows with their length. Places are the same however their names are spaced. */
export function differenceOf(before: readonly ListedArea[], after: readonly ListedArea[]): ListDifference {
  const [old, fresh] = [before, after].map((areas) => new Map(areas.map((area) => [areaKey(area), area]))) as [Map<string, ListedArea>, Map<string, ListedArea>];
  const added: ListedArea[] = [];
  const changed: { before: ListedArea; after: ListedArea }[] = [];
  let same = 0;
  for (const [key, area] of fresh) {
    const was = old.get(key);
    if (was === undefined) added.push(area);
    else if (was.level === area.level) same += 1;
    else changed.push({ before: was, after: area });
  }
  return { added, removed: [...old].filter(([key]) => !fresh.has(key)).map(([, area]) => area), changed, same };
}
