import { dayInWords, inLanguage, messages } from "#platform/i18n";
import { Card, Chip, href, MixedWords, Note, Page, Telephone, type PageContext } from "#platform/portal-ui";
import { clauseLabel, clausePath, type Notice } from "#services/notices";
import type { VNode } from "preact";
import type { StricterRow, StricterRules, Verdict } from "../decision/index.ts";
import type { StatedLevel } from "../pack/load-travel.ts";
import { dutiesOf } from "./ground-duties.ts";
import { TRAVEL_PATH } from "./travel-paths.ts";

/** What the report shows: every level below the state, what it adds, and who speaks against additions. */
export type StricterPageProps = { readonly found: readonly StricterRules[]; readonly levels: readonly StatedLevel[]; readonly notices: readonly Notice[]; readonly on: string };

/** The public report of 层层加码: where a district is stricter than the city, or the city than the state, with the clause and the document behind it. */
export function StricterPage({ found, levels, notices, on, ...context }: PageContext & StricterPageProps): VNode {
  const { site, view } = context;
  const { language } = view;
  const say = words(language);
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }, { label: say.travel, path: TRAVEL_PATH }]}>
      <div class="doc"><h1>{say.title}</h1><p class="lead">{say.lead(dayInWords(on, language))}</p></div>
      <div class="narrow stack">
        {levels.flatMap(({ againstAdditions, name, title, source }) => (againstAdditions === null ? [] : [<Note><p><b>{inLanguage(againstAdditions, language)}</b></p><p class="s m">{inLanguage(name, language)} · {inLanguage(title, language)}</p><p class="s m">{say.source}{inLanguage(source ?? title, language)}</p></Note>]))}
        {found.length === 0 ? <p>{say.nothingToCompare}</p> : null}
        {found.map((each) => <LevelCard found={each} notices={notices} view={view} />)}
        <Card title={say.report}><p class="m">{say.reportHint}</p><p><Telephone number={site.helpline.value} large /></p></Card>
      </div>
    </Page>
  );
}

function LevelCard({ found: { authority, version, above, rows, isComplete }, notices, view }: { readonly found: StricterRules; readonly notices: readonly Notice[]; readonly view: PageContext["view"] }): VNode {
  const { language } = view;
  const say = words(language);
  return (
    <section class="card">
      <h2>{inLanguage(authority.name, language)}</h2>
      <p class="m s">{say.compared(version, inLanguage(above, language))}</p>
      {rows.length === 0 ? <p><Chip tone={isComplete ? "ok" : "warn"} icon={isComplete ? "check" : "warn"}>{isComplete ? say.none : say.notAll}</Chip></p> : (
        <ul class="list">{rows.map((row) => <Row row={row} notices={notices} view={view} />)}</ul>
      )}
    </section>
  );
}

function Row({ row, notices, view }: { readonly row: StricterRow; readonly notices: readonly Notice[]; readonly view: PageContext["view"] }): VNode {
  const { language } = view;
  const say = words(language);
  const name = (verdict: Verdict | null): string => (verdict === null ? say.silent : inLanguage(verdict.name, language));
  const example = language === "en" ? row.example.en : row.example.zh;
  return (
    <li>
      <p><Chip tone="warn" icon="warn">{say.stricter}</Chip> <span class="m">{say.change(name(row.above))}</span> <b>{name(row.here)}</b></p>
      {example.map((each) => <p>{language === "en" ? <MixedWords text={each} /> : each}</p>)}
      <p class="s m">{say.cases(row.cases)}{dutiesOf(row, notices).map(({ notice, clause }) => <> · <a href={href(clausePath(notice, clause), view)}>{clauseLabel(clause.number, language)}</a></>)}</p>
      <p class="s">{row.document === null ? <b>{say.noDocument}</b> : <>{say.document}<span lang="zh-CN">{row.document}</span></>}</p>
    </li>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" }, travel: { zh: "能出行吗", en: "May I travel?" },
  title: { zh: "各地更严的规定", en: "Stricter local rules" }, lead: (day: string) => ({ zh: `各级出行规定逐一和上一级对比，${day}的情况。`, en: `Each level's travel rule held against the level above, on ${day}.` }),
  source: { zh: "出处：", en: "Source: " }, nothingToCompare: { zh: "现在没有可以对比的规定。", en: "There is nothing to compare at the moment." },
  compared: (version: number, above: string) => ({ zh: `规则第 ${version} 版，对比的是：${above}`, en: `Rule version ${version}, compared with: ${above}` }),
  none: { zh: "没有比上级更严的", en: "Nothing stricter than above" }, notAll: { zh: "没能全部比完", en: "Not all could be compared" },
  stricter: { zh: "比上级更严", en: "Stricter" }, change: (above: string) => ({ zh: `上级是“${above}”，这里是`, en: `above: ${above}; here:` }), silent: { zh: "没有规定", en: "nothing is said" },
  cases: (count: number) => ({ zh: `共 ${count} 种情况`, en: count === 1 ? "1 case" : `${count} cases` }), document: { zh: "批准文件：", en: "Approved by: " }, noDocument: { zh: "没有批准文件", en: "No document approves it" },
  report: { zh: "遇到这里没有的规定？", en: "Met a rule that is not here?" }, reportHint: { zh: "有人拿别的规定拦您，打电话反映。", en: "If somebody stops you with another rule, tell them." },
});
