/** @jsxImportSource react */
import { Chip, DeskIcon, DeskProblem, FieldError, PageHead, Panel, ProblemAlert, requestJson, useBusy, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useRef, useState, type FormEvent, type ReactNode } from "react";
import type { z } from "zod";
import type { peopleReply } from "../people-view.ts";
import { ROLE_FACTS, type ROLES } from "../roles.ts";
import { BodyChoice, RoleChoice } from "./choices.tsx";
import { PersonActions, type Act, type OneTime } from "./person-actions.tsx";

type Reply = z.output<typeof peopleReply>;

/** People, their posts, and the bodies of the administrator's districts. */
export function Page(): ReactNode {
  const say = useWords(words);
  // The last person of each page before this one: every page is read, and recorded, by itself.
  const [before, setBefore] = useState<readonly string[]>([]);
  const after = before.at(-1) ?? null;
  const { data, error } = useQuery({ queryKey: ["people", after], queryFn: () => requestJson<Reply>(`/api/people${after === null ? "" : `?after=${after}`}`), placeholderData: keepPreviousData });
  const queries = useQueryClient();
  const [oneTime, setOneTime] = useState<OneTime | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  // A second press while the first runs would make a second one-time password and show only that one.
  const acting = useRef(false);
  async function act(work: () => Promise<void>): Promise<boolean> {
    if (acting.current) return false;
    acting.current = true;
    try {
      setFailed(null);
      await work();
      await queries.invalidateQueries({ queryKey: ["people"] });
      return true;
    } catch (problem) { setFailed(problem); return false; } finally { acting.current = false; }
  }
  return (
    <>
      <PageHead title={say.title} beside={<span className="quiet">{say.recorded}</span>} />
      <ProblemAlert error={error} />
      {oneTime === null ? null : (
        <div className="alert ok" role="status"><DeskIcon name="key" /><div><p><b>{say.handOver(oneTime.name)}</b></p><p className="mono" data-testid="one-time">{oneTime.password}</p><p>{say.once}</p><Button size="small" onClick={() => { setOneTime(null); }}>{say.noted}</Button></div></div>
      )}
      {problemsOnFields(failed) ? null : <ProblemAlert error={failed} />}
      {data === undefined ? null : (
        <>
          <Panel title={say.people(data.total)} flush><PeopleTable {...data} act={act} handOver={setOneTime} /></Panel>
          <Pager reply={data} page={before.length + 1} back={() => { setBefore(before.slice(0, -1)); }} on={(last) => { setBefore([...before, last]); }} />
          <div className="two">
            <NewPerson {...data} act={act} handOver={setOneTime} failed={failed} />
            <NewBody {...data} act={act} failed={failed} />
          </div>
        </>
      )}
    </>
  );
}

/** Steps through the pages; nothing where one page holds everybody. */
function Pager({ reply: { people, more }, page, back, on }: { readonly reply: Reply; readonly page: number; readonly back: () => void; readonly on: (last: string) => void }): ReactNode {
  const say = useWords(words);
  const last = people.at(-1)?.id;
  if (page === 1 && !more) return null;
  return (
    <nav className="row" aria-label={say.pages} style={{ marginBottom: 16 }}>
      <Button disabled={page === 1} onClick={back}>{say.previous}</Button>
      <span aria-live="polite">{say.page(page)}</span>
      <Button disabled={!more || last === undefined} onClick={() => { if (last !== undefined) on(last); }}>{say.next}</Button>
    </nav>
  );
}

/** Told beside the fields of the two forms below. */
const FIELDS = ["name", "login", "name.zh", "name.en"];
const problemsOnFields = (error: unknown): boolean => error instanceof DeskProblem && error.field !== null && (error.errors.length === 0 ? [error.field] : error.errors.map(({ field }) => field)).every((field) => FIELDS.includes(field));


