/** @jsxImportSource react */
import { FieldError, ProblemAlert, requestJson, useBusy, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button, Input } from "antd";
import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { useNavigate } from "react-router";

/** Proposes to withdraw a notice, with the reason residents will read. Another officer releases it. */
export function WithdrawForm({ noticeKey, cancel }: { readonly noticeKey: string; readonly cancel: () => void }): ReactNode {
  const say = useWords(words);
  const navigate = useNavigate();
  const [zh, setZh] = useState("");
  const [en, setEn] = useState("");
  const [error, setError] = useState<unknown>(null);
  const commandKey = useRef<string>(crypto.randomUUID());
  const [busy, run] = useBusy();
  async function propose(): Promise<void> {
    try {
      setError(null);
      const { id } = await requestJson<{ id: string }>("/api/notices/withdrawals", { method: "POST", body: { noticeKey, reason: { zh, en }, commandKey: commandKey.current } });
      void navigate(`/notices/drafts/${id}`);
    } catch (problem) { setError(problem); }
  }
  return (
    <form onSubmit={(event: FormEvent) => { event.preventDefault(); run(propose); }} noValidate>
      <ProblemAlert error={error} />
      <p>{say.means}</p>
      <div className="field"><label htmlFor="withdraw-zh">{say.reasonZh}</label><Input id="withdraw-zh" value={zh} maxLength={400} onChange={(event) => { setZh(event.target.value); }} aria-describedby="withdraw-zh-error" /><FieldError id="withdraw-zh-error" error={error} field="reason.zh" /></div>
      <div className="field"><label htmlFor="withdraw-en">{say.reasonEn}</label><Input id="withdraw-en" value={en} maxLength={400} onChange={(event) => { setEn(event.target.value); }} aria-describedby="withdraw-en-error" /><FieldError id="withdraw-en-error" error={error} field="reason.en" /></div>
      <p className="row"><Button danger htmlType="submit" loading={busy}>{say.propose}</Button><Button onClick={cancel}>{say.cancel}</Button></p>
    </form>
  );
}

const words = messages({
  means: { zh: "撤回要另一位同事签发。签发后，通知的页面还在，注明已撤回和原因。", en: "Another officer releases the withdrawal. The notice's page stays, marked as withdrawn, with the reason." },
  reasonZh: { zh: "撤回的原因（中文，群众看得到）", en: "Reason, in Chinese (residents read it)" },
  reasonEn: { zh: "撤回的原因（英文）", en: "Reason, in English" },
  propose: { zh: "提出撤回", en: "Propose the withdrawal" },
  cancel: { zh: "不撤了", en: "Do not withdraw" },
});
