/** @jsxImportSource react */
import { DeskIcon, DeskProblem, FieldError, momentInWords, PageHead, Panel, ProblemAlert, sendForm, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { ListPreviewView, RecordedView } from "../desk-views.ts";
import { LevelChip } from "./level-chip.tsx";
import { useCommand } from "./use-command.ts";

/** A list is read and looked at, what it changes and what is odd about it, before it is recorded. */
export function Page(): ReactNode {
  const say = useWords(words);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [source, setSource] = useState("");
  const [asOf, setAsOf] = useState("");
  const [seen, setSeen] = useState<{ readonly preview: ListPreviewView; readonly form: FormData } | null>(null);
  const { busy, error, key, run } = useCommand();

  function formNow(): FormData {
    const form = new FormData();
    form.set("text", text); form.set("source", source.trim()); form.set("asOf", asOf);
    const chosen = file.current?.files?.[0];
    if (chosen !== undefined) form.set("file", chosen);
    return form;
  }
  const look = (event: FormEvent): void => {
    event.preventDefault();
    run(async () => {
      const form = formNow();
      if (!form.has("file") && text.trim() === "") throw new DeskProblem(422, { field: "text", problem: say.nothing, remedy: say.nothingRemedy });
      setSeen({ preview: await sendForm<ListPreviewView>("/api/travel/lists/preview", form), form });
    });
  };
  const confirm = (): void => {
    run(async () => {
      if (seen === null) return;
      // What was looked at is what is recorded: whatever is changed in the form is looked at again first.
      seen.form.set("base", String(seen.preview.base)); seen.form.set("commandKey", key());
      const { number } = await sendForm<RecordedView>("/api/travel/lists", seen.form);
      await queries.invalidateQueries({ queryKey: ["levels"] });
      void navigate(`/levels?recorded=${number}`);
    });
  };
  const fields = ["text", "file", "source", "asOf"];
  return (
    <>
      <PageHead trail={<Link to="/levels">{say.back}</Link>} title={say.title} />
      <Panel title={say.panel}>
        <form onSubmit={look} noValidate onChange={() => { setSeen(null); }}>
          {error instanceof DeskProblem && error.field !== null && fields.includes(error.field) ? null : <ProblemAlert error={error} />}
          <div className="field"><label htmlFor="file">{say.file}</label><span className="hint" id="file-hint">{say.fileHint}</span><input id="file" ref={file} type="file" accept=".json,.txt" aria-describedby="file-hint file-error" /><div role="alert"><FieldError id="file-error" error={error} field="file" /></div></div>
          <div className="field"><label htmlFor="text">{say.text}</label><Input.TextArea id="text" rows={8} value={text} onChange={(event) => { setText(event.target.value); }} aria-describedby="text-error" /><div role="alert"><FieldError id="text-error" error={error} field="text" /></div></div>
          <div className="field"><label htmlFor="source">{say.source}</label><span className="hint" id="source-hint">{say.sourceHint}</span><Input id="source" value={source} maxLength={400} onChange={(event) => { setSource(event.target.value); }} aria-describedby="source-hint source-error" /><div role="alert"><FieldError id="source-error" error={error} field="source" /></div></div>
          <div className="field"><label htmlFor="asOf">{say.asOf}</label><span className="hint" id="asOf-hint">{say.asOfHint}</span><input id="asOf" className="native short" type="datetime-local" value={asOf} onChange={(event) => { setAsOf(event.target.value.slice(0, 16)); }} aria-describedby="asOf-hint asOf-error" /><div role="alert"><FieldError id="asOf-error" error={error} field="asOf" /></div></div>
          <Button htmlType="submit" loading={busy && seen === null}>{say.look}</Button>
        </form>
      </Panel>
      {seen === null ? null : <Preview preview={seen.preview} busy={busy} confirm={confirm} />}
    </>
  );
}

function Preview({ preview, busy, confirm }: { readonly preview: ListPreviewView; readonly busy: boolean; readonly confirm: () => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { counts, own } = preview;
  const warnings = [...preview.warnings.map((warning) => inLanguage(warning, language)), ...(preview.sameFile === null ? [] : [say.sameFile(preview.sameFile)])];
  return (
    <Panel title={say.preview}>
      <div role="status">
        <p>{preview.asOf === null ? <b>{say.noTime}</b> : say.read(momentInWords(preview.asOf, language), preview.areaCount)}</p>
        {preview.asOf === null ? null : <p><b>{say.counts(counts.added, counts.changed, counts.removed, counts.same)}</b></p>}
        {preview.until === null ? null : <p>{say.until(momentInWords(preview.until, language))}</p>}
      </div>
      {warnings.length === 0 ? null : <div className="alert no"><DeskIcon name="no" /><div><ul>{warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul></div></div>}
      {preview.asOf === null ? null : (
        <>
          <h3>{say.own}</h3>
          {own.added.length + own.changed.length + own.removed.length === 0 ? <p className="quiet">{say.ownNothing}</p> : <Differences {...own} />}
          {counts.added + counts.changed + counts.removed === 0 ? null : <details><summary className="fold">{say.all}</summary><Differences {...preview} /></details>}
        </>
      )}
      {preview.remarks.length === 0 ? null : <><h3>{say.odd(preview.remarks.length)}</h3><ul>{preview.remarks.map((remark) => <li key={remark.zh}>{inLanguage(remark, language)}</li>)}</ul></>}
      {preview.asOf === null ? null : <Button type="primary" loading={busy} onClick={confirm}>{say.confirm}</Button>}
    </Panel>
  );
}

function Differences({ added, changed, removed }: Pick<ListPreviewView, "added" | "changed" | "removed">): ReactNode {
  const say = useWords(words);
  return (
    <ul className="plain">
      {added.map(({ name, level }) => <li key={`+${name}`} className="row">{say.added} <LevelChip level={level} /><span lang="zh-CN">{name}</span></li>)}
      {changed.map(({ name, before, after }) => <li key={`~${name}`} className="row">{say.changed} <LevelChip level={before} /> → <LevelChip level={after} /><span lang="zh-CN">{name}</span></li>)}
      {removed.map(({ name, level }) => <li key={`-${name}`} className="row">{say.removed} <LevelChip level={level} /><span lang="zh-CN">{name}</span></li>)}
    </ul>
  );
}

const words = messages({
  back: { zh: "风险地区", en: "Risk areas" }, title: { zh: "导入名单", en: "Import a list" }, panel: { zh: "名单从哪里来", en: "Where the list comes from" },
  file: { zh: "选一个文件", en: "Choose a file" }, fileHint: { zh: "国家名单的 .json，或者通报的 .txt", en: "The national list as .json, or a bulletin as .txt" }, text: { zh: "或者把名单粘贴在这里", en: "Or paste the list here" },
  source: { zh: "来源", en: "Source" }, sourceHint: { zh: "谁在什么时候发布的；群众看得到", en: "Who published it and when; residents can see this" },
  asOf: { zh: "名单的时间（名单上没写才填）", en: "Time of the list (only where it does not say)" }, asOfHint: { zh: "北京时间", en: "China time" },
  nothing: { zh: "没有选文件，也没有粘贴名单", en: "No file is chosen and no list is pasted" }, nothingRemedy: { zh: "选一个文件，或者把名单粘贴在这里。", en: "Choose a file, or paste the list here." },
  look: { zh: "看看会改什么", en: "See what it changes" }, preview: { zh: "会改什么", en: "What it changes" }, noTime: { zh: "名单没有写时间，请填上再看", en: "The list does not say its time; fill it in and look again" },
  read: (moment: string, count: number) => ({ zh: `读出 ${count} 个地方，${moment}的名单。`, en: `${count} places read, list of ${moment}.` }), counts: (added: number, changed: number, removed: number, same: number) => ({ zh: `新增 ${added} 个，改等级 ${changed} 个，解除 ${removed} 个，不变 ${same} 个。`, en: `${added} added, ${changed} at another level, ${removed} lifted, ${same} as before.` }),
  until: (moment: string) => ({ zh: `已经有更晚的名单，这份只管到 ${moment}。`, en: `A later list is there already: this one holds until ${moment}.` }), sameFile: (number: number) => ({ zh: `同样的文件已经录入过（第 ${number} 版）`, en: `This very file was recorded before (version ${number})` }),
  own: { zh: "本市的变化", en: "In this city" }, ownNothing: { zh: "本市没有变化。", en: "Nothing changes in this city." }, all: { zh: "全部变化（最多列 200 个）", en: "All changes (200 at most)" }, odd: (count: number) => ({ zh: `请留意 ${count} 处`, en: count === 1 ? "1 thing to look at" : `${count} things to look at` }),
  added: { zh: "新增", en: "Added" }, changed: { zh: "改等级", en: "Changed" }, removed: { zh: "解除", en: "Lifted" }, confirm: { zh: "确认录入", en: "Record it" },
});
