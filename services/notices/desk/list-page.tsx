/** @jsxImportSource react */
import { Chip, momentInWords, PageHead, Panel, ProblemAlert, requestJson, useGrants, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { DeskGround, DraftList, DraftSummaryView } from "../draft/index.ts";
import { StateChip, useActionWord } from "./states.tsx";
import { titleInLanguage } from "./title-words.ts";
import { WithdrawForm } from "./withdraw-form.tsx";

/** What waits for whoever looks, what waits for others, what is done with; then what is official. */
export function Page(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const mayEdit = useGrants(["notices.edit"], true);
  const navigate = useNavigate();
  const drafts = useQuery({ queryKey: ["drafts"], staleTime: 0, queryFn: () => requestJson<DraftList>("/api/notices/drafts") });
  const ground = useQuery({ queryKey: ["notice-ground"], staleTime: 0, queryFn: () => requestJson<DeskGround>("/api/notices/desk") });
  return (
    <>
      <PageHead title={say.title} actions={mayEdit ? <Button type="primary" onClick={() => { void navigate("/notices/import"); }}>{say.import}</Button> : undefined} />
      <ProblemAlert error={drafts.error ?? ground.error} />
      <Panel title={say.drafts} flush>{drafts.data === undefined ? <p className="empty">{say.loading}</p> : <Drafts {...drafts.data} />}</Panel>
      <Panel title={say.official} flush>
        {ground.data === undefined || ground.data.notices.length === 0 ? <p className="empty">{ground.data === undefined ? say.loading : say.noNotices}</p> : (
          <div className="table-wrap" tabIndex={0} role="region" aria-label={say.official}>
            <table className="list">
              <thead><tr><th scope="col">{say.name}</th><th scope="col">{say.version}</th><th scope="col">{say.state}</th><th scope="col">{say.edits}</th><th scope="col">{say.released}</th><th scope="col">{say.do}</th></tr></thead>
              <tbody>{ground.data.notices.map((notice) => <NoticeRow key={notice.key} notice={notice} mayEdit={mayEdit} language={language} />)}</tbody>
            </table>
          </div>
        )}
      </Panel>
    </>
  );
}

function NoticeRow({ notice, mayEdit, language }: { readonly notice: DeskGround["notices"][number]; readonly mayEdit: boolean; readonly language: "zh-CN" | "en" }): ReactNode {
  const say = useWords(words);
  const navigate = useNavigate();
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <>
      <tr>
        <td className="lead"><a href={`${language === "en" ? "/en" : ""}/n/${notice.key}`}>{inLanguage(notice.title, language)}</a><br /><span className="mono quiet">{notice.key}</span></td>
        <td data-label={say.version}>{say.versionNumber(notice.version)}</td>
        <td data-label={say.state}><span>{notice.withdrawn ? <Chip tone="idle" icon="ring">{say.withdrawn}</Chip> : <Chip tone="ok" icon="ok">{say.inForce}</Chip>}</span></td>
        <td data-label={say.edits}>{notice.released === null ? say.none : say.editsOf(notice.released.editCount, notice.orders)}</td>
        <td data-label={say.released}>{notice.released === null ? say.none : <ReleasedAt {...notice.released} />}</td>
        <td>{mayEdit ? <span className="row"><Button size="small" aria-label={`${say.amend} ${notice.key}`} onClick={() => { void navigate(`/notices/import?amend=${notice.key}`); }}>{say.amend}</Button>{notice.withdrawn ? null : <Button size="small" aria-label={`${say.withdraw} ${notice.key}`} aria-expanded={withdrawing} onClick={() => { setWithdrawing(!withdrawing); }}>{say.withdraw}</Button>}</span> : null}</td>
      </tr>
      {withdrawing ? <tr><td colSpan={6}><WithdrawForm noticeKey={notice.key} cancel={() => { setWithdrawing(false); }} /></td></tr> : null}
    </>
  );
}

/** In a drill a release carries two dates: the drill's, which residents read, and the real one. */
function ReleasedAt({ at, policyAt, drill }: NonNullable<DeskGround["notices"][number]["released"]>): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  if (!drill) return <span className="moment">{momentInWords(at, language)}</span>;
  return <span><span className="moment">{say.drillDay} {momentInWords(policyAt, language)}</span><br /><span className="moment quiet">{say.realDay} {momentInWords(at, language)}</span></span>;
}

