/** @jsxImportSource react */
import { DeskIcon, faultsProblem, FieldFault, Panel, requestJson, useBusy, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Button } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { CaseView } from "../desk-views.ts";
import { useCaseTypes } from "./case-types.ts";
import { CommandProblem } from "./command-problem.tsx";
import { receiptIn } from "./receipt-number.ts";
import { useCaseCommand, type WhenChanged } from "./use-case-command.ts";

type Props = { readonly view: CaseView; readonly whenChanged: WhenChanged };

/** What is done less often: a note among officers, merging, handing over to another district. */
export function MorePanels({ view, whenChanged }: Props): ReactNode {
  const say = useWords(words);
  const { note, merge, handOver } = view.may;
  if (!note && !merge && !handOver) return null;
  return (
    <Panel title={say.title} flush>
      {note ? <Fold name={say.note}><NoteForm {...{ view, whenChanged }} /></Fold> : null}
      {merge ? <Fold name={say.merge}><MergeForm {...{ view, whenChanged }} /></Fold> : null}
      {handOver ? <Fold name={say.handOver}><HandOverForm {...{ view, whenChanged }} /></Fold> : null}
    </Panel>
  );
}

const Fold = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => <details><summary className="fold">{name}</summary><div className="pad">{children}</div></details>;

function NoteForm({ view, whenChanged }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const [text, setText] = useState("");
  const { busy, error, setError, send } = useCaseCommand(view, whenChanged);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === "") setError(faultsProblem([{ field: "text", ...NOTHING }], language));
    else send("notes", { text: text.trim() }, say.noted, () => { setText(""); });
  };
  return (
    <form onSubmit={submit} noValidate>
      <CommandProblem error={error} form="note-" forget={() => { setError(null); }} />
      <div className="field asked"><label htmlFor="note-text">{say.text}</label><FieldFault id="note-text-error" error={error} field="text" /><textarea id="note-text" className="native-input" rows={3} maxLength={1_000} value={text} aria-describedby="note-text-error" onChange={(event) => { setText(event.target.value); }} /></div>
      <Button htmlType="submit" loading={busy}>{say.keep}</Button>
    </form>
  );
}

function MergeForm({ view, whenChanged }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const [district, setDistrict] = useState(view.district);
  // It can go on in a case of the caller's districts alone.
  const own = useCaseTypes().data?.districts ?? [];
  const districts = [{ code: view.district, name: { zh: view.district, en: view.district } }];
  const [number, setNumber] = useState("");
  const { busy, error, setError, send } = useCaseCommand(view, whenChanged);
  // What the other one is about is seen before the two are joined: a mistyped number would give somebody else's answer.
  const [seen, setSeen] = useState<{ readonly number: string; readonly district: string; readonly title: string } | null>(null);
  const [looking, look] = useBusy();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const into = receiptIn(number);
    if (into === null) return setError(faultsProblem([{ field: "into", ...NO_NUMBER }], language));
    if (seen !== null && seen.number === into && seen.district === district) return send("merge", { into: { district, number: into } }, say.merged(into), () => { setNumber(""); setSeen(null); });
    return look(async () => {
      try {
        const { found } = await requestJson<{ readonly found: readonly { readonly district: string; readonly number: string; readonly title: string }[] }>(`/api/cases/find?${new URLSearchParams({ number: into }).toString()}`);
        const other = found.find((each) => each.district === district) ?? null;
        setSeen(other);
        setError(other === null ? faultsProblem([{ field: "into", ...NO_CASE }], language) : null);
      } catch (problem) { setError(problem); }
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <CommandProblem error={error} form="merge-" forget={() => { setError(null); }} />
      <p className="hint quiet">{say.mergeMeans}</p>
      <div className="field asked"><label htmlFor="merge-district">{say.district}</label><Districts id="merge-district" districts={own.some(({ code }) => code === view.district) ? own : districts} value={district} change={setDistrict} /></div>
      <div className="field asked"><label htmlFor="merge-into">{say.number}</label><FieldFault id="merge-into-error" error={error} field="into" /><input id="merge-into" className="native-input" inputMode="numeric" autoComplete="off" placeholder="0125-00031" value={number} aria-describedby="merge-into-error" onChange={(event) => { setNumber(event.target.value); }} /></div>
      <div role="status">{seen === null ? null : <div className="alert warn after"><DeskIcon name="warn" /><div><p>{say.into(seen.number)}<b lang="zh-CN">{seen.title}</b></p><p>{say.intoMeans}</p></div></div>}</div>
      <Button htmlType="submit" loading={busy || looking}>{seen === null ? say.lookFirst : say.merge}</Button>
    </form>
  );
}

function HandOverForm({ view, whenChanged }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const [district, setDistrict] = useState("");
  const [reason, setReason] = useState("");
  const { busy, error, setError, send } = useCaseCommand(view, whenChanged);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const faults = [...(district === "" ? [{ field: "district", ...NO_DISTRICT }] : []), ...(reason.trim() === "" ? [{ field: "reason", ...NO_REASON }] : [])];
    if (faults.length > 0) setError(faultsProblem(faults, language));
    else send("hand-over", { district, reason: reason.trim() }, say.handedOver);
  };
  return (
    <form onSubmit={submit} noValidate>
      <CommandProblem error={error} form="over-" forget={() => { setError(null); }} />
      <p className="hint quiet">{say.handOverMeans}</p>
      <div className="field asked"><label htmlFor="over-district">{say.toDistrict}</label><FieldFault id="over-district-error" error={error} field="district" /><Districts id="over-district" districts={view.districts} value={district} change={setDistrict} empty /></div>
      <div className="field asked"><label htmlFor="over-reason">{say.reason}</label><FieldFault id="over-reason-error" error={error} field="reason" /><textarea id="over-reason" className="native-input" rows={3} maxLength={1_000} value={reason} aria-describedby="over-reason-error" onChange={(event) => { setReason(event.target.value); }} /></div>
      <Button htmlType="submit" loading={busy}>{say.handOver}</Button>
    </form>
  );
}

