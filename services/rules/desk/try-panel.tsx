/** @jsxImportSource react */
import { Facts, Panel, ProblemAlert, requestJson, useBusy, useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import type { TriedCase } from "../draft/index.ts";
import { factInWords } from "../draft/cell-words.ts";
import { FactControls, type CaseFacts } from "./fact-control.tsx";
import { ClauseLinks } from "./row-line.tsx";
import { VerdictChip } from "./states.tsx";
import { useRule } from "./use-rule.ts";

/** One person's case, tried on the rule as it stands here. Nothing is kept, unless it is made an example. */
export function TryPanel({ keep }: { readonly keep: () => void }): ReactNode {
  const say = useWords(words);
  const { view, work, editable, change, content } = useRule();
  const [facts, setFacts] = useState<CaseFacts>({});
  const [tried, setTried] = useState<TriedCase | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, run] = useBusy();
  async function tryIt(): Promise<void> {
    setError(null);
    // What was typed last is part of the rule that is tried.
    await work.act(async () => {
      try { setTried(await requestJson<TriedCase>(`/api/rules/drafts/${view.draft.id}/try`, { method: "POST", body: { facts } })); } catch (problem) { setError(problem); }
      return null;
    });
  }
  function keepAsExample(): void {
    const expect = tried?.value ?? content.outcomes[0]?.value ?? "";
    flushSync(() => { keep(); change((now) => ({ ...now, examples: [...now.examples, { name: { zh: "", en: "" }, facts, expect: String(expect) }] }), "now"); });
    document.getElementById(`change-example-${content.examples.length}`)?.click();
  }
  return (
    <Panel title={say.title}>
      <form onSubmit={(event: FormEvent) => { event.preventDefault(); run(tryIt); }} noValidate>
        <ProblemAlert error={error} />
        <FactControls prefix="try" facts={facts} set={(next) => { setFacts(next); setTried(null); }} />
        <p className="row"><Button type="primary" htmlType="submit" loading={busy}>{say.try}</Button>{editable && tried !== null && tried.value !== null ? <Button onClick={keepAsExample}>{say.keep}</Button> : null}</p>
      </form>
      <div role="status">{tried === null ? null : <Answer tried={tried} />}</div>
    </Panel>
  );
}

/** What came out, why, and what would have made a difference. */
export function Answer({ tried }: { readonly tried: TriedCase }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { content } = useRule();
  const tongue = language === "en" ? "en" : "zh";
  const sentences = (list: readonly string[]): ReactNode => <ul className="plain-list">{list.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>;
  return (
    <div className="answer"><Facts rows={[
      [say.verdict, tried.needs.length > 0 ? say.needs(tried.needs.map((fact) => factInWords(fact, content, language)).join(say.comma)) : tried.error !== null ? say.failed : <VerdictChip value={tried.value} content={content} />],
      ...(tried.error === null ? [] : [[say.why, errorWords(tried.error, language, (fact) => factInWords(fact, content, language))] as const]),
      ...(tried.reasons[tongue].length === 0 ? [] : [[say.why, sentences(tried.reasons[tongue])] as const]),
      ...(tried.rows.length === 0 ? [] : [[say.rows, tried.rows.join(say.comma)] as const]),
      ...(tried.clauses.length === 0 ? [] : [[say.clauses, <ClauseLinks key="clauses" keys={tried.clauses} />] as const]),
      ...(tried.almosts[tongue].length === 0 ? [] : [[say.almost, sentences(tried.almosts[tongue])] as const]),
    ]} /></div>
  );
}

function errorWords({ code, fact, rows }: NonNullable<TriedCase["error"]>, language: "zh-CN" | "en", called: (fact: string) => string): string {
  const say = words(language);
  const known: Readonly<Record<string, string>> = { "no-rule-applies": say.noRule, "rules-contradict": say.conflict, "outside-domain": say.outside, "wrong-type": say.wrongType, "output-not-computable": say.notComputable, "cell-not-decidable": say.notDecidable };
  return [known[code] ?? code, ...(fact === null ? [] : [called(fact)]), ...(rows.length === 0 ? [] : [rows.join(say.comma)])].join(say.stop);
}

const words = messages({
  title: { zh: "试算一个人", en: "Try a case" }, try: { zh: "试算", en: "Try it" }, keep: { zh: "留作例子", en: "Keep it as an example" }, verdict: { zh: "结论", en: "Verdict" }, why: { zh: "为什么", en: "Why" }, rows: { zh: "命中的规则", en: "Matching rows" }, clauses: { zh: "依据", en: "Clauses" }, almost: { zh: "差一点", en: "What would make a difference" },
  needs: (facts: string) => ({ zh: `还要知道：${facts}`, en: `Still to be known: ${facts}` }), failed: { zh: "没有结论", en: "No verdict" }, comma: { zh: "、", en: ", " }, stop: { zh: "：", en: ": " },
  noRule: { zh: "没有规则管这种情况", en: "No row covers this case" }, conflict: { zh: "几条规则互相冲突", en: "Rows contradict each other" }, outside: { zh: "这个值不在允许的值里", en: "The value is not one of those allowed" }, wrongType: { zh: "这个值的种类不对", en: "The value is of the wrong kind" },
  notComputable: { zh: "结论算不出来", en: "The verdict cannot be worked out" }, notDecidable: { zh: "有一格判断不了", en: "One cell cannot be judged" },
});
