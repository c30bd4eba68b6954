/** Is this written in Latin letters? */
export const isLatin = (text: string): boolean => /^[\p{Script=Latin}\s'’.,()-]+$/u.test(text) && /\p{Script=Latin}/u.test(text);

/**
 * A name in Latin letters as it is compared: from the province down, without the words for kinds of places. `Gaocheng District, Shijiazhuang, Hebei Province` is
 * `hebei shijiazhuang gaocheng`, and `Xi'an` is `xian`.
 */
export function latinName(text: string): string {
  return text.toLowerCase().replace(/['’.()]/gu, "").split(",").map((part) => part.replace(KIND, " ").replace(/\s+/gu, " ").trim()).filter((part) => part !== "").toReversed().join(" ");
}

const KIND = /\b(?:special administrative region|autonomous (?:region|prefecture|county|banner)|province|municipality|prefecture|league|city|district|county|banner)\b/gu;

/** English names that are no pinyin, by the code of their place. */
export const ENGLISH_NAMES: readonly (readonly [string, string])[] = [
  ["inner mongolia", "150000"], ["tibet", "540000"], ["shaanxi", "610000"], ["hohhot", "150100"], ["harbin", "230100"], ["qiqihar", "230200"], ["urumqi", "650100"], ["kashgar", "653100"], ["lhasa", "540100"], ["hong kong", "810000"], ["macau", "820000"], ["macao", "820000"], ["hulunbuir", "150700"],
];
