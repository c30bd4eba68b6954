/** @jsxImportSource react */
import { useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { RuleContent } from "../draft/index.ts";
import { asks, choicesOf, factInWords, valueInWords } from "../draft/cell-words.ts";
import { useRule } from "./use-rule.ts";

/** What is known of a case; facts not known are left out. */
export type CaseFacts = RuleContent["examples"][number]["facts"];

/** One control for each fact the table asks for. */
export function FactControls({ prefix, facts, set }: { readonly prefix: string; readonly facts: CaseFacts; readonly set: (facts: CaseFacts) => void }): ReactNode {
  const { content: { table } } = useRule();
  const change = (fact: string, value: CaseFacts[string] | null): void => {
    const { [fact]: _before, ...others } = facts;
    set(value === null ? others : { ...others, [fact]: value });
  };
  return <div className="cells">{table.inputs.map((column) => <FactControl key={column.expression} id={`${prefix}-${column.expression}`} column={column} value={facts[column.expression] ?? null} set={(value) => { change(column.expression, value); }} />)}</div>;
}

function FactControl({ id, column, value, set }: { readonly id: string; readonly column: RuleContent["table"]["inputs"][number]; readonly value: CaseFacts[string] | null; readonly set: (value: CaseFacts[string] | null) => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { content } = useRule();
  const kind = asks(column);
  const choices = choicesOf(column);
  const number = (typed: string): number | null => (typed.trim() === "" || Number.isNaN(Number(typed)) ? null : Number(typed));
  return (
    <div className="field">
      <label htmlFor={id}>{factInWords(column.expression, content, language)}</label>
      {choices.length > 0 ? (
        <select className="native" id={id} value={value === null ? "" : choices.find((each) => each.value === value)?.text ?? ""} onChange={(event) => { set(choices.find(({ text }) => text === event.target.value)?.value ?? null); }}>
          <option value="">{say.unknown}</option>{choices.map((each) => <option key={each.text} value={each.text}>{valueInWords(each.value, content.facts[column.expression], language)}</option>)}
        </select>
      ) : kind === "number" ? <input className="native-input" id={id} type="number" step="any" value={value === null ? "" : String(value)} onChange={(event) => { set(number(event.target.value)); }} />
        : <input className="native-input" id={id} type={kind === "date" ? "date" : "text"} maxLength={400} value={value === null ? "" : String(value)} onChange={(event) => { set(event.target.value === "" ? null : event.target.value); }} />}
    </div>
  );
}

const words = messages({ unknown: { zh: "不知道", en: "Not known" } });
