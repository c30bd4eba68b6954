/** @jsxImportSource react */
import { ClauseLink, DeskIcon, momentInWords, PageHead, ProblemAlert, requestJson, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages, numberInWords } from "#platform/i18n";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import type { RecordRow, RecordsView, RegisterView } from "../desk-views.ts";
import { addressOf, askedIn, type RecordsAsked } from "./records-asked.ts";
import { RecordsFilters } from "./records-filters.tsx";
import { RecordsTable } from "./records-table.tsx";
import { fieldsOf, useRegister } from "./register-data.ts";
import { SelectedBar } from "./selected-bar.tsx";

/** The records of one register. */
export function Page(): ReactNode {
  const { key = "" } = useParams();
  const say = useWords(words);
  const { data, error } = useRegister(key);
  if (data === undefined) return <><PageHead trail={<Link to="/registers">{say.back}</Link>} title={say.register} /><ProblemAlert error={error} />{error === null ? <p className="empty">{say.loading}</p> : null}</>;
  return <Records key={key} register={data} />;
}

function Records({ register }: { readonly register: RegisterView }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const asked = askedIn(address);
  const [selected, select] = useState<ReadonlyMap<string, RecordRow>>(new Map());
  const [told, setTold] = useState("");
  const query = addressOf(asked, true).toString();
  const { data, error, isFetchingNextPage, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["registers", "records", register.key, query], initialPageParam: null as string | null, staleTime: 0, placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => requestJson<RecordsView>(`/api/registers/${register.key}/records?${[query, ...(pageParam === null ? [] : [new URLSearchParams({ after: pageParam }).toString()])].filter((part) => part !== "").join("&")}`),
    getNextPageParam: (last) => last.next,
  });
  // The address itself is asked: two filters may be pressed before the page is drawn again.
  const ask = (change: Partial<RecordsAsked>): void => { select(new Map()); setAddress(addressOf({ ...askedIn(new URLSearchParams(location.search)), ...change }), { replace: true }); };
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const [first] = data?.pages ?? [];
  const isPast = asked.asOf !== "";
  const mayChange = register.mayKeep && !isPast;
  return (
    <>
      <PageHead trail={<Link to="/registers">{say.back}</Link>} title={inLanguage(register.name, language)}
        beside={<><ClauseLink clause={{ notice: register.notice, clause: register.clause, number: register.clauseNumber, title: register.clauseTitle }} /><span className="quiet">{inLanguage(register.about, language)}</span></>}
        actions={(
          <>
            <Exports register={register} query={query} personal={mayChange} />
            {mayChange ? <><Button onClick={() => { void navigate(`/registers/${register.key}/import`); }}>{say.import}</Button><Button type="primary" onClick={() => { void navigate(`/registers/${register.key}/new`); }}>{say.add}</Button></> : null}
          </>
        )} />
      {register.freshness === null ? null : <p className="quiet">{say.fresh(inLanguage(register.freshness.says, language), inLanguage(register.freshness.source, language))}</p>}
      <ProblemAlert error={error} />
      {isPast ? <div className="alert warn past"><DeskIcon name="clock" /><div><p><b>{say.past(momentInWords(`${asked.asOf}:00+08:00`, language))}</b></p><p>{say.pastMeans}</p><p className="after"><Button onClick={() => { ask({ asOf: "" }); }}>{say.toNow}</Button></p></div></div> : null}
      <div role="status">{told === "" ? null : <div className="alert ok"><DeskIcon name="ok" /><div><p>{told}</p></div></div>}</div>
      <section className="panel" aria-label={say.list}>
        <RecordsFilters register={register} asked={asked} ask={ask} />
        {mayChange && selected.size > 0 ? <SelectedBar register={register} rows={[...selected.values()]} clear={() => { select(new Map()); }} done={(saying) => { select(new Map()); setTold(saying); }} /> : null}
        <p className="pad count-line quiet" role="status">{first === undefined ? (error === null ? say.loading : "") : say.shown(numberInWords(rows.length, language), first.counted === "at-least" ? say.atLeast(numberInWords(first.count, language)) : numberInWords(first.count, language))}{first?.cut === true ? ` ${say.cut}` : null}</p>
        {first === undefined ? null : rows.length === 0 ? <Nothing asked={asked} ask={ask} mayAdd={mayChange} register={register} /> : <RecordsTable register={register} rows={rows} selected={selected} select={mayChange ? select : null} />}
      </section>
      {hasNextPage ? <p className="no-print"><Button loading={isFetchingNextPage} onClick={() => { void fetchNextPage(); }}>{say.more}</Button></p> : null}
    </>
  );
}

