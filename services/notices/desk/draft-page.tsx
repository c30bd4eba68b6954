/** @jsxImportSource react */
import { Chip, DeskIcon, PageHead, ProblemAlert, requestJson, useGrants, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Tabs } from "antd";
import { useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { Link, useParams } from "react-router";
import type { DeskGround } from "../draft/index.ts";
import { clauseOfOrder, describeOrder, dutyOfOrder, renameClause } from "../draft/duty-words.ts";
import { lostName } from "../draft/remark-name.ts";
import { ClausesPanel } from "./clauses-panel.tsx";
import { FactsPanel } from "./facts-panel.tsx";
import { FaultsPanel } from "./faults-panel.tsx";
import { OrdersPanel } from "./orders-panel.tsx";
import { RemarksPanel } from "./remarks-panel.tsx";
import { ReturnsNote } from "./returns-note.tsx";
import { SourcePanel } from "./source-panel.tsx";
import { StateChip, useActionWord } from "./states.tsx";
import { StepsPanel } from "./steps-panel.tsx";
import { useDraft, type SaveState, type Together } from "./use-draft.ts";

type Tab = "orders" | "clauses" | "facts" | "remarks";

/** One draft: the text at the left, at the right what was read of it and what officers say; below, the way on. */
export function Page(): ReactNode {
  const { id = "" } = useParams();
  return <Draft key={id} id={id} />;
}

function Draft({ id }: { readonly id: string }): ReactNode {
  const say = useWords(words);
  const actionWord = useActionWord();
  const queries = useQueryClient();
  const work = useDraft(id);
  const mayEdit = useGrants(["notices.edit"], true);
  const ground = useQuery({ queryKey: ["notice-ground"], queryFn: () => requestJson<DeskGround>("/api/notices/desk") });
  const [tab, setTab] = useState<Tab>("orders");
  const [chosen, setChosen] = useState<string | null>(null);
  const [place, setPlace] = useState<readonly [number, number] | null>(null);
  const { view, content } = work;
  if (view === null || content === null) return <><PageHead title={say.title} /><ProblemAlert error={work.error} /></>;
  const { draft } = view;
  const editable = mayEdit && draft.state === "draft" && draft.action !== "withdraw";
  const title = content.title.zh === "" ? say.untitled : content.title.zh;
  const known = ground.data?.notices.find(({ key }) => key === draft.noticeKey)?.clauses ?? [];

  /** Opens the page a fault speaks of and puts the keyboard there. */
  function go(field: string): void {
    flushSync(() => { setTab(field.includes(".duties[") ? "orders" : field.startsWith("clauses") ? "clauses" : field.startsWith("acknowledged") || field.startsWith("lost") ? "remarks" : field.startsWith("corrections") ? "orders" : "facts"); });
    const wanted = document.getElementById(field) ?? document.getElementById(field.replace(/\.(?:zh|en)$/u, ".zh"));
    wanted?.scrollIntoView({ block: "center" });
    (wanted?.matches("input, textarea, select, button") === true ? wanted : wanted?.querySelector<HTMLElement>("input, button"))?.focus();
  }
  const choose = (order: string): void => { setPlace(null); setTab("orders"); setChosen((now) => (now === order ? null : order)); };
  const unseen = view.remarks.filter(({ name }) => !content.acknowledged.includes(name)).length + (content.lost ?? []).filter((correction) => !content.acknowledged.includes(lostName(correction))).length;
  return (
    <>
      <PageHead trail={<Link to="/notices">{say.back}</Link>} title={title} beside={<><StateChip {...draft} /><Chip tone="idle" icon="notice">{actionWord(draft.action)}</Chip><span className="mono quiet">{draft.noticeKey}</span><SavingWord saving={work.saving} editable={editable} /></>} />
      <ProblemAlert error={work.error} />
      {work.together === null ? null : <TogetherAlert {...work.together} dismiss={work.dismissTogether} />}
      <ReturnsNote view={view} />
      {draft.state === "draft" ? <FaultsPanel faults={view.faults} go={go} /> : null}
      <div className="review">
        <SourcePanel text={view.text} orders={view.orders} chosen={chosen} place={place} choose={choose} original={view.hasOriginal ? `/api/notices/drafts/${id}/original` : null} />
        <div className="stack">
          <Tabs activeKey={tab} onChange={(next) => { setTab(next as Tab); }} items={[
            { key: "orders", label: say.orders(view.orders.length), children: <OrdersPanel orders={view.orders} corrections={content.corrections} editable={editable} chosen={chosen} choose={choose}
              correct={(correction) => { work.change((now) => ({ ...now, corrections: [...now.corrections, correction] }), "now"); }}
              describe={(order, plain) => { work.change((now) => describeOrder(now, view.orders, order, plain)); }} plainOf={(order) => (clauseOfOrder(content, order)?.key == null ? null : dutyOfOrder(content, order)?.plain ?? { zh: "", en: "" })}
              undo={(index) => { work.change((now) => ({ ...now, corrections: now.corrections.toSpliced(index, 1) }), "now"); }} /> },
            { key: "clauses", label: say.clauses(content.clauses.length), children: <ClausesPanel clauses={content.clauses} known={known} editable={editable}
              change={(index, change) => { work.change((now) => {
                const renamed = change.key === undefined ? now : renameClause(now, index, change.key);
                return { ...renamed, clauses: renamed.clauses.map((clause, at) => (at === index ? { ...clause, ...change } : clause)) };
              }); }} /> },
            { key: "facts", label: say.facts, children: <FactsPanel content={content} bodies={ground.data?.bodies ?? []} editable={editable} change={(change) => { work.change((now) => ({ ...now, ...change })); }} /> },
            { key: "remarks", label: say.remarks(unseen), children: <RemarksPanel remarks={view.remarks} lost={content.lost ?? []} seen={content.acknowledged} editable={editable} show={(range) => { setChosen(null); setPlace(range); }}
              acknowledge={(name, seen) => { work.change((now) => ({ ...now, acknowledged: seen ? [...now.acknowledged, name] : now.acknowledged.filter((each) => each !== name) })); }} /> },
          ]} />
        </div>
      </div>
      <StepsPanel view={view} work={work} released={() => { void queries.invalidateQueries(); }} />
    </>
  );
}

function SavingWord({ saving, editable }: { readonly saving: SaveState; readonly editable: boolean }): ReactNode {
  const say = useWords(words);
  return editable ? <span className="quiet" role="status" data-saving={saving}>{say[saving]}</span> : null;
}

function TogetherAlert({ by, conflicts, dismiss }: Together & { readonly dismiss: () => void }): ReactNode {
  const say = useWords(words);
  return (
    <div className="alert warn" role="alert">
      <DeskIcon name="warn" />
      <div>
        <p><b>{say.together(by)}</b></p><p>{conflicts.length === 0 ? say.bothKept : say.conflicts}</p>
        <ul>{conflicts.map(({ path, mine, theirs }) => <li key={path}><span className="mono">{path}</span><br />{say.theirs} <q>{shown(theirs)}</q><br />{say.yours} <q>{shown(mine)}</q></li>)}</ul>
        <Button size="small" onClick={dismiss}>{say.noted}</Button>
      </div>
    </div>
  );
}

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value) ?? "");