/** A releaser's own are those handed in by others, an editor's those still being reviewed. */
function Drafts({ drafts, names }: DraftList): ReactNode {
  const say = useWords(words);
  const { session } = useSession();
  const mayEdit = useGrants(["notices.edit"], true);
  const mayRelease = useGrants(["notices.release"], true);
  const isMine = ({ state, changedBy }: DraftSummaryView): boolean => (state === "draft" ? mayEdit : mayRelease && changedBy !== session.personId);
  const open = drafts.filter(({ state }) => state === "draft" || state === "in-check");
  const done = drafts.filter((draft) => !open.includes(draft));
  const groups = [{ name: say.mine, drafts: open.filter(isMine) }, { name: say.others, drafts: open.filter((draft) => !isMine(draft)) }].filter((group) => group.drafts.length > 0);
  return (
    <>
      {groups.length === 0 ? <p className="empty">{mayEdit ? say.noDrafts : say.noneWaits}</p> : <DraftTable label={say.drafts} groups={groups} names={names} />}
      {done.length === 0 ? null : <details><summary className="fold">{say.done(done.length)}</summary><DraftTable label={say.done(done.length)} groups={[{ name: null, drafts: done }]} names={names} /></details>}
    </>
  );
}

function DraftTable({ label, groups, names }: { readonly label: string; readonly groups: readonly { readonly name: string | null; readonly drafts: readonly DraftSummaryView[] }[]; readonly names: DraftList["names"] }): ReactNode {
  const say = useWords(words);
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={label}>
      <table className="list">
        <thead><tr><th scope="col">{say.name}</th><th scope="col">{say.kind}</th><th scope="col">{say.state}</th><th scope="col">{say.edits}</th><th scope="col">{say.changed}</th></tr></thead>
        {groups.map(({ name, drafts }) => (
          <tbody key={name}>
            {name === null ? null : <tr className="group"><th scope="rowgroup" colSpan={5}>{say.group(name, drafts.length)}</th></tr>}
            {drafts.map((draft) => <DraftRow key={draft.id} draft={draft} by={names[draft.changedBy] ?? draft.changedBy} />)}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function DraftRow({ draft, by }: { readonly draft: DraftSummaryView; readonly by: string }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const actionWord = useActionWord();
  return (
    <tr>
      <td className="lead"><Link to={`/notices/drafts/${draft.id}`}>{titleInLanguage(draft.title, language)}</Link><br /><span className="mono quiet">{draft.noticeKey}</span></td>
      <td data-label={say.kind}>{actionWord(draft.action)}</td><td data-label={say.state}><span><StateChip {...draft} /></span></td><td data-label={say.edits}>{say.corrections(draft.corrections)}</td>
      <td data-label={say.changed}><span>{by}<br /><span className="moment quiet">{momentInWords(draft.changedAt, language)}</span></span></td>
    </tr>
  );
}

const words = messages({
  title: { zh: "通知与稿子", en: "Notices and drafts" },
  import: { zh: "导入一份通知", en: "Import a notice" },
  drafts: { zh: "稿子", en: "Drafts" },
  official: { zh: "已签发的通知", en: "Released notices" },
  loading: { zh: "正在取……", en: "Loading…" },
  noDrafts: { zh: "现在没有稿子。导入一份通知，就从这里开始。", en: "There are no drafts. Import a notice to begin." },
  noNotices: { zh: "还没有签发过通知。", en: "No notice has been released yet." },
  name: { zh: "通知", en: "Notice" },
  kind: { zh: "要做什么", en: "Purpose" },
  state: { zh: "状态", en: "State" },
  edits: { zh: "人工改动", en: "Edits" },
  changed: { zh: "最后改动", en: "Last change" },
  released: { zh: "签发时间", en: "Released" },
  version: { zh: "版本", en: "Version" },
  versionNumber: (version: number) => ({ zh: `第 ${version} 版`, en: `Version ${version}` }),
  inForce: { zh: "正在用", en: "In force" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
  do: { zh: "操作", en: "Action" },
  amend: { zh: "修改", en: "Amend" },
  withdraw: { zh: "撤回", en: "Withdraw" },
  none: { zh: "—", en: "—" },
  mine: { zh: "等您办", en: "Waiting for you" }, others: { zh: "等别人办", en: "Waiting for others" },
  group: (name: string, count: number) => ({ zh: `${name} · ${count} 份`, en: `${name} · ${count}` }),
  done: (count: number) => ({ zh: `办完的稿子 ${count} 份`, en: count === 1 ? "1 finished draft" : `${count} finished drafts` }),
  noneWaits: { zh: "现在没有等签发的稿子。", en: "No draft waits to be released." },
  drillDay: { zh: "演练日期", en: "Drill" }, realDay: { zh: "实际", en: "Real" },
  corrections: (count: number) => ({ zh: `${count} 处`, en: String(count) }),
  editsOf: (edits: number, orders: number) => ({ zh: `${edits} 处，共 ${orders} 项任务`, en: `${edits} for ${orders} duties` }),
});
