/** @jsxImportSource react */
import { Chip, DraftNotes, PageHead, ProblemAlert, requestJson, ReturnsNote, SavingWord, useGrants, useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Tabs } from "antd";
import { useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { Link, useParams } from "react-router";
import type { DeskGround, DraftCorrection, DraftView, EditRefusal } from "../draft/index.ts";
import { clauseOfOrder, describeOrder, dutyOfOrder, renameClause } from "../draft/duty-words.ts";
import { editRefusal } from "../draft/edit-refusal.ts";
import { ClausesPanel } from "./clauses-panel.tsx";
import { FactsPanel } from "./facts-panel.tsx";
import { fieldInWords, valueInWords } from "./field-words.ts";
import { FaultsPanel, tabOf, type DraftTab } from "./faults-panel.tsx";
import { OrdersPanel } from "./orders-panel.tsx";
import { RemarksPanel } from "./remarks-panel.tsx";
import { SourcePanel } from "./source-panel.tsx";
import { StateChip, useActionWord } from "./states.tsx";
import { StepsPanel } from "./steps-panel.tsx";
import { titleInLanguage } from "./title-words.ts";
import { useNoticeDraft } from "./use-draft.ts";
import { useTyped } from "./use-typed.ts";

/** One draft: the text at the left, at the right what was read of it and what officers say; below, the way on. */
export function Page(): ReactNode {
  const { id = "" } = useParams();
  return <Draft key={id} id={id} />;
}

function Draft({ id }: { readonly id: string }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const actionWord = useActionWord();
  const queries = useQueryClient();
  const work = useNoticeDraft(id);
  const typed = useTyped(id);
  const mayEdit = useGrants(["notices.edit"], true);
  const ground = useQuery({ queryKey: ["notice-ground"], queryFn: () => requestJson<DeskGround>("/api/notices/desk") });
  const [tab, setTab] = useState<DraftTab>("orders");
  const [chosen, setChosen] = useState<string | null>(null);
  const [place, setPlace] = useState<readonly [number, number] | null>(null);
  const { view, content } = work;
  if (view === null || content === null) return <><PageHead title={say.title} /><ProblemAlert error={work.error} /></>;
  const { draft } = view;
  const editable = mayEdit && draft.state === "draft" && draft.action !== "withdraw";
  const title = titleInLanguage(content.title, language);
  const bodies = ground.data?.bodies ?? [];
  const known = ground.data?.notices.find(({ key }) => key === draft.noticeKey)?.clauses ?? [];

  /** Opens the page a fault speaks of and puts the keyboard there. */
  function go(field: string): void {
    flushSync(() => { setTab(tabOf(field)); if (field.startsWith("order-")) setChosen(field.slice("order-".length)); });
    const wanted = document.getElementById(field) ?? document.getElementById(field.replace(/\.(?:zh|en)$/u, ".zh"));
    wanted?.scrollIntoView({ block: "center" });
    (wanted?.matches("input, textarea, select, button") === true ? wanted : wanted?.querySelector<HTMLElement>("input, button"))?.focus();
  }
  /** Where a message spoke of: its button goes away with it, so the keyboard needs a place. */
  function goTo([list = "", name = "", ...inside]: readonly string[]): void {
    const at = content?.clauses.findIndex((clause) => clause.place === name) ?? -1;
    if (list === "clauses" && at >= 0) go([`clauses[${at}]`, ...inside].join("."));
    else if (list !== "" && list !== "duties") go([list, name, ...inside].filter((step) => step !== "").join("."));
    else document.getElementById("page")?.focus({ preventScroll: true });
  }
  const choose = (order: string): void => { setPlace(null); setTab("orders"); setChosen((now) => (now === order ? null : order)); };
  /** From the text: the duty is opened and brought beside it. */
  function open(order: string): void {
    flushSync(() => { setPlace(null); setTab("orders"); setChosen(order); });
    document.getElementById(`order-${order}`)?.scrollIntoView({ block: "nearest" });
  }
  function correct({ text, orders }: Pick<DraftView, "text" | "orders">, correction: DraftCorrection): EditRefusal | null {
    const refusal = editRefusal(text, orders, correction);
    // The same press twice is one edit.
    if (refusal === null) work.change((now) => (JSON.stringify(now.corrections.at(-1)) === JSON.stringify(correction) ? now : { ...now, corrections: [...now.corrections, correction] }), "now");
    return refusal;
  }
  const faults = draft.state === "draft" ? view.faults : [];
  const labelOf = (name: DraftTab, label: string): ReactNode => <TabLabel label={label} open={faults.filter(({ field }) => tabOf(field) === name).length} />;
  return (
    <>
      <PageHead trail={<Link to="/notices">{say.back}</Link>} title={title} beside={<><StateChip {...draft} /><Chip tone="idle" icon="notice">{actionWord(draft.action)}</Chip><span className="mono quiet">{draft.noticeKey}</span><SavingWord saving={work.saving} editable={editable} /></>} />
      <ProblemAlert error={work.error} />
      <ReturnsNote view={view} />
      <DraftNotes work={work} goTo={goTo} inWords={({ path, mine, theirs }) => ({ place: fieldInWords(path, content, language), mine: valueInWords(mine, bodies, language), theirs: valueInWords(theirs, bodies, language) })} />
      {draft.state === "draft" ? <FaultsPanel faults={view.faults} clauses={content.clauses} go={go} /> : null}
      <div className="review">
        <SourcePanel text={view.text} orders={view.orders} chosen={chosen} place={place} choose={open} original={view.hasOriginal ? `/api/notices/drafts/${id}/original` : null} />
        <div className="stack">
          <Tabs tabBarGutter={16} activeKey={tab} onChange={(next) => { setTab(next as DraftTab); }} items={[
            { key: "orders", label: labelOf("orders", say.orders(view.orders.length)), children: <OrdersPanel view={view} corrections={content.corrections} editable={editable} chosen={chosen} choose={choose} typed={typed}
              correct={(correction) => correct(view, correction)}
              describe={(order, plain) => { work.change((now) => describeOrder(now, view.orders, order, plain)); }} plainOf={(order) => (clauseOfOrder(content, order)?.key == null ? null : dutyOfOrder(content, order)?.plain ?? { zh: "", en: "" })}
              undo={(index) => { work.change((now) => ({ ...now, corrections: now.corrections.toSpliced(index, 1) }), "now"); }} /> },
            { key: "clauses", label: labelOf("clauses", say.clauses(content.clauses.length)), children: <ClausesPanel clauses={content.clauses} known={known} faults={faults} editable={editable}
              change={(index, change) => { work.change((now) => {
                const renamed = change.key === undefined ? now : renameClause(now, index, change.key);
                return { ...renamed, clauses: renamed.clauses.map((clause, at) => (at === index ? { ...clause, ...change } : clause)) };
              }); }} /> },
            { key: "facts", label: labelOf("facts", say.facts), children: <FactsPanel content={content} bodies={bodies} faults={faults} editable={editable} change={(change) => { work.change((now) => ({ ...now, ...change })); }} /> },
            { key: "remarks", label: labelOf("remarks", say.remarks), children: <RemarksPanel remarks={view.remarks} lost={content.lost ?? []} seen={content.acknowledged} editable={editable} show={(range) => { setChosen(null); setPlace(range); }}
              acknowledge={(name, seen) => { work.change((now) => ({ ...now, acknowledged: seen ? [...now.acknowledged, name] : now.acknowledged.filter((each) => each !== name) })); }} /> },
          ]} />
        </div>
      </div>
      <StepsPanel view={view} work={work} notApplied={editable ? typed.count : 0} released={() => { void queries.invalidateQueries(); }} />
    </>
  );
}

/** The page's name, and how much is still to be settled on it. */
function TabLabel({ label, open }: { readonly label: string; readonly open: number }): ReactNode {
  const say = useWords(words);
  return <>{label}{open === 0 ? null : <><span className="count" aria-hidden="true">{open}</span><span className="vh">{say.open(open)}</span></>}</>;
}

const words = messages({
  back: { zh: "通知与稿子", en: "Notices and drafts" },
  title: { zh: "稿子", en: "Draft" },
  orders: (count: number) => ({ zh: `任务 ${count}`, en: `Duties ${count}` }),
  clauses: (count: number) => ({ zh: `条款 ${count}`, en: `Clauses ${count}` }),
  facts: { zh: "基本情况", en: "About" },
  remarks: { zh: "提醒", en: "Remarks" },
  open: (count: number) => ({ zh: `，${count} 处要解决`, en: `, ${count} to settle` }),
});
