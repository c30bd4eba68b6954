import { inLanguage, messages, type Language } from "#platform/i18n";
import { ErrorSummary, errorTitle, href, Icon, Note, Page, Telephone, type FieldError, type PageContext } from "#platform/portal-ui";
import type { ComponentChildren, VNode } from "preact";
import type { ReadRefusal } from "./stated-facts.ts";

type ReadPageProps = PageContext & {
  /** What was pasted, kept when the form comes back. */
  readonly text?: string;
  /** Why it came back; fields are `text` and `file`. */
  readonly refusals?: readonly ReadRefusal[];
};

/** The tool's front: paste or upload a notice. Nothing of it is stored. */
export function ReadPage({ text = "", refusals = [], ...context }: ReadPageProps): VNode {
  const { site, view } = context;
  const say = words(view.language);
  const errors = fieldErrors(refusals, view.language);
  return (
    <Page {...context} title={errors.length === 0 ? say.title : errorTitle(say.title, view.language)} crumbs={[{ label: say.home, path: "/" }]}>
      <div class="doc"><h1>{say.title}</h1><p class="m">{say.lead}</p></div>
      <ErrorSummary errors={errors} language={view.language} />
      <form class="narrow" method="post" action={href("/read", view)} enctype="multipart/form-data">
        <Field id="text" label={say.paste} hint={say.pasteHint} errors={errors}>
          <textarea id="text" name="text" lang="zh-CN" aria-describedby="text-hint">{leadingLineKept(text)}</textarea>
        </Field>
        <Field id="file" label={say.file} hint={say.fileHint} errors={errors}>
          <input id="file" name="file" type="file" accept=".txt,.html,.htm,.docx,.pdf" aria-describedby="file-hint" />
        </Field>
        <Note><p>{say.privacy}</p></Note>
        <div>
          <button class="btn wide" name="action" value="read"><Icon name="read" />{say.read}</button>
          <p class="s m">{say.help}<Telephone number={site.helpline.value} /></p>
        </div>
      </form>
    </Page>
  );
}

type FieldProps = { readonly id: string; readonly label: string; readonly hint: string; readonly errors: readonly FieldError[]; readonly children: ComponentChildren };

function Field({ id, label, hint, errors, children }: FieldProps): VNode {
  const error = errors.find(({ fieldId }) => fieldId === id);
  return (
    <div class={error === undefined ? undefined : "bad"}>
      <label class="q" for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>{hint}{error === undefined ? null : <span class="err"><Icon name="must-not" />{error.problem}</span>}</p>
      {children}
    </div>
  );
}

/** Refusals in the reader's language; a field this page does not have is told at the text. */
function fieldErrors(refusals: readonly ReadRefusal[], language: Language): FieldError[] {
  return refusals.map(({ field, problem, remedy }) => ({
    fieldId: field === "file" ? "file" : "text", problem: inLanguage(problem, language), remedy: inLanguage(remedy, language),
  }));
}

/** HTML drops a line end right after the tag. */
function leadingLineKept(text: string): string {
  return text.startsWith("\n") ? `\n${text}` : text;
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  title: { zh: "读一份通知", en: "Read a notice" },
  lead: {
    zh: "贴进一份公文，得到一张可以修改的任务表：哪一条、谁、必须做什么、谁批准、什么时限。",
    en: "Paste an official Chinese notice and get a task table you can correct: which clause, who, must do what, who approves, by when.",
  },
  paste: { zh: "粘贴通知的文字", en: "Paste the text of the notice" },
  pasteHint: { zh: "连同网页上的其他文字一起贴也行，会自动略过。", en: "Other words of the web page may come along; they are left out." },
  file: { zh: "或者选一个文件", en: "Or choose a file" },
  fileHint: { zh: "可以是 .txt、.html、.docx 或有文字的 .pdf；有文件时先读文件。", en: ".txt, .html, .docx or a .pdf that holds text. A file goes before pasted words." },
  privacy: { zh: "不保存：文字只用来当场读一遍，服务器不留。", en: "Not stored: the text is read once, on the spot, and the server keeps nothing." },
  read: { zh: "读这份通知", en: "Read this notice" },
  help: { zh: "用不来？打 ", en: "Need help? Call " },
});
