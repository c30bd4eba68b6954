import { messages, minuteInWords } from "#platform/i18n";
import { Chip, href, Page, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { RiskStatement } from "../risk-list/index.ts";
import { LevelChip } from "./level-chip.tsx";
import { AREAS_PATH, TRAVEL_PATH } from "./travel-paths.ts";

/** Every list and change, the one recorded last first: since when it holds, when it was recorded, what it changed. */
export function HistoryPage({ statements, ...context }: PageContext & { readonly statements: readonly RiskStatement[] }): VNode {
  const { view } = context;
  const { language } = view;
  const say = words(language);
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }, { label: say.travel, path: TRAVEL_PATH }, { label: say.areas, path: AREAS_PATH }]}>
      <div class="doc"><h1>{say.title}</h1><p class="lead">{say.lead}</p></div>
      <ul class="list card narrow">
        {statements.map((each) => (
          <li id={`s${each.number}`}>
            <p><b>{say.number(each.number)}</b> <Chip tone="pine">{each.kind === "list" ? say.list : say.change}</Chip>{each.drill ? <> <Chip tone="idle">{say.drill}</Chip></> : null}</p>
            {each.place === null ? <p>{say.changes(each.added, each.changed, each.removed)}</p> : <p><b lang="zh-CN">{each.place}</b> {each.level === null ? say.lifted : <LevelChip level={each.level} language={language} />}</p>}
            <p class="s m">{say.holds(minuteInWords(each.validFrom, language), each.validTo === null ? null : minuteInWords(each.validTo, language))} · {say.recorded(minuteInWords(each.recordedAt, language))}</p>
            <p class="s m">{say.source}<span lang="zh-CN">{each.source}</span></p>
            <p><a class="go" href={href(`${AREAS_PATH}?at=${encodeURIComponent(laterOf(each).toISOString())}`, view)}>{say.listOfThen}</a></p>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** The first moment at which it both held and was known. */
const laterOf = ({ validFrom, recordedAt }: RiskStatement): Date => (validFrom > recordedAt ? validFrom : recordedAt);

const words = messages({
  home: { zh: "首页", en: "Home" }, travel: { zh: "能出行吗", en: "May I travel?" }, areas: { zh: "中高风险地区", en: "Risk areas" },
  title: { zh: "风险地区的变动", en: "How risk areas changed" }, lead: { zh: "每一份名单、每一次调整都留着，什么时候生效、什么时候录入都写明。", en: "Every list and every change is kept, with when it holds and when it was recorded." },
  number: (number: number) => ({ zh: `第 ${number} 版`, en: `Version ${number}` }), list: { zh: "全国名单", en: "National list" }, change: { zh: "市里调整", en: "Set by the city" }, drill: { zh: "演练", en: "Drill" },
  changes: (added: number, changed: number, removed: number) => (added + changed + removed === 0 ? { zh: "没有变化", en: "Nothing changed" } : { zh: `新增 ${added} 个，改等级 ${changed} 个，解除 ${removed} 个`, en: `${added} added, ${changed} at another level, ${removed} lifted` }),
  holds: (from: string, to: string | null) => (to === null ? { zh: `${from}起`, en: `from ${from}` } : { zh: `${from}到${to}`, en: `${from} to ${to}` }), recorded: (moment: string) => ({ zh: `${moment}录入`, en: `recorded ${moment}` }),
  lifted: { zh: "解除市里定的等级", en: "what the city stated is lifted" }, source: { zh: "来源：", en: "Source: " }, listOfThen: { zh: "看那时的名单", en: "See the list of then" },
});
