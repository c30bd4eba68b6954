/** @jsxImportSource react */
import { Chip, momentInWords, PageHead, Panel, ProblemAlert, requestJson, useGrants, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { dayInWords, inLanguage, messages } from "#platform/i18n";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { RuleList, RuleSummary } from "../draft/index.ts";
import { BeginForm } from "./begin-form.tsx";
import { StateChip } from "./states.tsx";

/** What waits for whoever looks, what waits for others, what is done with; then the rules in force. */
export function Page(): ReactNode {
  const say = useWords(words);
  const navigate = useNavigate();
  const mayBegin = useGrants(["rules.edit"], true);
  const { data, error } = useQuery({ queryKey: ["rules"], staleTime: 0, queryFn: () => requestJson<RuleList>("/api/rules") });
  return (
    <>
      <PageHead title={say.title} actions={mayBegin ? <Button onClick={() => { void navigate("/rules/new"); }}>{say.fromFile}</Button> : undefined} />
      <ProblemAlert error={error} />
      <Panel title={say.drafts} flush>{data === undefined ? <p className="empty">{say.loading}</p> : <Drafts {...data} />}</Panel>
      <Panel title={say.inForce} flush>
        {data === undefined || data.released.length === 0 ? <p className="empty">{data === undefined ? say.loading : say.noRules}</p> : (
          <div className="table-wrap" tabIndex={0} role="region" aria-label={say.inForce}>
            <table className="list">
              <thead><tr>{[say.name, say.district, say.version, say.from, say.rows, say.do].map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
              <tbody>{data.released.map((rule) => <RuleRow key={`${rule.district} ${rule.ruleKey}`} rule={rule} list={data} />)}</tbody>
            </table>
          </div>
        )}
      </Panel>
    </>
  );
}

function RuleRow({ rule, list }: { readonly rule: RuleList["released"][number]; readonly list: RuleList }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { session: { city } } = useSession();
  const navigate = useNavigate();
  const [choosing, setChoosing] = useState(false);
  const title = inLanguage(rule.title, language);
  // The city's rule is where a district begins that has none of its own yet.
  const own = new Set(list.released.filter(({ ruleKey }) => ruleKey === rule.ruleKey).map(({ district }) => district));
  const places = list.editable.filter(({ code }) => (code === rule.district ? rule.draftId === null : rule.district === city && !own.has(code)));
  return (
    <>
      <tr>
        <td className="lead"><b>{title}</b><br /><span className="mono quiet">{rule.ruleKey}</span></td>
        <td data-label={say.district}>{inLanguage(rule.districtName, language)}</td>
        <td data-label={say.version}>{say.versionNumber(rule.version)}</td>
        <td data-label={say.from}><span><span className="moment">{dayInWords(rule.effectiveFrom, language)}</span>{rule.effectiveTo === null ? null : <><br /><span className="quiet">{say.until(dayInWords(rule.effectiveTo, language))}</span></>}{rule.drill ? <><br /><Chip tone="idle" icon="ring">{say.drill}</Chip></> : null}</span></td>
        <td data-label={say.rows}>{say.rowsOf(rule.rows)}</td>
        <td><span className="row">
          {rule.draftId === null ? null : <Button size="small" aria-label={`${say.openDraft} ${title}`} onClick={() => { void navigate(`/rules/drafts/${rule.draftId ?? ""}`); }}>{say.openDraft}</Button>}
          {places.length === 0 ? null : <Button size="small" aria-label={`${say.change} ${title}`} aria-expanded={choosing} onClick={() => { setChoosing(!choosing); }}>{say.change}</Button>}
        </span></td>
      </tr>
      {choosing ? <tr><td colSpan={6}><BeginForm ruleKey={rule.ruleKey} places={places} cancel={() => { setChoosing(false); }} /></td></tr> : null}
    </>
  );
}

/** A releaser's own are those handed in by others, an editor's those still being changed. */
function Drafts({ drafts, names }: RuleList): ReactNode {
  const say = useWords(words);
  const { session: { personId, grants } } = useSession();
  const holds = (permission: string, district: string): boolean => (grants[permission] ?? []).includes(district);
  const isMine = ({ state, changedBy, district }: RuleSummary): boolean => (state === "draft" ? holds("rules.edit", district) : holds("rules.release", district) && changedBy !== personId);
  const open = drafts.filter(({ state }) => state === "draft" || state === "in-check");
  const done = drafts.filter((draft) => !open.includes(draft));
  const groups = [{ name: say.mine, drafts: open.filter(isMine) }, { name: say.others, drafts: open.filter((draft) => !isMine(draft)) }].filter((group) => group.drafts.length > 0);
  return (
    <>
      {groups.length === 0 ? <p className="empty">{say.noDrafts}</p> : <DraftTable label={say.drafts} groups={groups} names={names} />}
      {done.length === 0 ? null : <details><summary className="fold">{say.done(done.length)}</summary><DraftTable label={say.done(done.length)} groups={[{ name: null, drafts: done }]} names={names} /></details>}
    </>
  );
}

function DraftTable({ label, groups, names }: { readonly label: string; readonly groups: readonly { readonly name: string | null; readonly drafts: readonly RuleSummary[] }[]; readonly names: RuleList["names"] }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={label}>
      <table className="list">
        <thead><tr>{[say.name, say.district, say.kind, say.state, say.changed].map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
        {groups.map(({ name, drafts }) => (
          <tbody key={name}>
            {name === null ? null : <tr className="group"><th scope="rowgroup" colSpan={5}>{say.group(name, drafts.length)}</th></tr>}
            {drafts.map((draft) => (
              <tr key={draft.id}>
                <td className="lead"><Link to={`/rules/drafts/${draft.id}`}>{inLanguage(draft.title, language) || draft.title.zh || draft.ruleKey}</Link><br /><span className="mono quiet">{draft.ruleKey}</span></td>
                <td data-label={say.district}>{inLanguage(draft.districtName, language)}</td>
                <td data-label={say.kind}>{draft.releasedVersion !== null ? say.versionNumber(draft.releasedVersion) : draft.baseVersion === null ? say.first : say.changeOf(draft.baseVersion)}</td>
                <td data-label={say.state}><span><StateChip {...draft} /></span></td>
                <td data-label={say.changed}><span>{names[draft.changedBy] ?? draft.changedBy}<br /><span className="moment quiet">{momentInWords(draft.changedAt, language)}</span></span></td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const words = messages({
  title: { zh: "规则表", en: "Rules" }, fromFile: { zh: "从 DMN 文件新建", en: "New rule from a DMN file" },
  drafts: { zh: "稿子", en: "Drafts" }, inForce: { zh: "正在用的规则表", en: "Rules in force" }, loading: { zh: "正在取……", en: "Loading…" },
  noDrafts: { zh: "现在没有稿子。要改哪张规则表，在下面点“改”。", en: "There are no drafts. To change a rule, press Change below." }, noRules: { zh: "还没有正在用的规则表。", en: "No rule is in force yet." },
  name: { zh: "规则表", en: "Rule" }, district: { zh: "地方", en: "Place" }, kind: { zh: "第几版", en: "Version" }, state: { zh: "状态", en: "State" }, changed: { zh: "最后改动", en: "Last change" },
  version: { zh: "版本", en: "Version" }, versionNumber: (version: number) => ({ zh: `第 ${version} 版`, en: `Version ${version}` }), first: { zh: "第一版", en: "First version" }, changeOf: (version: number) => ({ zh: `改第 ${version} 版`, en: `Changes version ${version}` }),
  from: { zh: "生效日期", en: "In force from" }, until: (day: string) => ({ zh: `到 ${day} 前`, en: `until before ${day}` }), drill: { zh: "演练", en: "Drill" },
  rows: { zh: "规则条数", en: "Rows" }, rowsOf: (count: number) => ({ zh: `${count} 条`, en: String(count) }),
  do: { zh: "操作", en: "Action" }, change: { zh: "改", en: "Change" }, openDraft: { zh: "看稿子", en: "Open the draft" },
  mine: { zh: "等您办", en: "Waiting for you" }, others: { zh: "等别人办", en: "Waiting for others" },
  group: (name: string, count: number) => ({ zh: `${name} · ${count} 份`, en: `${name} · ${count}` }),
  done: (count: number) => ({ zh: `办完的稿子 ${count} 份`, en: count === 1 ? "1 finished draft" : `${count} finished drafts` }),
});
