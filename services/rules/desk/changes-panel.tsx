/** @jsxImportSource react */
import { Panel, useLanguage, useWords } from "#platform/desk-ui";
import { messages, numberInWords } from "#platform/i18n";
import type { ReactNode } from "react";
import { caseInWords } from "../draft/cell-words.ts";
import { VerdictChip } from "./states.tsx";
import { useRule } from "./use-rule.ts";

/** Whose answers change against the version in force: nobody reads that off two tables. */
export function ChangesPanel(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { view: { inForce, content } } = useRule();
  if (inForce === null) return null;
  const { differences, cases, unlike } = inForce.comparison;
  const changed = differences.reduce((sum, each) => sum + each.cases, 0);
  return (
    <Panel title={say.title(inForce.version)} flush beside={<span className="quiet">{say.sum(numberInWords(cases, language), numberInWords(changed, language))}</span>}>
      {unlike.length > 0 ? <p className="empty">{say.unlike(unlike.join(", "))}</p> : differences.length === 0 ? <p className="empty">{say.same}</p> : (
        <div className="table-wrap" tabIndex={0} role="region" aria-label={say.title(inForce.version)}>
          <table className="list">
            <thead><tr>{[say.who, say.before, say.after, say.how, say.count].map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
            <tbody>{differences.map(({ kind, lowerRow, upperRow, lower, upper, cases: count, example }) => (
              <tr key={[kind, lowerRow, upperRow].join(" ")}>
                <td className="lead">{caseInWords(example, content, language)}</td>
                <td data-label={say.before}><span><VerdictChip value={upper} content={content} />{upperRow === null ? null : <> <span className="quiet">{upperRow}</span></>}</span></td>
                <td data-label={say.after}><span><VerdictChip value={lower} content={content} />{lowerRow === null ? null : <> <span className="quiet">{lowerRow}</span></>}</span></td>
                <td data-label={say.how}>{say[kind]}</td><td data-label={say.count}>{say.cases(numberInWords(count, language))}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

const words = messages({
  title: (version: number) => ({ zh: `和第 ${version} 版比，谁的结论变了`, en: `Whose answers change against version ${version}` }), sum: (cases: string, changed: string) => ({ zh: `${cases} 种情况里变了 ${changed} 种`, en: `${changed} of ${cases} cases change` }),
  same: { zh: "每种情况的结论都没有变。", en: "No answer changes." }, unlike: (facts: string) => ({ zh: `这些事实的种类变了，没法逐一对比：${facts}`, en: `These facts changed their kind, so nothing can be compared: ${facts}` }),
  who: { zh: "例如谁", en: "Such as" }, before: { zh: "原来", en: "Before" }, after: { zh: "改成", en: "Then" }, how: { zh: "变化", en: "Change" }, count: { zh: "多少种", en: "Cases" }, cases: (count: string) => ({ zh: `${count} 种`, en: count }),
  stricter: { zh: "更严", en: "Stricter" }, looser: { zh: "更宽", en: "Looser" }, silent: { zh: "不再有结论", en: "No answer any more" }, added: { zh: "新有了结论", en: "Answered now" }, incomparable: { zh: "没法比", en: "Not comparable" },
});
