import { inLanguage, messages, minuteInWords } from "#platform/i18n";
import { Card, href, Icon, Page, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import { RISK_LEVELS, type RiskLevel } from "../risk-list/index.ts";
import type { KnownArea, RiskStatement } from "../risk-list/index.ts";
import { LevelChip } from "./level-chip.tsx";
import { AREAS_FEED_PATH, AREAS_PATH, HISTORY_PATH, TRAVEL_PATH } from "./travel-paths.ts";

/** One province (or another part of the country) with its areas, in a reader's order. */
export type AreaGroup = { readonly code: string; readonly name: string; readonly areas: readonly KnownArea[] };
/** The list that holds, by province; `own`: areas of the city. `shown`: the province whose areas are listed where the whole list is long. */
export type AreasPageProps = { readonly list: RiskStatement | null; readonly number: number; readonly at: Date; readonly own: readonly KnownArea[]; readonly groups: readonly AreaGroup[]; readonly shown: string | null;
  /** Places that are not listed are low risk; lists of another edition do not say so. */
  readonly restIsLow: boolean };

/** Which places are at which level now, the city's own first. */
export function AreasPage({ list, number, at, own, groups, shown, restIsLow, ...context }: PageContext & AreasPageProps): VNode {
  const { view } = context;
  const { language } = view;
  const say = words(language);
  const all = groups.flatMap(({ areas }) => areas.filter(({ layer }) => layer === "national"));
  const isLong = all.length > SHOWN_WHOLE;
  const group = groups.find(({ code }) => code === shown) ?? null;
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }, { label: say.travel, path: TRAVEL_PATH }]}>
      <div class="doc"><h1>{say.title}</h1>
        <p class="lead">{list === null ? say.noList : say.asOf(minuteInWords(list.validFrom, language))}</p>
        <p class="m s">{list === null ? null : <>{say.source}<span lang="zh-CN">{list.source}</span> · </>}{say.number(number)}{list?.drill === true ? ` · ${say.drill}` : ""} · {say.now(minuteInWords(at, language))}</p>
      </div>
      <div class="narrow stack">
        <Card title={say.own}>{own.length === 0 ? <p>{list === null ? say.noList : restIsLow ? say.noneHere : say.noneListed}</p> : <Areas areas={own} language={language} />}</Card>
        {list === null ? null : <p class="m">{say.counts(RISK_LEVELS.toReversed().flatMap((level) => { const count = all.filter((area) => area.level === level).length; return count === 0 ? [] : [say.level(count, level)]; }).join(language === "en" ? ", " : "，"))}</p>}
        {isLong ? (
          <>
            {group === null ? null : <Card title={group.name}><Areas areas={group.areas} language={language} /></Card>}
            <Card title={say.provinces}><ul class="list links">{groups.map(({ code, name, areas }) => <li><a href={href(`${AREAS_PATH}?in=${code}`, view)}><span class="t" lang="zh-CN">{name}</span><span class="s m">{say.places(areas.length)}</span></a></li>)}</ul></Card>
          </>
        ) : groups.map(({ code, name, areas }) => <details key={code}><summary><b lang="zh-CN">{name}</b><span class="s m">{say.places(areas.length)}</span></summary><div class="in"><Areas areas={areas} language={language} /></div></details>)}
        {list !== null && restIsLow ? <p class="m">{say.rest}</p> : null}
        <p><a class="btn" href={href(TRAVEL_PATH, view)}>{say.ask}</a></p>
        <p><a class="go" href={href(HISTORY_PATH, view)}>{say.history}<Icon name="forward" /></a> <a class="go" href={href(AREAS_FEED_PATH, view)}>{say.feed}</a></p>
      </div>
    </Page>
  );
}

function Areas({ areas, language }: { readonly areas: readonly KnownArea[]; readonly language: PageContext["view"]["language"] }): VNode {
  const say = words(language);
  const byLevel = (level: RiskLevel): readonly KnownArea[] => areas.filter((area) => area.level === level);
  return (
    <>
      {RISK_LEVELS.toReversed().filter((level) => byLevel(level).length > 0).map((level) => (
        <>
          <p><LevelChip level={level} language={language} /></p>
          <ul>{byLevel(level).map((area) => <li><span lang="zh-CN">{area.written.join(" ")}</span>{area.stated === null ? null : <span class="s m"> · {say.byCity(minuteInWords(area.stated.from, language))}<span lang="zh-CN">{area.stated.source}</span></span>}</li>)}</ul>
        </>
      ))}
    </>
  );
}

/** Longer lists are shown a province at a time, so that the page stays small. */
const SHOWN_WHOLE = 300;

const words = messages({
  home: { zh: "首页", en: "Home" }, travel: { zh: "能出行吗", en: "May I travel?" },
  title: { zh: "中高风险地区", en: "Risk areas" }, asOf: (moment: string) => ({ zh: `${moment}的名单`, en: `The list of ${moment}` }), noList: { zh: "还没有名单。", en: "There is no list yet." },
  source: { zh: "来源：", en: "Source: " }, number: (number: number) => ({ zh: `第 ${number} 版`, en: `version ${number}` }), drill: { zh: "演练", en: "drill" }, now: (moment: string) => ({ zh: `截至 ${moment}`, en: `as of ${moment}` }),
  own: { zh: "本市", en: "In this city" }, noneListed: { zh: "名单上没有本市的地方。", en: "No place of this city is on the list." }, noneHere: { zh: "名单上没有本市的地方，全市都是低风险。", en: "No place of this city is on the list: all of it is low risk." },
  counts: (counts: string) => ({ zh: `全国：${counts}。`, en: `In the country: ${counts}.` }), level: (count: number, level: RiskLevel) => ({ zh: `${inLanguage(NAMES[level], "zh-CN")} ${count} 个`, en: `${count} at ${inLanguage(NAMES[level], "en")}` }),
  provinces: { zh: "按省份看", en: "By province" }, places: (count: number) => ({ zh: `${count} 个地方`, en: count === 1 ? "1 place" : `${count} places` }), byCity: (moment: string) => ({ zh: `市里定的，${moment}起：`, en: `stated by the city, from ${moment}: ` }),
  rest: { zh: "内地没有列出的地方都是低风险。", en: "Every place of the mainland that is not listed is low risk." }, ask: { zh: "问问能不能走", en: "Ask whether you may travel" }, history: { zh: "看变动", en: "See what changed" }, feed: { zh: "订阅变动（Atom）", en: "Subscribe to changes (Atom)" },
});
const NAMES = { low: { zh: "低风险", en: "low risk" }, medium: { zh: "中风险", en: "medium risk" }, high: { zh: "高风险", en: "high risk" } } as const;
