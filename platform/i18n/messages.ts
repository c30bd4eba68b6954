import { inLanguage, type Language, type LocalText } from "./language.ts";

/** A message, or a function of figures and words that gives one. */
type Message = LocalText | ((...values: never[]) => LocalText);

/** The messages of a page in one language: texts are strings, functions give strings. */
export type Spoken<M> = {
  readonly [K in keyof M]: M[K] extends (...values: infer V) => LocalText ? (...values: V) => string : string;
};

/**
 * Declares the words of a page beside it; a missing language does not compile. Call the result with the reader's
 * language: `const words = messages({ print: { zh: "打印", en: "Print" } }); words("en").print`.
 */
export function messages<const M extends Readonly<Record<string, Message>>>(declared: M): (language: Language) => Spoken<M> {
  const [zh, en] = [speak(declared, "zh-CN"), speak(declared, "en")];
  return (language) => (language === "en" ? en : zh);
}

function speak<M extends Readonly<Record<string, Message>>>(declared: M, language: Language): Spoken<M> {
  const spoken = Object.entries(declared).map(([name, message]) => [
    name,
    typeof message === "function"
      ? (...values: never[]) => inLanguage(message(...values), language)
      : inLanguage(message, language),
  ]);
  // Entry by entry the type follows M; Object.fromEntries cannot say so.
  return Object.fromEntries(spoken) as Spoken<M>;
}
