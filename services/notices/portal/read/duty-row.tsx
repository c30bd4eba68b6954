import { messages, type Language } from "#platform/i18n";
import type { View } from "#platform/portal-ui";
import type { VNode } from "preact";
import { StrengthChip } from "../strength.tsx";
import { DutyFacts } from "../who.tsx";
import { cutPoints, type CutPoint } from "./cut-points.ts";
import { ApplyButton, FieldRefusal, ParticularFields, StrengthField, WordsField } from "./duty-fields.tsx";
import { additionName } from "./read-addition.ts";
import { outerBounds, type ReadRow } from "./read-correction.ts";
import type { ReadRefusal } from "./stated-facts.ts";

type RowProps = {
  readonly row: ReadRow;
  readonly text: string;
  /** Why the bounds that were chosen do not hold. */
  readonly refusal: ReadRefusal | undefined;
  readonly view: View;
};

/** One order of the outline with the controls that correct it; they work without script. */
export function DutyRow({ row, text, refusal, view }: RowProps): VNode {
  const { number, shown, dropped } = row;
  const { language } = view;
  return (
    <li class={dropped ? "duty gone" : "duty"} id={`o-${number}`} data-o={number}>
      <StrengthChip modality={shown.modality} language={language} />
      <blockquote lang="zh-CN">{dropped ? shown.quote : <a href={`#s-${number}`}>{shown.quote}</a>}</blockquote>
      <DutyFacts obligation={shown} addressees={[]} unnamed={words(language).unnamed} language={language} />
      <Controls {...{ row, text, refusal, view }} />
    </li>
  );
}

function Controls({ row: { number, read, shown, dropped, addition }, text, refusal, view }: RowProps): VNode {
  const { language } = view;
  const say = words(language);
  const name = addition === null ? read.id : additionName(addition);
  return (
    <details open={refusal !== undefined}>
      <summary>{dropped ? say.editDropped : say.edit}<span class="vh">{` ${number}`}</span></summary>
      <div class="in">
        {addition === null ? null : <WordsField number={number} name={name} words={addition.words} refusal={undefined} language={language} />}
        <div class="grid2">
          <StrengthField {...{ number, name, language }} chosen={shown.modality} />
          <ParticularFields {...{ number, name, language }} facts={shown} />
          {addition === null ? <Bounds {...{ number, name, text, read, shown, language }} /> : null}
        </div>
        <FieldRefusal id={`b-${number}-error`} refusal={refusal} language={language} />
        <label class="opt"><input type="checkbox" name={`x:${name}`} value="1" checked={dropped} />{say.drop}</label>
        <p class="noprint"><ApplyButton number={number} view={view}>{say.apply}</ApplyButton></p>
      </div>
    </details>
  );
}

type BoundsProps = Pick<ReadRow, "number" | "read" | "shown"> & { readonly name: string; readonly text: string; readonly language: Language };

function Bounds({ number, name, text, read, shown, language }: BoundsProps): VNode {
  const say = words(language);
  const { starts, ends } = cutPoints(text, read);
  const [start, end] = outerBounds(shown);
  return (
    <>
      <Bound id={`b-${number}`} name={`s:${name}`} label={say.start} points={starts} chosen={start} />
      <Bound id={`e-${number}`} name={`e:${name}`} label={say.end} points={ends} chosen={end} />
    </>
  );
}

type BoundProps = { readonly id: string; readonly name: string; readonly label: string; readonly points: readonly CutPoint[]; readonly chosen: number };

function Bound({ id, name, label, points, chosen }: BoundProps): VNode {
  return (
    <div><label for={id}>{label}</label>
      <select id={id} name={name} lang="zh-CN">
        {points.map(({ offset, words: beside }) => <option value={offset} selected={offset === chosen}>{beside}</option>)}
      </select>
    </div>
  );
}

const words = messages({
  edit: { zh: "改这一件", en: "Correct this one" },
  editDropped: { zh: "已去掉；要恢复点这里", en: "Left out; open to bring it back" },
  unnamed: { zh: "原文没有写明", en: "not stated in the text" },
  start: { zh: "从哪里开始", en: "Begins at" },
  end: { zh: "到哪里结束", en: "Ends at" },
  drop: { zh: "这不是任务，去掉", en: "This is not a duty; leave it out" },
  apply: { zh: "改好了", en: "Apply" },
});
