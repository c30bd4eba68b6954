/** @jsxImportSource react */
import { messages } from "#platform/i18n";
import { useEffect, useRef, type ReactNode } from "react";
import { DeskProblem } from "./api.ts";
import { DeskIcon } from "./icon.tsx";
import { useWords } from "./language.tsx";

/** Tells what went wrong and what to do, and takes the focus so that nobody misses it. Nothing when there is no error. */
export function ProblemAlert({ error, action }: { readonly error: unknown; readonly action?: ReactNode }): ReactNode {
  const say = useWords(words);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (error !== null && error !== undefined) box.current?.focus(); }, [error]);
  if (error === null || error === undefined) return null;
  const { problem, remedy, errors } = error instanceof DeskProblem ? error : { problem: say.odd, remedy: say.oddRemedy, errors: [] };
  // Two fields may have the same fault: once is enough here, each field tells its own.
  const told = [...new Set(errors.map((each) => `${each.problem}${say.stop}${each.remedy}`))];
  return (
    <div className="alert no" role="alert" tabIndex={-1} ref={box}>
      <DeskIcon name="no" />
      <div>
        <p><b>{problem}</b></p><p>{remedy}</p>
        {told.length > 1 ? <ul>{told.map((each) => <li key={each}>{each}</li>)}</ul> : null}
        {action}
      </div>
    </div>
  );
}

/** What is wrong with one field, to stand beside it; its input names `id` in `aria-describedby`. */
export function FieldError({ id, error, field }: { readonly id: string; readonly error: unknown; readonly field: string }): ReactNode {
  const say = useWords(words);
  const told = problemOfField(error, field);
  return told === null ? null : <p className="field-error" id={id}><DeskIcon name="no" />{told.problem}{say.stop}{told.remedy}</p>;
}

/** What the server said of one field; null when it said nothing of it. */
export function problemOfField(error: unknown, field: string): { readonly problem: string; readonly remedy: string } | null {
  if (!(error instanceof DeskProblem)) return null;
  return error.errors.find((each) => each.field === field) ?? (error.field === field ? error : null);
}

const words = messages({
  odd: { zh: "这个页面出了错", en: "Something went wrong on this page" },
  oddRemedy: { zh: "刷新页面再试；没有保存的内容会尽量恢复。", en: "Reload the page; what was not saved is restored where possible." },
  stop: { zh: "。", en: ". " },
});
