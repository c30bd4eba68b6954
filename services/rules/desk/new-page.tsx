/** @jsxImportSource react */
import { DeskProblem, FieldError, PageHead, Panel, ProblemAlert, requestJson, useBusy, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { RuleList } from "../draft/index.ts";
import { OpenDraft } from "./begin-form.tsx";
import { DmnFields, dmnField, missingFile } from "./dmn-fields.tsx";

/** Begins a new rule of the city out of a table in a DMN file; a district's rules begin with the city's. */
export function Page(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { session: { city } } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data, error: listError } = useQuery({ queryKey: ["rules"], queryFn: () => requestJson<RuleList>("/api/rules") });
  const [ruleKey, setRuleKey] = useState("");
  const [notice, setNotice] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [decision, setDecision] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, run] = useBusy();
  const command = useRef<string>(crypto.randomUUID());
  const chosenNotice = notice === "" ? data?.notices[0]?.key ?? "" : notice;
  async function begin(): Promise<void> {
    const errors = [...(ruleKey.trim() === "" ? [{ field: "ruleKey", problem: say.noKey, remedy: say.keyHint }] : []), ...(file === null ? [missingFile(language)] : [])];
    const [first] = errors;
    if (first !== undefined || file === null) { setError(first === undefined ? null : new DeskProblem(422, { ...first, errors })); return; }
    try {
      setError(null);
      const from = { notice: chosenNotice, dmn: await file.text(), decision: decision.trim() === "" ? null : decision.trim() };
      const { id } = await requestJson<{ id: string }>("/api/rules/drafts", { method: "POST", body: { district: city, ruleKey: ruleKey.trim(), commandKey: command.current, from } });
      await queries.invalidateQueries({ queryKey: ["rules"] });
      void navigate(`/rules/drafts/${id}`);
    } catch (problem) {
      if (problem instanceof DeskProblem && problem.status !== 0) command.current = crypto.randomUUID();
      setError(problem);
    }
  }
  const besideField = error instanceof DeskProblem && error.facts["draft"] === undefined && (error.field === "ruleKey" || dmnField(error));
  return (
    <>
      <PageHead trail={<Link to="/rules">{say.back}</Link>} title={say.title} />
      <ProblemAlert error={listError} />
      <Panel title={say.panel}>
        <form onSubmit={(event: FormEvent) => { event.preventDefault(); run(begin); }} noValidate>
          {besideField ? null : <ProblemAlert error={error} action={<OpenDraft error={error} />} />}
          <div className="field"><label htmlFor="ruleKey">{say.key}</label><span className="hint" id="ruleKey-hint">{say.keyHint}</span><Input id="ruleKey" value={ruleKey} maxLength={60} spellCheck={false} autoCapitalize="none" aria-describedby="ruleKey-hint ruleKey-error" onChange={(event) => { setRuleKey(event.target.value); }} /><FieldError id="ruleKey-error" error={error} field="ruleKey" /></div>
          <div className="field"><label htmlFor="notice">{say.notice}</label><span className="hint" id="notice-hint">{say.noticeHint}</span><select className="native" id="notice" aria-describedby="notice-hint" value={chosenNotice} onChange={(event) => { setNotice(event.target.value); }}>{(data?.notices ?? []).map(({ key, title }) => <option key={key} value={key}>{inLanguage(title, language)}</option>)}</select></div>
          <DmnFields error={error} decision={decision} setDecision={setDecision} choose={setFile} />
          <Button type="primary" htmlType="submit" loading={busy}>{say.begin}</Button>
        </form>
      </Panel>
    </>
  );
}

const words = messages({
  back: { zh: "规则表", en: "Rules" }, title: { zh: "从 DMN 文件新建规则表", en: "New rule from a DMN file" }, panel: { zh: "新的规则表", en: "The new rule" },
  key: { zh: "规则表的名字（网址里用，以后不变）", en: "Key of the rule (never changes)" }, keyHint: { zh: "小写英文字母、数字和连字符，例如 travel", en: "Lower-case letters, digits and hyphens, such as travel" }, noKey: { zh: "没有写名字", en: "The key is missing" },
  notice: { zh: "落实哪份通知", en: "Notice it carries out" }, noticeHint: { zh: "每条规则都要从这份通知里选依据。", en: "Every row names clauses of this notice." },
  begin: { zh: "读文件，开始改", en: "Read the file and begin" },
});
