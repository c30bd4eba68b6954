/** @jsxImportSource react */
import { DeskProblem, ProblemAlert, requestJson, useBusy, useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { RuleView } from "../draft/index.ts";
import { DmnFields, dmnField, missingFile } from "./dmn-fields.tsx";
import { useRule } from "./use-rule.ts";

/** The table as a file that other programs read, and a file's table in its place. */
export function DmnTab(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { view: { draft }, work, editable } = useRule();
  const [file, setFile] = useState<File | null>(null);
  const [decision, setDecision] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [taken, setTaken] = useState(false);
  const [busy, run] = useBusy();
  const path = `/api/rules/drafts/${draft.id}/dmn`;
  async function take(): Promise<void> {
    setTaken(false);
    if (file === null) { setError(new DeskProblem(422, { ...missingFile(language), errors: [missingFile(language)] })); return; }
    const dmn = await file.text();
    setError(null);
    await work.act(async (revision) => {
      try {
        const next = await requestJson<RuleView>(path, { method: "POST", body: { revision, dmn, decision: decision.trim() === "" ? null : decision.trim() } });
        setTaken(true);
        return next;
      } catch (problem) {
        // What is wrong in the file is told beside it; anything else as everywhere.
        if (!(problem instanceof DeskProblem) || problem.status !== 422) throw problem;
        setError(problem);
        return null;
      }
    });
  }
  return (
    <div className="stack">
      <p>{say.exportMeans} <a href={path} download={`${draft.ruleKey}.dmn`}>{say.export}</a></p>
      {editable ? (
        <form onSubmit={(event: FormEvent) => { event.preventDefault(); run(take); }} noValidate aria-label={say.import}>
          <h3>{say.import}</h3>
          <p className="quiet">{say.importMeans}</p>
          {error instanceof DeskProblem && dmnField(error) ? null : <ProblemAlert error={error} />}
          <DmnFields error={error} decision={decision} setDecision={setDecision} choose={setFile} />
          <Button htmlType="submit" loading={busy}>{say.take}</Button>
        </form>
      ) : null}
      <p role="status">{taken ? say.done : null}</p>
    </div>
  );
}

const words = messages({
  exportMeans: { zh: "整张表存成 DMN 1.5 文件，别的软件也能打开。", en: "The table as a DMN 1.5 file that other programs open too." }, export: { zh: "下载 DMN 文件", en: "Download the DMN file" },
  import: { zh: "用文件里的表换掉这张", en: "Take a file's table in its place" }, importMeans: { zh: "换的是表；名字、理由、例子、批准文件都留着，编号一样的规则接着用。", en: "The table is replaced; names, reasons, examples and approvals stay, for rows with the same number." }, take: { zh: "导入", en: "Import" }, done: { zh: "已经换成文件里的表。", en: "The file's table is in place." },
});
