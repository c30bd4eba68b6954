/** @jsxImportSource react */
import { DeskIcon, PageHead, ProblemAlert, requestJson, useNow, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link, useLocation, useNavigate, useSearchParams } from "react-router";
import type { WorklistView } from "../desk-views.ts";
import { BucketCards } from "./bucket-cards.tsx";
import { useCaseTypes } from "./case-types.ts";
import { groupedWorklist } from "./group-worklist.ts";
import { addressOf, askedIn, type WorklistAsked } from "./worklist-asked.ts";
import { WorklistFilters } from "./worklist-filters.tsx";
import { WorklistTable } from "./worklist-table.tsx";

/** What waits for whoever looks, by deadline. */
export function Page(): ReactNode {
  const say = useWords(words);
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const asked = askedIn(address);
  const types = useCaseTypes();
  const query = addressOf(asked, true).toString();
  const { data, error, isFetchingNextPage, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["cases", "worklist", query], initialPageParam: null as string | null, staleTime: 0, placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => requestJson<WorklistView>(`/api/cases/worklist?${[query, ...(pageParam === null ? [] : [new URLSearchParams({ after: pageParam }).toString()])].filter((part) => part !== "").join("&")}`),
    getNextPageParam: (last) => last.next,
  });
  const view = data?.pages[0];
  const { state } = useLocation() as { readonly state: { readonly told?: unknown } | null };
  const chases = (view?.chases ?? []).filter((each) => (asked.district === "" || each.district === asked.district) && (asked.clause === "" || each.clause === asked.clause));
  // The address itself is asked: two filters may be pressed before the page is drawn again.
  const ask = (change: Partial<WorklistAsked>): void => { setAddress(addressOf({ ...askedIn(new URLSearchParams(location.search)), ...change }), { replace: true }); };
  return (
    <>
      <PageHead title={say.title} beside={<span className="quiet">{say.means}</span>} actions={(
        <>
          <Button icon={<DeskIcon name="print" />} onClick={() => { window.print(); }}>{say.print}</Button>
          <Button href={`/api/cases/export.csv?${query}`} download>{say.csv}</Button>
          <Button type="primary" onClick={() => { void navigate("/cases/new"); }}>{say.open}</Button>
        </>
      )} />
      <ProblemAlert error={error ?? types.error} />
      <div role="status">{typeof state?.told === "string" ? <div className="alert ok"><DeskIcon name="ok" /><div><p>{state.told}</p></div></div> : null}</div>
      {view === undefined ? null : <BucketCards view={view} chases={asked.type === "" && !asked.mine ? chases : []} asked={asked} ask={ask} />}
      <section className="panel" aria-label={say.list}>
        <WorklistFilters view={view} types={types.data} asked={asked} ask={ask} />
        <div role="status" className="vh">{view === undefined ? say.loading : say.found(data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0)}</div>
        {data === undefined || view === undefined ? <p className="empty">{error === null ? say.loading : say.notLoaded}</p> : <Lines pages={data.pages} chases={chases} asked={asked} ask={ask} />}
      </section>
      {hasNextPage && !asked.chases ? <p className="no-print"><Button loading={isFetchingNextPage} onClick={() => { void fetchNextPage(); }}>{say.more}</Button></p> : null}
    </>
  );
}

function Lines({ pages, chases: all, asked, ask }: { readonly pages: readonly WorklistView[]; readonly chases: WorklistView["chases"]; readonly asked: WorklistAsked; readonly ask: (change: Partial<WorklistAsked>) => void }): ReactNode {
  const say = useWords(words);
  const now = useNow();
  const [view] = pages;
  if (view === undefined) return null;
  const isWhole = asked.type === "" && asked.district === "" && asked.clause === "" && asked.bucket === null && !asked.mine && !asked.chases && !asked.closed;
  const withChases = asked.chases || (asked.type === "" && !asked.mine && !asked.closed);
  const chases = withChases ? all.filter((each) => asked.bucket === null || each.bucket === asked.bucket) : [];
  const items = asked.chases ? [] : pages.flatMap((page) => page.items);
  const groups = groupedWorklist(items, chases, asked.closed || asked.chases ? null : view.counts);
  if (groups.length > 0) return <WorklistTable groups={groups} now={now} names={Object.assign({}, ...pages.map(({ names }) => names)) as Readonly<Record<string, string>>} closed={asked.closed} />;
  if (isWhole) return <p className="empty">{say.nothing}<br /><Link to="/cases/new">{say.openOne}</Link></p>;
  return <p className="empty">{say.nothingHere}<br /><Button onClick={() => { ask({ bucket: null, type: "", district: "", clause: "", mine: false, closed: false, chases: false }); }}>{say.widen}</Button></p>;
}

const words = messages({
  title: { zh: "我的待办", en: "My worklist" }, means: { zh: "按到期时间排。先办超时的。", en: "By deadline. Overdue ones first." }, print: { zh: "打印清单", en: "Print the list" }, csv: { zh: "导出表格", en: "Export as CSV" }, open: { zh: "新建", en: "New case" },
  list: { zh: "待办清单", en: "Worklist" }, loading: { zh: "正在取……", en: "Loading…" }, notLoaded: { zh: "清单没有取到。", en: "The list was not loaded." }, found: (count: number) => ({ zh: `列出 ${count} 件`, en: `${count} listed` }), more: { zh: "再列一些", en: "Show more" },
  nothing: { zh: "现在没有待办。有人来电来访，就新建一件。", en: "Nothing waits now. For callers and visitors, open a new case." }, openOne: { zh: "新建一件", en: "Open a case" },
  nothingHere: { zh: "这样筛选没有待办。", en: "Nothing fits these filters." }, widen: { zh: "看全部", en: "Show all" },
});
