/** @jsxImportSource react */
import { Chip, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { RuleExample } from "../draft/index.ts";
import { caseInWords } from "../draft/cell-words.ts";
import { outcomeOf } from "../draft/edit-outcomes.ts";
import { FactControls } from "./fact-control.tsx";
import { FieldFault } from "./row-faults.tsx";
import { VerdictChip } from "./states.tsx";
import { TwoTongues } from "./two-tongues.tsx";
import { thenFocus, useRule } from "./use-rule.ts";

/** Cases with the verdict they must get: whoever changes the table breaks none of them unnoticed. */
export function ExamplesTab(): ReactNode {
  const say = useWords(words);
  const { content, editable, change } = useRule();
  const [open, setOpen] = useState<number | null>(null);
  function add(): void {
    const at = content.examples.length;
    thenFocus(() => { change((now) => ({ ...now, examples: [...now.examples, { name: { zh: "", en: "" }, facts: {}, expect: now.outcomes[0]?.value ?? "" }] }), "now"); setOpen(at); }, `examples[${at}].name.zh`);
  }
  function remove(at: number): void {
    thenFocus(() => { change((now) => ({ ...now, examples: now.examples.toSpliced(at, 1) }), "now"); setOpen(null); }, `change-example-${Math.min(at, content.examples.length - 2)}`, "add-example");
  }
  return (
    <div className="stack">
      <p>{say.means}</p>
      {content.examples.length === 0 ? <p className="quiet">{say.none}</p> : <ul className="stack">{content.examples.map((example, at) => <Example key={at} example={example} at={at} open={open === at} toggle={() => { setOpen(open === at ? null : at); }} remove={() => { remove(at); }} />)}</ul>}
      {editable ? <p><Button id="add-example" onClick={add}>{say.add}</Button></p> : null}
    </div>
  );
}

type ExampleProps = { readonly example: RuleExample; readonly at: number; readonly open: boolean; readonly toggle: () => void; readonly remove: () => void };

function Example({ example, at, open, toggle, remove }: ExampleProps): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { view, content, editable } = useRule();
  // What was looked at is what was saved: a case changed since then waits for the next look.
  const result = JSON.stringify(view.content.examples[at]) === JSON.stringify(example) ? view.examples[at] : undefined;
  const name = inLanguage(example.name, language) || example.name.zh || say.unnamed(at + 1);
  return (
    <li className="part open" id={`examples[${at}]`} tabIndex={-1}>
      <p className="row">{result === undefined ? <Chip tone="idle" icon="ring">{say.waiting}</Chip> : result.passed ? <Chip tone="ok" icon="ok">{say.right}</Chip> : <Chip tone="no" icon="no">{say.wrong}</Chip>}<b>{name}</b></p>
      <p>{caseInWords(example.facts, content, language)}</p>
      <p className="row">{say.expected}<VerdictChip value={example.expect} content={content} />{result === undefined || result.passed ? null : <>{say.got}<VerdictChip value={result.got.value} content={content} /></>}</p>
      {editable ? <p className="row"><Button size="small" id={`change-example-${at}`} aria-expanded={open} aria-label={`${say.change} ${name}`} onClick={toggle}>{say.change}</Button><Button size="small" danger aria-label={`${say.remove} ${name}`} onClick={remove}>{say.remove}</Button></p> : null}
      {open && editable ? <ExampleForm example={example} at={at} /> : null}
      <FieldFault id={`examples[${at}]-fault`} field={`examples[${at}]`} />
    </li>
  );
}

function ExampleForm({ example, at }: Pick<ExampleProps, "example" | "at">): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { content, change } = useRule();
  const set = (next: Partial<RuleExample>, when: "soon" | "now" = "soon"): void => { change((now) => ({ ...now, examples: now.examples.map((each, index) => (index === at ? { ...each, ...next } : each)) }), when); };
  return (
    <div className="part-form">
      <TwoTongues id={`examples[${at}].name`} label={say.name} value={example.name} set={(name) => { set({ name }); }} />
      <FactControls prefix={`examples[${at}]`} facts={example.facts} set={(facts) => { set({ facts }); }} />
      <div className="field"><label htmlFor={`examples[${at}].expect`}>{say.expect}</label><select className="native" id={`examples[${at}].expect`} value={example.expect} onChange={(event) => { set({ expect: event.target.value }, "now"); }}>
        {outcomeOf(content, example.expect) === undefined ? <option value={example.expect}>{example.expect}</option> : null}{content.outcomes.map((outcome) => <option key={outcome.value} value={outcome.value}>{inLanguage(outcome.name, language) || outcome.value}</option>)}
      </select></div>
    </div>
  );
}

const words = messages({
  means: { zh: "每个例子都要算出写好的结论，不然不能送签。", en: "Each example must come out as written, or the rule cannot be handed in." }, none: { zh: "还没有例子。", en: "There are no examples yet." }, add: { zh: "加一个例子", en: "Add an example" },
  unnamed: (number: number) => ({ zh: `例子 ${number}`, en: `Example ${number}` }), waiting: { zh: "还没查", en: "Not looked at yet" }, right: { zh: "对", en: "Right" }, wrong: { zh: "不对", en: "Wrong" }, expected: { zh: "应当：", en: "Should be:" }, got: { zh: "算出来：", en: "It gives:" },
  change: { zh: "改", en: "Change" }, remove: { zh: "删掉", en: "Delete" }, name: { zh: "是谁、什么事", en: "Who and what" }, expect: { zh: "应当是什么结论", en: "The verdict it must get" },
});
