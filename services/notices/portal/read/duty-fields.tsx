import { MODALITIES, type Modality } from "#engines/reading";
import { inLanguage, messages, type Language } from "#platform/i18n";
import { href, Icon, MixedWords, type View } from "#platform/portal-ui";
import type { VNode } from "preact";
import { strengthWord } from "../strength.tsx";
import type { ReadRefusal, StatedFacts } from "./stated-facts.ts";

type FieldProps = {
  /** Running number on the page: makes the ids of the controls. */
  readonly number: number;
  /** What the fields are sent under: the order's id, or a missed one's name. */
  readonly name: string;
  readonly language: Language;
};

/** How strongly an order binds, to choose. */
export function StrengthField({ number, name, chosen, language }: FieldProps & { readonly chosen: Modality }): VNode {
  return (
    <div><label for={`m-${number}`}>{words(language).strength}</label>
      <select id={`m-${number}`} name={`m:${name}`}>
        {MODALITIES.map((modality) => <option value={modality} selected={modality === chosen}>{strengthWord(modality, language)}</option>)}
      </select>
    </div>
  );
}

/** Who acts, and everything an order depends on, each in a field of its own. */
export function ParticularFields({ number, name, facts, language }: FieldProps & { readonly facts: Omit<StatedFacts, "modality"> }): VNode {
  const say = words(language);
  return (
    <>
      {PARTICULARS.map(({ letter, of }) => (
        <div key={of}><label for={`${letter}-${number}`}>{say[of]}</label>
          <input id={`${letter}-${number}`} name={`${letter}:${name}`} lang="zh-CN" value={of === "actors" ? facts.actors.join("、") : facts[of] ?? ""} />
        </div>
      ))}
    </>
  );
}

const PARTICULARS = [{ letter: "a", of: "actors" }, { letter: "p", of: "approver" }, { letter: "c", of: "condition" }, { letter: "u", of: "exception" }, { letter: "d", of: "deadline" }] as const;

/** The words a missed order has in the text; they have to stand there as they are. */
export function WordsField({ number, name, words: given, refusal, language }: FieldProps & { readonly words: string; readonly refusal: ReadRefusal | undefined }): VNode {
  const id = `q-${number}`;
  const say = words(language);
  return (
    <div class={refusal === undefined ? undefined : "bad"}>
      <label for={id}>{say.words}</label>
      <p class="hint" id={`${id}-hint`}>{say.wordsHint}</p>
      <FieldRefusal id={`${id}-error`} refusal={refusal} language={language} />
      <textarea
        id={id} name={`q:${name}`} class="few" lang="zh-CN" rows={3}
        aria-describedby={refusal === undefined ? `${id}-hint` : `${id}-hint ${id}-error`} aria-invalid={refusal === undefined ? undefined : "true"}
      >{given}</textarea>
    </div>
  );
}

/** What is wrong with a field, beside it. */
export function FieldRefusal({ id, refusal, language }: { readonly id: string; readonly refusal: ReadRefusal | undefined; readonly language: Language }): VNode | null {
  if (refusal === undefined) return null;
  const problem = inLanguage(refusal.problem, language);
  return <p class="err" id={id}><Icon name="must-not" /><span>{language === "en" ? <MixedWords text={problem} /> : problem}</span></p>;
}

/** Applies all corrections and comes back to this row, not to the top of the page. */
export function ApplyButton({ number, view, children }: { readonly number: number; readonly view: View; readonly children: string }): VNode {
  return <button class="btn alt" name="action" value="update" formaction={`${href("/read", view)}#o-${number}`}>{children}<span class="vh">{` ${number}`}</span></button>;
}

const words = messages({
  words: { zh: "原文里的那句话", en: "Its words in the text" },
  wordsHint: { zh: "从原来的文字里原样复制，一次一句。", en: "Copy them from the text as they stand, one sentence at a time." },
  strength: { zh: "强度", en: "Strength" },
  actors: { zh: "谁来做（用顿号分开）", en: "Who acts (separate with 、)" },
  approver: { zh: "由谁批准（没有就留空）", en: "Who approves (empty if nobody)" },
  condition: { zh: "在什么情况下", en: "In what case" },
  exception: { zh: "例外（什么情况不算）", en: "Except when" },
  deadline: { zh: "时限", en: "Time limit" },
});
