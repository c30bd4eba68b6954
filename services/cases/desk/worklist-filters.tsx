/** @jsxImportSource react */
import { clauseName, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages, numberInWords } from "#platform/i18n";
import type { ReactNode } from "react";
import type { CaseTypesView, WorklistView } from "../desk-views.ts";
import { BUCKET_LOOKS } from "./bucket-looks.ts";
import { FindByNumber } from "./find-by-number.tsx";
import type { WorklistAsked } from "./worklist-asked.ts";

type Props = { readonly view: WorklistView | undefined; readonly types: CaseTypesView | undefined; readonly asked: WorklistAsked; readonly ask: (change: Partial<WorklistAsked>) => void };

/** Narrows the list: by type, district, clause, in whose hands. */
export function WorklistFilters({ view, types, asked, ask }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  return (
    <div className="filters">
      <TypeButtons {...{ view, types, asked, ask }} />
      <div className="row">
        <label className="choice"><input type="checkbox" checked={asked.mine} onChange={(event) => { ask({ mine: event.target.checked }); }} /><span>{say.mine}</span></label>
        <label className="choice"><input type="checkbox" checked={asked.bucket === "waiting"} onChange={(event) => { ask({ bucket: event.target.checked ? "waiting" : null, closed: false }); }} /><span>{inLanguage(BUCKET_LOOKS.waiting.name, language)} {view === undefined ? "" : numberInWords(view.counts.waiting, language)}</span></label>
        <select className="native" aria-label={say.district} value={asked.district} onChange={(event) => { ask({ district: event.target.value }); }}><option value="">{say.everyDistrict}</option>{(types?.districts ?? []).map(({ code, name }) => <option key={code} value={code}>{inLanguage(name, language)}</option>)}</select>
        <select className="native" aria-label={say.clause} value={asked.clause} onChange={(event) => { ask({ clause: event.target.value }); }}><option value="">{say.everyClause}</option>{(types?.clauses ?? []).map(({ notice, clause, number, title }) => <option key={`${notice} ${clause}`} value={clause}>{`${clauseName(number, language)} ${inLanguage(title, language)}`}</option>)}</select>
        <FindByNumber />
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

const words = messages({
  types: { zh: "按种类", en: "By type" }, all: { zh: "全部", en: "All" }, registers: { zh: "台账", en: "Registers" }, mine: { zh: "只看我手里的", en: "Only those in my hands" },
  district: { zh: "地方", en: "District" }, everyDistrict: { zh: "全部地方", en: "Every district" }, clause: { zh: "条款", en: "Clause" }, everyClause: { zh: "全部条款", en: "Every clause" },
});
