/** @jsxImportSource react */
import { useLanguage, useWords, type DeskIconName } from "#platform/desk-ui";
import { messages, numberInWords } from "#platform/i18n";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { RuleFinding } from "../draft/index.ts";
import { caseInWords, factInWords } from "../draft/cell-words.ts";
import { addRow } from "../draft/edit-table.ts";
import { ReportCard } from "./report-card.tsx";
import { thenFocus, useRule } from "./use-rule.ts";

type Look = { readonly tone: "no" | "warn" | "appr" | "idle"; readonly icon: DeskIconName };
const LOOKS: Readonly<Record<RuleFinding["kind"], Look>> = {
  gap: { tone: "warn", icon: "warn" }, conflict: { tone: "appr", icon: "half" }, unreachable: { tone: "warn", icon: "warn" }, masked: { tone: "warn", icon: "warn" }, redundant: { tone: "idle", icon: "ring" },
  "too-large": { tone: "warn", icon: "warn" }, "outside-domain": { tone: "no", icon: "no" }, "type-clash": { tone: "no", icon: "no" }, "not-checkable": { tone: "warn", icon: "warn" },
};

/** A gap, a conflict, or a row that cannot work as it stands; with a case and the way to mend it. */
export function FindingCard({ finding }: { readonly finding: RuleFinding }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { content, editable, change, openRow, go } = useRule();
  const { kind, rows, cases, example, column, text } = finding;
  const named = kind === "masked" ? say.by(rows[0] ?? "", rows[1] ?? "") : rows.join(say.and);
  const count = numberInWords(cases, language);
  const input = column === null ? undefined : content.table.inputs[column];
  function fill(): void {
    const { name } = addRow(content, example ?? {});
    thenFocus(() => { change((now) => addRow(now, example ?? {}).content, "now"); openRow(name); }, `verdict-${name}`);
  }
  const title = kind === "gap" ? say.gap(count) : kind === "conflict" ? say.conflict(named, count) : rows.length === 0 ? say[kind] : say.row(say[kind], named);
  const told = [
    ...(example === null ? [] : [[say.such, caseInWords(example, content, language)] as const]),
    ...(input === undefined ? [] : [[say.column, factInWords(input.expression, content, language)] as const]),
    ...(text === null ? [] : [[say.cell, <span className="mono" key="text">{text}</span>] as const]),
    ...(kind === "gap" ? [[say.now, say.noAnswer] as const] : []),
  ];
  return (
    <ReportCard {...LOOKS[kind]} title={title} rows={told}>
      {kind === "gap" || kind === "conflict" ? null : <p>{say[`${kind}-means`]}</p>}
      <p className="row">
        {editable && kind === "gap" ? <Button size="small" onClick={fill}>{say.fill}</Button> : null}
        {editable && kind === "conflict" ? <Button size="small" onClick={() => { thenFocus(() => undefined, "hit-policy"); }}>{say.policy}</Button> : null}
        {rows.map((row) => <Button size="small" key={row} onClick={() => { go(`rows.${row}`); }}>{say.see(row)}</Button>)}
      </p>
    </ReportCard>
  );
}

const words = messages({
  gap: (count: string) => ({ zh: `缺口 · ${count} 种情况没有规则管`, en: count === "1" ? "Gap · one case has no rule" : `Gap · ${count} cases have no rule` }), conflict: (rows: string, count: string) => ({ zh: `冲突 · ${rows} · ${count} 种`, en: `Conflict · ${rows} · ${count === "1" ? "1 case" : `${count} cases`}` }),
  row: (what: string, rows: string) => ({ zh: `${what} · 规则 ${rows}`, en: `${what} · row ${rows}` }), and: { zh: " 与 ", en: " and " }, by: (row: string, winner: string) => ({ zh: `${row}，被 ${winner} 抢先`, en: `${row}, behind ${winner}` }),
  "too-large": { zh: "表太大，没能查完", en: "Too large to be checked" }, "too-large-means": { zh: "把一张表拆成几张，每张不超过 500 条。", en: "Split it into tables of at most 500 rules." },
  unreachable: { zh: "永远轮不到", en: "Can never match" }, "unreachable-means": { zh: "没有一种情况合它的条件。", en: "No case meets its conditions." },
  masked: { zh: "总被抢先", en: "Never wins" }, "masked-means": { zh: "合它条件的情况，前面的规则都先命中了。改顺序、改条件，或者删掉。", en: "Earlier rows take every case it would match. Change the order or the conditions, or delete it." },
  redundant: { zh: "可以不要", en: "Not needed" }, "redundant-means": { zh: "去掉它，每种情况的结论都一样。不妨碍送签。", en: "Without it every answer stays the same. This does not keep it from being handed in." },
  "outside-domain": { zh: "值不在这一栏里", en: "Not a value of its column" }, "outside-domain-means": { zh: "换成这一栏有的值，或者先把它加进去。", en: "Use one of the column's values, or add this one first." },
  "type-clash": { zh: "和这一栏的种类对不上", en: "Not of the column's kind" }, "type-clash-means": { zh: "数就写数，日子写 date(\"2021-01-26\")，选项加引号。", en: "Write numbers as numbers, days as date(\"2021-01-26\"), choices in quotes." },
  "not-checkable": { zh: "查不全", en: "Cannot be checked in full" }, "not-checkable-means": { zh: "改成列出的值或者范围，才能查遍所有情况。", en: "Write it as values or ranges, so that all cases can be checked." },
  such: { zh: "例如", en: "Such as" }, now: { zh: "现在", en: "Now" }, noAnswer: { zh: "群众得不到答复", en: "Residents get no answer" }, column: { zh: "哪一栏", en: "Column" }, cell: { zh: "写的是", en: "It says" },
  fill: { zh: "补一条规则", en: "Add a row for it" }, policy: { zh: "设优先顺序", en: "Say which goes first" }, see: (row: string) => ({ zh: `看 ${row}`, en: `See ${row}` }),
});
