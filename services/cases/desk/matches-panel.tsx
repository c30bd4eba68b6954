/** @jsxImportSource react */
import { Chip, Facts, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { CaseView } from "../desk-views.ts";

/** The record a move is to rest on, as it was seen. */
export type ChosenRecord = { readonly district: string; readonly id: string; readonly number: number } | null;

/** Records that may bear on the case, valid today or not. One that is valid can be chosen where a move rests on one. */
export function MatchesPanel({ view: { matches, moves }, chosen, choose }: { readonly view: CaseView; readonly chosen: ChosenRecord; readonly choose: (record: ChosenRecord) => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  if (matches === null) return null;
  const isAsked = matches.some(({ validToday }) => validToday) && moves.some(({ match, refusedBecause }) => match === "some" && refusedBecause === null);
  return (
    <Panel title={say.title} beside={<span className="quiet">{say.count(matches.length)}</span>}>
      {matches.length === 0 ? <p>{say.none}</p> : (
        <fieldset className="stacked" id="move-record" tabIndex={-1}>
          <legend className={isAsked ? "" : "vh"}>{isAsked ? say.choose : say.title}</legend>
          {matches.map(({ district, id, number, shown, validToday }) => {
            const facts = <Facts rows={shown.map(({ name, shown: value }) => [inLanguage(name, language), inLanguage(value, language)] as const)} />;
            const valid = validToday ? <Chip tone="ok" icon="ok">{say.valid}</Chip> : <Chip tone="no" icon="no">{say.notValid}</Chip>;
            const isChosen = chosen?.id === id && chosen.district === district;
            return (
              <div className={isChosen ? "match chosen" : "match"} key={`${district} ${id}`}>
                <div className="row">{isAsked && validToday ? <label className="choice"><input type="radio" name="record" checked={isChosen} onChange={() => { choose({ district, id, number }); }} /><span>{say.restOn}<span className="vh"> {inLanguage(shown[0]?.shown ?? { zh: "", en: "" }, language)}</span></span></label> : null}{valid}</div>
                {facts}
              </div>
            );
          })}
          {isAsked && chosen !== null ? <button type="button" className="as-link" onClick={() => { choose(null); }}>{say.clear}</button> : null}
        </fieldset>
      )}
    </Panel>
  );
}

const words = messages({
  title: { zh: "台账里对得上的", en: "Records that may bear on it" }, count: (count: number) => ({ zh: `${count} 条`, en: String(count) }), none: { zh: "没有对得上的记录。", en: "No record fits." }, choose: { zh: "按哪一条办", en: "Which one it rests on" },
  valid: { zh: "今天有效", en: "Valid today" }, notValid: { zh: "今天无效", en: "Not valid today" }, restOn: { zh: "按这条", en: "Rest on this one" }, clear: { zh: "不按台账", en: "Rest on none" },
});
