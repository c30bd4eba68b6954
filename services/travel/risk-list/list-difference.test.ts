import fc from "fast-check";
import { expect, test } from "vitest";
import { areaKey, differenceOf, RISK_LEVELS, type ListedArea } from "./index.ts";

const area = fc.record({ level: fc.constantFrom(...RISK_LEVELS), division: fc.constantFrom("150781", "150702", null), below: fc.constantFrom<string[]>([], ["甲镇"], ["乙 街道"], ["乙街道"], ["丙区", "丁小区"]) }).map((each): ListedArea => ({ ...each, written: each.below }));
const list = fc.uniqueArray(area, { selector: areaKey });
const standing = (areas: readonly ListedArea[]): string[] => areas.map((each) => `${areaKey(each)} ${each.level}`).toSorted();

test("what a newer list changes, applied to the older one, gives the newer one", () => {
  fc.assert(fc.property(list, list, (before, after) => {
    const { added, removed, changed, same } = differenceOf(before, after);
    const gone = new Set([...removed, ...changed.map((each) => each.before)].map(areaKey));
    expect(standing([...before.filter((each) => !gone.has(areaKey(each))), ...added, ...changed.map((each) => each.after)])).toEqual(standing(after));
    expect(same + added.length + changed.length).toBe(after.length);
  }));
});

test("the same list changes nothing, in whatever order and spacing", () => {
  fc.assert(fc.property(list, (areas) => {
    const again = areas.toReversed().map((each) => ({ ...each, below: each.below.map((part) => ` ${part.replace("乙 ", "乙")}`) }));
    expect(differenceOf(areas, again)).toMatchObject({ added: [], removed: [], changed: [], same: areas.length });
  }));
});
