/** @jsxImportSource react */
import { DeskProblem, FieldError, requestJson, useBusy, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { CaseView } from "../desk-views.ts";
import { useDistrictName } from "./case-districts.ts";
import { receiptIn } from "./receipt-number.ts";

type Found = Pick<CaseView, "district" | "number" | "title">;

/** Opens the case whose receipt number somebody reads out; two districts may have given the same one. */
export function FindByNumber(): ReactNode {
  const say = useWords(words);
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [found, setFound] = useState<readonly Found[]>([]);
  const [busy, run] = useBusy();
  const refuse = (problem: string, remedy: string): void => {
    setError(new DeskProblem(422, { field: "number", problem, remedy }));
    document.getElementById("number")?.focus();
  };
  async function look(number: string): Promise<void> {
    try {
      const told = await requestJson<{ readonly found: readonly Found[] }>(`/api/cases/find?${new URLSearchParams({ number }).toString()}`);
      const [only] = told.found;
      if (only === undefined) refuse(say.none(number), say.noneRemedy);
      else if (told.found.length === 1) void navigate(`/cases/${only.district}/${only.number}`);
      else setFound(told.found);
    } catch (problem) {
      setError(problem instanceof DeskProblem ? new DeskProblem(problem.status, { field: "number", problem: problem.problem, remedy: problem.remedy }) : problem);
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setError(null);
    setFound([]);
    const number = receiptIn(typed);
    if (number === null) refuse(say.wrong, say.wrongRemedy);
    else run(() => look(number));
  };
  return (
    <form role="search" className="row" onSubmit={submit} noValidate>
      <label htmlFor="number">{say.number}</label>
      <input id="number" className="native-input number-input" inputMode="numeric" autoComplete="off" value={typed} placeholder="0125-00031" aria-describedby="number-error" onChange={(event) => { setTyped(event.target.value); }} />
      <Button htmlType="submit" loading={busy}>{say.find}</Button>
      <div role="alert"><FieldError id="number-error" error={error} field="number" /></div>
      <div role="status">{found.length === 0 ? null : <ul className="row"><li>{say.several}</li>{found.map((each) => <li key={each.district}><FoundLink found={each} /></li>)}</ul>}</div>
    </form>
  );
}

function FoundLink({ found: { district, number, title } }: { readonly found: Found }): ReactNode {
  return <Link to={`/cases/${district}/${number}`}>{useDistrictName(district)} <span lang="zh-CN">{title}</span></Link>;
}

const words = messages({
  number: { zh: "受理号", en: "Receipt number" }, find: { zh: "找", en: "Find" }, several: { zh: "这个号有几件：", en: "Several have this number:" },
  wrong: { zh: "受理号不对", en: "This is no receipt number" }, wrongRemedy: { zh: "写四位、横线、五位，例如 0125-00031。", en: "Write four digits, a line and five digits, such as 0125-00031." },
  none: (number: string) => ({ zh: `您负责的地方里没有 ${number} 号`, en: `There is no ${number} in your districts` }), noneRemedy: { zh: "核对号码，或者问问别的地方。", en: "Check the number, or ask another district." },
});
