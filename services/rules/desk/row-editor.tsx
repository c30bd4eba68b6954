/** @jsxImportSource react */
import { useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Button, Input } from "antd";
import type { ReactNode } from "react";
import type { RuleContent } from "../draft/index.ts";
import { factInWords } from "../draft/cell-words.ts";
import { outcomeOf } from "../draft/edit-outcomes.ts";
import { approve, clausesOfRow, deleteRow, moveRow, rowName, setClauses, setOutput, setReason, setVerdict, verdictOf } from "../draft/edit-table.ts";
import { CellEditor } from "./cell-editor.tsx";
import { ClausePicker } from "./clause-picker.tsx";
import { RowFaults } from "./row-faults.tsx";
import { thenFocus, useRule } from "./use-rule.ts";

/** Everything one rule says, to be changed in place. */
export function RowEditor({ rule, name, at }: { readonly rule: RuleContent["table"]["rules"][number]; readonly name: string; readonly at: number }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { content, view, editable, change, openRow } = useRule();
  const { table, rows } = content;
  const verdict = verdictOf(rule);
  const reason = rows[name] ?? { zh: "", en: "" };
  const approval = content.approvals.find((each) => each.row === name);
  const needsDocument = approval !== undefined || view.above?.comparison.differences.some(({ lowerRow, kind }) => lowerRow === name && kind === "stricter") === true;
  const move = (by: -1 | 1): void => { thenFocus(() => { change((now) => moveRow(now, name, by), "now"); }, `${by < 0 ? "up" : "down"}-${name}`, `${by < 0 ? "down" : "up"}-${name}`); };
  function remove(): void {
    const neighbour = table.rules[at + 1] === undefined ? table.rules[at - 1] : table.rules[at + 1];
    const next = neighbour === undefined ? "" : rowName(neighbour, table.rules.indexOf(neighbour));
    thenFocus(() => { openRow(null); change((now) => deleteRow(now, name), "now"); }, `row-${next}`, "add-row");
  }
  return (
    <fieldset disabled={!editable} className="row-editor">
      <legend className="vh">{say.title(name)}</legend>
      <RowFaults name={name} />
      <div className="cells">{table.inputs.map((column, index) => <CellEditor key={column.expression} column={column} cell={rule.tests[index] ?? "-"} name={name} index={index} />)}</div>
      <div className="cells">
        <div className="field"><label htmlFor={`verdict-${name}`}>{say.verdict}</label>
          <select className="native" id={`verdict-${name}`} value={verdict ?? rule.outputs[0] ?? ""} onChange={(event) => { change((now) => setVerdict(now, name, event.target.value), "now"); }}>
            {verdict !== null && outcomeOf(content, verdict) !== undefined ? null : <option value={verdict ?? rule.outputs[0] ?? ""}>{verdict === "" ? say.chooseVerdict : verdict ?? rule.outputs[0]}</option>}
            {content.outcomes.map((outcome) => <option key={outcome.value} value={outcome.value}>{inLanguage(outcome.name, language) || outcome.value}</option>)}
          </select></div>
        {table.outputs.slice(1).map((output, index) => <div className="field" key={output.name}><label htmlFor={`output-${name}-${index + 1}`}>{output.label ?? output.name ?? say.result}</label><Input id={`output-${name}-${index + 1}`} value={rule.outputs[index + 1] ?? ""} maxLength={2000} spellCheck={false} onChange={(event) => { change((now) => setOutput(now, name, index + 1, event.target.value)); }} /></div>)}
        {needsDocument ? <div className="field"><label htmlFor={`document-${name}`}>{say.document}</label><span className="hint" id={`document-${name}-hint`}>{say.documentHint}</span><Input id={`document-${name}`} value={approval?.document ?? ""} maxLength={400} aria-describedby={`document-${name}-hint`} onChange={(event) => { change((now) => approve(now, name, event.target.value)); }} /></div> : null}
      </div>
      <ClausePicker name={name} keys={clausesOfRow(table, rule)} choose={(keys) => { change((now) => setClauses(now, name, keys), "now"); }} />
      <div className="cells wide">
        {(["zh", "en"] as const).map((tongue) => <div className="field" key={tongue}><label htmlFor={`reason-${name}-${tongue}`}>{say[tongue]}</label><span className="hint" id={`reason-${name}-${tongue}-hint`}>{say.reasonHint(table.inputs.map(({ expression }) => `{${expression}}${factInWords(expression, content, language) === expression ? "" : say.called(factInWords(expression, content, language))}`).join(say.comma))}</span><Input.TextArea id={`reason-${name}-${tongue}`} lang={tongue === "zh" ? "zh-CN" : "en"} rows={2} maxLength={2000} value={reason[tongue]} aria-describedby={`reason-${name}-${tongue}-hint`} onChange={(event) => { const words = event.target.value; change((now) => setReason(now, name, { ...(now.rows[name] ?? { zh: "", en: "" }), [tongue]: words })); }} /></div>)}
      </div>
      <p className="row">
        {editable ? <><Button size="small" id={`up-${name}`} disabled={at === 0} onClick={() => { move(-1); }}>{say.up}</Button><Button size="small" id={`down-${name}`} disabled={at === table.rules.length - 1} onClick={() => { move(1); }}>{say.down}</Button><Button size="small" danger onClick={remove}>{say.remove}</Button></> : null}
        <button type="button" className="as-link" onClick={() => { thenFocus(() => { openRow(null); }, `row-${name}`); }}>{say.close}</button>
      </p>
    </fieldset>
  );
}

const words = messages({
  title: (name: string) => ({ zh: `规则 ${name}`, en: `Row ${name}` }), verdict: { zh: "结论", en: "Verdict" }, chooseVerdict: { zh: "请选结论", en: "Choose a verdict" }, result: { zh: "结果", en: "Result" },
  document: { zh: "批准文件（比上级更严时要有）", en: "Document that approves it (needed when stricter than the level above)" }, documentHint: { zh: "写发文字号或者全名；条件或结论一改，就要重新附", en: "Its number or full name; once the row changes, it must be attached anew" },
  zh: { zh: "为什么（中文，群众看得到）", en: "Why, in Chinese (residents read it)" }, en: { zh: "为什么（英文）", en: "Why, in English" },
  reasonHint: (facts: string) => ({ zh: `可以用：${facts}`, en: `You may use: ${facts}` }), called: (name: string) => ({ zh: `（${name}）`, en: ` (${name})` }), comma: { zh: "、", en: ", " },
  up: { zh: "上移", en: "Move up" }, down: { zh: "下移", en: "Move down" }, remove: { zh: "删掉这条", en: "Delete this row" }, close: { zh: "收起", en: "Close" },
});
