import type { Language } from "./language.ts";

/** A whole number as people read it: `12,480` in both languages. */
export function numberInWords(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}

/** The value of a Chinese numeral up to 九十九, `十一` → 11; null when it is none. */
export function chineseNumeral(text: string): number | null {
  const parts = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (parts === null || text === "") return null;
  const [, tens, ten, ones] = parts;
  return (ten === undefined ? 0 : (tens === undefined ? 1 : digit(tens)) * 10) + (ones === undefined ? 0 : digit(ones));
}

function digit(numeral: string): number {
  return "一二三四五六七八九".indexOf(numeral) + 1;
}
