/** @jsxImportSource react */
import { DeskProblem, ProblemAlert, requestJson, useBusy, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Button } from "antd";
import { useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { RuleList } from "../draft/index.ts";

/** Begins a draft of a rule for one of these places. */
export function BeginForm({ ruleKey, places, cancel }: { readonly ruleKey: string; readonly places: RuleList["editable"]; readonly cancel: () => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, run] = useBusy();
  const command = useRef<string>(crypto.randomUUID());
  const id = useId();
  const district = chosen === "" ? places[0]?.code ?? "" : chosen;
  async function begin(): Promise<void> {
    try {
      setError(null);
      const { id: draft } = await requestJson<{ id: string }>("/api/rules/drafts", { method: "POST", body: { district, ruleKey, commandKey: command.current, from: null } });
      void navigate(`/rules/drafts/${draft}`);
    } catch (problem) {
      if (problem instanceof DeskProblem && problem.status !== 0) command.current = crypto.randomUUID();
      setError(problem);
    }
  }
  return (
    <form onSubmit={(event: FormEvent) => { event.preventDefault(); run(begin); }} noValidate>
      <ProblemAlert error={error} action={<OpenDraft error={error} />} />
      {places.length === 1 ? <p>{say.means(inLanguage(places[0]?.name ?? { zh: "", en: "" }, language))}</p> : (
        <div className="field"><label htmlFor={id}>{say.where}</label><select className="native" id={id} value={district} onChange={(event) => { setChosen(event.target.value); }}>{places.map(({ code, name }) => <option key={code} value={code}>{inLanguage(name, language)}</option>)}</select></div>
      )}
      <p className="row"><Button type="primary" htmlType="submit" loading={busy}>{say.begin}</Button><Button onClick={cancel}>{say.cancel}</Button></p>
    </form>
  );
}

/** Somebody has begun already: there it goes on. */
export function OpenDraft({ error }: { readonly error: unknown }): ReactNode {
  const say = useWords(words);
  const draft = error instanceof DeskProblem ? error.facts["draft"] : null;
  return typeof draft === "string" ? <p><Link to={`/rules/drafts/${draft}`}>{say.openDraft}</Link></p> : null;
}

const words = messages({
  where: { zh: "给哪个地方改", en: "For which place" },
  means: (place: string) => ({ zh: `给${place}开一份稿子。签发以前，正在用的规则不变。`, en: `A draft for ${place} begins. Until it is released, the rule in force stays as it is.` }),
  begin: { zh: "开始改", en: "Begin" }, cancel: { zh: "不改了", en: "Cancel" }, openDraft: { zh: "打开那一份", en: "Open that draft" },
});
