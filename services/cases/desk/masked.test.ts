import { expect, test } from "vitest";
import { maskedName, maskedTelephone } from "./masked.ts";

test("a name keeps its first sign, a longer one its last as well, and never tells how long it is beyond five", () => {
  expect(["", "白", "白山", "李秀芬", "乌云其其格", "阿拉坦敖其尔巴特"].map(maskedName)).toEqual(["", "*", "白*", "李*芬", "乌***格", "阿***特"]);
});

test("a telephone number keeps three digits in front and four behind; a short one no more than two", () => {
  expect(["13847021234", "04708252525", "8252525", "110", ""].map(maskedTelephone)).toEqual(["138****1234", "047****2525", "*****25", "*10", ""]);
});
