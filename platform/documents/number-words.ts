/** A list number as Word writes it in the given `w:numFmt`; formats not known here are written in digits. */
export function numberWords(value: number, format: string): string {
  if (value < 0 || value > 99_999) return String(value);
  return FORMATS.get(format)?.(value) ?? String(value);
}

type Format = (value: number) => string;

const DIGITS = [..."〇一二三四五六七八九"];
const LEGAL_DIGITS = [..."零壹贰叁肆伍陆柒捌玖"];
const counting: Format = (value) => chinese(value, [..."零一二三四五六七八九"], ["", "十", "百", "千", "万"], true);
const legal: Format = (value) => chinese(value, LEGAL_DIGITS, ["", "拾", "佰", "仟", "万"], false);
const digitByDigit: Format = (value) => [...String(value)].map((digit) => DIGITS[Number(digit)] ?? digit).join("");

const FORMATS: ReadonlyMap<string, Format> = new Map(Object.entries<Format>({
  none: () => "",
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: (value) => [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join(""),
  decimalFullWidth2: (value) => [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join(""),
  decimalEnclosedCircle: (value) => within(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => within(value, 0x2460, 20),
  decimalEnclosedParen: (value) => within(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => within(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => within(value, 0x3280, 10),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: (value) => [..."甲乙丙丁戊己庚辛壬癸"][value - 1] ?? String(value),
  ideographZodiac: (value) => [..."子丑寅卯辰巳午未申酉戌亥"][value - 1] ?? String(value),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value),
  lowerLetter: (value) => letters(value).toLowerCase(),
}));

function within(value: number, first: number, count: number): string {
  return value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value);
}

/** 105 → 一百零五; 12 → 十二, not 一十二, where the tens stand first. */
function chinese(value: number, digits: readonly string[], units: readonly string[], dropsLeadingOne: boolean): string {
  if (value === 0) return digits[0] ?? "";
  const figures = [...String(value)].map(Number);
  let words = "";
  let zeroOwed = false;
  for (const [index, figure] of figures.entries()) {
    if (figure === 0) zeroOwed = true;
    else {
      words += `${zeroOwed && words !== "" ? digits[0] : ""}${digits[figure]}${units[figures.length - 1 - index]}`;
      zeroOwed = false;
    }
  }
  return dropsLeadingOne && value >= 10 && value < 20 ? words.slice(1) : words;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"],
  [4, "IV"], [1, "I"],
];

function roman(value: number): string {
  if (value === 0 || value > 3999) return String(value);
  let rest = value;
  let words = "";
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      words += sign;
      rest -= worth;
    }
  }
  return words;
}

/** Word goes on with AA, BB after Z. */
function letters(value: number): string {
  if (value === 0) return "0";
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 20));
}
