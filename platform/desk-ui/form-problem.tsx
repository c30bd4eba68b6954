/** @jsxImportSource react */
import { inLanguage, messages, type Language, type LocalText } from "#platform/i18n";
import { useEffect, useRef, type ReactNode } from "react";
import { DeskProblem } from "./api.ts";
import { DeskIcon } from "./icon.tsx";
import { useWords } from "./language.tsx";
import { problemOfField, ProblemAlert } from "./problem-alert.tsx";

/** Answers may stand inside something that is sent: what is said of `answers.place` is said of the field `place`. */
const INSIDE = /^(?:answers|values)\./u;

/** What is wrong with answers, found before anything was sent, told as the server would. */
export function faultsProblem(faults: readonly { readonly field: string; readonly problem: LocalText; readonly remedy: LocalText }[], language: Language): DeskProblem {
  const say = words(language);
  return new DeskProblem(422, { problem: say.count(faults.length), remedy: say.remedy, errors: faults.map(({ field, problem, remedy }) => ({ field, problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) })) });
}

/** What was said of one field, whatever it stood in. */
export function problemIn(error: unknown, field: string): { readonly problem: string; readonly remedy: string } | null {
  return problemOfField(error, field) ?? problemOfField(error, `answers.${field}`) ?? problemOfField(error, `values.${field}`);
}

/** What is wrong with one field, beside it. */
export function FieldFault({ id, error, field }: { readonly id: string; readonly error: unknown; readonly field: string }): ReactNode {
  const say = useWords(words);
  const told = problemIn(error, field);
  return told === null ? null : <p className="field-error" id={id}><DeskIcon name="no" />{told.problem}{say.stop}{told.remedy}</p>;
}

/** What is wrong with a form, above it, each fault a way to its field; takes the focus. `form`: as in the fields' ids. Anything else is told as usual. */
export function FormProblem({ error, form, action }: { readonly error: unknown; readonly form: string; readonly action?: ReactNode }): ReactNode {
  const say = useWords(words);
  const box = useRef<HTMLDivElement>(null);
  const told = error instanceof DeskProblem ? error.errors : [];
  useEffect(() => { if (told.length > 0) box.current?.focus(); }, [error, told.length]);
  if (!(error instanceof DeskProblem) || told.length === 0) return <ProblemAlert error={error} action={action} />;
  return (
    <div className="alert no" role="alert" tabIndex={-1} ref={box}>
      <DeskIcon name="no" />
      <div>
        <p><b>{error.problem}</b></p>
        <ul>{told.map(({ field, problem, remedy }) => <li key={`${field} ${problem}`}><Way to={`${form}${field.replace(INSIDE, "")}`}>{problem}{say.stop}{remedy}</Way></li>)}</ul>
        {action}
      </div>
    </div>
  );
}

/** A link to a field that takes the keyboard there; a group's first control is its own. */
function Way({ to, children }: { readonly to: string; readonly children: ReactNode }): ReactNode {
  return <a href={`#${to}`} onClick={(event) => {
    const field = document.getElementById(to);
    if (field === null) return;
    event.preventDefault();
    const control = field.matches("fieldset") ? field.querySelector<HTMLElement>("input,select,textarea") ?? field : field;
    control.focus();
    control.scrollIntoView({ block: "center" });
  }}>{children}</a>;
}

const words = messages({
  stop: { zh: "。", en: ". " }, count: (count: number) => ({ zh: `有 ${count} 处要改`, en: count === 1 ? "1 thing to put right" : `${count} things to put right` }), remedy: { zh: "改好再发。", en: "Put it right and send again." },
});
