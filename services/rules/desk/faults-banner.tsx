/** @jsxImportSource react */
import { DeskIcon, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import { useRule } from "./use-rule.ts";

/** What keeps the rule from being handed in: how much of what, and each of it one press away. */
export function FaultsBanner(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { view: { faults, report, above, examples }, go } = useRule();
  if (faults.length === 0) return null;
  const count = (kind: string): number => report.findings.filter((each) => each.kind === kind).length;
  const stricter = above?.comparison.differences.filter((each) => each.kind === "stricter" && each.document === null).length ?? 0;
  const counts = [[count("gap"), say.gaps], [count("conflict"), say.conflicts], [stricter, say.stricter], [examples.filter(({ passed }) => !passed).length, say.examples]] as const;
  const named = counts.filter(([some]) => some > 0);
  const rest = faults.length - named.reduce((sum, [some]) => sum + some, 0);
  const told = [...named.map(([some, words]) => words(some)), ...(rest > 0 ? [named.length === 0 ? say.things(rest) : say.others(rest)] : [])].join(say.comma);
  return (
    <section className="alert no" aria-label={say.title(told)} id="not-yet">
      <DeskIcon name="no" />
      <div>
        <p><b>{say.title(told)}</b></p>
        <p>{stricter > 0 ? say.meansStricter : say.means}</p>
        <details open={faults.length <= 3}><summary>{say.each(faults.length)}</summary><ul>{faults.map(({ field, problem, remedy }, at) => <li key={`${field} ${at}`}><button type="button" className="as-link" onClick={() => { go(field); }}>{inLanguage(problem, language)}</button>{say.colon}{inLanguage(remedy, language)}</li>)}</ul></details>
      </div>
    </section>
  );
}

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;
const words = messages({
  title: (told: string) => ({ zh: `还不能送签：有 ${told}`, en: `Not ready to be handed in: ${told}` }),
  gaps: (count: number) => ({ zh: `${count} 处缺口`, en: many(count, "gap") }), conflicts: (count: number) => ({ zh: `${count} 处冲突`, en: many(count, "conflict") }),
  stricter: (count: number) => ({ zh: `${count} 处比上级更严`, en: `${many(count, "place")} stricter than the level above` }), examples: (count: number) => ({ zh: `${count} 个例子不对`, en: `${many(count, "example")} failing` }),
  others: (count: number) => ({ zh: `另外 ${count} 处`, en: `${count} more` }), things: (count: number) => ({ zh: `${count} 处要改`, en: `${many(count, "thing")} to settle` }),
  means: { zh: "改完会自动再查一遍。", en: "After each change everything is checked again." },
  meansStricter: { zh: "改完会自动再查一遍。比上级更严的，要么改回，要么附批准文件。", en: "After each change everything is checked again. What is stricter than the level above is either changed back or needs the document that approves it." },
  each: (count: number) => ({ zh: `一处一处看（${count}）`, en: `One by one (${count})` }), comma: { zh: "、", en: ", " }, colon: { zh: "：", en: ": " },
});
