import type { Words } from "../words.ts";
import { isNewYearsEve, type LunarDate } from "./lunar-date.ts";

/** How a lunar date is said: 辛丑年 (牛), 正月初一; the last day of the year has a name of its own beside its date (腊月三十, 除夕). */
export type LunarWords = {
  /** 辛丑年 */
  readonly year: Words;
  /** The animal of the year: 牛, ox. */
  readonly animal: Words;
  /** 正月初一, 闰四月十五, 腊月三十 */
  readonly date: Words;
  /** 除夕, or null on any other day. */
  readonly eve: Words | null;
};

/** The words of a lunar date. */
export function lunarWords(date: LunarDate): LunarWords {
  const { year, month, leap, day } = date;
  return {
    year: { zh: `${stemOf(year).zh}${branchOf(year).zh}年`, en: `${stemOf(year).en}-${branchOf(year).en} year` },
    animal: ANIMALS[remainder(year - 4, 12)] ?? { zh: "", en: "" },
    date: { zh: `${leap ? "闰" : ""}${MONTHS[month - 1] ?? ""}${DAYS[day - 1] ?? ""}`, en: `day ${day} of ${leap ? "leap " : ""}lunar month ${month}` },
    eve: isNewYearsEve(date) ? { zh: "除夕", en: "Lunar New Year's Eve" } : null,
  };
}

// The year 4 began a round of sixty (甲子).
const remainder = (number: number, divisor: number): number => ((number % divisor) + divisor) % divisor;
const stemOf = (year: number): Words => STEMS[remainder(year - 4, 10)] ?? { zh: "", en: "" };
const branchOf = (year: number): Words => BRANCHES[remainder(year - 4, 12)] ?? { zh: "", en: "" };

const paired = (zh: string, en: string): readonly Words[] => en.split(" ").map((word, at) => ({ zh: [...zh][at] ?? "", en: word }));
const STEMS = paired("甲乙丙丁戊己庚辛壬癸", "jia yi bing ding wu ji geng xin ren gui");
const BRANCHES = paired("子丑寅卯辰巳午未申酉戌亥", "zi chou yin mao chen si wu wei shen you xu hai");
const ANIMALS = paired("鼠牛虎兔龙蛇马羊猴鸡狗猪", "rat ox tiger rabbit dragon snake horse goat monkey rooster dog pig");
// As the holiday papers say them: 腊月 for the twelfth month.
const MONTHS = ["正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "腊月"];
const DAYS = [
  "初一", "初二", "初三", "初四", "初五", "初六", "初七", "初八", "初九", "初十",
  "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十",
  "廿一", "廿二", "廿三", "廿四", "廿五", "廿六", "廿七", "廿八", "廿九", "三十",
];