function PeopleTable({ people, total, bodies, districts, openid, act, handOver }: Reply & { readonly act: Act; readonly handOver: (told: OneTime) => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { session } = useSession();
  const [opened, setOpened] = useState<string | null>(null);
  const districtName = (code: string) => { const found = districts.find((each) => each.code === code); return found === undefined ? code : inLanguage(found.name, language); };
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={say.people(total)}>
      <table className="list">
        <thead><tr><th scope="col">{say.name}</th><th scope="col">{say.login}</th><th scope="col">{say.district}</th><th scope="col">{say.posts}</th><th scope="col">{say.state}</th><th scope="col">{say.do}</th></tr></thead>
        <tbody>
          {people.map((person) => [
            <tr key={person.id}>
              <td className="lead">{person.name}{person.demo ? <span className="quiet"> · {say.demo}</span> : null}</td><td className="mono" data-label={say.login}>{person.login}</td><td data-label={say.district}>{districtName(person.district)}</td>
              <td data-label={say.posts}>{person.posts.length === 0 ? <span className="quiet">{say.noPost}</span> : <ul>{person.posts.map((post) => <li key={post.id}>{inLanguage(post.bodyName, language)} · {inLanguage(ROLE_FACTS[post.role].name, language)}</li>)}</ul>}</td>
              <td data-label={say.state}><span>{person.active ? person.lockedUntil !== null && new Date(person.lockedUntil) > new Date() ? <Chip tone="warn" icon="warn">{say.locked}</Chip> : <Chip tone="ok" icon="ok">{say.active}</Chip> : <Chip tone="idle" icon="ring">{say.inactive}</Chip>}</span></td>
              <td><Button size="small" aria-expanded={opened === person.id} aria-label={`${say.change} ${person.name}`} onClick={() => { setOpened(opened === person.id ? null : person.id); }}>{say.change}</Button></td>
            </tr>,
            opened === person.id ? <tr key={`${person.id} open`}><td colSpan={6}><PersonActions person={person} bodies={bodies} openid={openid} act={act} handOver={handOver} self={person.id === session.personId} /></td></tr> : null,
          ])}
        </tbody>
      </table>
    </div>
  );
}

function NewPerson({ bodies, act, handOver, failed }: Reply & { readonly act: Act; readonly handOver: (told: OneTime) => void; readonly failed: unknown }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const [name, setName] = useState("");
  const [login, setLogin] = useState("");
  const [bodyId, setBodyId] = useState(bodies[0]?.id ?? "");
  const [role, setRole] = useState<(typeof ROLES)[number]>("editor");
  const [busy, run] = useBusy();
  async function add(): Promise<void> {
    const body = bodies.find(({ id }) => id === bodyId);
    const added = await act(async () => {
      const { password } = await requestJson<{ password: string }>("/api/people", { method: "POST", body: { name, login, district: body?.district ?? "", bodyId, role } });
      handOver({ name, password });
    });
    if (added) { setName(""); setLogin(""); }
  }
  return (
    <Panel title={say.newPerson}>
      <form onSubmit={(event: FormEvent) => { event.preventDefault(); run(add); }} noValidate>
        <div className="field"><label htmlFor="new-name">{say.name}</label><Input id="new-name" value={name} maxLength={60} autoComplete="off" onChange={(event) => { setName(event.target.value); }} aria-describedby="new-name-error" /><div role="alert"><FieldError id="new-name-error" error={failed} field="name" /></div></div>
        <div className="field"><label htmlFor="new-login">{say.login}</label><span className="hint" id="new-login-hint">{say.loginHint}</span><Input id="new-login" value={login} maxLength={40} autoComplete="off" autoCapitalize="none" onChange={(event) => { setLogin(event.target.value); }} aria-describedby="new-login-hint new-login-error" /><div role="alert"><FieldError id="new-login-error" error={failed} field="login" /></div></div>
        <div className="field"><label htmlFor="new-body">{say.body}</label><BodyChoice id="new-body" bodies={bodies} value={bodyId} choose={setBodyId} /></div>
        <div className="field"><label htmlFor="new-role">{say.role}</label><RoleChoice id="new-role" value={role} choose={setRole} /><span className="hint">{inLanguage(ROLE_FACTS[role].does, language)}</span></div>
        <Button type="primary" htmlType="submit" loading={busy}>{say.add}</Button>
      </form>
    </Panel>
  );
}

