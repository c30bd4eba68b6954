/** @jsxImportSource react */
import { Facts, Panel, requestJson, useBusy, useGrants, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useRef, useState, type ReactNode } from "react";
import type { z } from "zod";
import type { DraftView, releasedView } from "../draft/index.ts";
import type { NoticeChanges } from "../notice-changes.ts";
import { ChangesView } from "./changes-view.tsx";
import { titleInLanguage } from "./title-words.ts";
import type { DraftWork } from "./use-draft.ts";

/** The way on: hand in, take back, discard; for the second officer what would change, the release, or the way back. */
export function StepsPanel({ view, work, notApplied, released }: { readonly view: DraftView; readonly work: DraftWork; readonly notApplied: number; readonly released: () => void }): ReactNode {
  const say = useWords(words);
  const mayEdit = useGrants(["notices.edit"], true);
  const mayRelease = useGrants(["notices.release"], true);
  const { draft } = view;
  const { session } = useSession();
  const path = `/api/notices/drafts/${draft.id}`;
  const [busy, run] = useBusy();
  const move = (action: "hand-in" | "take-back" | "discard") => { run(() => work.act((revision) => requestJson<DraftView>(`${path}/${action}`, { method: "POST", body: { revision } }))); };
  if (draft.state === "released" || draft.state === "discarded") return <Done view={view} />;
  return (
    <Panel title={draft.state === "draft" ? say.next : say.check}>
      {draft.state === "in-check" ? (
        <>
          <ReleaseFacts view={view} />
          {mayRelease && view.editors.includes(session.personId) ? <p className="quiet" data-testid="same-person">{say.same}</p> : null}
          {mayRelease ? <><Release path={path} work={work} action={draft.action} released={released} /><SendBack path={path} work={work} /></> : <p className="quiet">{say.waits}</p>}
        </>
      ) : <><p>{view.faults.length > 0 ? say.faultsFirst : say.ready}</p>{notApplied === 0 ? null : <p><b>{say.notApplied(notApplied)}</b></p>}</>}
      {mayEdit ? (
        <p className="row" style={{ marginTop: 12 }}>
          {draft.state === "draft" ? <Button type="primary" disabled={view.faults.length > 0} loading={busy} onClick={() => { move("hand-in"); }}>{say.handIn}</Button> : draft.action === "withdraw" ? null : <Button loading={busy} onClick={() => { move("take-back"); }}>{say.takeBack}</Button>}
          <Discard busy={busy} discard={() => { move("discard"); }} />
        </p>
      ) : null}
    </Panel>
  );
}

/** Twice, as it cannot be undone; in place, so that nothing pops up over the text. */
function Discard({ busy, discard }: { readonly busy: boolean; readonly discard: () => void }): ReactNode {
  const say = useWords(words);
  const [asking, setAsking] = useState(false);
  return asking
    ? <span className="row" role="group" aria-label={say.discardSure}>{say.discardSure}<Button danger loading={busy} onClick={discard}>{say.discard}</Button><Button onClick={() => { setAsking(false); }}>{say.keep}</Button></span>
    : <Button onClick={() => { setAsking(true); }}>{say.discard}</Button>;
}

function Release({ path, work, action, released }: { readonly path: string; readonly work: DraftWork; readonly action: DraftView["draft"]["action"]; readonly released: () => void }): ReactNode {
  const say = useWords(words);
  const [note, setNote] = useState("");
  const [busy, run] = useBusy();
  const command = useRef<string>(crypto.randomUUID());
  async function release(): Promise<void> {
    const done = await work.act(async (revision) => {
      await requestJson<z.output<typeof releasedView>>(`${path}/release`, { method: "POST", body: { revision, commandKey: command.current, note } });
      return requestJson<DraftView>(path);
    });
    if (done) released();
  }
  return (
    <>
      <div className="field"><label htmlFor="release-note">{say.note}</label><Input id="release-note" value={note} maxLength={500} onChange={(event) => { setNote(event.target.value); }} /></div>
      <p className="quiet" style={{ marginBottom: 8 }}>{action === "withdraw" ? say.withdrawMeans : say.releaseMeans}</p>
      <Button type="primary" loading={busy} onClick={() => { run(release); }}>{action === "withdraw" ? say.releaseWithdrawal : say.release}</Button>
    </>
  );
}

/** The other choice of whoever releases: a reason goes back with the draft. */
function SendBack({ path, work }: { readonly path: string; readonly work: DraftWork }): ReactNode {
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [busy, run] = useBusy();
  const send = (): void => { run(() => work.act((revision) => requestJson<DraftView>(`${path}/send-back`, { method: "POST", body: { revision, reason } }))); };
  return (
    <div style={{ marginTop: 12 }}>
      <p><Button aria-expanded={open} onClick={() => { setOpen(!open); }}>{say.sendBack}</Button></p>
      {open ? <><div className="field"><label htmlFor="send-back-reason">{say.sendBackReason}</label><Input.TextArea id="send-back-reason" rows={3} value={reason} maxLength={1000} onChange={(event) => { setReason(event.target.value); }} /></div>
      <p className="row"><Button disabled={reason.trim() === ""} loading={busy} onClick={send}>{say.sendBackNow}</Button></p></> : null}
    </div>
  );
}

