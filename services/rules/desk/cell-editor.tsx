/** @jsxImportSource react */
import { useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button, Input } from "antd";
import type { ReactNode } from "react";
import type { RuleContent } from "../draft/index.ts";
import { asks, cellInWords, cellOfTicks, choicesOf, factInWords, isReadable, tickedCell, valueInWords, type TickedCell } from "../draft/cell-words.ts";
import { setCell } from "../draft/edit-table.ts";
import { thenFocus, useRule } from "./use-rule.ts";

type CellProps = { readonly column: RuleContent["table"]["inputs"][number]; readonly cell: string; readonly name: string; readonly index: number };

/** One condition of a row: boxes to tick where the column lists its values, else the test as DMN writes it, read back in words. */
export function CellEditor(props: CellProps): ReactNode {
  const ticked = tickedCell(props.cell, props.column);
  return ticked !== null && choicesOf(props.column).length > 0 ? <Ticks {...props} ticked={ticked} /> : <Written {...props} />;
}

function Ticks({ column, name, index, ticked }: CellProps & { readonly ticked: TickedCell }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { content, change } = useRule();
  const facts = content.facts[column.expression];
  const choices = choicesOf(column);
  const set = (next: TickedCell): void => { change((now) => setCell(now, name, index, cellOfTicks(next, column)), "now"); };
  const tick = (text: string, on: boolean): void => { set({ any: false, except: ticked.except, texts: on ? [...ticked.texts, text] : ticked.texts.filter((each) => each !== text) }); };
  return (
    <fieldset>
      <legend>{factInWords(column.expression, content, language)}</legend>
      <label className="choice"><input type="checkbox" checked={ticked.any} onChange={() => { set({ any: true, except: false, texts: [] }); }} />{say.any}</label>
      {choices.map(({ text, value }) => <label className="choice" key={text}><input type="checkbox" checked={ticked.texts.includes(text)} onChange={(event) => { tick(text, event.target.checked); }} />{valueInWords(value, facts, language)}</label>)}
      {choices.length < 3 ? null : <label className="choice"><input type="checkbox" checked={ticked.except} disabled={ticked.any} onChange={(event) => { set({ ...ticked, except: event.target.checked }); }} />{say.except}</label>}
    </fieldset>
  );
}

function Written({ column, cell, name, index }: CellProps): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { content, change, editable } = useRule();
  const id = `cell-${name}-${index}`;
  const kind = asks(column);
  const hasChoices = choicesOf(column).length > 0;
  return (
    <div className="field">
      <label htmlFor={id}>{factInWords(column.expression, content, language)}</label>
      <span className="hint" id={`${id}-hint`}>{kind === "number" ? say.numberHint : kind === "date" ? say.dateHint : say.textHint}</span>
      <Input id={id} className="mono" value={cell} maxLength={2000} spellCheck={false} autoCapitalize="none" aria-describedby={`${id}-hint ${id}-read`} onChange={(event) => { change((now) => setCell(now, name, index, event.target.value)); }} />
      <p id={`${id}-read`} className={isReadable(cell) ? "quiet" : "field-error"}>{isReadable(cell) ? say.reads(cellInWords(cell, content.facts[column.expression], language)) : say.unread}</p>
      {hasChoices && editable ? <Button size="small" onClick={() => { thenFocus(() => { change((now) => setCell(now, name, index, "-"), "now"); }, `row-${name}`); }}>{say.tick}</Button> : null}
    </div>
  );
}

const words = messages({
  any: { zh: "任意", en: "Any" }, except: { zh: "选中的除外", en: "All but those ticked" },
  numberHint: { zh: "例：>= 60、[18..60)、5；任意写 -", en: "Such as >= 60, [18..60), 5; for any write -" },
  dateHint: { zh: "例：>= date(\"2021-02-11\")；任意写 -", en: "Such as >= date(\"2021-02-11\"); for any write -" },
  textHint: { zh: "文字加英文引号，几个用逗号隔开；任意写 -", en: "Texts in quotes, several with commas; for any write -" },
  reads: (told: string) => ({ zh: `读作：${told}`, en: `Reads: ${told}` }), unread: { zh: "这种写法查不全所有情况，请改成列出的值或者范围", en: "Written so, not all cases can be checked; use values or ranges" },
  tick: { zh: "改成勾选", en: "Use boxes to tick" },
});
