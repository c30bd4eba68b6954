/** @jsxImportSource react */
import { useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { RuleDifference } from "../draft/index.ts";
import { DifferenceCard } from "./difference-card.tsx";
import { ExampleCard } from "./example-card.tsx";
import { FindingCard } from "./finding-card.tsx";
import { useRule } from "./use-rule.ts";

/** What a check of all cases says, what must be settled first. */
export function ReportPanel(): ReactNode {
  const say = useWords(words);
  const { view: { report, above, examples, faults }, content } = useRule();
  const differences = above?.comparison.differences ?? [];
  const isOpen = ({ kind, document, lower }: RuleDifference): boolean => document === null && !(kind === "added" && String(lower) === content.outcomes[0]?.value);
  const order = (kinds: readonly string[], kind: string): number => { const at = kinds.indexOf(kind); return at < 0 ? kinds.length : at; };
  const findings = report.findings.toSorted((one, other) => order(FINDINGS, one.kind) - order(FINDINGS, other.kind));
  const cards = [
    ...differences.filter((each) => isOpen(each) && each.kind === "stricter").map((each) => <DifferenceCard key={keyOf(each)} difference={each} />),
    ...findings.map((each, at) => <FindingCard key={`${each.kind} ${each.rows.join(" ")} ${each.column ?? ""} ${at}`} finding={each} />),
    ...examples.flatMap(({ passed, got }, at) => (passed ? [] : [<ExampleCard key={`example ${at}`} at={at} got={got} />])),
    ...differences.filter((each) => isOpen(each) && each.kind !== "stricter").map((each) => <DifferenceCard key={keyOf(each)} difference={each} />),
    ...differences.filter((each) => !isOpen(each)).map((each) => <DifferenceCard key={keyOf(each)} difference={each} />),
  ];
  return (
    <section className="panel report" aria-label={say.title}>
      <header><h2 id="report" tabIndex={-1}>{say.title}</h2><span className="quiet" role="status">{say.open(faults.length)}</span></header>
      <div className="pad stack">
        {cards.length === 0 ? <p className="quiet">{faults.length === 0 ? say.clean : say.listed}</p> : cards}
        {above === null ? null : <p className="quiet">{say.source}<AboveSource /></p>}
      </div>
    </section>
  );
}

function AboveSource(): ReactNode {
  const say = useWords(words);
  const { view: { above } } = useRule();
  return above === null ? null : <>{say.of(above.title, above.source)}</>;
}

const keyOf = ({ kind, lowerRow, upperRow }: RuleDifference): string => [kind, lowerRow, upperRow].join(" ");
const FINDINGS = ["too-large", "gap", "conflict", "type-clash", "outside-domain", "not-checkable", "unreachable", "masked", "redundant"];

const words = messages({
  title: { zh: "检查报告", en: "Check report" }, open: (count: number) => ({ zh: count === 0 ? "没有要改的" : `${count} 处要改`, en: count === 0 ? "Nothing to settle" : `${count} to settle` }),
  clean: { zh: "每种情况都有一条规则管，没有冲突，例子都对。", en: "Every case has its rule, none contradict each other, and all examples come out right." },
  listed: { zh: "每种情况都有一条规则管，没有冲突。要改的列在页面上方。", en: "Every case has its rule and none contradict each other. What is to settle is listed at the top." },
  source: { zh: "上级规定：", en: "Level above: " }, of: (title: { readonly zh: string; readonly en: string }, source: { readonly zh: string; readonly en: string }) => ({ zh: `${title.zh}（${source.zh}）`, en: `${title.en} (${source.en})` }),
});