function Districts({ id, districts, value, change, empty = false }: { readonly id: string; readonly districts: CaseView["districts"]; readonly value: string; readonly change: (code: string) => void; /** Nothing is chosen beforehand. */ readonly empty?: boolean }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  return <select id={id} className="native" value={value} aria-describedby={`${id}-error`} onChange={(event) => { change(event.target.value); }}>{empty ? <option value="">{say.choose}</option> : null}{districts.map(({ code, name }) => <option key={code} value={code}>{inLanguage(name, language)}</option>)}</select>;
}

const NOTHING = { problem: { zh: "还没有写", en: "Nothing is written" }, remedy: { zh: "写一句再记。", en: "Write something." } };
const NO_CASE = { problem: { zh: "那个地方没有这个受理号", en: "That district has no case of this number" }, remedy: { zh: "核对号码和地方。", en: "Check number and district." } };
const NO_NUMBER = { problem: { zh: "受理号不对", en: "This is no receipt number" }, remedy: { zh: "写四位、横线、五位，例如 0125-00031。", en: "Write four digits, a line and five digits, such as 0125-00031." } };
const NO_DISTRICT = { problem: { zh: "还没有选转到哪里", en: "No district is chosen" }, remedy: { zh: "选一个。", en: "Choose one." } };
const NO_REASON = { problem: { zh: "没有写理由", en: "The reason is missing" }, remedy: { zh: "写清楚为什么转过去。", en: "Say why it is handed over." } };
const words = messages({
  lookFirst: { zh: "看看是哪一件", en: "See which one it is" }, into: (number: string) => ({ zh: `${number}：`, en: `${number}: ` }), intoMeans: { zh: "并过去以后，对方看到的是那一件的经过和答复。", en: "Once joined, whoever asked here reads the course and the answer of that one." },
  title: { zh: "其他", en: "More" }, note: { zh: "记一笔", en: "Note something" }, merge: { zh: "并到另一件", en: "Merge into another" }, handOver: { zh: "转给别的地方", en: "Hand over to another district" }, choose: { zh: "请选择", en: "Choose one" },
  text: { zh: "写给同事看的（申请人看不到）", en: "For colleagues (the applicant does not see it)" }, keep: { zh: "记下", en: "Keep" }, noted: { zh: "记下了", en: "Noted" },
  mergeMeans: { zh: "同一件事报了几次，就并到一件里办。这一件到此为止，对方仍用原来的受理号查。", en: "Where one thing was told several times, it goes on as one. This case ends here; its receipt still works." }, district: { zh: "那一件在哪个地方", en: "District of the other case" }, number: { zh: "那一件的受理号", en: "Receipt number of the other case" }, merged: (number: string) => ({ zh: `并到 ${number} 了`, en: `Merged into ${number}` }),
  handOverMeans: { zh: "不归本地管的，转给管得着的地方。转过去以后由他们办。", en: "For what is another district's business. From then on it is theirs." }, toDistrict: { zh: "转到哪里", en: "To which district" }, reason: { zh: "为什么转（申请人看得到）", en: "Why (the applicant sees it)" }, handedOver: { zh: "转过去了", en: "Handed over" },
});
