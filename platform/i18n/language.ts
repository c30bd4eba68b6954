/** The languages of the product. Chinese comes first everywhere; English is complete, never partial. */
export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language of the product. */
export type LocalText = { readonly zh: string; readonly en: string };

/** The text in the reader's language. */
export function inLanguage(text: LocalText, language: Language): string {
  return language === "en" ? text.en : text.zh;
}
