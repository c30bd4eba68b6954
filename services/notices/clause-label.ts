import { chineseNumeral, messages, type Language } from "#platform/i18n";

/** What a clause is called in a sentence: `第六条`, `Clause 6`; the unnumbered closing is `结尾`, `Closing`. */
export function clauseLabel(number: string | null, language: Language): string {
  const say = words(language);
  if (number === null) return say.closing;
  return /^第.+[条章节款]$/.test(number) && language !== "en" ? number : say.clause(clauseNumeral(number, language));
}

/** The number alone, as it leads a line: `六`, `6`. */
export function clauseNumeral(number: string | null, language: Language): string {
  if (number === null) return words(language).end;
  if (language !== "en") return number;
  const bare = number.replace(/^第|[条章节款]$/g, "");
  return String(chineseNumeral(bare) ?? bare);
}

const words = messages({
  clause: (numeral: string) => ({ zh: `第${numeral}条`, en: `Clause ${numeral}` }),
  closing: { zh: "结尾一段", en: "Closing paragraph" },
  end: { zh: "结尾", en: "End" },
});
