/** @jsxImportSource react */
import { columnValues, compileTable } from "#engines/rules";
import { DeskIcon, momentInWords, Panel, useLanguage, useWords, type DeskIconName } from "#platform/desk-ui";
import { messages, numberInWords } from "#platform/i18n";
import { useMemo, type ReactNode } from "react";
import { factInWords } from "../draft/cell-words.ts";
import { useLevelWords } from "./level-words.ts";
import { useRule } from "./use-rule.ts";

type Part = { readonly tone: string; readonly icon: DeskIconName; readonly name: string; readonly cases: number };

/** How many cases were looked at, column by column, and how many of them are right; told in words, drawn beside. */
export function CoveragePanel(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const level = useLevelWords();
  const { view: { content, report, above }, work: { saving } } = useRule();
  const product = useMemo(() => columnValues(compileTable(content.table)).map(({ name, classes }) => say.times(factInWords(name, content, language), Math.max(1, classes.length))).join(" × "), [content, language, say]);
  const gap = report.findings.filter(({ kind }) => kind === "gap").reduce((sum, { cases }) => sum + cases, 0);
  const conflict = Math.max(0, report.proved - report.good - gap);
  const differing = (kinds: readonly string[]): number => above?.comparison.differences.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { cases }) => sum + cases, 0) ?? 0;
  // Both count the same cases only when the level above tells no more of them apart.
  const isJoint = above !== null && above.comparison.cases === report.cases;
  const stricter = isJoint ? differing(["stricter"]) : 0;
  const parts: readonly Part[] = [
    { tone: "ok", icon: "ok", name: say.good, cases: report.good - stricter }, { tone: "warn", icon: "warn", name: say.gap, cases: gap }, { tone: "appr", icon: "half", name: say.conflict, cases: conflict },
    ...(isJoint ? [{ tone: "no", icon: "no", name: say.stricter(level.inSentence), cases: stricter } as const] : []), ...(report.proved < report.cases ? [{ tone: "idle", icon: "ring", name: say.unproved, cases: report.cases - report.proved } as const] : []),
  ];
  return (
    <Panel title={say.title} beside={<span className="quiet" role="status">{saving === "saved" ? say.at(milliseconds(report.milliseconds, language), momentInWords(report.at, language)) : say.again}</span>}>
      <p>{product} = <b>{say.cases(numberInWords(report.cases, language))}</b></p>
      <Bar parts={parts} />
      {above === null || isJoint ? null : <><p>{say.compared(level.inSentence, numberInWords(above.comparison.cases, language))}</p><Bar parts={[
        { tone: "ok", icon: "ok", name: say.same, cases: above.comparison.same }, { tone: "no", icon: "no", name: say.stricter(level.inSentence), cases: differing(["stricter"]) }, { tone: "warn", icon: "warn", name: say.otherwise, cases: differing(["looser", "silent", "added", "incomparable"]) },
      ]} /></>}
    </Panel>
  );
}

function Bar({ parts }: { readonly parts: readonly Part[] }): ReactNode {
  const { language } = useLanguage();
  return (
    <>
      <div className="bar2" aria-hidden="true">{parts.filter(({ cases }) => cases > 0).map(({ tone, name, cases }) => <i key={name} className={tone} style={{ flexGrow: cases }} />)}</div>
      <ul className="legend">{parts.map(({ tone, icon, name, cases }) => <li key={name} className={tone}><DeskIcon name={icon} /> {name} {numberInWords(cases, language)}</li>)}</ul>
    </>
  );
}

const milliseconds = (value: number, language: "zh-CN" | "en"): string => new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(value);

const words = messages({
  title: { zh: "查了多少种情况", en: "How many cases were checked" }, times: (fact: string, count: number) => ({ zh: `${fact} ${count}`, en: `${fact} ${count}` }), cases: (count: string) => ({ zh: `${count} 种`, en: `${count} cases` }),
  at: (took: string, moment: string) => ({ zh: `用时 ${took} 毫秒 · ${moment}`, en: `Took ${took} ms · ${moment}` }), again: { zh: "有新的改动，马上再查……", en: "Changed; checking again…" },
  good: { zh: "没问题", en: "Fine" }, gap: { zh: "没有规则管", en: "No rule" }, conflict: { zh: "互相冲突", en: "Contradicting" }, stricter: (level: string) => ({ zh: `比${level}严`, en: `Stricter than ${level}` }), unproved: { zh: "没查到", en: "Not checked" },
  compared: (level: string, count: string) => ({ zh: `和${level}逐一对比 ${count} 种：`, en: `Compared with ${level} in ${count} cases:` }), same: { zh: "结论一样", en: "Same answer" }, otherwise: { zh: "别的不同", en: "Otherwise different" },
});
