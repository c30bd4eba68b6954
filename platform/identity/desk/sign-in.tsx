/** @jsxImportSource react */
import { DeskIcon, DeskLogo, DeskProblem, FieldError, ProblemAlert, requestJson, useLanguage, usePageTitle, useWords } from "#platform/desk-ui";
import { inLanguage, messages, type LocalText } from "#platform/i18n";
import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import type { z } from "zod";
import type { signInGround } from "../people-view.ts";

/** The way in: login and password, a one-time code where one is set up, or the city's own sign-in after a question. */
export function SignIn({ done, expired, city }: { readonly done: () => void; readonly expired: boolean; readonly city: LocalText }): ReactNode {
  const say = useWords(words);
  const { language, choose } = useLanguage();
  usePageTitle(say.title);
  const ground = useQuery({ queryKey: ["sign-in"], queryFn: () => requestJson<z.output<typeof signInGround>>("/api/sign-in") });
  return (
    <main className="sign">
      <div className="art">
        <div className="name"><DeskLogo size={36} /><b>{say.brand}</b><span>{inLanguage(city, language)} {say.desk}</span></div>
        <p className="motto">{say.motto}</p><p>{say.means}</p>
        <Scene />
      </div>
      <div className="box">
        <div>
          {ground.data?.drill === true ? <p className="alert warn" style={{ marginBottom: 16 }}>{say.drill}</p> : null}
          <h1>{say.title}</h1><p className="quiet" style={{ marginBottom: 20 }}>{say.forWhom}</p>
          {expired ? <p className="alert warn" role="status" style={{ marginBottom: 16 }}><DeskIcon name="warn" />{say.expired}</p> : null}
          {ground.data?.openid?.awaitsCode === true ? <CodeAfterElsewhere name={ground.data.openid.name} done={done} /> : <ByPassword done={done} />}
          {ground.data?.openid ? <ElsewhereQuestion {...ground.data.openid} /> : null}
          <p className="fine">{say.recorded}<br /><button type="button" className="as-link" lang={language === "en" ? "zh-CN" : "en"} onClick={() => { choose(language === "en" ? "zh-CN" : "en"); }}>{language === "en" ? "中文" : "English"}</button></p>
        </div>
      </div>
    </main>
  );
}

function ByPassword({ done }: { readonly done: () => void }): ReactNode {
  const say = useWords(words);
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  // The keyboard starts where the next thing is to be typed.
  const asksCode = code !== null;
  useEffect(() => { document.getElementById(asksCode ? "code" : "login")?.focus(); }, [asksCode]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await requestJson("/api/sign-in", { method: "POST", body: { login: login.trim(), password, ...(code === null || code === "" ? {} : { code }) } });
      done();
    } catch (problem) {
      // Password taken, now the code: the next step, no mistake.
      if (problem instanceof DeskProblem && problem.facts["needs"] === "code" && code === null) setCode("");
      else setError(problem);
    } finally {
      setBusy(false);
    }
  }
  const onField = error instanceof DeskProblem && error.field !== null;
  const wrong = (field: string) => (error instanceof DeskProblem && error.field === field ? { status: "error" as const, "aria-invalid": true } : {});
  return (
    <form onSubmit={(event) => { void submit(event); }} noValidate>
      {onField ? null : <ProblemAlert error={error} />}
      <div className="field">
        <label htmlFor="login">{say.login}</label>
        <Input id="login" size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} value={login} onChange={(event) => { setLogin(event.target.value); }} />
      </div>
      <div className="field">
        <label htmlFor="password">{say.password}</label>
        <Input id="password" size="large" type="password" autoComplete="current-password" value={password} onChange={(event) => { setPassword(event.target.value); }} aria-describedby="password-error" {...wrong("password")} />
        <div role="alert"><FieldError id="password-error" error={error} field="password" /></div>
      </div>
      {code === null ? null : (
        <div className="field">
          <label htmlFor="code">{say.code}</label><span className="hint" id="code-hint" role="status">{say.codeHint}</span>
          <Input id="code" size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={12} value={code} onChange={(event) => { setCode(event.target.value); }} aria-describedby="code-hint code-error" {...wrong("code")} />
          <div role="alert"><FieldError id="code-error" error={error} field="code" /></div>
        </div>
      )}
      <Button type="primary" size="large" block htmlType="submit" loading={busy}>{say.signIn}</Button>
    </form>
  );
}

