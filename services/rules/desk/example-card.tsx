/** @jsxImportSource react */
import { useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { TriedCase } from "../draft/index.ts";
import { caseInWords } from "../draft/cell-words.ts";
import { ReportCard } from "./report-card.tsx";
import { VerdictChip } from "./states.tsx";
import { useRule } from "./use-rule.ts";

/** An example that does not come out as it must. */
export function ExampleCard({ at, got }: { readonly at: number; readonly got: TriedCase }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { view: { content }, go } = useRule();
  const example = content.examples[at];
  if (example === undefined) return null;
  return (
    <ReportCard tone="no" icon="no" title={say.title(inLanguage(example.name, language) || example.name.zh || String(at + 1))} rows={[
      [say.facts, caseInWords(example.facts, content, language)], [say.expected, <VerdictChip key="expected" value={example.expect} content={content} />], [say.got, <VerdictChip key="got" value={got.value} content={content} />],
      ...(got.rows.length === 0 ? [] : [[say.by, got.rows.join(say.comma)] as const]),
    ]}><p className="row"><Button size="small" onClick={() => { go(`examples[${at}]`); }}>{say.see}</Button>{got.rows.map((row) => <Button size="small" key={row} onClick={() => { go(`rows.${row}`); }}>{say.seeRow(row)}</Button>)}</p></ReportCard>
  );
}

const words = messages({
  title: (name: string) => ({ zh: `例子不对 · ${name}`, en: `Example fails · ${name}` }), facts: { zh: "这个人", en: "The case" }, expected: { zh: "应当", en: "Should be" }, got: { zh: "算出来", en: "It gives" }, by: { zh: "命中", en: "By row" }, comma: { zh: "、", en: ", " },
  see: { zh: "看这个例子", en: "See the example" }, seeRow: (row: string) => ({ zh: `看 ${row}`, en: `See ${row}` }),
});
