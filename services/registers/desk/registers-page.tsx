/** @jsxImportSource react */
import { Chip, ClauseLink, PageHead, Panel, ProblemAlert, requestJson, useLanguage, useWords } from "#platform/desk-ui";
import { chineseNumeral, inLanguage, messages, numberInWords } from "#platform/i18n";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { RegistersView } from "../desk-views.ts";
import { BurdenPanel } from "./burden-panel.tsx";

/** Every register, by the clause it serves, and how it stands; what all of them together ask of units. */
export function Page(): ReactNode {
  const say = useWords(words);
  const { data, error } = useQuery({ queryKey: ["registers", "all"], staleTime: 0, queryFn: () => requestJson<RegistersView>("/api/registers") });
  return (
    <>
      <PageHead title={say.title} beside={<span className="quiet">{say.means}</span>} />
      <ProblemAlert error={error} />
      {data === undefined ? <p className="empty">{error === null ? say.loading : ""}</p> : <><Registers registers={data.registers} /><BurdenPanel view={data} /></>}
    </>
  );
}

function Registers({ registers }: Pick<RegistersView, "registers">): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  // Clauses in their order, whatever order the registers come in.
  const clauses = Map.groupBy(registers.toSorted((one, other) => placeOf(one.clauseNumber) - placeOf(other.clauseNumber)), ({ notice, clause }) => `${notice}/${clause}`);
  if (registers.length === 0) return <Panel title={say.title}><p className="empty">{say.none}</p></Panel>;
  const heads = [say.register, say.records, say.stale, say.flagged, say.residents, say.burden];
  return (
    <Panel title={say.byClause} flush>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={say.table}>
        <table className="list">
          <caption className="vh">{say.table}</caption>
          <thead><tr>{heads.map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
          {[...clauses].map(([clause, own]) => (
            <tbody key={clause}>
              <tr className="group"><th scope="rowgroup" colSpan={heads.length}>{own.slice(0, 1).map(({ notice, clause: key, clauseNumber, clauseTitle }) => <ClauseLink key={key} clause={{ notice, clause: key, number: clauseNumber, title: clauseTitle }} whole />)}</th></tr>
              {own.map((register) => (
                <tr key={register.key}>
                  <td className="lead"><Link to={`/registers/${register.key}`}><b>{inLanguage(register.name, language)}</b></Link><br /><span className="quiet">{inLanguage(register.about, language)}</span></td>
                  <td data-label={say.records}><span className="moment">{register.counted === "at-least" ? say.atLeast(numberInWords(register.count, language)) : numberInWords(register.count, language)}</span></td>
                  <td data-label={say.stale}><span>{register.stale === 0 ? <span className="quiet">{say.noneOfIt}</span> : <Link to={`/registers/${register.key}?stale=1`}><Chip tone="warn" icon="warn">{say.toConfirm(numberInWords(register.stale, language))}</Chip></Link>}</span></td>
                  <td data-label={say.flagged}><span>{register.flagged === 0 ? <span className="quiet">{say.noneOfIt}</span> : <Chip tone="no" icon="no">{say.flags(numberInWords(register.flagged, language))}</Chip>}</span></td>
                  <td data-label={say.residents}>{say[register.publicKind ?? "nothing"]}</td>
                  <td data-label={say.burden}>{say.perWeek(numberInWords(register.burdenPerWeek, language))}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Panel>
  );
}

/** Where a clause stands in its notice; what has no number stands behind. */
const placeOf = (number: string | null): number => chineseNumeral((number ?? "").replaceAll(/^第|[条章节款]$/gu, "")) ?? Number.MAX_SAFE_INTEGER;

const words = messages({
  title: { zh: "台账", en: "Registers" }, means: { zh: "各单位报的事实，一项只报一次。", en: "Facts that units keep; each is asked once." }, loading: { zh: "正在取……", en: "Loading…" }, none: { zh: "资料包里还没有台账。", en: "The pack has no register yet." },
  byClause: { zh: "按条款", en: "By clause" }, table: { zh: "全部台账，可以左右滚动", en: "All registers, scrolls sideways" }, register: { zh: "台账", en: "Register" }, records: { zh: "记录", en: "Records" }, atLeast: (count: string) => ({ zh: `${count} 条以上`, en: `${count} or more` }), stale: { zh: "该确认的", en: "To confirm" }, noneOfIt: { zh: "没有", en: "None" }, toConfirm: (count: string) => ({ zh: `${count} 条该确认`, en: `${count} to confirm` }),
  flagged: { zh: "有问题的", en: "Flagged" }, flags: (count: string) => ({ zh: `${count} 条`, en: count }), residents: { zh: "群众看到什么", en: "Residents see" }, places: { zh: "地点和时间", en: "places and hours" }, list: { zh: "清单", en: "the list" }, totals: { zh: "合计", en: "sums" }, own: { zh: "各人查自己的", en: "their own entry" }, nothing: { zh: "不公开", en: "nothing" },
  burden: { zh: "每周要填", en: "Asked a week" }, perWeek: (count: string) => ({ zh: `${count} 项`, en: `${count} fields` }),
});