/** The city's own sign-in has said who this is; whoever has set up codes here still gives one. */
function CodeAfterElsewhere({ name, done }: { readonly name: string; readonly done: () => void }): ReactNode {
  const say = useWords(words);
  const [code, setCode] = useState("");
  const [error, setError] = useState<unknown>(null);
  useEffect(() => { document.getElementById("code")?.focus(); }, []);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    try { setError(null); await requestJson("/api/sign-in/openid/code", { method: "POST", body: { code } }); done(); } catch (problem) { setError(problem); }
  }
  return (
    <form onSubmit={(event) => { void submit(event); }} noValidate>
      <p style={{ marginBottom: 12 }}>{say.named(name)}</p>
      {error instanceof DeskProblem && error.field === "code" ? null : <ProblemAlert error={error} />}
      <div className="field"><label htmlFor="code">{say.code}</label><Input id="code" size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={12} value={code} onChange={(event) => { setCode(event.target.value); }} aria-describedby="code-error" /><div role="alert"><FieldError id="code-error" error={error} field="code" /></div></div>
      <Button type="primary" size="large" block htmlType="submit">{say.signIn}</Button>
    </form>
  );
}

/** Nobody leaves for another site without having been asked. */
function ElsewhereQuestion({ name, host }: { readonly name: string; readonly host: string }): ReactNode {
  const say = useWords(words);
  const [asking, setAsking] = useState(false);
  return asking ? (
    <div className="alert warn" role="group" aria-label={say.leaveTitle(name)} style={{ marginTop: 16 }}>
      <div>
        <p><b>{say.leaveTitle(name)}</b></p><p>{say.leave(host)}</p>
        <p className="row" style={{ marginTop: 8 }}><Button type="primary" href="/api/sign-in/openid">{say.go}</Button><Button onClick={() => { setAsking(false); }}>{say.stay}</Button></p>
      </div>
    </div>
  ) : <Button size="large" block style={{ marginTop: 12 }} onClick={() => { setAsking(true); }}>{say.elsewhere(name)}</Button>;
}

function Scene(): ReactNode {
  return (
    <svg className="scene" viewBox="0 0 1280 240" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path d="M0 104c170-54 300-30 450-4s250-50 410-34 240 50 420 12V210H0z" fill="#2b6f70" /><path d="M0 138c190-40 380-14 560-4s320-46 470-24 150 22 250 14v60H0z" fill="#8fb5b1" />
      <path d="M446 160V84m0 30 10-12m-10 32-10-11M846 158V74m0 32 11-13m-11 32-10-11" fill="none" stroke="#e9efe9" strokeWidth="3" />
      <path d="M572 151v-30h88v30z" fill="#3d3a36" /><path d="m556 124 60-34 60 34-4 7-56-31-56 31z" fill="#faf7f1" /><path d="M600 151v-20h14v20zM630 131h17v12h-17z" fill="#f2b44b" />
      <path d="M0 166c230-28 430-4 640-10s410-22 640 4v80H0z" fill="#faf7f1" />
    </svg>
  );
}

const words = messages({
  brand: { zh: "安心", en: "Anxin" },
  desk: { zh: "工作台", en: "Desk" },
  motto: { zh: "一纸通知，条条有人办", en: "One notice, and every clause in good hands" },
  means: { zh: "谁来做、做到哪、哪天到期、群众问到怎么答，都在这里。", en: "Who acts, how far it is, when it is due, what to tell people: it is here." },
  title: { zh: "登录工作台", en: "Sign in to the desk" },
  forWhom: { zh: "旗市区、部门、用人单位、学校、医院通用。", en: "For districts, departments, employers, schools and hospitals." },
  drill: { zh: "演练：现在运行的是演练，不是真实工作。", en: "Drill: this is an exercise, not the real service." },
  expired: { zh: "登录过期了。再登录一次就回到刚才的地方，没保存的内容还在。", en: "Your sign-in has run out. Sign in again to be back where you were; what was not saved is still there." },
  login: { zh: "登录名", en: "Login" },
  password: { zh: "密码", en: "Password" },
  code: { zh: "验证码（六位数字）", en: "One-time code (six digits)" },
  named: (name: string) => ({ zh: `“${name}”已经确认是您。您在这里启用了验证码，请再填一次。`, en: `${name} has confirmed who you are. You have set up one-time codes here, so please give one.` }),
  codeHint: { zh: "密码收到了。再打开手机上的验证器，填六位数字。", en: "The password has arrived. Now open the authenticator on your phone and type the six digits." },
  signIn: { zh: "登录", en: "Sign in" },
  elsewhere: (name: string) => ({ zh: `用“${name}”登录`, en: `Sign in with ${name}` }),
  leaveTitle: (name: string) => ({ zh: `去“${name}”登录？`, en: `Go to ${name} to sign in?` }),
  leave: (host: string) => ({ zh: `要离开这里，去 ${host}。请看清网址再填密码；登录后会回到这里。`, en: `You leave this site for ${host}. Check the address before you type a password; afterwards you come back here.` }),
  go: { zh: "去登录", en: "Go there" },
  stay: { zh: "留在这里", en: "Stay here" },
  recorded: { zh: "登录、查看和改动都有记录。不要转借账号。", en: "Signing in, reading and changing are recorded. Do not lend your account." },
});
