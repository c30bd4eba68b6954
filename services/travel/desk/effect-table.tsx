/** @jsxImportSource react */
import { useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { ChangePreviewView } from "../desk-views.ts";

type Answers = ChangePreviewView["leaving"];

/** Whose answers change, case by case; cases that change alike stand in one row. */
export function EffectTable({ title, answers }: { readonly title: string; readonly answers: Answers }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  if (answers.length === 0) return null;
  const groups = Map.groupBy(answers, ({ before, after }) => `${before.value} ${after.value}`);
  const said = (facts: Answers[number]["facts"]): string => facts.map((fact) => inLanguage(fact, language)).join(language === "en" ? ", " : "，");
  return (
    <>
      <h3>{title}</h3>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={title}>
        <table className="list">
          <thead><tr>{[say.before, say.after, say.who].map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
          <tbody>
            {[...groups].map(([key, [first, ...more]]) => (first === undefined ? null : (
              <tr key={key}>
                <td className="lead">{inLanguage(first.before.name, language)}</td>
                <td data-label={say.after}><b>{inLanguage(first.after.name, language)}</b></td>
                <td data-label={say.who} aria-label={say.who}><details><summary>{say.cases(more.length + 1)}</summary><ul>{[first, ...more].map(({ facts }) => <li key={said(facts)}>{said(facts)}</li>)}</ul></details></td>
              </tr>
            )))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const words = messages({
  before: { zh: "现在的答案", en: "Answer now" }, after: { zh: "以后的答案", en: "Answer then" }, who: { zh: "哪些情况", en: "In which cases" }, cases: (count: number) => ({ zh: `${count} 种情况`, en: count === 1 ? "1 case" : `${count} cases` }),
});
