import { describe, expect, test } from "vitest";
import { CHOICES, field, named, SETTING } from "../example-forms.ts";
import type { FieldKind } from "../form.ts";
import { readText } from "./read-text.ts";

const read = (kind: FieldKind, text: string) => {
  const { value, fault } = readText(field(kind), text, SETTING);
  return fault === null ? value : fault.problem.en;
};
const NO_NUMBER = "This takes a number";
const NO_MONEY = "This is no sum of money";
const NO_DAY = "This is no day of the calendar";
const NO_MOMENT = "This is no date and time";
const NO_CHOICE = "There is no such choice";

describe("what people write is read", () => {
  test.each<[FieldKind["kind"], FieldKind, string, unknown]>([
    ["text", { kind: "text", lengthMax: 20 }, "  海拉尔　 河东  ", "海拉尔 河东"],
    ["long-text", { kind: "long-text", lengthMax: 20 }, "一\r\n二", "一\n二"],
    ["number", { kind: "number", unit: null, decimals: 0, min: 0, max: null }, "１２００", 1200],
    ["number", { kind: "number", unit: null, decimals: 0, min: 0, max: null }, "1,234,567", 1234567],
    ["number", { kind: "number", unit: null, decimals: 0, min: 0, max: null }, "1,23", NO_NUMBER],
    ["number", { kind: "number", unit: null, decimals: 0, min: 0, max: null }, "约12", NO_NUMBER],
    ["number", { kind: "number", unit: null, decimals: 0, min: 0, max: null }, "1e3", NO_NUMBER],
    ["number", { kind: "number", unit: named("人", "people"), decimals: 0, min: 0, max: null }, "46人", 46],
    ["number", { kind: "number", unit: named("人", "people"), decimals: 0, min: 0, max: null }, "46 people", 46],
    ["number", { kind: "number", unit: named("人", "people"), decimals: 0, min: 0, max: null }, "46户", NO_NUMBER],
    ["number", { kind: "number", unit: named("%"), decimals: 1, min: 0, max: 100 }, "62.5％", 62.5],
    ["number", { kind: "number", unit: null, decimals: 0, min: null, max: null }, "-0", 0],
    ["day", { kind: "day" }, "2021年1月6日", "2021-01-06"],
    ["day", { kind: "day" }, "2021/1/6", "2021-01-06"],
    ["day", { kind: "day" }, "20210106", "2021-01-06"],
    ["day", { kind: "day" }, "2021-02-29", NO_DAY],
    ["day", { kind: "day" }, "1月6日", NO_DAY],
    ["day", { kind: "day" }, "44202", NO_DAY],
    ["moment", { kind: "moment" }, "2021-01-26 9:05", "2021-01-26T09:05"],
    ["moment", { kind: "moment" }, "2021-01-26T09:05", "2021-01-26T09:05"],
    ["moment", { kind: "moment" }, "2021-01-26 09:05:00", "2021-01-26T09:05"],
    ["moment", { kind: "moment" }, "2021年1月26日9时5分", "2021-01-26T09:05"],
    ["moment", { kind: "moment" }, "2021年1月26日 9点", "2021-01-26T09:00"],
    ["moment", { kind: "moment" }, "2021-01-26 24:00", NO_MOMENT],
    ["moment", { kind: "moment" }, "2021-01-26", NO_MOMENT],
    ["moment", { kind: "moment" }, "2021-01-2609:05", NO_MOMENT],
    ["yes-no", { kind: "yes-no" }, "有", true],
    ["yes-no", { kind: "yes-no" }, "NO", false],
    ["yes-no", { kind: "yes-no" }, "不清楚", "This takes yes or no"],
    ["choice", { kind: "choice", choices: CHOICES }, "特种设备(电梯、锅炉等)", "equipment"],
    ["choice", { kind: "choice", choices: CHOICES }, "CITY GAS", "gas"],
    ["choice", { kind: "choice", choices: CHOICES }, "燃气", NO_CHOICE],
    ["choices", { kind: "choices", choices: CHOICES }, "城市燃气、特种设备（电梯、锅炉等）、其他", ["gas", "equipment", "other"]],
    ["choices", { kind: "choices", choices: CHOICES }, "Snow, ice, Other", ["snow-ice", "other"]],
    ["choices", { kind: "choices", choices: CHOICES }, "雪；其他；雪", ["snow", "other"]],
    ["choices", { kind: "choices", choices: CHOICES }, "gas；snow", ["gas", "snow"]],
    ["choices", { kind: "choices", choices: CHOICES }, "雪、火", NO_CHOICE],
    ["district", { kind: "district" }, "海拉尔区", "150702"],
    ["district", { kind: "district" }, "１５０７０２", "150702"],
    ["district", { kind: "district" }, "hailar district", "150702"],
    ["district", { kind: "district" }, "海拉尔", "The city has no such district"],
    ["telephone", { kind: "telephone" }, "0470-825 2525", "04708252525"],
    ["telephone", { kind: "telephone" }, "（0470）8252525", "04708252525"],
    ["telephone", { kind: "telephone" }, "12345", "12345"],
    ["telephone", { kind: "telephone" }, "12", "This is no telephone number"],
    ["hours", { kind: "hours" }, "每天 00:00-24:00", "每天 00:00-24:00"],
    ["hours", { kind: "hours" }, "看心情", "These are no opening hours"],
    ["point", { kind: "point" }, "49.2122，119.7658", { latitude: 49.2122, longitude: 119.7658 }],
    ["point", { kind: "point" }, "119.7658, 49.2122", "This is no position"],
    ["text", { kind: "text", lengthMax: 20 }, "   ", null],
  ])("%s %o: %j is %j", (_, kind, text, value) => { expect(read(kind, text)).toEqual(value); });
});

