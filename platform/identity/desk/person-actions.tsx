/** @jsxImportSource react */
import { DeskIcon, requestJson, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Button, Input } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { BodyView, PersonView } from "../people-view.ts";
import { ROLE_FACTS, type ROLES } from "../roles.ts";
import { BodyChoice, RoleChoice } from "./choices.tsx";

/** Does something and reloads the list; false when it was refused, which the page then tells. */
export type Act = (work: () => Promise<void>) => Promise<boolean>;
/** A password to hand over, and to whom. */
export type OneTime = { readonly name: string; readonly password: string };

type Actions = { readonly person: PersonView; readonly bodies: readonly BodyView[]; readonly openid: string | null; readonly act: Act; readonly handOver: (told: OneTime) => void; readonly self: boolean };

/** What an administrator can do for one person: their posts here, and their account where all their posts are the administrator's. */
export function PersonActions(actions: Actions): ReactNode {
  const { person, bodies, act } = actions;
  const say = useWords(words);
  const { language } = useLanguage();
  const [bodyId, setBodyId] = useState(bodies[0]?.id ?? "");
  const [role, setRole] = useState<(typeof ROLES)[number]>("editor");
  const path = `/api/people/${person.id}`;
  const addPost = (event: FormEvent) => { event.preventDefault(); const body = bodies.find(({ id }) => id === bodyId); if (body !== undefined) void act(() => requestJson(`${path}/posts`, { method: "POST", body: { bodyDistrict: body.district, bodyId, role } })); };
  return (
    <div className="stack">
      <ul className="row">{person.posts.map((post) => <li key={post.id}><Button size="small" onClick={() => { void act(() => requestJson(`${path}/posts/${post.id}`, { method: "DELETE" })); }}>{say.endPost(inLanguage(ROLE_FACTS[post.role].name, language), inLanguage(post.bodyName, language))}</Button></li>)}</ul>
      <form className="row" onSubmit={addPost}>
        <label htmlFor={`body-${person.id}`}>{say.newPost}</label>
        <BodyChoice id={`body-${person.id}`} bodies={bodies} value={bodyId} choose={setBodyId} />
        <RoleChoice id={`role-${person.id}`} value={role} choose={setRole} /><Button size="small" htmlType="submit">{say.addPost}</Button>
      </form>
      {person.reachesFurther ? <p className="alert warn"><DeskIcon name="warn" /><span>{say.further}</span></p> : <Account {...actions} />}
    </div>
  );
}

/** The account: password, codes, accounts elsewhere, in use or not. One's own is looked after under My account. */
function Account({ person, openid, act, handOver, self }: Actions): ReactNode {
  const say = useWords(words);
  const [subject, setSubject] = useState("");
  const path = `/api/people/${person.id}`;
  const reset = () => act(async () => { const { password } = await requestJson<{ password: string }>(`${path}/password`, { method: "POST" }); handOver({ name: person.name, password }); });
  const link = async (event: FormEvent) => { event.preventDefault(); if (await act(() => requestJson(`${path}/accounts`, { method: "POST", body: { subject: subject.trim() } }))) setSubject(""); };
  return (
    <>
      {person.external.length === 0 ? null : <ul className="row">{person.external.map((account) => <li key={`${account.issuer} ${account.subject}`}><Button size="small" onClick={() => { void act(() => requestJson(`${path}/accounts`, { method: "DELETE", body: account })); }}>{say.unlink(account.subject)}</Button></li>)}</ul>}
      {openid === null ? null : (
        <form className="row" onSubmit={(event) => { void link(event); }}>
          <label htmlFor={`subject-${person.id}`}>{say.subject(openid)}</label>
          <Input id={`subject-${person.id}`} size="small" style={{ width: 220 }} value={subject} maxLength={300} autoComplete="off" autoCapitalize="none" onChange={(event) => { setSubject(event.target.value); }} />
          <Button size="small" htmlType="submit" disabled={subject.trim() === ""}>{say.link}</Button>
        </form>
      )}
      <div className="row">
        {self ? <span className="quiet">{say.self}</span> : (
          <>
            <Button size="small" onClick={() => { void reset(); }}>{say.reset}</Button>
            {person.hasCode ? <Button size="small" onClick={() => { void act(() => requestJson(`${path}/code`, { method: "DELETE" })); }}>{say.removeCode}</Button> : null}
            <Button size="small" danger={person.active} onClick={() => { void act(() => requestJson(path, { method: "PATCH", body: { active: !person.active } })); }}>{person.active ? say.deactivate : say.activate}</Button>
          </>
        )}
      </div>
    </>
  );
}

const words = messages({
  endPost: (role: string, body: string) => ({ zh: `结束“${body}”的${role}岗位`, en: `End the post of ${role} at ${body}` }),
  newPost: { zh: "加岗位", en: "New post" },
  addPost: { zh: "加上", en: "Add" },
  further: { zh: "这个人在您管理的范围以外也有岗位。密码、验证码、停用这些，请市里的管理员来做。", en: "This person also holds a post beyond your districts. Password, codes and deactivating are for the city's administrator." },
  unlink: (subject: string) => ({ zh: `解开统一认证账号 ${subject}`, en: `Unlink the account ${subject}` }),
  subject: (provider: string) => ({ zh: `“${provider}”里的账号标识`, en: `Account at ${provider} (its subject)` }),
  link: { zh: "关联", en: "Link" },
  reset: { zh: "重设一次性密码", en: "New one-time password" },
  removeCode: { zh: "停用验证码（手机丢了）", en: "Stop one-time codes (phone gone)" },
  deactivate: { zh: "停用，并结束所有登录", en: "Deactivate and end all sessions" },
  activate: { zh: "重新启用", en: "Activate again" },
  self: { zh: "这是您自己：密码和验证码在“我的账号”里改，不能停用自己。", en: "This is you: change password and codes under My account; you cannot deactivate yourself." },
});
