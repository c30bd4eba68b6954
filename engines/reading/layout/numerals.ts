const DIGIT: Readonly<Record<string, number>> = {
  "〇": 0, 零: 0, "Ｏ": 0, "○": 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};
const DIGITS = "零一二三四五六七八九";

/** Characters an item number may be written with in Chinese. */
export const CHINESE_NUMERAL = "[一二三四五六七八九十百零〇]";

/** Value of a written number: `十一` → 11, `一百零二` → 102, `12` or `１２` → 12, `一九九六` → 1996; null when it is none. */
export function numberOf(written: string): number | null {
  const narrow = written.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d{1,9}$/.test(narrow)) return Number(narrow);
  if (!/[十百]/.test(narrow)) return digitByDigit(narrow);
  let total = 0;
  let pending: number | null = null;
  for (const character of narrow) {
    if (character === "百") { total += (pending ?? 1) * 100; pending = null; continue; }
    if (character === "十") { total += (pending ?? 1) * 10; pending = null; continue; }
    const digit = DIGIT[character];
    if (digit === undefined) return null;
    pending = digit;
  }
  return total + (pending ?? 0);
}

function digitByDigit(written: string): number | null {
  let value = 0;
  for (const character of written) {
    const digit = DIGIT[character];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return written === "" ? null : value;
}

/** `12` → `十二`; how official texts number their items (up to 199, more than any notice uses). */
export function chineseNumber(value: number): string {
  if (value >= 100) return `百${value % 100 === 0 ? "" : value % 100 < 10 ? `零${DIGITS[value % 100]}` : chineseNumber(value % 100)}`;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`}${ones === 0 && tens > 0 ? "" : DIGITS[ones]}`;
}