const words = messages({
  back: { zh: "通知与稿子", en: "Notices and drafts" },
  title: { zh: "稿子", en: "Draft" },
  untitled: { zh: "（还没有标题）", en: "(no title yet)" },
  orders: (count: number) => ({ zh: `任务 ${count}`, en: `Duties ${count}` }),
  clauses: (count: number) => ({ zh: `条款 ${count}`, en: `Clauses ${count}` }),
  facts: { zh: "基本情况", en: "About" },
  remarks: (count: number) => ({ zh: count === 0 ? "提醒" : `提醒 ${count}`, en: count === 0 ? "Remarks" : `Remarks ${count}` }),
  saved: { zh: "已保存", en: "Saved" }, saving: { zh: "正在保存……", en: "Saving…" }, unsaved: { zh: "还没保存，稍等", en: "Not saved yet" },
  together: (by: string) => ({ zh: `${by}同时在改这份稿子`, en: `${by} changed this draft at the same time` }),
  bothKept: { zh: "两边的改动都保住了。", en: "Both of your changes are kept." },
  conflicts: { zh: "两边的改动都保住了，只有下面几处改得不一样：先保存的在稿子里，您写的在这里，可以再改回来。", en: "Both are kept, except where you wrote different things: what was saved first stands in the draft, yours is here to put back." },
  theirs: { zh: "稿子里：", en: "In the draft:" }, yours: { zh: "您写的：", en: "Yours:" },
  noted: { zh: "知道了", en: "Noted" },
});
