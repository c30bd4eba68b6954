/** @jsxImportSource react */
import { DiscardButton, Facts, Panel, ReleaseForm, requestJson, SendBackForm, useBusy, useGrants, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { DraftView } from "../draft/index.ts";
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
          {mayRelease ? <><ReleaseForm path={path} work={work} {...(draft.action === "withdraw" ? { means: say.withdrawMeans, name: say.releaseWithdrawal } : { means: say.releaseMeans, name: say.release })} released={released} /><SendBackForm path={path} work={work} /></> : <p className="quiet">{say.waits}</p>}
        </>
      ) : <><p>{view.faults.length > 0 ? say.faultsFirst : say.ready}</p>{notApplied === 0 ? null : <p><b>{say.notApplied(notApplied)}</b></p>}</>}
      {mayEdit ? (
        <p className="row" style={{ marginTop: 12 }}>
          {draft.state === "draft" ? <Button type="primary" disabled={view.faults.length > 0} loading={busy} onClick={() => { move("hand-in"); }}>{say.handIn}</Button> : draft.action === "withdraw" ? null : <Button loading={busy} onClick={() => { move("take-back"); }}>{say.takeBack}</Button>}
          <DiscardButton busy={busy} discard={() => { move("discard"); }} />
        </p>
      ) : null}
    </Panel>
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
  waits: { zh: "等有签发权限的同事签发。", en: "It waits for a colleague who may release." },
  same: { zh: "您改过或送签了这份稿子，要由另一位同事签发。", en: "You changed this draft or handed it in, so a colleague must release it." },
  releaseMeans: { zh: "签发后群众马上看得到，并且签上名，谁都能验证。", en: "Residents see it at once; it is signed, so that anybody can verify it." },
  withdrawMeans: { zh: "签发后通知的页面注明“已撤回”和原因。", en: "The notice's page will say that it is withdrawn, and why." },
  release: { zh: "签发", en: "Release" }, releaseWithdrawal: { zh: "签发撤回", en: "Release the withdrawal" },
  by: { zh: "编审", en: "Reviewed by" }, reason: { zh: "撤回的原因", en: "Reason" },
  orders: { zh: "读出的任务", en: "Duties" }, ordersOf: (orders: number, clauses: number) => ({ zh: `${clauses} 条里共 ${orders} 项`, en: `${orders} in ${clauses} clauses` }),
  edits: { zh: "人工改动", en: "Edits" }, editsOf: (count: number) => ({ zh: `${count} 处`, en: String(count) }),
  hidden: { zh: "不公开的条款", en: "Clauses not shown to the public" }, none: { zh: "没有", en: "None" },
  changes: { zh: "和现在用的版本比", en: "Compared with the version in force" },
  discarded: { zh: "这份稿子已经作废。", en: "This draft was discarded." },
  official: (version: number) => ({ zh: `已签发，是第 ${version} 版。`, en: `Released as version ${version}.` }),
  see: { zh: "看群众看到的页面", en: "See what residents see" }, versions: { zh: "看各版的差别", en: "See how the versions differ" },
});
