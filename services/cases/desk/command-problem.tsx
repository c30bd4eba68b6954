/** @jsxImportSource react */
import { DeskProblem, FormProblem, useBusy, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";

/** What went wrong with a command. When somebody else was quicker, the case can be looked at again; what was typed stays where it is. */
export function CommandProblem({ error, form, forget }: { readonly error: unknown; readonly form: string; readonly forget: () => void }): ReactNode {
  const say = useWords(words);
  const queries = useQueryClient();
  const [busy, run] = useBusy();
  const isConflict = error instanceof DeskProblem && error.status === 409;
  return <FormProblem error={error} form={form} action={isConflict ? <p className="row after"><Button loading={busy} onClick={() => { run(async () => { await queries.refetchQueries({ queryKey: ["cases", "case"] }); forget(); }); }}>{say.again}</Button><span>{say.stays}</span></p> : undefined} />;
}

const words = messages({ again: { zh: "看现在的样子", en: "See it as it is now" }, stays: { zh: "您写的都还在。", en: "What you wrote stays." } });
