/** @jsxImportSource react */
import { DeskProblem, FieldError, PageHead, Panel, ProblemAlert, requestJson, sendForm, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { DeskGround } from "../draft/index.ts";

/** Brings a notice in: words pasted, or a file. The file is kept as it came. */
export function Page(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [address] = useSearchParams();
  const asked = address.get("amend");
  const ground = useQuery({ queryKey: ["notice-ground"], queryFn: () => requestJson<DeskGround>("/api/notices/desk") });
  const [action, setAction] = useState<"release" | "amend">(asked === null ? "release" : "amend");
  const [newKey, setNewKey] = useState("");
  const [oldKey, setOldKey] = useState(asked ?? "");
  const [text, setText] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  // The same press of the button, sent again after a broken line, makes no second draft.
  const command = useRef<string>(crypto.randomUUID());
  const notices = ground.data?.notices ?? [];
  const chosenOld = oldKey === "" ? notices[0]?.key ?? "" : oldKey;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const form = new FormData();
    form.set("noticeKey", action === "release" ? newKey.trim() : chosenOld);
    form.set("action", action);
    form.set("commandKey", command.current);
    form.set("text", text);
    const chosen = file.current?.files?.[0];
    if (chosen !== undefined) form.set("file", chosen);
    const missing = missingOf(form, action === "release");
    if (missing !== null) { setError(missing); return; }
    setBusy(true);
    setError(null);
    try {
      const { id } = await sendForm<{ id: string }>("/api/notices/drafts", form);
      await queries.invalidateQueries({ queryKey: ["drafts"] });
      void navigate(`/notices/drafts/${id}`);
    } catch (problem) {
      if (problem instanceof DeskProblem && problem.status !== 0) command.current = crypto.randomUUID();
      setError(problem);
    } finally { setBusy(false); }
  }
  /** The server tells one thing at a time; what is plainly not there is told together, before anything is sent. */
  function missingOf(form: FormData, isNew: boolean): DeskProblem | null {
    const errors = [
      ...(isNew && form.get("noticeKey") === "" ? [{ field: "noticeKey", problem: say.noKey, remedy: say.noKeyRemedy }] : []),
      ...(form.has("file") || String(form.get("text")).trim() !== "" ? [] : [{ field: "text", problem: say.noText, remedy: say.noTextRemedy }]),
    ];
    const [first] = errors;
    return first === undefined ? null : new DeskProblem(422, { ...first, errors });
  }
  const known = error instanceof DeskProblem && (error.field === "noticeKey" || error.field === "text" || error.field === "file");
  const openDraft = error instanceof DeskProblem && typeof error.facts["draft"] === "string" ? error.facts["draft"] : null;
  return (
    <>
      <PageHead trail={<Link to="/notices">{say.back}</Link>} title={say.title} />
      <Panel title={say.panel}>
        <form onSubmit={(event) => { void submit(event); }} noValidate>
          {known ? null : <ProblemAlert error={error} />}
          <fieldset>
            <legend>{say.purpose}</legend>
            <label className="choice"><input type="radio" name="action" checked={action === "release"} onChange={() => { setAction("release"); }} />{say.release}</label>
            <label className="choice"><input type="radio" name="action" checked={action === "amend"} disabled={notices.length === 0} onChange={() => { setAction("amend"); }} />{say.amend}</label>
          </fieldset>
          {action === "release" ? (
            <div className="field"><label htmlFor="key">{say.key}</label><span className="hint" id="key-hint">{say.keyHint}</span><Input id="key" value={newKey} maxLength={60} spellCheck={false} autoCapitalize="none" placeholder="cold-wave-2027" onChange={(event) => { setNewKey(event.target.value); }} aria-describedby="key-hint key-error" /><div role="alert"><FieldError id="key-error" error={error} field="noticeKey" />{openDraft === null ? null : <p><Link to={`/notices/drafts/${openDraft}`}>{say.openDraft}</Link></p>}</div></div>
          ) : (
            <div className="field"><label htmlFor="old">{say.which}</label><select id="old" className="native" value={chosenOld} onChange={(event) => { setOldKey(event.target.value); }}>{notices.map(({ key, title }) => <option key={key} value={key}>{inLanguage(title, language)}</option>)}</select><div role="alert"><FieldError id="old-error" error={error} field="noticeKey" /></div></div>
          )}
          <div className="field"><label htmlFor="file">{say.file}</label><span className="hint" id="file-hint">{say.fileHint}</span><input id="file" ref={file} type="file" accept=".txt,.html,.htm,.docx,.pdf" aria-describedby="file-hint file-error" /><div role="alert"><FieldError id="file-error" error={error} field="file" /></div></div>
          <div className="field"><label htmlFor="text">{say.text}</label><Input.TextArea id="text" rows={10} value={text} onChange={(event) => { setText(event.target.value); }} aria-describedby="text-error" /><div role="alert"><FieldError id="text-error" error={error} field="text" /></div></div>
          <Button type="primary" htmlType="submit" loading={busy}>{say.read}</Button>
        </form>
      </Panel>
    </>
  );
}

const words = messages({
  back: { zh: "通知与稿子", en: "Notices and drafts" },
  title: { zh: "导入一份通知", en: "Import a notice" },
  panel: { zh: "通知从哪里来", en: "Where the notice comes from" },
  purpose: { zh: "要做什么", en: "Purpose" },
  release: { zh: "这是一份新通知", en: "This is a new notice" },
  amend: { zh: "修改已签发的通知（再导入修改后的全文）", en: "It amends a released notice (import the full text as amended)" },
  key: { zh: "通知的名字（网址里用）", en: "Key of the notice (part of its address)" },
  keyHint: { zh: "小写英文字母、数字和连字符，字母开头；以后不变。", en: "Lower-case letters, digits and hyphens, a letter first; it never changes." },
  openDraft: { zh: "打开那份稿子", en: "Open that draft" },
  which: { zh: "修改哪一份", en: "Which notice" },
  file: { zh: "选一个文件", en: "Choose a file" },
  fileHint: { zh: ".txt、.html、.docx 或有文字的 .pdf，最大 20 MB；原件原样保存。", en: ".txt, .html, .docx or a .pdf with text, at most 20 MB; the original is kept as it is." },
  text: { zh: "或者把全文粘贴在这里（网页直接复制也行）", en: "Or paste the full text here (a copied web page is fine)" },
  noKey: { zh: "还没有给通知起名字", en: "The notice has no key yet" }, noKeyRemedy: { zh: "用小写英文字母、数字和连字符，例如 cold-wave-2027。", en: "Use lower-case letters, digits and hyphens, such as cold-wave-2027." },
  noText: { zh: "没有选文件，也没有粘贴全文", en: "No file is chosen and no text is pasted" }, noTextRemedy: { zh: "选一个文件，或者把全文粘贴在这里。", en: "Choose a file, or paste the text here." },
  read: { zh: "导入并读一遍", en: "Import and read it" },
});
