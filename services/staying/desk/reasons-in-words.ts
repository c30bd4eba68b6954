import { inLanguage, numberInWords, type Language, type LocalText } from "#platform/i18n";

/** Why people leave, the most frequent reason first: `看病 5，其他 2`. */
export function reasonsInWords(counts: Readonly<Record<string, number>>, reasons: readonly { readonly key: string; readonly name: LocalText }[], language: Language): string {
  return Object.entries(counts).filter(([, people]) => people > 0).toSorted(([, one], [, other]) => other - one).map(([key, people]) => {
    const listed = reasons.find((each) => each.key === key);
    return `${listed === undefined ? key : inLanguage(listed.name, language)}\u00a0${numberInWords(people, language)}`;
  }).join(language === "en" ? ", " : "，");
}
