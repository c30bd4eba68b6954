/** @jsxImportSource react */
import { Chip, Facts, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { CaseView } from "../desk-views.ts";

/** The record a move is to rest on, as it was seen. */
export type ChosenRecord = { readonly district: string; readonly id: string; readonly number: number } | null;
type Match = NonNullable<CaseView["matches"]>[number];

/** Records that may bear on the case, those not valid today folded away. One that is valid can be chosen where a move rests on one. */
export function MatchesPanel({ view: { matches, moves }, chosen, choose }: { readonly view: CaseView; readonly chosen: ChosenRecord; readonly choose: (record: ChosenRecord) => void }): ReactNode {
  const say = useWords(words);
  if (matches === null) return null;
  const [valid, others] = [matches.filter(({ validToday }) => validToday), matches.filter(({ validToday }) => !validToday)];
  const isAsked = moves.some(({ match, refusedBecause }) => match === "some" && refusedBecause === null);
  return (
    <Panel title={say.title} beside={<span className="quiet">{say.count(matches.length)}</span>}>
      {valid.length === 0 ? <p>{say.none}</p> : isAsked ? (
        <fieldset className="stacked" id="move-record" tabIndex={-1}>
          <legend>{say.choose}</legend>
          {valid.map((match) => <OneMatch key={`${match.district} ${match.id}`} match={match} chosen={chosen?.id === match.id && chosen.district === match.district} choose={choose} />)}
          {chosen === null ? null : <button type="button" className="as-link" onClick={() => { choose(null); }}>{say.clear}</button>}
        </fieldset>
      ) : <div className="stacked">{valid.map((match) => <OneMatch key={`${match.district} ${match.id}`} match={match} chosen={false} choose={null} />)}</div>}
      {others.length === 0 ? null : <details className="part after"><summary>{say.others(others.length)}</summary><div className="stacked">{others.map((match) => <OneMatch key={`${match.district} ${match.id}`} match={match} chosen={false} choose={null} />)}</div></details>}
    </Panel>
  );
}

function OneMatch({ match: { district, id, number, shown, validToday }, chosen, choose }: { readonly match: Match; readonly chosen: boolean; readonly choose: ((record: ChosenRecord) => void) | null }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  // What tells it from the others when it is read out.
  const own = shown.slice(0, 3).map(({ shown: value }) => inLanguage(value, language)).join(" ");
  return (
    <div className={chosen ? "match chosen" : "match"}>
      <div className="row">
        {choose === null ? null : <label className="choice"><input type="radio" name="record" checked={chosen} onChange={() => { choose({ district, id, number }); }} /><span>{say.restOn}<span className="vh"> {own}</span></span></label>}
        {validToday ? <Chip tone="ok" icon="ok">{say.valid}</Chip> : <Chip tone="no" icon="no">{say.notValid}</Chip>}
      </div>
      <Facts rows={shown.map(({ name, shown: value }) => [inLanguage(name, language), inLanguage(value, language)] as const)} />
    </div>
  );
}

const words = messages({
  title: { zh: "台账里对得上的", en: "Records that may bear on it" }, count: (count: number) => ({ zh: `${count} 条`, en: String(count) }), none: { zh: "没有今天有效、对得上的记录。", en: "No record that is valid today fits." }, choose: { zh: "按哪一条办", en: "Which one it rests on" },
  valid: { zh: "今天有效", en: "Valid today" }, notValid: { zh: "今天无效", en: "Not valid today" }, restOn: { zh: "按这条", en: "Rest on this one" }, clear: { zh: "不按台账", en: "Rest on none" },
  others: (count: number) => ({ zh: `今天无效的 ${count} 条`, en: count === 1 ? "1 that is not valid today" : `${count} that are not valid today` }),
});