describe("money is read to the fen, sign by sign", () => {
  test.each([
    ["260", 26_000], ["260.5", 26_050], ["260.50", 26_050], ["¥1,234.56元", 123_456], ["￥ 0.29", 29], ["１２．３４ 元", 1_234], ["120 yuan", 12_000], ["0.10", 10], ["12.500", 1_250], ["-0", 0],
    // In binary fractions 1.15 × 100 is 114.99…, and 8.2 × 100 is 819.99….
    ["1.15", 115], ["8.2", 820], ["9999999999999.99", 999_999_999_999_999],
    ["12.345", NO_MONEY], ["1.234,50", NO_MONEY], ["二百", NO_MONEY], ["260-300", NO_MONEY], ["99999999999999", NO_MONEY],
  ])("%s", (text, fen) => { expect(read({ kind: "money", max: null }, text)).toBe(fen); });
});

describe("a text that is longer than any answer is refused before it is read", () => {
  const choices = Array.from({ length: 60 }, (_, at) => ({ key: `c${at}`, name: named(`选项${at}（甲、乙、丙）`) }));
  test.each(([
    [{ kind: "choices", choices }, "选项1、"], [{ kind: "choice", choices }, "选项1"], [{ kind: "number", unit: null, decimals: 0, min: null, max: null }, "1,"], [{ kind: "money", max: null }, "1 "], [{ kind: "day" }, "2021-01-2"], [{ kind: "moment" }, "2021-01-26 日"], [{ kind: "yes-no" }, "是"],
    [{ kind: "district" }, "海拉尔区"], [{ kind: "telephone" }, "0470 "], [{ kind: "identity-number" }, "1101 "], [{ kind: "hours" }, "工作日 08:00-17:00；"], [{ kind: "point" }, "49.2, "], [{ kind: "text", lengthMax: 20 }, "好 "], [{ kind: "files", most: 3 }, "a,"],
  ] satisfies [FieldKind, string][]).map(([kind, piece]) => [kind.kind, kind, piece] as const))("%s", (_name, kind, piece) => {
    const text = piece.repeat(65_536 / piece.length);
    const started = performance.now();
    const rounds = 200;
    for (let round = 0; round < rounds; round += 1) expect(readText(field(kind), text, SETTING).fault).not.toBeNull();
    // One alone of such texts took a tenth of a second.
    expect((performance.now() - started) / rounds).toBeLessThan(10);
  });
  test("and every choice at once is read, however the names hold the signs between", () => {
    expect(read({ kind: "choices", choices }, choices.map(({ name }) => name.zh).join("；"))).toHaveLength(60);
    expect(read({ kind: "choices", choices }, choices.map(({ name }) => name.zh).join("、 "))).toHaveLength(60);
  });
});
