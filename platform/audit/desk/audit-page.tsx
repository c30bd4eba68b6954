/** @jsxImportSource react */
import { momentInWords, PageHead, Panel, ProblemAlert, requestJson, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { AuditPage as Reply } from "../audit-view.ts";

/** The chain of one district, newest first: who did or read what, when, and the hashes that hold it together. */
export function Page(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { session, actions } = useSession();
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
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>;
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
              <thead><tr><th scope="col">{say.number}</th><th scope="col">{say.when}</th><th scope="col">{say.who}</th><th scope="col">{say.what}</th><th scope="col">{say.object}</th><th scope="col">{say.details}</th><th scope="col">{say.hash}</th></tr></thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.seq}>
                    <td>{entry.seq}</td><td>{momentInWords(entry.at, language)}</td><td>{names[entry.actor] ?? (entry.actor === "server" ? say.server : entry.actor)}</td>
                    <td>{named(entry.action)}<br /><span className="mono quiet">{entry.action}</span></td><td className="mono">{entry.object}</td>
                    <td className="mono">{Object.entries(entry.details).map(([name, value]) => `${name}=${Array.isArray(value) ? `[${value.length}]` : String(value)}`).join(" ")}</td>
                    <td className="mono" title={entry.hash}>{entry.hash.slice(0, 12)}</td>
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
  server: { zh: "系统", en: "System" },
  more: { zh: "再往前看", en: "Earlier entries" },
});
