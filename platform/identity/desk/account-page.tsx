/** @jsxImportSource react */
import { Chip, DeskIcon, DeskProblem, Facts, FieldError, PageHead, Panel, ProblemAlert, requestJson, useLanguage, useBusy, useSession, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Button, Input, QRCode } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { z } from "zod";
import type { codeView } from "../people-view.ts";
import { ROLE_FACTS } from "../roles.ts";
import { PasswordForm } from "./password-form.tsx";

/** Who I am here, my password, my one-time codes. */
export function Page(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { session } = useSession();
  const [told, setTold] = useState(false);
  return (
    <>
      <PageHead title={say.title} />
      {told ? <p className="alert ok" role="status"><DeskIcon name="ok" />{say.changed}</p> : null}
      <Panel title={say.me}>
        <Facts rows={[
          [say.name, session.name], [say.login, session.login],
          [say.posts, session.posts.length === 0 ? say.noPosts : <ul>{session.posts.map((post) => <li key={post.id}>{inLanguage(post.bodyName, language)} · {inLanguage(ROLE_FACTS[post.role].name, language)}<span className="quiet">{" — "}{inLanguage(ROLE_FACTS[post.role].does, language)}</span></li>)}</ul>],
        ]} />
      </Panel>
      <Panel title={say.password}><PasswordForm done={() => { setTold(true); }} /></Panel>
      <Codes />
    </>
  );
}

/** One-time codes (RFC 6238) by an authenticator app. */
function Codes(): ReactNode {
  const say = useWords(words);
  const { session, reload } = useSession();
  const [fresh, setFresh] = useState<z.output<typeof codeView> | null>(null);
  const [code, setCode] = useState("");
  const [own, setOwn] = useState<Own>(NOTHING);
  const [error, setError] = useState<unknown>(null);
  const [busy, run] = useBusy();
  const act = (work: () => Promise<void>): void => run(async () => { try { setError(null); await work(); } catch (problem) { setError(problem); } });
  const proof = { password: own.password, ...(own.currentCode === "" ? {} : { currentCode: own.currentCode }) };
  const done = async () => { setFresh(null); setCode(""); setOwn(NOTHING); await reload(); };
  const begin = () => act(async () => { setFresh(await requestJson("/api/session/code", { method: "POST" })); });
  const confirm = (event: FormEvent) => { event.preventDefault(); act(async () => { await requestJson("/api/session/code", { method: "PUT", body: { code, ...proof } }); await done(); }); };
  const remove = (event: FormEvent) => { event.preventDefault(); act(async () => { await requestJson("/api/session/code", { method: "DELETE", body: proof }); await done(); }); };
  return (
    <Panel title={say.codes} beside={session.hasCode ? <Chip tone="ok" icon="ok">{say.on}</Chip> : <Chip tone="idle" icon="ring">{say.off}</Chip>}>
      {isTold(error) ? null : <ProblemAlert error={error} />}
      {fresh !== null ? (
        <form onSubmit={confirm} noValidate>
          <p>{say.scan}</p><div style={{ margin: "12px 0" }}><QRCode value={fresh.uri} type="svg" bordered={false} aria-label={say.qr} /></div>
          <p>{say.byHand} <span className="mono">{fresh.secret.match(/.{1,4}/gu)?.join(" ")}</span></p>
          <div className="field" style={{ marginTop: 12 }}><label htmlFor="code">{say.code}</label><Input id="code" inputMode="numeric" autoComplete="off" value={code} onChange={(event) => { setCode(event.target.value); }} aria-describedby="code-error" /><div role="alert"><FieldError id="code-error" error={error} field="code" /></div></div>
          <OwnProof own={own} set={setOwn} hasCode={session.hasCode} error={error} />
          <p className="row"><Button type="primary" htmlType="submit">{say.confirm}</Button><Button onClick={() => { setFresh(null); setError(null); }}>{say.leave}</Button></p>
        </form>
      ) : session.hasCode ? (
        <form onSubmit={remove} noValidate>
          <p style={{ marginBottom: 12 }}>{say.changeWhy} <Button size="small" disabled={busy} onClick={begin}>{say.change}</Button></p>
          <p>{say.removeWhy}</p><OwnProof own={own} set={setOwn} hasCode error={error} /><Button danger htmlType="submit">{say.remove}</Button>
        </form>
      ) : <><p style={{ marginBottom: 12 }}>{say.why}</p><Button disabled={busy} onClick={begin}>{say.begin}</Button></>}
    </Panel>
  );
}

