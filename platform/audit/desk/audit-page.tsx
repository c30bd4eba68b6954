/** @jsxImportSource react */
import { maySee, momentInWords, PageHead, Panel, ProblemAlert, requestJson, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import type { AuditPage as Reply } from "../audit-view.ts";

/** The chain of one district, newest first: who did or read what, when, and the hashes that hold it together. */
export function Page(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { session, recordWords: { actions } } = useSession();
  const named = (entry: string) => { const words = actions[entry]; return words === undefined ? entry : inLanguage(words, language); };
  const districts = session.districts.filter(({ code }) => session.grants["audit.read"]?.includes(code));
  const [district, setDistrict] = useState(districts[0]?.code ?? "");
  const [action, setAction] = useState("");
  const { data, error, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["audit", district, action], enabled: district !== "", initialPageParam: null as number | null, staleTime: 0,
    queryFn: ({ pageParam }) => requestJson<Reply>(`/api/audit?${new URLSearchParams({ district, ...(action === "" ? {} : { action }), ...(pageParam === null ? {} : { before: String(pageParam) }) }).toString()}`),
    getNextPageParam: (last) => (last.more ? last.entries.at(-1)?.seq ?? null : null),
  });
  const pages = data?.pages ?? [];
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Readonly<{ [id: string]: string }>;
  const entries = pages.flatMap((page) => page.entries);
  return (
    <>
      <PageHead title={say.title} beside={<span className="quiet">{say.means}</span>} />
      <form className="row" onSubmit={(event) => { event.preventDefault(); setAction(String(new FormData(event.currentTarget).get("action") ?? "").trim()); }}>
        <label htmlFor="district">{say.district}</label>
        <select id="district" className="native" value={district} onChange={(event) => { setDistrict(event.target.value); }}>{districts.map(({ code, name }) => <option key={code} value={code}>{inLanguage(name, language)}</option>)}</select>
        <label htmlFor="action">{say.action}</label>
        <select id="action" name="action" className="native" defaultValue=""><option value="">{say.all}</option>{Object.keys(actions).map((each) => <option key={each} value={each}>{named(each)}</option>)}</select>
        <Button htmlType="submit">{say.filter}</Button>
      </form>
      <ProblemAlert error={error} />
      <Panel title={say.entries} flush>
        {entries.length === 0 && error === null ? <p className="empty">{data === undefined ? say.loading : say.none}</p> : (
          <div className="table-wrap" tabIndex={0} role="region" aria-label={say.entries}>
            <table className="list">
              <thead><tr><th scope="col">{say.number}</th><th scope="col">{say.when}</th><th scope="col">{say.who}</th><th scope="col">{say.what}</th><th scope="col">{say.object}</th><th scope="col">{say.details}</th></tr></thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.seq}>
                    <td data-label={say.number}>{entry.seq}</td><td data-label={say.when}><span className="moment">{momentInWords(entry.at, language)}</span></td><td data-label={say.who}>{names[entry.actor] ?? (MACHINES[entry.actor] === undefined ? entry.actor : say[MACHINES[entry.actor] ?? "server"])}</td>
                    <td data-label={say.what}><b>{named(entry.action)}</b></td><td data-label={say.object}><span><ObjectName object={entry.object} names={names} /></span></td>
                    <td data-label={say.details}><div><Details details={entry.details} /><Record entry={entry} /></div></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      {hasNextPage ? <p><Button onClick={() => { void fetchNextPage(); }}>{say.more}</Button></p> : null}
    </>
  );
}

/** Who acted when nobody did. */
const MACHINES: Readonly<Record<string, "server" | "cli">> = { server: "server", cli: "cli" };

type Entry = Reply["entries"][number];

/** What something was done to: a person by name, a place by name, anything else by its kind. */
function ObjectName({ object, names }: { readonly object: string; readonly names: Readonly<Record<string, string>> }): ReactNode {
  const { language } = useLanguage();
  const { session, recordWords: { objects } } = useSession();
  const [kind = "", id = ""] = object.split(/:(.*)/su);
  const known = objects[kind];
  if (known === undefined) return <span className="mono">{object}</span>;
  const name = inLanguage(known.name, language);
  const place = session.districts.find(({ code }) => code === id);
  // The end of an id tells one draft from another; the whole of it stands in the record.
  const own = names[id] ?? (place === undefined ? <span className="mono">{UUID.test(id) ? `…${id.slice(-6)}` : id}</span> : inLanguage(place.name, language));
  return <>{known.page === undefined || !maySee(session, known.page) ? name : <Link to={known.page.path(id)}>{name}</Link>}{" · "}{own}</>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/u;

function Details({ details }: { readonly details: Entry["details"] }): ReactNode {
  const { language } = useLanguage();
  const { recordWords } = useSession();
  const valueOf = (value: unknown): string => { const known = recordWords.values[String(value)]; return known === undefined ? String(value) : inLanguage(known, language); };
  // Hashes and ids stand in the record below; here they tell nobody anything.
  const shown = Object.entries(details).filter(([, value]) => value !== null && !(typeof value === "string" && (UUID.test(value) || /^[0-9a-f]{40,}$/u.test(value))));
  return <ul>{shown.map(([name, value]) => { const known = recordWords.details[name]; return <li key={name}>{known === undefined ? name : inLanguage(known, language)}{language === "en" ? ": " : "："}{Array.isArray(value) ? value.every((each) => UUID.test(each)) ? value.length : value.map(valueOf).join(language === "en" ? ", " : "、") : valueOf(value)}</li>; })}</ul>;
}

/** The entry as it is kept and hashed, for whoever checks the chain. */
function Record({ entry }: { readonly entry: Entry }): ReactNode {
  const say = useWords(words);
  return (
    <details className="record"><summary>{say.record}</summary>
      <p className="mono">{entry.action} {entry.object}<br />{JSON.stringify(entry.details)}<br />{say.hash} {entry.hash}</p>
    </details>
  );
}

const words = messages({
  title: { zh: "审计记录", en: "Audit" },
  means: { zh: "谁在什么时候做过、看过什么。每条都锁着上一条，改不了也删不掉；查看这一页也会记下。", en: "Who did and read what, and when. Every entry locks the one before; reading this page is an entry too." },
  district: { zh: "旗县市区", en: "District" },
  action: { zh: "只看这种操作", en: "Only this action" },
  all: { zh: "全部", en: "All" },
  filter: { zh: "查", en: "Show" },
  entries: { zh: "记录", en: "Entries" },
  loading: { zh: "正在取……", en: "Loading…" },
  none: { zh: "没有这样的记录。", en: "There are no such entries." },
  number: { zh: "号", en: "No." },
  when: { zh: "时间", en: "When" },
  who: { zh: "谁", en: "Who" },
  what: { zh: "做了什么", en: "Action" },
  object: { zh: "对象", en: "Object" },
  details: { zh: "细节", en: "Details" },
  hash: { zh: "指纹", en: "Hash" },
  record: { zh: "原始记录", en: "As recorded" },
  server: { zh: "系统", en: "System" }, cli: { zh: "命令行", en: "Command line" },
  more: { zh: "再往前看", en: "Earlier entries" },
});
