/** @jsxImportSource react */
import { clauseName, FieldError, DeskProblem, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { inLanguage, messages, numberInWords } from "#platform/i18n";
import { Button } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { CaseTypesView, WorklistView } from "../desk-views.ts";
import { BUCKET_LOOKS } from "./bucket-looks.ts";
import { receiptIn, type WorklistAsked } from "./worklist-asked.ts";

type Props = { readonly view: WorklistView | undefined; readonly types: CaseTypesView | undefined; readonly asked: WorklistAsked; readonly ask: (change: Partial<WorklistAsked>) => void };

/** Narrows the list: by type, district, clause, in whose hands; or looks for one case by its receipt number. */
export function WorklistFilters({ view, types, asked, ask }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { session } = useSession();
  const districts = session.districts.filter(({ code }) => session.grants["cases.handle"]?.includes(code));
  return (
    <div className="filters">
      <TypeButtons {...{ view, types, asked, ask }} />
      <div className="row">
        <label className="choice"><input type="checkbox" checked={asked.mine} onChange={(event) => { ask({ mine: event.target.checked }); }} /><span>{say.mine}</span></label>
        <label className="choice"><input type="checkbox" checked={asked.bucket === "waiting"} onChange={(event) => { ask({ bucket: event.target.checked ? "waiting" : null, closed: false }); }} /><span>{inLanguage(BUCKET_LOOKS.waiting.name, language)} {view === undefined ? "" : numberInWords(view.counts.waiting, language)}</span></label>
        <select className="native" aria-label={say.district} value={asked.district} onChange={(event) => { ask({ district: event.target.value }); }}><option value="">{say.everyDistrict}</option>{districts.map(({ code, name }) => <option key={code} value={code}>{inLanguage(name, language)}</option>)}</select>
        <select className="native" aria-label={say.clause} value={asked.clause} onChange={(event) => { ask({ clause: event.target.value }); }}><option value="">{say.everyClause}</option>{(types?.clauses ?? []).map(({ notice, clause, number, title }) => <option key={`${notice} ${clause}`} value={clause}>{`${clauseName(number, language)} ${inLanguage(title, language)}`}</option>)}</select>
        <FindByNumber key={asked.number} number={asked.number} find={(number) => { ask({ number }); }} />
      </div>
    </div>
  );
}

function TypeButtons({ view, types, asked, ask }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const named = (type: string): string => { const known = types?.types.find(({ key }) => key === type); return known === undefined ? type : inLanguage(known.name, language); };
  const byType = Object.entries(view?.byType ?? {}).filter(([type, count]) => count > 0 || type === asked.type);
  const chases = view?.chases.length ?? 0;
  const all = byType.reduce((sum, [, count]) => sum + count, 0) + chases;
  const pressed = (type: string): boolean => !asked.chases && asked.type === type;
  return (
    <div className="segments" role="group" aria-label={say.types}>
      <button type="button" aria-pressed={pressed("")} onClick={() => { ask({ type: "", chases: false }); }}>{say.all} {numberInWords(all, language)}</button>
      {byType.map(([type, count]) => <button type="button" key={type} aria-pressed={pressed(type)} onClick={() => { ask({ type, chases: false }); }}>{named(type)} {numberInWords(count, language)}</button>)}
      {chases === 0 && !asked.chases ? null : <button type="button" aria-pressed={asked.chases} onClick={() => { ask({ type: "", chases: true }); }}>{say.registers} {numberInWords(chases, language)}</button>}
    </div>
  );
}

function FindByNumber({ number, find }: { readonly number: string; readonly find: (number: string) => void }): ReactNode {
  const say = useWords(words);
  const [typed, setTyped] = useState(number);
  const [error, setError] = useState<unknown>(null);
  const look = (event: FormEvent): void => {
    event.preventDefault();
    const read = receiptIn(typed);
    setError(read === null && typed.trim() !== "" ? new DeskProblem(422, { field: "number", problem: say.noNumber, remedy: say.noNumberRemedy }) : null);
    if (read !== null || typed.trim() === "") find(read ?? "");
    else document.getElementById("number")?.focus();
  };
  return (
    <form role="search" className="row" onSubmit={look} noValidate>
      <label htmlFor="number">{say.number}</label>
      <input id="number" className="native-input number-input" inputMode="numeric" autoComplete="off" value={typed} placeholder="0125-00031" aria-describedby="number-error" onChange={(event) => { setTyped(event.target.value); }} />
      <Button htmlType="submit">{say.find}</Button>
      {number === "" ? null : <Button onClick={() => { find(""); }}>{say.back}</Button>}
      <div role="alert"><FieldError id="number-error" error={error} field="number" /></div>
    </form>
  );
}

const words = messages({
  types: { zh: "按种类", en: "By type" }, all: { zh: "全部", en: "All" }, registers: { zh: "台账", en: "Registers" }, mine: { zh: "只看我手里的", en: "Only those in my hands" },
  district: { zh: "旗县市区", en: "District" }, everyDistrict: { zh: "全部旗县市区", en: "Every district" }, clause: { zh: "条款", en: "Clause" }, everyClause: { zh: "全部条款", en: "Every clause" },
  number: { zh: "受理号", en: "Receipt number" }, find: { zh: "找", en: "Find" }, back: { zh: "回到清单", en: "Back to the list" }, noNumber: { zh: "受理号不对", en: "This is no receipt number" }, noNumberRemedy: { zh: "写四位、横线、五位，例如 0125-00031。", en: "Write four digits, a line and five digits, such as 0125-00031." },
});
