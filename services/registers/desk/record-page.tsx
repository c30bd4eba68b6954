/** @jsxImportSource react */
import { DeskIcon, Facts, faultsProblem, FieldFault, FormProblem, PageHead, Panel, ProblemAlert, requestJson, useCommand, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Link, useParams } from "react-router";
import type { RecordView, RegisterView } from "../desk-views.ts";
import { FlagChips } from "./flag-chips.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { RecordForm } from "./record-form.tsx";
import { useRegister } from "./register-data.ts";

/** One record: as it is kept, with its history; changed, confirmed or removed by whoever keeps it. */
export function Page(): ReactNode {
  const { key = "", district = "", id = "" } = useParams();
  const say = useWords(words);
  const register = useRegister(key);
  // Every look at personal values is an entry of the audit: it is not asked again without somebody asking.
  const record = useQuery({ queryKey: ["registers", "record", key, district, id], staleTime: Number.POSITIVE_INFINITY, gcTime: 0, queryFn: () => requestJson<RecordView>(`/api/registers/${key}/records/${district}/${id}`) });
  if (register.data === undefined || record.data === undefined) return <><PageHead trail={<Link to="/registers">{say.back}</Link>} title={say.record} /><ProblemAlert error={register.error ?? record.error} /></>;
  return <One register={register.data} record={record.data} reload={record.refetch} />;
}

function One({ register, record, reload }: { readonly register: RegisterView; readonly record: RecordView; readonly reload: () => Promise<unknown> }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [told, setTold] = useState("");
  const [turn, setTurn] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (told !== "") box.current?.focus(); }, [told, turn]);
  const { busy, error, run } = useCommand();
  const changed = async (saying: string): Promise<void> => {
    await reload();
    void queries.invalidateQueries({ queryKey: ["registers", "records"] });
    setTold(saying);
    setTurn((before) => before + 1);
  };
  const title = inLanguage(record.shown.find(({ key }) => key === register.columns[0])?.shown ?? register.name, language);
  const mayChange = register.mayKeep && !record.removed;
  const seen = { district: record.district, id: record.id, base: record.number };
  const confirm = (): void => {
    const records = [seen];
    run(records, async (commandKey) => { await requestJson(`/api/registers/${register.key}/confirm`, { method: "POST", body: { records, commandKey } }); await changed(say.confirmed); });
  };
  return (
    <>
      <PageHead trail={<><Link to="/registers">{say.back}</Link> / <Link to={`/registers/${register.key}`}>{inLanguage(register.name, language)}</Link></>} title={title} beside={<FlagChips register={register} flags={record.flags} />}
        actions={mayChange ? <Button loading={busy} onClick={confirm}>{say.confirm}</Button> : undefined} />
      <ProblemAlert error={error} action={<p className="after"><Button onClick={() => { void reload(); }}>{say.again}</Button></p>} />
      <div role="status" ref={box} tabIndex={-1}>{told === "" ? null : <div className="alert ok"><DeskIcon name="ok" /><div><p>{told}</p></div></div>}</div>
      {record.removed ? <div className="alert warn"><DeskIcon name="warn" /><div><p>{say.isRemoved}</p></div></div> : null}
      <div className="two">
        <Panel title={mayChange ? say.change : say.kept}>{mayChange
          ? <RecordForm key={turn} register={register} record={record} reload={reload} done={() => changed(say.saved)} />
          : <Facts rows={record.shown.map(({ name, shown }) => [inLanguage(name, language), inLanguage(shown, language)] as const)} />}</Panel>
        <div className="stack">
          <HistoryPanel record={record} />
          {mayChange ? <Panel title={say.remove} flush><details><summary className="fold">{say.removeThis}</summary><div className="pad"><RemoveForm register={register} seen={seen} changed={changed} /></div></details></Panel> : null}
        </div>
      </div>
    </>
  );
}

function RemoveForm({ register, seen, changed }: { readonly register: RegisterView; readonly seen: { readonly district: string; readonly id: string; readonly base: number }; readonly changed: (told: string) => Promise<void> }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const [reason, setReason] = useState("");
  const { busy, error, setError, run } = useCommand();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() === "") return setError(faultsProblem([{ field: "reason", ...NO_REASON }], language));
    const body = { ...seen, reason: reason.trim() };
    run(body, async (commandKey) => { await requestJson(`/api/registers/${register.key}/remove`, { method: "POST", body: { ...body, commandKey } }); await changed(say.removed); });
  };
  return (
    <form onSubmit={submit} noValidate>
      <FormProblem error={error} form="remove-" />
      <p className="hint quiet">{say.removeMeans}</p>
      <div className="field asked"><label htmlFor="remove-reason">{say.reason}</label><FieldFault id="remove-reason-error" error={error} field="reason" /><textarea id="remove-reason" className="native-input" rows={3} maxLength={300} value={reason} aria-describedby="remove-reason-error" onChange={(event) => { setReason(event.target.value); }} /></div>
      <Button danger htmlType="submit" loading={busy}>{say.remove}</Button>
    </form>
  );
}

const NO_REASON = { problem: { zh: "没有写为什么删除", en: "The reason is missing" }, remedy: { zh: "写清楚，例如：重复登记，已撤点。", en: "Say why, such as: entered twice, closed down." } };
const words = messages({
  back: { zh: "台账", en: "Registers" }, record: { zh: "台账记录", en: "Record" }, confirm: { zh: "确认还是这样", en: "Still as it stands" }, confirmed: { zh: "确认好了：还是这样", en: "Confirmed: still as it stands" }, again: { zh: "看现在的样子", en: "See it as it is now" },
  isRemoved: { zh: "这条记录已经删除，下面是删除前的样子。", en: "This record was removed; below is how it stood." }, change: { zh: "现在的内容", en: "As it stands" }, kept: { zh: "内容", en: "What is kept" }, saved: { zh: "保存好了", en: "Saved" },
  remove: { zh: "删除", en: "Remove" }, removeThis: { zh: "删除这条记录……", en: "Remove this record…" }, removeMeans: { zh: "删除后不再列出、不再计数，经过仍然查得到。", en: "It is listed and counted no longer; its history stays." }, reason: { zh: "为什么删除", en: "Why" }, removed: { zh: "删除了", en: "Removed" },
});
