import fc from "fast-check";
import { expect, test } from "vitest";
import { gazetteer, shortName } from "./index.ts";
import { divisionsIn } from "./division.ts";
import { DIVISION_LINES } from "./national/divisions.ts";

const places = gazetteer();
const divisions = divisionsIn(DIVISION_LINES);
const anyDivision = fc.constantFrom(...divisions);

test("every division is found by its whole path, with whatever stands below it kept as written", () => {
  for (const { code } of divisions) {
    const found = places.find(`${places.nameOf(code)}一号院3栋`);
    expect([found.kind, found.kind === "one" ? [found.division.code, found.rest] : found], places.nameOf(code)).toEqual(["one", [code, "一号院3栋"]]);
  }
});

test("spaces, commas and full-width signs between the parts change nothing", () => {
  fc.assert(fc.property(anyDivision, fc.constantFrom(" ", "　", "/", "，", " · "), ({ code }, mark) => {
    const found = places.find(places.pathOf(code).map(({ name }) => name).join(mark));
    expect(found).toMatchObject({ kind: "one", rest: "", division: { code } });
  }));
});

test("a name alone leads to every place that is called so, and to no other", () => {
  fc.assert(fc.property(anyDivision, ({ name }) => {
    const found = places.find(name);
    const led = found.kind === "one" ? [found.division.code] : found.kind === "several" ? found.candidates.map(({ division }) => division.code) : [];
    expect(led.toSorted()).toEqual(divisions.filter((each) => each.name === name || shortName(each.name) === name).map(({ code }) => code).toSorted());
  }));
});

test("the beginning of a name is a name of its own or leads nowhere", () => {
  const names = new Set(divisions.flatMap((each) => [each.name, shortName(each.name) ?? each.name]));
  fc.assert(fc.property(anyDivision, fc.nat(8), ({ name }, length) => {
    const part = name.slice(0, length % name.length);
    expect(places.find(part).kind !== "none", part).toBe(names.has(part));
  }));
});

test("no text makes it fail", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."市县区旗省新海南阳朝长 ，/ab") })), (text) => {
    const found = places.find(text);
    expect(["one", "several", "none"]).toContain(found.kind);
    if (found.kind === "one") expect(text.includes(found.rest)).toBe(true);
  }));
});
