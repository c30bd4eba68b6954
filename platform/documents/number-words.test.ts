import { expect, test } from "vitest";
import { numberWords } from "./number-words.ts";

test.each([
  [1, "chineseCountingThousand", "一"], [10, "chineseCountingThousand", "十"], [12, "chineseCounting", "十二"],
  [20, "japaneseCounting", "二十"], [105, "chineseCountingThousand", "一百零五"], [110, "chineseCountingThousand", "一百一十"],
  [1001, "chineseCountingThousand", "一千零一"], [10010, "chineseCountingThousand", "一万零一十"], [12, "chineseLegalSimplified", "壹拾贰"],
  [20, "ideographDigital", "二〇"], [3, "ideographTraditional", "丙"], [11, "ideographTraditional", "11"], [2, "ideographZodiac", "丑"],
  [3, "decimalEnclosedCircle", "③"], [21, "decimalEnclosedCircleChinese", "21"], [2, "decimalEnclosedParen", "⑵"],
  [7, "decimalZero", "07"], [12, "decimalFullWidth", "１２"], [4, "upperRoman", "IV"], [1994, "lowerRoman", "mcmxciv"],
  [28, "upperLetter", "BB"], [2, "lowerLetter", "b"], [9, "none", ""], [9, "hebrew1", "9"], [9, "constructor", "9"],
])("%i as %s is %s", (value, format, words) => expect(numberWords(value, format)).toBe(words));
