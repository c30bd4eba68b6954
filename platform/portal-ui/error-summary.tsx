import { messages, type Language } from "#platform/i18n";
import type { VNode } from "preact";
import { MixedWords } from "./blocks.tsx";

/** What is wrong with one field of a form, in the reader's language. */
export type FieldError = { readonly fieldId: string; readonly problem: string; readonly remedy: string };

/** The box above a form that was not accepted; each line leads to its field. Put "Error" in the page title too (`errorTitle`). */
export function ErrorSummary({ errors, language }: { readonly errors: readonly FieldError[]; readonly language: Language }): VNode | null {
  if (errors.length === 0) return null;
  const mixed = (text: string): VNode | string => (language === "en" ? <MixedWords text={text} /> : text);
  return (
    <div class="sum" role="alert">
      <h2>{words(language).heading}</h2>
      <ul>
        {errors.map(({ fieldId, problem, remedy }) => <li><a href={`#${fieldId}`}>{mixed(problem)}</a><p>{mixed(remedy)}</p></li>)}
      </ul>
    </div>
  );
}

/** The page title of a form that was not accepted, so that it is heard first. */
export function errorTitle(title: string, language: Language): string {
  return words(language).prefix + title;
}

const words = messages({
  heading: { zh: "还有地方要改", en: "Something needs changing" },
  prefix: { zh: "有错误：", en: "Error: " },
});
