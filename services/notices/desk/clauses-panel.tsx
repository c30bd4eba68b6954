/** @jsxImportSource react */
import { Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Input } from "antd";
import type { ReactNode } from "react";
import type { DeskGround, DraftClause, DraftContent } from "../draft/index.ts";

type ClausesProps = { readonly clauses: DraftContent["clauses"]; readonly known: DeskGround["notices"][number]["clauses"]; readonly editable: boolean; readonly change: (index: number, change: Partial<DraftClause>) => void };

/** Every clause gets the key it keeps for ever, plain words in two languages, and whether the public sees it. */
export function ClausesPanel({ clauses, known, editable, change }: ClausesProps): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  return (
    <div className="stack">
      <datalist id="known-keys">{known.map((clause) => <option key={clause.key} value={clause.key}>{inLanguage(clause.title, language)}</option>)}</datalist>
      {clauses.map((clause, index) => {
        const at = `clauses[${index}]`;
        return (
          <Panel key={clause.place} title={say.clause(say.part(clause.place))}>
            <fieldset disabled={!editable}>
              <legend className="vh">{say.clause(say.part(clause.place))}</legend>
              <div className="field"><label htmlFor={`${at}.key`}>{say.key}</label><span className="hint" id={`${at}.key-hint`}>{known.length > 0 ? say.keyKnown : say.keyHint}</span><input className="native-input" id={`${at}.key`} list="known-keys" value={clause.key ?? ""} maxLength={60} spellCheck={false} autoCapitalize="none" aria-describedby={`${at}.key-hint`} onChange={(event) => { const value = event.target.value.trim(); change(index, { key: value === "" ? null : value }); }} /></div>
              {(["zh", "en"] as const).map((tongue) => <div className="field" key={tongue}><label htmlFor={`${at}.title.${tongue}`}>{say[`title-${tongue}`]}</label><Input id={`${at}.title.${tongue}`} lang={tongue === "zh" ? "zh-CN" : "en"} value={clause.title[tongue]} maxLength={200} onChange={(event) => { change(index, { title: { ...clause.title, [tongue]: event.target.value } }); }} /></div>)}
              {(["zh", "en"] as const).map((tongue) => <div className="field" key={tongue}><label htmlFor={`${at}.summary.${tongue}`}>{say[`summary-${tongue}`]}</label><Input.TextArea id={`${at}.summary.${tongue}`} lang={tongue === "zh" ? "zh-CN" : "en"} rows={3} value={clause.summary[tongue]} maxLength={4000} onChange={(event) => { change(index, { summary: { ...clause.summary, [tongue]: event.target.value } }); }} /></div>)}
              <label className="choice"><input type="checkbox" checked={clause.hidden} aria-describedby={`${at}.hidden-hint`} onChange={(event) => { change(index, { hidden: event.target.checked }); }} />{say.hide}</label>
              <p className="quiet" id={`${at}.hidden-hint`}>{known.some(({ key }) => key === clause.key) ? say.hideKnown : say.hideHint}</p>
            </fieldset>
          </Panel>
        );
      })}
    </div>
  );
}

const words = messages({
  clause: (name: string) => ({ zh: name, en: name }),
  part: (path: string) => ({ zh: { preamble: "开头", closing: "结尾", body: "正文" }[path] ?? `第 ${path} 条`, en: { preamble: "Opening", closing: "Closing", body: "Text" }[path] ?? `Clause ${path}` }),
  key: { zh: "条款的名字（网址里用，以后不变）", en: "Key of the clause (part of its address, never changes)" },
  keyHint: { zh: "小写英文字母、数字和连字符，例如 stay-put", en: "Lower-case letters, digits and hyphens, such as stay-put" },
  keyKnown: { zh: "还是原来那一条就选原来的名字；新的一条起新名字", en: "Choose the old key if it is the same clause; give a new clause a new key" },
  "title-zh": { zh: "小标题（中文）", en: "Title, in Chinese" }, "title-en": { zh: "小标题（英文）", en: "Title, in English" },
  "summary-zh": { zh: "大白话（中文）", en: "Plain words, in Chinese" }, "summary-en": { zh: "大白话（英文）", en: "Plain words, in English" },
  hideHint: { zh: "以后在修改时才勾，已经公开的版本还留着这一条的原文。", en: "When this is ticked only in a later amendment, versions that are public already keep the words of the clause." },
  hideKnown: { zh: "现在勾，只是从这一版起不公开：以前的版本连同这一条的原文还公开着。", en: "This hides it from this version on: earlier versions stay public, with the words of this clause." },
  hide: { zh: "不对外公开这一条（只给落实的人看）", en: "Do not show this clause to the public (only to those who carry it out)" },
});
