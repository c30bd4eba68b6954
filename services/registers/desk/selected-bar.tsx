/** @jsxImportSource react */
import { readText } from "#engines/forms";
import { DeskProblem, faultsProblem, FormField, FormProblem, requestJson, useCommand, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { z } from "zod";
import type { doneView, RecordRow, RegisterView } from "../desk-views.ts";
import { fieldsOf, settingOf } from "./register-data.ts";

type Props = { readonly register: RegisterView; readonly rows: readonly RecordRow[]; readonly clear: () => void; readonly done: (told: string) => void };

/** What can be done with the rows that are chosen: confirmed as they stand, or one field of all of them changed. */
export function SelectedBar({ register, rows, clear, done }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const { busy, error, setError, run } = useCommand();
  const records = rows.map(({ district, id, number }) => ({ district, id, base: number }));
  const send = (command: "confirm" | "bulk", body: Readonly<Record<string, unknown>>, told: (count: number) => string): void => {
    run([command, body], async (commandKey) => {
      const { count } = await requestJson<z.infer<typeof doneView>>(`/api/registers/${register.key}/${command}`, { method: "POST", body: { ...body, commandKey } });
      await queries.invalidateQueries({ queryKey: ["registers"] });
      done(told(count));
    });
  };
  const isConflict = error instanceof DeskProblem && error.status === 409;
  return (
    <div className="selected">
      <FormProblem error={error} form="bulk-" action={isConflict ? <p className="after"><Button onClick={() => { void queries.invalidateQueries({ queryKey: ["registers", "records"] }); clear(); }}>{say.reload}</Button></p> : undefined} />
      <div className="row">
        <b>{say.chosen(rows.length)}</b>
        <Button loading={busy && !editing} onClick={() => { send("confirm", { records }, say.confirmed); }}>{say.confirm}</Button>
        <Button aria-expanded={editing} onClick={() => { setEditing(!editing); }}>{say.change}</Button>
        <Button onClick={clear}>{say.clear}</Button>
      </div>
      {editing ? <BulkForm register={register} error={error} busy={busy} refuse={(field, fault) => { setError(faultsProblem([{ field, ...fault }], language)); }} send={(field, value) => { send("bulk", { records, field, value }, say.changed); }} /> : null}
    </div>
  );
}

type BulkProps = { readonly register: RegisterView; readonly error: unknown; readonly busy: boolean; readonly refuse: (field: string, fault: NonNullable<ReturnType<typeof readText>["fault"]>) => void; readonly send: (field: string, value: unknown) => void };

function BulkForm({ register, error, busy, refuse, send }: BulkProps): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  // What names a record cannot be the same in several; and what is about one person is not set for many.
  const fields = fieldsOf(register).filter(({ key, kind, privacy }) => !register.identity.includes(key) && key !== register.district && kind !== "files" && kind !== "identity-number" && privacy === "open");
  const [chosen, choose] = useState("");
  const [value, setValue] = useState<string | readonly string[]>("");
  const field = fields.find(({ key }) => key === chosen);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (field === undefined) return void document.getElementById("bulk-field")?.focus();
    const read = readText(field, typeof value === "string" ? value : value.join("；"), settingOf(register));
    const fault = read.fault ?? (read.value === null && field.required ? MISSING : null);
    if (fault === null) send(field.key, read.value);
    else refuse(field.key, fault);
  };
  return (
    <form className="after" onSubmit={submit} noValidate>
      <div className="field asked"><label htmlFor="bulk-field">{say.field}</label><select id="bulk-field" className="native" value={chosen} onChange={(event) => { choose(event.target.value); setValue(""); }}><option value="">{say.choose}</option>{fields.map(({ key, name }) => <option key={key} value={key}>{inLanguage(name, language)}</option>)}</select></div>
      {field === undefined ? null : <FormField form="bulk-" field={field} value={value} change={setValue} error={error} districts={register.districts} />}
      <Button type="primary" htmlType="submit" loading={busy}>{say.changeAll}</Button>
    </form>
  );
}

const MISSING = { problem: { zh: "这一项不能空着", en: "This field cannot be empty" }, remedy: { zh: "填上要改成的内容。", en: "Say what it is to be." } };
const words = messages({
  chosen: (count: number) => ({ zh: `选了 ${count} 条`, en: `${count} chosen` }), confirm: { zh: "确认还是这样", en: "Still as they stand" }, change: { zh: "成批改一项", en: "Change one field of all" }, clear: { zh: "都不选", en: "Choose none" }, reload: { zh: "看现在的样子", en: "See them as they are now" },
  confirmed: (count: number) => ({ zh: `确认了 ${count} 条`, en: `${count} confirmed` }), changed: (count: number) => ({ zh: `改了 ${count} 条`, en: `${count} changed` }), field: { zh: "改哪一项", en: "Which field" }, choose: { zh: "请选择", en: "Choose one" }, changeAll: { zh: "都改成这样", en: "Change all" },
});
