/** @jsxImportSource react */
import { useWords } from "#platform/desk-ui";
import { messages, type LocalText } from "#platform/i18n";
import { Input } from "antd";
import type { ReactNode } from "react";

/** What residents read instead of the official words of one duty. */
export function PlainWords({ plain, editable, change }: { readonly plain: LocalText | null; readonly editable: boolean; readonly change: (plain: LocalText) => void }): ReactNode {
  const say = useWords(words);
  if (plain === null) return <p className="quiet">{say.plainLater}</p>;
  return (
    <fieldset disabled={!editable}>
      <legend>{say.plain}</legend>
      {(["zh", "en"] as const).map((tongue) => <div className="field" key={tongue}><label htmlFor={`o-plain-${tongue}`}>{say[tongue]}</label><Input id={`o-plain-${tongue}`} lang={tongue === "zh" ? "zh-CN" : "en"} maxLength={4000} value={plain[tongue]} onChange={(event) => { change({ ...plain, [tongue]: event.target.value }); }} /></div>)}
      <p className="quiet">{say.plainMeans}</p>
    </fieldset>
  );
}

const words = messages({
  plain: { zh: "大白话（给群众看）", en: "Plain words (for residents)" }, zh: { zh: "中文", en: "Chinese" }, en: { zh: "英文", en: "English" },
  plainMeans: { zh: "两种文字都写了才会显示；不写就显示原文。", en: "Shown once both are written; until then residents read the official words." },
  plainLater: { zh: "给这一条起了名字以后，可以在这里写大白话。", en: "Once the clause has a key, plain words can be written here." },
});
