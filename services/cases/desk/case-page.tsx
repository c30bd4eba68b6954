/** @jsxImportSource react */
import { Chip, DeskIcon, PageHead, ProblemAlert, requestJson, useLanguage, useNow, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import type { CaseView } from "../desk-views.ts";
import { TONE_LOOKS } from "./bucket-looks.ts";
import { ClausePanel } from "./clause-panel.tsx";
import { ContactPanel } from "./contact-panel.tsx";
import { CoursePanel } from "./course-panel.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import { DueChip } from "./due-chip.tsx";
import { FactsPanel, FilesPanel } from "./facts-panel.tsx";
import { HandsPanel } from "./hands-panel.tsx";
import { neighbours } from "./list-around.ts";
import { MatchesPanel, type ChosenRecord } from "./matches-panel.tsx";
import { MorePanels } from "./more-panels.tsx";
import type { WhenChanged } from "./use-case-command.ts";

/** One case: what was said, what it rests on, what can be done. */
export function Page(): ReactNode {
  const { district = "", number = "" } = useParams();
  return <OneCase key={`${district} ${number}`} district={district} number={number} />;
}

function OneCase({ district, number }: { readonly district: string; readonly number: string }): ReactNode {
  const say = useWords(words);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { state } = useLocation() as { readonly state: unknown };
  const [told, setTold] = useState("");
  const [record, chooseRecord] = useState<ChosenRecord>(null);
  const box = useRef<HTMLDivElement>(null);
  // Every look at personal facts is an entry of the audit: it is not asked again without somebody asking.
  const { data, error } = useQuery({ queryKey: ["cases", "case", district, number], staleTime: Number.POSITIVE_INFINITY, gcTime: 0, queryFn: () => requestJson<CaseView>(`/api/cases/${district}/${number}`) });
  useEffect(() => { if (told !== "") box.current?.focus(); }, [told]);
  const whenChanged: WhenChanged = async (changed, saying) => {
    void queries.invalidateQueries({ queryKey: ["cases", "worklist"] });
    chooseRecord(null);
    if (changed.district !== district || changed.number !== number) return navigate("/cases", { state: { told: saying } });
    setTold(saying);
    await queries.refetchQueries({ queryKey: ["cases", "case", district, number] });
  };
  if (data === undefined) return <><PageHead trail={<Link to="/cases">{say.back}</Link>} title={number} /><ProblemAlert error={error} />{error === null ? <p className="empty">{say.loading}</p> : null}</>;
  return (
    <>
      <CaseHead view={data} state={state} />
      <ProblemAlert error={error} />
      <div role="status" ref={box} tabIndex={-1}>{told === "" ? null : <div className="alert ok"><DeskIcon name="ok" /><div><p>{told}</p></div></div>}</div>
      <Merged view={data} />
      <div className="case">
        <div className="stack"><FactsPanel view={data} /><FilesPanel view={data} /><ContactPanel contact={data.contact} /></div>
        <div className="stack"><MatchesPanel view={data} chosen={record} choose={chooseRecord} /><ClausePanel view={data} /><CoursePanel view={data} /></div>
        <div className="stack"><DecisionPanel view={data} record={record} whenChanged={whenChanged} /><HandsPanel view={data} whenChanged={whenChanged} /><MorePanels view={data} whenChanged={whenChanged} /></div>
      </div>
    </>
  );
}

function CaseHead({ view, state }: { readonly view: CaseView; readonly state: unknown }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const now = useNow();
  const { before, after } = neighbours(state, view.district, view.number);
  const go = (address: string): void => { void navigate(`/cases/${address}`, { state }); };
  const looks = TONE_LOOKS[view.tone];
  return (
    <PageHead
      trail={<><Link to={`/cases?type=${view.type}`}>{inLanguage(view.typeName, language)}</Link> / {view.number}</>} title={view.title}
      beside={(
        <>
          {view.final ? null : <DueChip dueAt={view.dueAt} bucket={view.bucket} now={now} />}
          <Chip tone={looks.tone} icon={looks.icon}>{inLanguage(view.stateName, language)}</Chip>
          {view.escalated ? <Chip tone="no" icon="no">{say.escalated}</Chip> : null}
          {view.nudges === 0 ? null : <Chip tone="warn" icon="warn">{say.nudged(view.nudges)}</Chip>}
          {view.deadlineSource === null || view.final ? null : <span className="quiet">{say.source(inLanguage(view.deadlineSource, language))}</span>}
        </>
      )}
      actions={before === null && after === null ? undefined : (
        <>
          <Button disabled={before === null} onClick={() => { if (before !== null) go(before); }}>{say.before}</Button>
          <Button disabled={after === null} onClick={() => { if (after !== null) go(after); }}>{say.after}</Button>
        </>
      )}
    />
  );
}

function Merged({ view: { mergedInto, mergedHere } }: { readonly view: CaseView }): ReactNode {
  const say = useWords(words);
  const linked = (one: { readonly district: string; readonly number: string }): ReactNode => <Link key={`${one.district} ${one.number}`} to={`/cases/${one.district}/${one.number}`}>{one.number}</Link>;
  if (mergedInto === null && mergedHere.length === 0) return null;
  return <div className="alert"><DeskIcon name="list" /><div>{mergedInto === null ? null : <p>{say.into} {linked(mergedInto)}</p>}{mergedHere.length === 0 ? null : <p className="row">{say.here} {mergedHere.map(linked)}</p>}</div></div>;
}

const words = messages({
  back: { zh: "我的待办", en: "My worklist" }, loading: { zh: "正在取……", en: "Loading…" }, before: { zh: "上一件", en: "Previous" }, after: { zh: "下一件", en: "Next" },
  escalated: { zh: "市里督办", en: "Supervised by the city" }, nudged: (count: number) => ({ zh: `对方催过 ${count} 次`, en: count === 1 ? "Hurried once" : `Hurried ${count} times` }), source: (source: string) => ({ zh: `期限依据：${source}`, en: `Deadline by: ${source}` }),
  into: { zh: "这件接着在这里办：", en: "This case goes on as" }, here: { zh: "并到这件里的：", en: "Merged into this one:" },
});
