/** @jsxImportSource react */
import { Chip, momentInWords, PageHead, Panel, ProblemAlert, requestJson, useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { LevelsView } from "../desk-views.ts";
import { LevelChip } from "./level-chip.tsx";

/** What holds now, the city's own places first, and everything that was recorded. */
export function Page(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const recorded = address.get("recorded");
  const { data, error } = useQuery({ queryKey: ["levels"], staleTime: 0, queryFn: () => requestJson<LevelsView>("/api/travel/levels") });
  const actions = <span className="row"><Button onClick={() => { void navigate("/levels/change"); }}>{say.change}</Button><Button type="primary" onClick={() => { void navigate("/levels/import"); }}>{say.import}</Button></span>;
  return (
    <>
      <PageHead title={say.title} actions={actions} />
      <ProblemAlert error={error} />
      {recorded === null ? null : <p role="status" className="done"><Chip tone="ok" icon="ok">{say.recordedAs(recorded)}</Chip></p>}
      <Panel title={say.now}>
        {data === undefined ? <p className="empty">{say.loading}</p> : (
          <>
            <p>{data.list === null ? say.noList : say.list(momentInWords(data.list.validFrom, language), data.list.areaCount)} {data.list === null ? null : <span className="quiet" lang="zh-CN">{data.list.source}</span>}</p>
            <h3>{say.own}</h3>
            {data.own.length === 0 ? <p className="quiet">{say.noneHere}</p> : <ul className="plain">{data.own.map(({ name, level, layer }) => <li key={`${name} ${layer ?? ""}`} className="row"><LevelChip level={level} /><span lang="zh-CN">{name}</span><span className="quiet">{layer === "city" ? say.byCity : say.byList}</span></li>)}</ul>}
          </>
        )}
      </Panel>
      <Panel title={say.history} flush>
        {data === undefined || data.statements.length === 0 ? <p className="empty">{data === undefined ? say.loading : say.noList}</p> : (
          <div className="table-wrap" tabIndex={0} role="region" aria-label={say.history}>
            <table className="list">
              <thead><tr>{[say.number, say.kind, say.holds, say.changes, say.source, say.by].map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
              <tbody>
                {data.statements.map((each) => (
                  <tr key={each.number}>
                    <td className="lead"><b>{say.version(each.number)}</b>{each.drill ? <><br /><Chip tone="idle" icon="ring">{say.drill}</Chip></> : null}</td>
                    <td data-label={say.kind}>{each.kind === "list" ? say.nationalList : say.cityChange}</td>
                    <td data-label={say.holds}><span><span className="moment">{momentInWords(each.validFrom, language)}</span>{each.validTo === null ? null : <><br /><span className="quiet">{say.until(momentInWords(each.validTo, language))}</span></>}</span></td>
                    <td data-label={say.changes}>{say.counts(each.added, each.changed, each.removed)}</td>
                    <td data-label={say.source} lang="zh-CN">{each.source}</td>
                    <td data-label={say.by}><span>{each.recordedBy === "pack" ? say.pack : data.names[each.recordedBy] ?? each.recordedBy}<br /><span className="moment quiet">{momentInWords(each.recordedAt, language)}</span></span></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
    </>
  );
}

const words = messages({
  title: { zh: "风险地区", en: "Risk areas" }, import: { zh: "导入名单", en: "Import a list" }, change: { zh: "调整一个地方", en: "State a level" }, loading: { zh: "正在取……", en: "Loading…" },
  recordedAs: (number: string) => ({ zh: `已经录入，现在是第 ${number} 版`, en: `Recorded; levels are now at version ${number}` }),
  now: { zh: "现在的等级", en: "Levels now" }, noList: { zh: "还没有名单。没有名单，谁问都说不准。", en: "There is no list yet, and without one nobody can be told." }, list: (moment: string, count: number) => ({ zh: `${moment}的全国名单，${count} 个地方。`, en: `National list of ${moment}, ${count} places.` }),
  own: { zh: "本市的地方", en: "Places of this city" }, noneHere: { zh: "名单上没有本市的地方。", en: "No place of this city is listed." }, byCity: { zh: "市里定的", en: "stated by the city" }, byList: { zh: "全国名单", en: "on the national list" },
  history: { zh: "录入过的", en: "What was recorded" }, number: { zh: "版本", en: "Version" }, version: (number: number) => ({ zh: `第 ${number} 版`, en: `Version ${number}` }), drill: { zh: "演练", en: "Drill" }, kind: { zh: "种类", en: "Kind" }, nationalList: { zh: "全国名单", en: "National list" }, cityChange: { zh: "市里调整", en: "Stated by the city" },
  holds: { zh: "什么时候起", en: "Holds from" }, until: (moment: string) => ({ zh: `到 ${moment}`, en: `until ${moment}` }), changes: { zh: "改了什么", en: "Changes" }, counts: (added: number, changed: number, removed: number) => ({ zh: `新增 ${added}，改 ${changed}，解除 ${removed}`, en: `${added} added, ${changed} changed, ${removed} lifted` }),
  source: { zh: "来源", en: "Source" }, by: { zh: "谁录入的", en: "Recorded by" }, pack: { zh: "资料包", en: "the pack" },
});
