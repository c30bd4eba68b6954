/** @jsxImportSource react */
import { Panel, useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button } from "antd";
import { Fragment, type ReactNode } from "react";
import { factInWords } from "../draft/cell-words.ts";
import { setHitPolicy } from "../draft/edit-outcomes.ts";
import { addRow, rowName } from "../draft/edit-table.ts";
import { policyWords, SINGLE_POLICIES } from "./policy-words.ts";
import { RowEditor } from "./row-editor.tsx";
import { RowLine } from "./row-line.tsx";
import { thenFocus, useRule } from "./use-rule.ts";

/** The rules one below the other, in words; each opens where it stands. */
export function TablePanel(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { content, view, editable, change, row: open, openRow } = useRule();
  const { inputs, rules } = content.table;
  const width = inputs.length + (view.above === null ? 3 : 4);
  function add(): void {
    const { name } = addRow(content);
    thenFocus(() => { change((now) => addRow(now).content, "now"); openRow(name); }, `verdict-${name}`);
  }
  return (
    <Panel title={say.title(rules.length)} flush beside={<span className="row"><Policy />{editable ? <Button size="small" id="add-row" onClick={add}>{say.add}</Button> : null}</span>}>
      {rules.length === 0 ? <p className="empty">{say.none}</p> : (
        <div className="table-wrap" id="table" tabIndex={0} role="region" aria-label={say.table}>
          <table className="list rules">
            <thead><tr>
              <th scope="col">{say.number}</th>{inputs.map((column) => <th scope="col" key={column.expression}>{factInWords(column.expression, content, language)}</th>)}
              <th scope="col">{say.verdict}</th><th scope="col">{say.clauses}</th>{view.above === null ? null : <th scope="col">{say.origin}</th>}
            </tr></thead>
            <tbody>{rules.map((rule, at) => {
              const name = rowName(rule, at);
              return <Fragment key={name}><RowLine rule={rule} name={name} />{open === name ? <tr className="opened"><td colSpan={width} id={`edit-${name}`}><RowEditor rule={rule} name={name} at={at} /></td></tr> : null}</Fragment>;
            })}</tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

/** What happens when several rows match. */
function Policy(): ReactNode {
  const say = useWords(words);
  const named = useWords(policyWords);
  const { content: { table: { hitPolicy } }, editable, change } = useRule();
  if (!editable) return <span className="quiet">{named[hitPolicy]}</span>;
  const offered = [...new Set([...SINGLE_POLICIES, hitPolicy])];
  return <><label className="vh" htmlFor="hit-policy">{say.policy}</label><select className="native" id="hit-policy" value={hitPolicy} onChange={(event) => { const chosen = offered.find((each) => each === event.target.value); if (chosen !== undefined) change((now) => setHitPolicy(now, chosen), "now"); }}>{offered.map((each) => <option key={each} value={each}>{named[each]}</option>)}</select></>;
}

const words = messages({
  title: (count: number) => ({ zh: `${count} 条规则`, en: count === 1 ? "1 rule" : `${count} rules` }), table: { zh: "规则表", en: "Table of rules" }, add: { zh: "加一条", en: "Add a row" },
  none: { zh: "表里还没有规则，加一条开始。", en: "The table is empty. Add a row to begin." }, policy: { zh: "几条规则同时命中时", en: "When several rows match" },
  number: { zh: "编号", en: "No." }, verdict: { zh: "结论", en: "Verdict" }, clauses: { zh: "依据", en: "Clauses" }, origin: { zh: "来自", en: "From" },
});
