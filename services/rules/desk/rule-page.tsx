/** @jsxImportSource react */
import { Chip, DraftNotes, PageHead, ProblemAlert, requestJson, ReturnsNote, SavingWord, useBusy, useLanguage, useWords } from "#platform/desk-ui";
import { dayInWords, inLanguage, messages } from "#platform/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { Link, useParams } from "react-router";
import type { RuleView } from "../draft/index.ts";
import { ChangesPanel } from "./changes-panel.tsx";
import { CoveragePanel } from "./coverage-panel.tsx";
import { FaultsBanner } from "./faults-banner.tsx";
import { conflictInWords } from "./field-words.ts";
import { MorePanels, tabOf, type RuleTab } from "./more-panels.tsx";
import { ReportPanel } from "./report-panel.tsx";
import { StateChip } from "./states.tsx";
import { StepsPanel } from "./steps-panel.tsx";
import { TablePanel } from "./table-panel.tsx";
import { TryPanel } from "./try-panel.tsx";
import { RuleContext, useGrantFor, useRuleDraft, type RuleWork } from "./use-rule.ts";

/** One rule: its table and what a check of all cases says of it; below, the words around it; at the end the way on. */
export function Page(): ReactNode {
  const { id = "" } = useParams();
  return <Draft key={id} id={id} />;
}

function Draft({ id }: { readonly id: string }): ReactNode {
  const say = useWords(words);
  const work = useRuleDraft(id);
  if (work.view === null || work.content === null) return <><PageHead trail={<Link to="/rules">{say.back}</Link>} title={say.title} /><ProblemAlert error={work.error} /></>;
  return <Rule view={work.view} content={work.content} work={work} />;
}

function Rule({ view, content, work }: { readonly view: RuleView; readonly content: RuleView["content"]; readonly work: RuleWork }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const mayEdit = useGrantFor("rules.edit", view.draft.district);
  const [tab, setTab] = useState<RuleTab>("facts");
  const [row, openRow] = useState<string | null>(null);
  const [shown, setShown] = useState<"changes" | "try" | null>(null);
  const [busy, run] = useBusy();
  const { draft, inForce } = view;
  const editable = mayEdit && draft.state === "draft";
  function go(field: string): void {
    const name = field.startsWith("rows.") ? field.slice("rows.".length) : null;
    flushSync(() => { if (name !== null) openRow(name); else if (field !== "table" && field !== "above") setTab(tabOf(field)); });
    const wanted = [name === null ? field : `row-${name}`, `${field}.zh`, field.replace(/\.[^.]*$/u, ""), name === null ? "more" : "table", "table"].map((each) => document.getElementById(each)).find((each) => each !== null);
    wanted?.scrollIntoView({ block: "center" });
    wanted?.focus({ preventScroll: true });
  }
  /** Where a message spoke of: its button goes away with it, so the keyboard needs a place. */
  function goTo([list = "", name = ""]: readonly string[]): void {
    if (list === "") document.getElementById("page")?.focus({ preventScroll: true });
    else go(list === "table" || list === "rows" || list === "approvals" ? `rows.${name}` : list === "facts" || list === "outcomes" ? `${list}.${name}` : list === "order" || list === "how" || list === "outputs" ? "table" : list);
  }
  const handIn = (): void => { run(() => work.act((revision) => requestJson<RuleView>(`/api/rules/drafts/${draft.id}/hand-in`, { method: "POST", body: { revision } }))); };
  const toggle = (name: "changes" | "try"): void => { setShown(shown === name ? null : name); };
  return (
    <RuleContext value={{ view, content, work, editable, change: work.change, row, openRow, go }}>
      <PageHead trail={<><Link to="/rules">{say.back}</Link> / {inLanguage(draft.districtName, language)}</>} title={inLanguage(content.title, language) || content.title.zh || draft.ruleKey}
        beside={<><Chip tone="idle" icon="notice">{say.versionOf(draft.releasedVersion ?? (draft.baseVersion ?? 0) + 1)}</Chip><StateChip {...draft} /><span className="quiet">{inForce === null ? say.noneYet : say.inForce(inForce.version, dayInWords(inForce.effectiveFrom, language))}</span><SavingWord saving={work.saving} editable={editable} /></>}
        actions={<>
          {inForce === null ? null : <Button aria-expanded={shown === "changes"} onClick={() => { toggle("changes"); }}>{say.compare(inForce.version)}</Button>}
          <Button aria-expanded={shown === "try"} onClick={() => { toggle("try"); }}>{say.try}</Button>
          {editable ? <Button type="primary" disabled={view.faults.length > 0} {...(view.faults.length > 0 ? { "aria-describedby": "not-yet" } : {})} loading={busy} onClick={handIn}>{say.handIn}</Button> : null}
        </>} />
      <ProblemAlert error={work.error} />
      <ReturnsNote view={view} />
      <DraftNotes work={work} goTo={goTo} inWords={(conflict) => conflictInWords(conflict, content, language)} />
      {draft.state === "draft" ? <FaultsBanner /> : null}
      {shown === "changes" ? <ChangesPanel /> : null}
      {shown === "try" ? <TryPanel keep={() => { setTab("examples"); }} /> : null}
      <div className="rule">
        <div className="stack"><TablePanel /><CoveragePanel /></div>
        <ReportPanel />
        <MorePanels tab={tab} choose={setTab} />
      </div>
      <StepsPanel released={() => { void queries.invalidateQueries(); }} />
    </RuleContext>
  );
}

const words = messages({
  back: { zh: "规则表", en: "Rules" }, title: { zh: "规则表的稿子", en: "Draft of a rule" },
  versionOf: (version: number) => ({ zh: `第 ${version} 版`, en: `Version ${version}` }),
  inForce: (version: number, day: string) => ({ zh: `正在用：第 ${version} 版，${day}起`, en: `In force: version ${version}, from ${day}` }), noneYet: { zh: "现在还没有在用的版本", en: "No version is in force yet" },
  compare: (version: number) => ({ zh: `和第 ${version} 版对比`, en: `Compare with version ${version}` }), try: { zh: "试算一个人", en: "Try a case" }, handIn: { zh: "送签", en: "Hand in for release" },
});
