/** @jsxImportSource react */
import { useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Input } from "antd";
import { useState, type ReactNode } from "react";
import type { DutyWords } from "../notice.ts";

/** What residents read instead of the official words of one duty. */
export function PlainWords({ plain, actors, editable, change }: { readonly plain: DutyWords | null; readonly actors: readonly string[]; readonly editable: boolean; readonly change: (plain: DutyWords) => void }): ReactNode {
  const say = useWords(words);
  if (plain === null) return <p className="quiet">{say.plainLater}</p>;
  return (
    <fieldset disabled={!editable}>
      <legend>{say.plain}</legend>
      {(["zh", "en"] as const).map((tongue) => <div className="field" key={tongue}><label htmlFor={`o-plain-${tongue}`}>{say[tongue]}</label><Input id={`o-plain-${tongue}`} lang={tongue === "zh" ? "zh-CN" : "en"} maxLength={4000} value={plain[tongue]} onChange={(event) => { change({ ...plain, [tongue]: event.target.value }); }} /></div>)}
      {actors.length === 0 ? null : <EnglishActors plain={plain} actors={actors} change={change} />}
      <p className="quiet">{say.plainMeans}</p>
    </fieldset>
  );
}

/** Who acts, for readers of English: as many names as the notice has. */
function EnglishActors({ plain, actors, change }: { readonly plain: DutyWords; readonly actors: readonly string[]; readonly change: (plain: DutyWords) => void }): ReactNode {
  const say = useWords(words);
  const kept = (plain.actors ?? []).join("; ");
  // As typed: what is kept has no blanks and no empty names, and would move under the writer's hands. A colleague's names stand once they came.
  const [typed, setTyped] = useState(kept);
  return (
    <div className="field"><label htmlFor="o-plain-actors">{say.actors}</label><span className="hint" id="o-plain-actors-hint">{say.actorsHint(actors.length)}<span lang="zh-CN">{actors.join("、")}</span></span>
      <Input id="o-plain-actors" lang="en" maxLength={2000} value={namesIn(typed).join("; ") === kept ? typed : kept} aria-describedby="o-plain-actors-hint" onChange={(event) => {
        setTyped(event.target.value);
        change({ ...plain, actors: namesIn(event.target.value) });
      }} /></div>
  );
}

const namesIn = (typed: string): string[] => typed.split(/[;；]/u).map((name) => name.trim()).filter((name) => name !== "");

const words = messages({
  plain: { zh: "大白话（给群众看）", en: "Plain words (for residents)" }, zh: { zh: "中文", en: "Chinese" }, en: { zh: "英文", en: "English" },
  actors: { zh: "谁来做（英文）", en: "Who, in English" },
  actorsHint: (count: number) => ({ zh: `${count} 个，用分号隔开；不写，英文页就显示中文：`, en: `${count === 1 ? "One name" : `${count} names, separated by semicolons`}; without, English pages show the Chinese: ` }),
  plainMeans: { zh: "两种文字都写了才会显示；不写就显示原文。", en: "Shown once both are written; until then residents read the official words." },
  plainLater: { zh: "给这一条起了名字以后，可以在这里写大白话。", en: "Once the clause has a key, plain words can be written here." },
});