function NewBody({ districts, act, failed }: Reply & { readonly act: Act; readonly failed: unknown }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const [district, setDistrict] = useState(districts[0]?.code ?? "");
  const [zh, setZh] = useState("");
  const [en, setEn] = useState("");
  const [busy, run] = useBusy();
  async function add(): Promise<void> {
    if (await act(async () => { await requestJson("/api/bodies", { method: "POST", body: { district, name: { zh, en } } }); })) { setZh(""); setEn(""); }
  }
  return (
    <Panel title={say.newBody}>
      <form onSubmit={(event: FormEvent) => { event.preventDefault(); run(add); }} noValidate>
        <div className="field"><label htmlFor="body-district">{say.district}</label><select className="native" id="body-district" value={district} onChange={(event) => { setDistrict(event.target.value); }}>{districts.map(({ code, name }) => <option key={code} value={code}>{inLanguage(name, language)}</option>)}</select></div>
        <div className="field"><label htmlFor="body-zh">{say.nameZh}</label><Input id="body-zh" value={zh} maxLength={100} onChange={(event) => { setZh(event.target.value); }} aria-describedby="body-zh-error" /><div role="alert"><FieldError id="body-zh-error" error={failed} field="name.zh" /></div></div>
        <div className="field"><label htmlFor="body-en">{say.nameEn}</label><Input id="body-en" value={en} maxLength={200} onChange={(event) => { setEn(event.target.value); }} aria-describedby="body-en-error" /><div role="alert"><FieldError id="body-en-error" error={failed} field="name.en" /></div></div>
        <Button htmlType="submit" loading={busy}>{say.add}</Button>
      </form>
    </Panel>
  );
}

const words = messages({
  title: { zh: "人员和岗位", en: "People and posts" },
  recorded: { zh: "查看这一页也有记录", en: "Reading this page is recorded too" },
  people: (count: number) => ({ zh: `人员 ${count} 位`, en: count === 1 ? "1 person" : `${count} people` }),
  name: { zh: "姓名", en: "Name" },
  login: { zh: "登录名", en: "Login" },
  loginHint: { zh: "3 到 40 个小写字母、数字、点或连字符", en: "3 to 40 lower-case letters, digits, dots or hyphens" },
  district: { zh: "旗县市区", en: "District" },
  posts: { zh: "岗位", en: "Posts" },
  state: { zh: "状态", en: "State" },
  do: { zh: "操作", en: "Action" },
  demo: { zh: "演示人员", en: "demo" },
  noPost: { zh: "没有岗位", en: "No post" },
  active: { zh: "在用", en: "Active" },
  inactive: { zh: "已停用", en: "Deactivated" },
  locked: { zh: "试错太多，暂时锁住", en: "Locked after wrong tries" },
  change: { zh: "修改", en: "Change" },
  pages: { zh: "翻页", en: "Pages" },
  page: (number: number) => ({ zh: `第 ${number} 页`, en: `Page ${number}` }),
  previous: { zh: "上一页", en: "Previous page" },
  next: { zh: "下一页", en: "Next page" },
  newPerson: { zh: "加一个人", en: "Add a person" },
  newBody: { zh: "加一个机构", en: "Add a body" },
  body: { zh: "机构", en: "Body" },
  role: { zh: "岗位", en: "Role" },
  add: { zh: "加上", en: "Add" },
  nameZh: { zh: "中文名", en: "Chinese name" },
  nameEn: { zh: "英文名", en: "English name" },
  handOver: (name: string) => ({ zh: `${name} 的一次性密码`, en: `One-time password for ${name}` }),
  once: { zh: "只显示这一次。当面或打电话告诉本人，第一次登录时要换掉。", en: "Shown only this once. Tell the person directly; it must be changed at the first sign-in." },
  noted: { zh: "记下了", en: "Noted" },
});
