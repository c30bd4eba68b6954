/** @jsxImportSource react */
import { useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Button } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { RegisterView } from "../desk-views.ts";
import type { RecordsAsked } from "./records-asked.ts";

type Props = { readonly register: RegisterView; readonly asked: RecordsAsked; readonly ask: (change: Partial<RecordsAsked>) => void };

/** Narrows the list, orders it, or shows what was known at a moment. */
export function RecordsFilters({ register, asked, ask }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  return (
    <div className="filters">
      <Search key={`text ${asked.text}`} text={asked.text} search={(text) => { ask({ text }); }} />
      <div className="row">
        {register.freshness === null ? null : <label className="choice"><input type="checkbox" checked={asked.stale} onChange={(event) => { ask({ stale: event.target.checked }); }} /><span>{say.stale}</span></label>}
        <select className="native" aria-label={say.district} value={asked.district} onChange={(event) => { ask({ district: event.target.value }); }}><option value="">{say.everyDistrict}</option>{register.districts.map(({ code, name }) => <option key={code} value={code}>{inLanguage(name, language)}</option>)}</select>
        {register.flags.length === 0 ? null : <select className="native" aria-label={say.flag} value={asked.flag} onChange={(event) => { ask({ flag: event.target.value }); }}><option value="">{say.everyFlag}</option>{register.flags.map(({ key, name }) => <option key={key} value={key}>{inLanguage(name, language)}</option>)}</select>}
        <select className="native" aria-label={say.sort} value={asked.sort} onChange={(event) => { ask({ sort: event.target.value === "recorded" ? "recorded" : "name" }); }}><option value="name">{say.byName}</option><option value="recorded">{say.byTime}</option></select>
      </div>
      <Moment key={`moment ${asked.asOf}`} asOf={asked.asOf} look={(asOf) => { ask({ asOf }); }} />
    </div>
  );
}

function Search({ text, search }: { readonly text: string; readonly search: (text: string) => void }): ReactNode {
  const say = useWords(words);
  const [typed, setTyped] = useState(text);
  return (
    <form role="search" className="row" onSubmit={(event: FormEvent) => { event.preventDefault(); search(typed.trim()); }}>
      <label htmlFor="text">{say.text}</label><input id="text" className="native-input" type="search" autoComplete="off" maxLength={100} value={typed} onChange={(event) => { setTyped(event.target.value); }} />
      <Button htmlType="submit">{say.find}</Button>{text === "" ? null : <Button onClick={() => { search(""); }}>{say.all}</Button>}
    </form>
  );
}

function Moment({ asOf, look }: { readonly asOf: string; readonly look: (asOf: string) => void }): ReactNode {
  const say = useWords(words);
  const [typed, setTyped] = useState(asOf);
  return (
    <form className="row" onSubmit={(event: FormEvent) => { event.preventDefault(); look(typed); }}>
      <label htmlFor="as-of">{say.asOf}</label><input id="as-of" className="native-input" type="datetime-local" value={typed} onChange={(event) => { setTyped(event.target.value.slice(0, "2021-01-26T09:00".length)); }} />
      <Button htmlType="submit">{say.look}</Button>
    </form>
  );
}

const words = messages({
  text: { zh: "找记录", en: "Find a record" }, find: { zh: "找", en: "Find" }, all: { zh: "看全部", en: "Show all" }, stale: { zh: "只看该确认的", en: "Only those to confirm" }, district: { zh: "地方", en: "District" }, everyDistrict: { zh: "全部地方", en: "Every district" }, flag: { zh: "标记", en: "Flag" }, everyFlag: { zh: "全部标记", en: "Every flag" },
  sort: { zh: "怎么排", en: "Order" }, byName: { zh: "按名称", en: "By name" }, byTime: { zh: "最近登记的先", en: "Latest first" }, asOf: { zh: "看过去某一刻", en: "As known at" }, look: { zh: "看", en: "Look" },
});
