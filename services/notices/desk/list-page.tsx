/** @jsxImportSource react */
import { Chip, momentInWords, PageHead, Panel, ProblemAlert, requestJson, useGrants, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { DeskGround, DraftList } from "../draft/index.ts";
import { StateChip, useActionWord } from "./states.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

/** What is official, and what is on its way there. */
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
      <Panel title={say.drafts} flush>
        {drafts.data === undefined || drafts.data.drafts.length === 0 ? <p className="empty">{drafts.data === undefined ? say.loading : say.noDrafts}</p> : (
          <div className="table-wrap" tabIndex={0} role="region" aria-label={say.drafts}><DraftTable {...drafts.data} /></div>
        )}
      </Panel>
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
        <td><a href={`${language === "en" ? "/en" : ""}/n/${notice.key}`}>{inLanguage(notice.title, language)}</a><br /><span className="mono quiet">{notice.key}</span></td>
        <td>{say.versionNumber(notice.version)}</td>
        <td>{notice.withdrawn ? <Chip tone="idle" icon="ring">{say.withdrawn}</Chip> : <Chip tone="ok" icon="ok">{say.inForce}</Chip>}</td>
        <td>{notice.released === null ? say.none : say.editsOf(notice.released.editCount, notice.orders)}</td>
        <td>{notice.released === null ? say.none : momentInWords(notice.released.at, language)}</td>
        <td>{mayEdit ? <span className="row"><Button size="small" aria-label={`${say.amend} ${notice.key}`} onClick={() => { void navigate(`/notices/import?amend=${notice.key}`); }}>{say.amend}</Button>{notice.withdrawn ? null : <Button size="small" aria-label={`${say.withdraw} ${notice.key}`} aria-expanded={withdrawing} onClick={() => { setWithdrawing(!withdrawing); }}>{say.withdraw}</Button>}</span> : null}</td>
      </tr>
      {withdrawing ? <tr><td colSpan={6}><WithdrawForm noticeKey={notice.key} cancel={() => { setWithdrawing(false); }} /></td></tr> : null}
    </>
  );
}

function DraftTable({ drafts, names }: DraftList): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const actionWord = useActionWord();
  return (
    <table className="list">
      <thead><tr><th scope="col">{say.name}</th><th scope="col">{say.kind}</th><th scope="col">{say.state}</th><th scope="col">{say.edits}</th><th scope="col">{say.changed}</th></tr></thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id}>
            <td><Link to={`/notices/drafts/${draft.id}`}>{draft.title === "" ? say.untitled : draft.title}</Link><br /><span className="mono quiet">{draft.noticeKey}</span></td>
            <td>{actionWord(draft.action)}</td><td><StateChip {...draft} /></td><td>{say.corrections(draft.corrections)}</td>
            <td>{names[draft.changedBy] ?? draft.changedBy} · {momentInWords(draft.changedAt, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
  untitled: { zh: "（还没有标题）", en: "(no title yet)" },
  corrections: (count: number) => ({ zh: `${count} 处`, en: String(count) }),
  editsOf: (edits: number, orders: number) => ({ zh: `${edits} 处，共 ${orders} 项任务`, en: `${edits} for ${orders} duties` }),
});
