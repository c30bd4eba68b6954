import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identityOf } from "../example-forms.ts";
import { identityNumber } from "./identity-number.ts";

describe("a citizen identity number", () => {
  test.each([
    // The example of the standard itself (GB 11643-1999, annex).
    ["11010519491231002X", "11010519491231002X", "the standard's own example"],
    ["440524188001010014", "440524188001010014", "its other example, of a man born in 1880"],
    ["11010519491231002x", "11010519491231002X", "a small x is the X"],
    [" 110105 19491231 002X ", "11010519491231002X", "spaces between groups are left out"],
    ["110105194912310021", null, "another check sign"],
    ["11010519491131002X", null, "no 31 November"],
    ["110105194912310", null, "the fifteen signs of before 1999"],
    ["01010519491231002X", null, "no division begins with 0"],
    ["1101051949123100XX", null, "an X before the end"],
    ["", null, "nothing"],
  ])("%j is read as %j: %s", (text, number, _why) => { expect(identityNumber(text)).toBe(number); });

  test("its check sign is the only one of eleven that fits", () => {
    fc.assert(fc.property(fc.date({ min: new Date("1900-01-01"), max: new Date("2049-12-31"), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }), (birth, sequence) => {
      const number = identityOf(birth.toISOString().slice(0, 10).replaceAll("-", ""), sequence);
      const fitting = [..."0123456789X"].filter((sign) => identityNumber(number.slice(0, 17) + sign) !== null);
      expect(fitting).toEqual([number[17]]);
    }));
  });

  test("one digit mistyped, or two neighbours exchanged, is always seen", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (sequence, at, by) => {
      const number = identityOf("19880806", sequence);
      const mistyped = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
      expect(identityNumber(mistyped)).toBeNull();
      const exchanged = at < 16 ? number.slice(0, at) + (number[at + 1] ?? "") + (number[at] ?? "") + number.slice(at + 2) : number;
      if (exchanged !== number) expect(identityNumber(exchanged)).toBeNull();
    }));
  });
});
