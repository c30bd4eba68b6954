/** @jsxImportSource react */
import { DeskIcon, PageHead, Panel, ProblemAlert, useLanguage, useWords, type FormDraft } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Link, useParams } from "react-router";
import { RecordForm, type Kept } from "./record-form.tsx";
import { useRegister } from "./register-data.ts";

/** Records are added, one after the other: the form is ready for the next as soon as one is kept. */
export function Page(): ReactNode {
  const { key = "" } = useParams();
  const say = useWords(words);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { data: register, error } = useRegister(key);
  const [kept, setKept] = useState<{ readonly record: Kept; readonly begin: FormDraft; readonly turn: number } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (kept !== null) box.current?.focus(); }, [kept]);
  if (register === undefined) return <><PageHead trail={<Link to="/registers">{say.back}</Link>} title={say.title} /><ProblemAlert error={error} /></>;
  const name = inLanguage(register.name, language);
  // Alone one's own district is not asked for anew each time.
  const only = register.districts.length === 1 ? { [register.district]: register.districts[0]?.code ?? "" } : {};
  return (
    <>
      <PageHead trail={<><Link to="/registers">{say.back}</Link> / <Link to={`/registers/${key}`}>{name}</Link></>} title={say.title} />
      <div role="status" ref={box} tabIndex={-1}>{kept === null ? null : <div className="alert ok"><DeskIcon name="ok" /><div><p>{say.kept} <Link to={`/registers/${key}/${kept.record.district}/${kept.record.id}`}>{say.see}</Link></p></div></div>}</div>
      <Panel title={name} beside={<span className="quiet">{inLanguage(register.about, language)}</span>}>
        <RecordForm key={kept?.turn ?? 0} register={register} record={null} begin={{ ...only, ...kept?.begin }} reload={() => Promise.resolve()} done={async (record) => {
          setKept({ record, begin: { [register.district]: record.district }, turn: (kept?.turn ?? 0) + 1 });
          await queries.invalidateQueries({ queryKey: ["registers", "records", key] });
        }} />
      </Panel>
    </>
  );
}

const words = messages({
  back: { zh: "台账", en: "Registers" }, title: { zh: "登记一条", en: "Add a record" }, kept: { zh: "登记好了，可以接着登记下一条。", en: "Kept. The form is ready for the next." }, see: { zh: "看这一条", en: "See it" },
});
