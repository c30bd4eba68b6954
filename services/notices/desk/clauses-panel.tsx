/** @jsxImportSource react */
import { Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Input } from "antd";
import type { ReactNode } from "react";
import type { DeskGround, DraftClause, DraftContent, DraftView } from "../draft/index.ts";
import { placeInWords } from "../draft/place-words.ts";
import { FieldFault } from "./field-fault.tsx";
import { fieldWords } from "./field-words.ts";

type ClausesProps = { readonly clauses: DraftContent["clauses"]; readonly known: DeskGround["notices"][number]["clauses"]; readonly faults: DraftView["faults"]; readonly editable: boolean; readonly change: (index: number, change: Partial<DraftClause>) => void };

/** Every clause gets the key it keeps for ever, plain words in two languages, and whether the public sees it. */
export function ClausesPanel({ clauses, known, faults, editable, change }: ClausesProps): ReactNode {
  const say = useWords(words);
  const named = useWords(fieldWords);
  const { language } = useLanguage();
  return (
    <div className="stack">
      <datalist id="known-keys">{known.map((clause) => <option key={clause.key} value={clause.key}>{inLanguage(clause.title, language)}</option>)}</datalist>
      {clauses.map((clause, index) => {
        const at = `clauses[${index}]`;
        const place = placeInWords(clause.place, language);
        return (
          <Panel key={clause.place} title={place}>
            <fieldset disabled={!editable}>
              <legend className="vh">{place}</legend>
              <div className="field"><label htmlFor={`${at}.key`}>{named["clauses.key"]}</label><span className="hint" id={`${at}.key-hint`}>{known.length > 0 ? say.keyKnown : say.keyHint}</span><input className="native-input" id={`${at}.key`} list="known-keys" value={clause.key ?? ""} maxLength={60} spellCheck={false} autoCapitalize="none" aria-describedby={`${at}.key-hint ${at}.key-fault`} onChange={(event) => { const value = event.target.value.trim(); change(index, { key: value === "" ? null : value }); }} /><FieldFault id={`${at}.key-fault`} faults={faults} field={`${at}.key`} value={clause.key} /></div>
              {(["zh", "en"] as const).map((tongue) => <div className="field" key={tongue}><label htmlFor={`${at}.title.${tongue}`}>{named[`clauses.title.${tongue}`]}</label><Input id={`${at}.title.${tongue}`} lang={tongue === "zh" ? "zh-CN" : "en"} value={clause.title[tongue]} maxLength={200} onChange={(event) => { change(index, { title: { ...clause.title, [tongue]: event.target.value } }); }} /></div>)}
              {(["zh", "en"] as const).map((tongue) => <div className="field" key={tongue}><label htmlFor={`${at}.summary.${tongue}`}>{named[`clauses.summary.${tongue}`]}</label><Input.TextArea id={`${at}.summary.${tongue}`} lang={tongue === "zh" ? "zh-CN" : "en"} rows={3} value={clause.summary[tongue]} maxLength={4000} onChange={(event) => { change(index, { summary: { ...clause.summary, [tongue]: event.target.value } }); }} /></div>)}
              <label className="choice"><input type="checkbox" checked={clause.hidden} aria-describedby={`${at}.hidden-hint`} onChange={(event) => { change(index, { hidden: event.target.checked }); }} />{named["clauses.hidden"]}</label>
              <p className="quiet" id={`${at}.hidden-hint`}>{known.some(({ key }) => key === clause.key) ? say.hideKnown : say.hideHint}</p>
            </fieldset>
          </Panel>
        );
      })}
    </div>
  );
}

const words = messages({
  keyHint: { zh: "小写英文字母、数字和连字符，例如 stay-put", en: "Lower-case letters, digits and hyphens, such as stay-put" },
  keyKnown: { zh: "还是原来那一条就选原来的名字；新的一条起新名字", en: "Choose the old key if it is the same clause; give a new clause a new key" },
  hideHint: { zh: "以后在修改时才勾，已经公开的版本还留着这一条的原文。", en: "When this is ticked only in a later amendment, versions that are public already keep the words of the clause." },
  hideKnown: { zh: "现在勾，只是从这一版起不公开：以前的版本连同这一条的原文还公开着。", en: "This hides it from this version on: earlier versions stay public, with the words of this clause." },
});
