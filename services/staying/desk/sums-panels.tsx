/** @jsxImportSource react */
import { Chip, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { dayInWords, inLanguage, messages, numberInWords } from "#platform/i18n";
import type { ReactNode } from "react";
import type { HeadcountSums } from "../headcount/index.ts";
// Not through the door: the schemas beside it would come along into the browser.
import { wholePercents } from "../headcount/whole-percents.ts";
import { reasonsInWords } from "./reasons-in-words.ts";

type Sum = HeadcountSums["places"][number];

/** Sums by district and kind; above them, for whoever sees the whole city, by kind with what residents are shown. */
export function SumsPanels({ sums: { day, places, city, reasons } }: { readonly sums: HeadcountSums }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  if (day === null) return <Panel title={say.sums} flush><p className="empty">{say.none}</p></Panel>;
  return (
    <>
      {city === null ? null : (
        <Panel title={say.city} beside={<span className="quiet">{say.asOf(dayInWords(day, language))}</span>} flush>
          <SumsTable name={say.city} heads={[say.kind, ...counted(say), say.shown]}>
            {city.map((sum) => <tr key={sum.kind.key}><td className="lead"><b>{inLanguage(sum.kind.name, language)}</b></td><Counts sum={sum} reasons={reasons} /><td data-label={say.shown}><span>{sum.showing === "shown" ? <Chip tone="ok" icon="ok">{say.isShown}</Chip> : <><Chip tone="idle" icon="ring">{say.notShown}</Chip><br /><span className="quiet">{say[sum.showing]}</span></>}</span></td></tr>)}
          </SumsTable>
        </Panel>
      )}
      <Panel title={say.sums} beside={city === null ? <span className="quiet">{say.asOf(dayInWords(day, language))}</span> : undefined} flush>
        <SumsTable name={say.sums} heads={[say.place, ...counted(say)]}>
          {places.map((sum) => <tr key={`${sum.district.code} ${sum.kind.key}`}><td className="lead"><b>{inLanguage(sum.district.name, language)}</b><br />{inLanguage(sum.kind.name, language)}</td><Counts sum={sum} reasons={reasons} /></tr>)}
        </SumsTable>
      </Panel>
    </>
  );
}

function SumsTable({ name, heads, children }: { readonly name: string; readonly heads: readonly string[]; readonly children: ReactNode }): ReactNode {
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={name}>
      <table className="list"><thead><tr>{heads.map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead><tbody>{children}</tbody></table>
    </div>
  );
}

function Counts({ sum: { bodies, latest, total, staying, leaving, reasons: counts }, reasons }: { readonly sum: Omit<Sum, "district" | "kind">; readonly reasons: HeadcountSums["reasons"] }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const open = total - staying - leaving;
  const percents = wholePercents([staying, leaving, open]);
  const part = (people: number, at: number): ReactNode => <span className="moment">{numberInWords(people, language)} <span className="quiet">{percents[at]}%</span></span>;
  return (
    <>
      <td data-label={say.bodies}><span>{numberInWords(bodies, language)}{latest === bodies ? null : <><br /><span className="quiet">{say.latest(latest)}</span></>}</span></td>
      <td data-label={say.total}>{numberInWords(total, language)}</td>
      <td data-label={say.staying}>{part(staying, 0)}</td>
      <td data-label={say.leaving}>{part(leaving, 1)}</td>
      <td data-label={say.open}>{part(open, 2)}</td>
      <td data-label={say.reasons}>{leaving === 0 ? say.nobody : reasonsInWords(counts, reasons, language)}</td>
    </>
  );
}

const words = messages({
  sums: { zh: "按地方和类别合计", en: "Sums by place and kind" }, city: { zh: "全市，按类别合计", en: "The whole city, by kind" }, none: { zh: "还没有人数。单位报了以后，这里有合计。", en: "There are no headcounts yet. Sums stand here once bodies have filed." },
  asOf: (day: string) => ({ zh: `最后一天：${day}`, en: `Last day: ${day}` }), place: { zh: "地方和类别", en: "Place and kind" }, kind: { zh: "单位类别", en: "Kind of body" },
  bodies: { zh: "单位", en: "Bodies" }, latest: (count: number) => ({ zh: `最后一天 ${count} 个`, en: `${count} on the last day` }),
  total: { zh: "总人数", en: "In all" }, staying: { zh: "留下", en: "Staying" }, leaving: { zh: "离开", en: "Leaving" }, open: { zh: "还没定", en: "Not decided" }, reasons: { zh: "离开的原因", en: "Reasons" }, nobody: { zh: "无", en: "none" },
  shown: { zh: "居民页面", en: "Residents' page" }, isShown: { zh: "显示", en: "Shown" }, notShown: { zh: "不显示", en: "Not shown" }, "few-bodies": { zh: "不到 5 个单位", en: "Fewer than 5 bodies" }, "one-body-is-most": { zh: "一个单位占绝大多数", en: "Nearly all at one body" },
});

const counted = (say: ReturnType<typeof words>): readonly string[] => [say.bodies, say.total, say.staying, say.leaving, say.open, say.reasons];
