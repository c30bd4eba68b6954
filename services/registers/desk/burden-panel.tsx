/** @jsxImportSource react */
import { Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages, numberInWords } from "#platform/i18n";
import type { ReactNode } from "react";
import type { RegistersView } from "../desk-views.ts";

/** How much is asked of each kind of unit in a week, most first. */
export function BurdenPanel({ view: { burden, registers } }: { readonly view: RegistersView }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const sorted = burden.toSorted((one, other) => other.fieldsPerWeek - one.fieldsPerWeek);
  const most = sorted[0]?.fieldsPerWeek ?? 0;
  const named = (key: string): string => { const known = registers.find((each) => each.key === key); return known === undefined ? key : inLanguage(known.name, language); };
  return (
    <Panel title={say.title} beside={<span className="quiet">{say.means}</span>} flush>
      {sorted.length === 0 ? <p className="empty">{say.none}</p> : (
        <div className="table-wrap" tabIndex={0} role="region" aria-label={say.title}>
          <table className="list">
            <caption className="vh">{say.title}</caption>
            <thead><tr>{[say.unit, say.fields, say.from].map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
            <tbody>{sorted.map(({ unit, fieldsPerWeek, registers: keys }) => (
              <tr key={unit.zh}>
                <td className="lead"><b>{inLanguage(unit, language)}</b></td>
                <td data-label={say.fields}><span className="meter"><span>{say.count(numberInWords(fieldsPerWeek, language))}</span><meter min={0} max={Math.max(most, 1)} value={fieldsPerWeek} aria-label={say.share(inLanguage(unit, language))} /></span></td>
                <td data-label={say.from}>{keys.map(named).join(say.comma)}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

const words = messages({
  title: { zh: "填报负担", en: "Burden" }, means: { zh: "一个单位一周要填多少项", en: "Fields asked of one unit in a week" }, none: { zh: "没有要单位填的。", en: "Nothing is asked of units." }, unit: { zh: "哪类单位", en: "Unit" }, fields: { zh: "每周要填", en: "Asked a week" }, from: { zh: "哪些台账要的", en: "By which registers" },
  count: (count: string) => ({ zh: `${count} 项`, en: `${count} fields` }), share: (unit: string) => ({ zh: `${unit}每周要填的，和最多的相比`, en: `${unit}: asked a week, beside the most` }), comma: { zh: "、", en: ", " },
});
