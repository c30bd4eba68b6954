/** @jsxImportSource react */
import type { Answers } from "#engines/forms";
import { DeskIcon, DeskProblem, draftOf, faultsProblem, FormFields, FormProblem, requestJson, useBusy, useCommand, useLanguage, useWords, type FormDraft } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Button } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { z } from "zod";
import type { keptView, RecordView, RegisterView } from "../desk-views.ts";
import { fieldsOf, readDraft } from "./register-data.ts";
import { rebased } from "./rebased.ts";

/** Where a record is kept now. */
export type Kept = z.infer<typeof keptView>;
type Props = {
  readonly register: RegisterView;
  /** What is kept now; null for a new record. */
  readonly record: RecordView | null;
  readonly begin?: FormDraft;
  readonly done: (kept: Kept, values: Answers) => Promise<void> | void;
  /** Looks at the record again, after somebody else was quicker. */
  readonly reload: () => Promise<unknown>;
};

/** A record's questions (a record stays in its district), for a new one or for what has changed. What somebody else changed in between is taken in; what was typed stays. */
export function RecordForm({ register, record, begin = {}, done, reload }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const fields = fieldsOf(register);
  const kept: Answers = record?.values ?? {};
  const ofRecord = record === null ? begin : draftOf(fields, kept);
  const [work, setWork] = useState({ number: record?.number ?? null, begun: ofRecord, draft: ofRecord, clashes: [] as readonly string[] });
  const { busy, error, setError, run } = useCommand();
  const [reloading, runReload] = useBusy();
  // A newer version came in while this form was open.
  if (record !== null && record.number !== work.number) setWork({ number: record.number, begun: ofRecord, ...rebased(work.begun, work.draft, ofRecord) });
  const read = readDraft(register, work.draft, kept);
  const hidden = Object.fromEntries(fields.flatMap(({ key, kind }) => { const shown = record?.shown.find((each) => each.key === key)?.shown; return kind === "identity-number" && shown !== undefined && kept[key] !== undefined ? [[key, inLanguage(shown, language)]] : []; }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (read.faults.length > 0) return setError(faultsProblem(read.faults, language));
    const body = { id: record?.id ?? null, base: record?.number ?? null, values: read.values };
    run(body, async (commandKey) => { await done(await requestJson<Kept>(`/api/registers/${register.key}/records`, { method: "POST", body: { ...body, commandKey } }), read.values); });
  };
  const isConflict = error instanceof DeskProblem && error.status === 409 && record !== null;
  const clashing = fields.filter(({ key }) => work.clashes.includes(key)).map(({ name }) => inLanguage(name, language));
  return (
    <form onSubmit={send} noValidate>
      <FormProblem error={error} form="record-" action={isConflict ? <p className="row after"><Button loading={reloading} onClick={() => { runReload(async () => { await reload(); setError(null); }); }}>{say.again}</Button><span>{say.stays}</span></p> : undefined} />
      {clashing.length === 0 ? null : <div className="alert warn" role="alert"><DeskIcon name="warn" /><div><p>{say.clashes(clashing.join(say.comma))}</p></div></div>}
      <FormFields form="record-" fields={record === null ? read.fields : read.fields.filter(({ key }) => key !== register.district)} draft={work.draft} change={(key, value) => { setWork((before) => ({ ...before, draft: { ...before.draft, [key]: value } })); }} error={error} districts={register.districts} kept={hidden} />
      <Button type="primary" htmlType="submit" loading={busy}>{record === null ? say.add : say.keep}</Button>
    </form>
  );
}

const words = messages({
  add: { zh: "登记", en: "Keep" }, keep: { zh: "保存", en: "Save" }, again: { zh: "看现在的样子", en: "See it as it is now" }, stays: { zh: "您填的都还在。", en: "What you typed stays." }, comma: { zh: "、", en: ", " },
  clashes: (names: string) => ({ zh: `别人也改了：${names}。现在显示的是您填的，核对以后再保存。`, en: `Somebody else changed these too: ${names}. Yours are shown; compare before saving.` }),
});
