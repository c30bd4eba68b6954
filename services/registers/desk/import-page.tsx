/** @jsxImportSource react */
import { csvText } from "#platform/csv";
import { DeskIcon, DeskProblem, faultsProblem, FieldFault, FormProblem, PageHead, Panel, ProblemAlert, sendForm, useBusy, useCommand, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Link, useParams } from "react-router";
import type { z } from "zod";
import type { importedView, PreviewView, RegisterView } from "../desk-views.ts";
import { ImportPreview } from "./import-preview.tsx";
import { fieldsOf, useRegister } from "./register-data.ts";

type Imported = z.infer<typeof importedView>;

/** A table is looked at row by row, and what it would change, before anything is kept. */
export function Page(): ReactNode {
  const { key = "" } = useParams();
  const say = useWords(words);
  const { data, error } = useRegister(key);
  if (data === undefined) return <><PageHead trail={<Link to="/registers">{say.back}</Link>} title={say.title} /><ProblemAlert error={error} /></>;
  return <Import key={key} register={data} />;
}

function Import({ register }: { readonly register: RegisterView }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const [seen, setSeen] = useState<{ readonly preview: PreviewView; readonly form: FormData } | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const [looking, runLook] = useBusy();
  const { busy, error, setError, run } = useCommand();
  const name = inLanguage(register.name, language);
  useEffect(() => { if (seen !== null || imported !== null) result.current?.focus(); }, [seen, imported]);

  const look = (event: FormEvent): void => {
    event.preventDefault();
    setError(null);
    setImported(null);
    const chosen = file.current?.files?.[0];
    if (chosen === undefined && text.trim() === "") return setError(faultsProblem([{ field: "text", ...NOTHING }], language));
    const form = new FormData();
    if (chosen === undefined) form.set("text", text);
    else form.set("file", chosen);
    runLook(async () => {
      try {
        setSeen({ preview: await sendForm<PreviewView>(`/api/registers/${register.key}/imports/preview`, form), form });
      } catch (problem) {
        setSeen(null);
        setError(problem);
      }
    });
  };
  const confirm = (leaveOutWrong: boolean): void => {
    if (seen === null) return;
    const { form, preview: { sha256 } } = seen;
    // The same rows again are the same command: a repeat after a broken line imports nothing twice.
    run({ sha256, leaveOutWrong }, async (commandKey) => {
      form.set("sha256", sha256); form.set("leaveOutWrong", leaveOutWrong ? "1" : "0"); form.set("commandKey", commandKey);
      setImported(await sendForm<Imported>(`/api/registers/${register.key}/imports`, form));
      setSeen(null);
      setText("");
      if (file.current !== null) file.current.value = "";
      await queries.invalidateQueries({ queryKey: ["registers"] });
    });
  };
  const isStale = error instanceof DeskProblem && error.status === 409;
  return (
    <>
      <PageHead trail={<><Link to="/registers">{say.back}</Link> / <Link to={`/registers/${register.key}`}>{name}</Link></>} title={say.title} actions={<Button onClick={() => { saveTemplate(register, name, language); }}>{say.template}</Button>} />
      <FormProblem error={error} form="import-" action={isStale ? <p className="after">{say.lookAgain}</p> : undefined} />
      <Panel title={say.panel}>
        <form onSubmit={look} noValidate onChange={() => { setSeen(null); }}>
          <p className="hint quiet">{say.columns(fieldsOf(register).map((field) => inLanguage(field.name, language)).join(say.comma))}</p>
          <div className="field asked after"><label htmlFor="import-file">{say.file}</label><span className="hint" id="import-file-hint">{say.fileHint}</span><FieldFault id="import-file-error" error={error} field="file" /><input id="import-file" ref={file} type="file" accept=".csv,.xlsx" aria-describedby="import-file-hint import-file-error" /></div>
          <div className="field asked"><label htmlFor="import-text">{say.text}</label><span className="hint" id="import-text-hint">{say.textHint}</span><FieldFault id="import-text-error" error={error} field="text" /><textarea id="import-text" className="native-input wide mono" rows={7} value={text} aria-describedby="import-text-hint import-text-error" onChange={(event) => { setText(event.target.value); }} /></div>
          <Button htmlType="submit" type={seen === null ? "primary" : "default"} loading={looking}>{say.look}</Button>
        </form>
      </Panel>
      <div ref={result} tabIndex={-1} className="stack result">
        <div role="status">{imported === null ? null : <div className="alert ok"><DeskIcon name="ok" /><div><p><b>{say.imported(imported.new, imported.changed, imported.same)}</b>{imported.leftOut === 0 ? null : ` ${say.leftOut(imported.leftOut)}`}</p><p><Link to={`/registers/${register.key}`}>{say.see}</Link></p></div></div>}</div>
        {seen === null ? null : <ImportPreview preview={seen.preview} busy={busy} confirm={confirm} />}
      </div>
    </>
  );
}

/** The header of the table, to be filled in by whoever has the facts. */
function saveTemplate(register: RegisterView, name: string, language: Parameters<typeof inLanguage>[1]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csvText([fieldsOf(register).map((field) => inLanguage(field.name, language))])], { type: "text/csv" }));
  link.download = `${name}.csv`;
  link.click();
  // The browser begins the download after this turn.
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 10_000);
}

const NOTHING = { problem: { zh: "没有选文件，也没有粘贴表格", en: "No file is chosen and no table is pasted" }, remedy: { zh: "选一个文件，或者把表格粘贴进来。", en: "Choose a file, or paste the table." } };
const words = messages({
  back: { zh: "台账", en: "Registers" }, title: { zh: "导入表格", en: "Import a table" }, template: { zh: "下载空表", en: "Download the empty table" }, panel: { zh: "表格从哪里来", en: "Where the table comes from" }, comma: { zh: "、", en: ", " },
  columns: (names: string) => ({ zh: `第一行是表头，认得的列：${names}。`, en: `The first row holds the names of columns. Known ones: ${names}.` }), file: { zh: "选一个文件", en: "Choose a file" }, fileHint: { zh: "CSV 或 XLSX；选了文件就不看下面粘贴的", en: "CSV or XLSX; with a file what is pasted below is not looked at" },
  text: { zh: "或者把表格粘贴在这里", en: "Or paste the table here" }, textHint: { zh: "从电子表格里连表头一起复制", en: "Copied from a spreadsheet with its header" }, look: { zh: "看看会改什么", en: "See what it changes" }, lookAgain: { zh: "再点一次“看看会改什么”。表格还在。", en: "Press “See what it changes” again. The table is still there." },
  imported: (added: number, changed: number, same: number) => ({ zh: `导入好了：新增 ${added} 条，改了 ${changed} 条，没变 ${same} 条。`, en: `Imported: ${added} new, ${changed} changed, ${same} as before.` }), leftOut: (count: number) => ({ zh: `有错的 ${count} 行没有导入。`, en: `${count} wrong rows were left out.` }), see: { zh: "看台账", en: "See the register" },
});
