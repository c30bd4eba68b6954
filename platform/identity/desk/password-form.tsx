/** @jsxImportSource react */
import { DeskProblem, FieldError, ProblemAlert, requestJson, useBusy, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button, Input } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";

/** Changes one's own password. */
export function PasswordForm({ done }: { readonly done: () => void }): ReactNode {
  const say = useWords(words);
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [shown, setShown] = useState(false);
  const [busy, run] = useBusy();
  async function change(): Promise<void> {
    try {
      setError(null);
      await requestJson("/api/session/password", { method: "POST", body: { current, next } });
      setCurrent(""); setNext("");
      done();
    } catch (problem) { setError(problem); }
  }
  return (
    <form onSubmit={(event: FormEvent) => { event.preventDefault(); run(change); }} noValidate>
      {error instanceof DeskProblem && error.field !== null ? null : <ProblemAlert error={error} />}
      <div className="field"><label htmlFor="current">{say.current}</label><Input id="current" type={shown ? "text" : "password"} autoComplete="current-password" value={current} onChange={(event) => { setCurrent(event.target.value); }} aria-describedby="current-error" /><div role="alert"><FieldError id="current-error" error={error} field="current" /></div></div>
      <div className="field"><label htmlFor="next">{say.next}</label><span className="hint" id="next-hint">{say.hint}</span><Input id="next" type={shown ? "text" : "password"} autoComplete="new-password" value={next} onChange={(event) => { setNext(event.target.value); }} aria-describedby="next-hint next-error" /><div role="alert"><FieldError id="next-error" error={error} field="next" /></div></div>
      <label className="choice"><input type="checkbox" checked={shown} onChange={(event) => { setShown(event.target.checked); }} />{say.show}</label>
      <Button type="primary" htmlType="submit" loading={busy}>{say.change}</Button>
    </form>
  );
}

const words = messages({
  current: { zh: "现在的密码", en: "Present password" },
  next: { zh: "新密码", en: "New password" },
  hint: { zh: "至少 10 个字符，汉字也行；一句只有您知道的话最好记。", en: "At least 10 characters, Chinese is fine; a sentence only you know is easiest to keep." },
  show: { zh: "显示密码，看看有没有打错", en: "Show the passwords, to see that they are typed right" },
  change: { zh: "换密码", en: "Change the password" },
});
