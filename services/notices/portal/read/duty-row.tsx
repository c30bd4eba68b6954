import { MODALITIES, type Obligation } from "#engines/reading";
import { messages, type Language } from "#platform/i18n";
import type { VNode } from "preact";
import { StrengthChip, strengthWord } from "../strength.tsx";
import { DutyFacts } from "../who.tsx";
import { cutPoints, type CutPoint } from "./cut-points.ts";
import { outerBounds, type ReadCorrection } from "./read-correction.ts";

type RowProps = {
  /** Running number on the page; ties the row to its mark in the text. */
  readonly number: number;
  readonly text: string;
  /** As the reader read it; the corrected one is shown, this one bounds the choices. */
  readonly read: Obligation;
  readonly shown: Obligation;
  readonly correction: ReadCorrection | undefined;
  readonly refused: boolean;
  readonly language: Language;
};

/** One order of the outline with the controls that correct it; they work without script. */
export function DutyRow({ number, text, read, shown, correction, refused, language }: RowProps): VNode {
  const dropped = correction?.dropped === true;
  return (
    <li class={dropped ? "duty gone" : "duty"} id={`o-${number}`} data-o={number}>
      <StrengthChip modality={shown.modality} language={language} />
      <blockquote lang="zh-CN">{dropped ? shown.quote : <a href={`#s-${number}`}>{shown.quote}</a>}</blockquote>
      <DutyFacts obligation={shown} addressees={[]} language={language} />
      <Controls {...{ number, text, read, shown, language, refused, dropped }} />
    </li>
  );
}

type ControlsProps = Omit<RowProps, "correction"> & { readonly dropped: boolean };

function Controls({ number, text, read, shown, language, refused, dropped }: ControlsProps): VNode {
  const say = words(language);
  const { starts, ends } = cutPoints(text, read);
  const [start, end] = outerBounds(shown);
  const id = (field: string) => `${field}-${number}`;
  return (
    <details open={refused}>
      <summary>{dropped ? say.editDropped : say.edit}<span class="vh">{` ${number}`}</span></summary>
      <div class="in">
        <div class="grid2">
          <div><label for={id("m")}>{say.strength}</label>
            <select id={id("m")} name={`m:${read.id}`}>
              {MODALITIES.map((modality) => <option value={modality} selected={modality === shown.modality}>{strengthWord(modality, language)}</option>)}
            </select>
          </div>
          <div><label for={id("a")}>{say.actors}</label><input id={id("a")} name={`a:${read.id}`} lang="zh-CN" value={shown.actors.join("、")} /></div>
          {PARTICULARS.map(({ letter, of }) => (
            <div key={of}><label for={id(letter)}>{say[of]}</label><input id={id(letter)} name={`${letter}:${read.id}`} lang="zh-CN" value={shown[of] ?? ""} /></div>
          ))}
          <Bound id={id("b")} name={`s:${read.id}`} label={say.start} points={starts} chosen={start} />
          <Bound id={id("e")} name={`e:${read.id}`} label={say.end} points={ends} chosen={end} />
        </div>
        <label class="opt"><input type="checkbox" name={`x:${read.id}`} value="1" checked={dropped} />{say.drop}</label>
      </div>
    </details>
  );
}

const PARTICULARS = [{ letter: "p", of: "approver" }, { letter: "c", of: "condition" }, { letter: "d", of: "deadline" }] as const;

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

/** The line that stands for a clause heading in the outline. */
export function ClauseHeading({ number, heading, chinese }: { readonly number: string; readonly heading: string; readonly chinese: boolean }): VNode {
  return <h3 lang={chinese ? "zh-CN" : undefined}><span class="n">{number}</span> {heading}</h3>;
}

const words = messages({
  edit: { zh: "改这一件", en: "Correct this one" },
  editDropped: { zh: "已去掉；要恢复点这里", en: "Left out; open to bring it back" },
  strength: { zh: "强度", en: "Strength" },
  actors: { zh: "谁来做（用顿号分开）", en: "Who acts (separate with 、)" },
  approver: { zh: "由谁批准（没有就留空）", en: "Who approves (empty if nobody)" },
  condition: { zh: "在什么情况下", en: "In what case" },
  deadline: { zh: "时限", en: "Time limit" },
  start: { zh: "从哪里开始", en: "Begins at" },
  end: { zh: "到哪里结束", en: "Ends at" },
  drop: { zh: "这不是任务，去掉", en: "This is not a duty; leave it out" },
});
