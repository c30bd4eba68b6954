import { messages, type Language, type LocalText } from "#platform/i18n";

/** A draft's title in the reader's language once it is written in it; the notice's own until then. */
export function titleInLanguage({ zh, en }: LocalText, language: Language): string {
  const title = language === "en" && en.trim() !== "" ? en : zh;
  return title === "" ? words(language).untitled : title;
}

const words = messages({ untitled: { zh: "（还没有标题）", en: "(no title yet)" } });
