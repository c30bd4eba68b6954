import { messages, type Language } from "#platform/i18n";
import type { Notice } from "../notice.ts";
import { clauseNumeral } from "../clause-label.ts";

/** Which clauses the copy we hold has, and which numbers it lacks; never a guess why. */
export function copyInWords(notice: Notice, language: Language): string {
  const list = (numbers: readonly string[]) => numbers.map((number) => clauseNumeral(number, language));
  const held = list(notice.clauses.flatMap(({ number }) => (number === null ? [] : [number])));
  const absent = list(notice.absentNumbers);
  const say = words(language);
  const kept = notice.withheld?.length ?? 0;
  return (kept === 0 ? say.held(held) : say.shown(held) + say.kept(kept)) + (absent.length === 0 ? "" : say.absent(absent));
}

/** The missing numbers alone, for a short line; null when none is missing. */
export function absentInWords(notice: Notice, language: Language): string | null {
  const absent = notice.absentNumbers.map((number) => clauseNumeral(number, language));
  return absent.length === 0 ? null : words(language).absent(absent).trim();
}

const english = new Intl.ListFormat("en-GB", { type: "conjunction" });

const words = messages({
  held: (numbers: readonly string[]) => ({
    zh: `我们持有的文本共 ${numbers.length} 条：${numbers.join("、")}。`,
    en: `The copy we hold has ${numbers.length} clauses: ${english.format(numbers)}.`,
  }),
  shown: (numbers: readonly string[]) => ({ zh: `公开 ${numbers.length} 条：${numbers.join("、")}。`, en: `${numbers.length} clauses are public: ${english.format(numbers)}.` }),
  kept: (count: number) => ({ zh: `另有 ${count} 条不公开。`, en: count === 1 ? " One more is not public." : ` ${count} more are not public.` }),
  absent: (numbers: readonly string[]) => ({
    zh: `${numbers.join("、")}不在我们持有的这份文本里。`,
    en: ` ${numbers.length === 1 ? "Clause" : "Clauses"} ${english.format(numbers)} ${numbers.length === 1 ? "is" : "are"} not in the copy we hold.`,
  }),
});