/** The list as a file. What is personal goes out to whoever keeps the records alone, as it is now, and that is an entry of the audit. */
function Exports({ register, query, personal }: { readonly register: RegisterView; readonly query: string; readonly personal: boolean }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const address = (format: "csv" | "xlsx", more: Readonly<Record<string, string>> = {}): string => `/api/registers/${register.key}/records.${format}?${new URLSearchParams([...new URLSearchParams(query), ["language", language === "en" ? "en" : "zh"], ...Object.entries(more)]).toString()}`;
  const isPersonal = fieldsOf(register).some(({ privacy }) => privacy === "personal");
  return <><Button href={address("csv")} download>{say.csv}</Button><Button href={address("xlsx")} download>{say.xlsx}</Button>{personal && isPersonal ? <Button href={address("xlsx", { personal: "1" })} download>{say.personal}</Button> : null}</>;
}

function Nothing({ asked, ask, mayAdd, register }: { readonly asked: RecordsAsked; readonly ask: (change: Partial<RecordsAsked>) => void; readonly mayAdd: boolean; readonly register: RegisterView }): ReactNode {
  const say = useWords(words);
  const isNarrowed = asked.district !== "" || asked.text !== "" || asked.flag !== "" || asked.stale;
  if (isNarrowed) return <p className="empty">{say.nothingFits}<br /><Button onClick={() => { ask({ district: "", text: "", flag: "", stale: false }); }}>{say.widen}</Button></p>;
  return <p className="empty">{asked.asOf === "" ? say.nothing : say.nothingThen}{mayAdd ? <><br /><Link to={`/registers/${register.key}/new`}>{say.addFirst}</Link> · <Link to={`/registers/${register.key}/import`}>{say.import}</Link></> : null}</p>;
}

const words = messages({
  back: { zh: "台账", en: "Registers" }, register: { zh: "台账", en: "Register" }, loading: { zh: "正在取……", en: "Loading…" }, csv: { zh: "导出 CSV", en: "Export CSV" }, xlsx: { zh: "导出 XLSX", en: "Export XLSX" }, personal: { zh: "导出带个人信息的", en: "Export with personal data" }, import: { zh: "导入表格", en: "Import a table" }, add: { zh: "登记一条", en: "Add a record" }, list: { zh: "记录", en: "Records" },
  fresh: (says: string, source: string) => ({ zh: `${says}。来源：${source}`, en: `${says}. Source: ${source}` }), past: (moment: string) => ({ zh: `您在看过去：${moment} 时知道的`, en: `You are looking at the past: what was known on ${moment}` }), pastMeans: { zh: "后来登记、更正的都不算在内。过去的不能改。", en: "What was kept or corrected since is not counted. The past cannot be changed." }, toNow: { zh: "回到现在", en: "Back to now" },
  shown: (shown: string, all: string) => ({ zh: `列出 ${shown} 条，共 ${all}`, en: `${shown} shown of ${all}` }), atLeast: (count: string) => ({ zh: `${count} 条以上`, en: `${count} or more` }), more: { zh: "再列一些", en: "Show more" }, cut: { zh: "名称里有这些字的太多，没有列全：多写几个字，或者选一个地方。", en: "Too many names hold these words; not all are listed. Write more of the name, or choose a district." },
  nothingFits: { zh: "这样筛选没有记录。", en: "No record fits these filters." }, widen: { zh: "看全部", en: "Show all" }, nothing: { zh: "还没有记录。", en: "There are no records yet." }, nothingThen: { zh: "那时候还没有记录。", en: "There were no records then." }, addFirst: { zh: "登记第一条", en: "Add the first" },
});
