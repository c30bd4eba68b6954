/** @jsxImportSource react */
import { useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import { AboutTab } from "./about-tab.tsx";
import { DmnTab } from "./dmn-tab.tsx";
import { ExamplesTab } from "./examples-tab.tsx";
import { FactsTab } from "./facts-tab.tsx";
import { OutcomesTab } from "./outcomes-tab.tsx";
import { Tabs } from "./tabs.tsx";
import { useRule } from "./use-rule.ts";

/** What stands around the table. */
export type RuleTab = "facts" | "outcomes" | "examples" | "about" | "dmn";

/** The page a fault is put right on; rows are put right in the table. */
export function tabOf(field: string): RuleTab {
  if (field.startsWith("facts")) return "facts";
  if (field.startsWith("outcomes")) return "outcomes";
  return field.startsWith("examples") ? "examples" : "about";
}

/** What the table asks, the verdicts, the examples, the words and days around it, and its file. */
export function MorePanels({ tab, choose }: { readonly tab: RuleTab; readonly choose: (tab: RuleTab) => void }): ReactNode {
  const say = useWords(words);
  const { content: { table, outcomes, examples }, view: { faults, draft } } = useRule();
  const open = (name: RuleTab): number => (draft.state !== "draft" ? 0 : faults.filter(({ field }) => !/^(?:rows|table$|above$)/u.test(field) && tabOf(field) === name).length);
  const label = (name: RuleTab, told: string): ReactNode => <>{told}{open(name) === 0 ? null : <><span className="count" aria-hidden="true">{open(name)}</span><span className="vh">{say.open(open(name))}</span></>}</>;
  return (
    <section className="panel" aria-label={say.title} id="more" tabIndex={-1}><div className="pad">
      <Tabs label={say.title} open={tab} choose={choose} items={[
        { key: "facts", name: label("facts", say.facts(table.inputs.length)), page: <FactsTab /> }, { key: "outcomes", name: label("outcomes", say.outcomes(outcomes.length)), page: <OutcomesTab /> },
        { key: "examples", name: label("examples", say.examples(examples.length)), page: <ExamplesTab /> }, { key: "about", name: label("about", say.about), page: <AboutTab /> }, { key: "dmn", name: say.dmn, page: <DmnTab /> },
      ]} />
    </div></section>
  );
}

const words = messages({
  title: { zh: "规则表的其他部分", en: "The rest of the rule" }, facts: (count: number) => ({ zh: `问哪些事 ${count}`, en: `Facts ${count}` }), outcomes: (count: number) => ({ zh: `结论 ${count}`, en: `Verdicts ${count}` }), examples: (count: number) => ({ zh: `例子 ${count}`, en: `Examples ${count}` }),
  about: { zh: "名字和有效期", en: "Name and dates" }, dmn: { zh: "DMN 文件", en: "DMN file" }, open: (count: number) => ({ zh: `，${count} 处要改`, en: `, ${count} to settle` }),
});