type Own = { readonly password: string; readonly currentCode: string };
const NOTHING: Own = { password: "", currentCode: "" };
const isTold = (error: unknown): boolean => error instanceof DeskProblem && ["code", "password", "currentCode"].includes(error.field ?? "");

/** That it is really they: the password, and a code of the app in use. */
function OwnProof({ own, set, hasCode, error }: { readonly own: Own; readonly set: (own: Own) => void; readonly hasCode: boolean; readonly error: unknown }): ReactNode {
  const say = useWords(words);
  return (
    <>
      <div className="field"><label htmlFor="own-password">{say.ownPassword}</label><Input id="own-password" type="password" autoComplete="current-password" value={own.password} onChange={(event) => { set({ ...own, password: event.target.value }); }} aria-describedby="own-password-error" /><div role="alert"><FieldError id="own-password-error" error={error} field="password" /></div></div>
      {hasCode ? <div className="field"><label htmlFor="own-code">{say.ownCode}</label><span className="hint" id="own-code-hint">{say.ownCodeLost}</span><Input id="own-code" inputMode="numeric" autoComplete="one-time-code" value={own.currentCode} onChange={(event) => { set({ ...own, currentCode: event.target.value }); }} aria-describedby="own-code-hint own-code-error" /><div role="alert"><FieldError id="own-code-error" error={error} field="currentCode" /></div></div> : null}
    </>
  );
}

const words = messages({
  title: { zh: "我的账号", en: "My account" },
  me: { zh: "我是谁", en: "Who I am" },
  name: { zh: "姓名", en: "Name" },
  login: { zh: "登录名", en: "Login" },
  posts: { zh: "岗位", en: "Posts" },
  noPosts: { zh: "还没有岗位。请本单位的管理员给您加。", en: "None yet. Ask your administrator for one." },
  password: { zh: "换密码", en: "Change the password" },
  changed: { zh: "密码换好了。其他地方的登录都已结束。", en: "The password is changed. Sessions elsewhere have ended." },
  codes: { zh: "验证码", en: "One-time codes" },
  on: { zh: "已启用", en: "In use" },
  off: { zh: "没有启用", en: "Not in use" },
  why: { zh: "启用后，登录时除了密码还要填手机验证器上的六位数字，密码被人看到也不怕。", en: "With codes, signing in also asks for six digits from your phone's authenticator, so a password somebody saw is not enough." },
  begin: { zh: "启用验证码", en: "Set up codes" },
  scan: { zh: "用手机上的验证器扫这个码：", en: "Scan this with your authenticator app:" },
  qr: { zh: "验证器用的二维码", en: "QR code for the authenticator" },
  byHand: { zh: "扫不了就手工填这串字：", en: "Or type this in by hand:" },
  code: { zh: "验证器上的六位数字", en: "Six digits from the app" },
  confirm: { zh: "启用", en: "Take into use" },
  leave: { zh: "算了", en: "Leave it" },
  changeWhy: { zh: "换了手机？", en: "A new phone?" },
  change: { zh: "换一个验证器", en: "Change to another app" },
  removeWhy: { zh: "不再用验证码：", en: "To stop using codes:" },
  ownPassword: { zh: "您的密码", en: "Your password" },
  ownCode: { zh: "现在用的验证器上的六位数字", en: "Six digits from the app you use now" },
  ownCodeLost: { zh: "手机丢了，请管理员停用您的验证码。", en: "If your phone is gone, ask your administrator to stop your codes." },
  remove: { zh: "停用验证码", en: "Stop using codes" },
});
