import fc from "fast-check";
import { expect, test } from "vitest";
import { CHOICES, field, identityOf, KINDS, SETTING, valueOf } from "./example-forms.ts";
import { readText } from "./reading/read-text.ts";
import { valueInWords, yuan } from "./value-in-words.ts";

const nameIn = (language: "zh" | "en") => (code: string): string => SETTING.districts.find((each) => each.code === code)?.names[language === "zh" ? 0 : 1] ?? code;
// Files are counted and numbers of people masked where they are shown, so neither is read back.
const SHOWN_WHOLE = KINDS.filter(({ kind }) => kind !== "files" && kind !== "identity-number");

test("an answer told in words is read back as the same answer, in both languages", () => {
  fc.assert(fc.property(fc.constantFrom(...SHOWN_WHOLE).chain((kind) => valueOf(kind).map((value) => ({ kind, value }))), fc.constantFrom("zh" as const, "en" as const), ({ kind, value }, language) => {
    const words = valueInWords(field(kind), value, language, nameIn(language));
    expect(readText(field(kind), words, SETTING)).toEqual({ value, fault: null });
  }), { numRuns: 3_000 });
});

test("every sum of whole fen is written in yuan and read back to the fen", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 900_000_000_000_000 }), (fen) => {
    expect(readText(field({ kind: "money", max: null }), yuan(fen), SETTING).value).toBe(fen);
  }), { numRuns: 3_000 });
});

test("words of both languages", () => {
  const shown = (kind: Parameters<typeof field>[0], value: Parameters<typeof valueInWords>[1]) => (["zh", "en"] as const).map((language) => valueInWords(field(kind), value, language, nameIn(language)));
  expect(shown({ kind: "money", max: null }, 26_050)).toEqual(["260.50元", "260.50 yuan"]);
  expect(shown({ kind: "money", max: null }, 26_000)).toEqual(["260元", "260 yuan"]);
  expect(shown({ kind: "choices", choices: CHOICES }, ["gas", "other"])).toEqual(["城市燃气、其他", "City gas, Other"]);
  expect(shown({ kind: "district" }, "150702")).toEqual(["海拉尔区", "Hailar District"]);
  expect(shown({ kind: "files", most: 3 }, ["a"])).toEqual(["1 个文件", "1 file"]);
  expect(shown({ kind: "identity-number" }, identityOf("19880806", 12))).toEqual([`…${identityOf("19880806", 12).slice(-4)}`, `…${identityOf("19880806", 12).slice(-4)}`]);
});