function ReleaseFacts({ view }: { readonly view: DraftView }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const listed = (items: readonly string[]): string => items.join(language === "en" ? ", " : "、");
  const { draft, content, orders } = view;
  const changes = useQuery({ queryKey: ["draft-changes", draft.id, draft.revision], enabled: draft.baseVersion !== null && draft.action === "amend", queryFn: () => requestJson<NoticeChanges>(`/api/notices/drafts/${draft.id}/changes`) });
  return (
    <>
      <Facts rows={[
        [say.by, listed(view.editors.map((id) => view.names[id] ?? id))],
        ...(draft.action === "withdraw" ? [[say.reason, content.withdrawal === null ? "" : inLanguage(content.withdrawal, language)] as const] : []),
        [say.orders, say.ordersOf(orders.length, content.clauses.length)],
        [say.edits, say.editsOf(content.corrections.length)],
        [say.hidden, content.clauses.some(({ hidden }) => hidden) ? listed(content.clauses.filter(({ hidden }) => hidden).map(({ title }) => titleInLanguage(title, language))) : say.none],
      ]} />
      {changes.data === undefined ? null : <div style={{ margin: "12px 0" }}><h3>{say.changes}</h3><ChangesView changes={changes.data} /></div>}
    </>
  );
}

function Done({ view }: { readonly view: DraftView }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { draft } = view;
  if (draft.state === "discarded") return <Panel title={say.check}><p>{say.discarded}</p></Panel>;
  const home = `${language === "en" ? "/en" : ""}/n/${draft.noticeKey}`;
  return <Panel title={say.check}><p>{say.official(draft.releasedVersion ?? 0)}</p><p className="row"><a href={home}>{say.see}</a><a href={`${home}/versions`}>{say.versions}</a></p></Panel>;
}

const words = messages({
  next: { zh: "下一步", en: "What next" },
  check: { zh: "签发", en: "Release" },
  faultsFirst: { zh: "上面列出的解决了，才能送签。", en: "Settle what is listed above, then hand it in." },
  ready: { zh: "可以送签了。送签以后由另一位同事签发。", en: "It can be handed in. Another officer releases it." },
  handIn: { zh: "送签", en: "Hand in for release" },
  notApplied: (count: number) => ({ zh: `有 ${count} 项任务写了改动还没按“改好了”，没有进稿子。`, en: count === 1 ? "The form of one duty holds changes that are not applied and not in the draft." : `The forms of ${count} duties hold changes that are not applied and not in the draft.` }),
  takeBack: { zh: "撤回来再改", en: "Take back to change it" },
  discard: { zh: "作废", en: "Discard" }, discardSure: { zh: "作废以后不能恢复。", en: "A discarded draft cannot be brought back." }, keep: { zh: "不作废", en: "Keep it" },
  waits: { zh: "等有签发权限的同事签发。", en: "It waits for a colleague who may release." },
  same: { zh: "您改过或送签了这份稿子，要由另一位同事签发。", en: "You changed this draft or handed it in, so a colleague must release it." },
  note: { zh: "签发意见（可以不写）", en: "Note on the release (optional)" },
  releaseMeans: { zh: "签发后群众马上看得到，并且签上名，谁都能验证。", en: "Residents see it at once; it is signed, so that anybody can verify it." },
  withdrawMeans: { zh: "签发后通知的页面注明“已撤回”和原因。", en: "The notice's page will say that it is withdrawn, and why." },
  release: { zh: "签发", en: "Release" }, releaseWithdrawal: { zh: "签发撤回", en: "Release the withdrawal" },
  sendBack: { zh: "退回去改……", en: "Send it back…" }, sendBackReason: { zh: "退回的原因（编审看得到）", en: "Reason (whoever reviewed it reads it)" },
  sendBackNow: { zh: "退回", en: "Send it back" },
  by: { zh: "编审", en: "Reviewed by" }, reason: { zh: "撤回的原因", en: "Reason" },
  orders: { zh: "读出的任务", en: "Duties" }, ordersOf: (orders: number, clauses: number) => ({ zh: `${clauses} 条里共 ${orders} 项`, en: `${orders} in ${clauses} clauses` }),
  edits: { zh: "人工改动", en: "Edits" }, editsOf: (count: number) => ({ zh: `${count} 处`, en: String(count) }),
  hidden: { zh: "不公开的条款", en: "Clauses not shown to the public" }, none: { zh: "没有", en: "None" },
  changes: { zh: "和现在用的版本比", en: "Compared with the version in force" },
  discarded: { zh: "这份稿子已经作废。", en: "This draft was discarded." },
  official: (version: number) => ({ zh: `已签发，是第 ${version} 版。`, en: `Released as version ${version}.` }),
  see: { zh: "看群众看到的页面", en: "See what residents see" }, versions: { zh: "看各版的差别", en: "See how the versions differ" },
});
