/** @jsxImportSource react */
import type { Form } from "#engines/forms";
import { DeskIcon, faultsProblem, FieldFault, FormFields, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Button } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { CaseView } from "../desk-views.ts";
import { useDistricts } from "./case-districts.ts";
import { CommandProblem } from "./command-problem.tsx";
import type { ChosenRecord } from "./matches-panel.tsx";
import { useCaseCommand, type WhenChanged } from "./use-case-command.ts";
import { useForm } from "./use-form.ts";

type Props = { readonly view: CaseView; readonly record: ChosenRecord; readonly whenChanged: WhenChanged };
type Move = CaseView["moves"][number];

/** What can be done now, each with what it asks and what comes of it; what cannot, with the reason. */
export function DecisionPanel({ view, record, whenChanged }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const [chosen, choose] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const offered = view.moves.filter(({ refusedBecause }) => refusedBecause === null);
  const refused = view.moves.filter(({ refusedBecause }) => refusedBecause !== null);
  const move = offered.find(({ key }) => key === chosen);
  const lost = chosen !== null && move === undefined;
  return (
    <Panel title={say.title}>
      {offered.length === 0 ? <p className="quiet">{view.final ? say.final : say.nothing}</p> : (
        <fieldset><legend>{say.which}</legend>{offered.map(({ key, name }) => <label className="choice" key={key}><input type="radio" name="move" checked={chosen === key} onChange={() => { choose(key); }} /><span>{inLanguage(name, language)}</span></label>)}</fieldset>
      )}
      {lost ? <div className="alert warn after"><DeskIcon name="warn" /><div><p>{say.lost}</p>{reason === "" ? null : <blockquote className="ground">{reason}</blockquote>}</div></div> : null}
      {move === undefined ? null : <MoveForm key={move.key} {...{ view, move, record, whenChanged, reason, setReason }} done={() => { choose(null); setReason(""); }} />}
      {refused.length === 0 ? null : <div className="refused"><h3>{say.refused}</h3><ul className="stacked">{refused.map(({ key, name, refusedBecause }) => <li key={key}><b>{inLanguage(name, language)}</b><br /><span className="quiet">{refusedBecause === null ? "" : inLanguage(refusedBecause, language)}</span></li>)}</ul></div>}
    </Panel>
  );
}

function MoveForm({ view, move, record, whenChanged, reason, setReason, done }: Props & { readonly move: Move; readonly reason: string; readonly setReason: (reason: string) => void; readonly done: () => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { busy, error, setError, send } = useCaseCommand(view, whenChanged);
  // The pack's check holds every form of a move to be one.
  const districts = useDistricts(view.districts);
  const work = useForm(move.form as Form, districts);
  const [looked, setLooked] = useState(false);
  const name = inLanguage(move.name, language);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { answers, faults } = work.read();
    const all = [
      ...faults, ...(move.match === "some" && record === null ? [{ field: "record", ...NO_RECORD }] : []), ...(move.match === "none" && !looked ? [{ field: "looked", ...NOT_LOOKED }] : []),
      ...(move.reason === "required" && reason.trim() === "" ? [{ field: "reason", ...NO_REASON }] : []),
    ];
    if (all.length > 0) return setError(faultsProblem(all, language));
    send("moves", { move: move.key, answers, reason: move.reason === "none" || reason.trim() === "" ? null : reason.trim(), record: move.match === "some" ? record : null }, say.done(name), done);
  };
  return (
    <form onSubmit={submit} noValidate className="after">
      <CommandProblem error={error} form="move-" forget={() => { setError(null); }} />
      <FormFields form="move-" fields={work.fields} draft={work.draft} change={work.change} error={error} districts={districts} />
      {move.match === "some" ? <div className="field asked"><span className="label">{say.record}</span><FieldFault id="move-record-error" error={error} field="record" /><span>{record === null ? say.noRecord : say.hasRecord}</span></div> : null}
      {move.match === "none" ? <div className="field asked"><FieldFault id="move-looked-error" error={error} field="looked" /><label className="choice"><input id="move-looked" type="checkbox" checked={looked} aria-describedby="move-looked-error" onChange={(event) => { setLooked(event.target.checked); }} /><span>{say.looked}</span></label></div> : null}
      {move.reason === "none" ? null : (
        <div className="field asked"><label htmlFor="move-reason">{move.reason === "required" ? say.reason : say.reasonOptional}{move.reasonPublic ? say.public : say.hidden}</label><FieldFault id="move-reason-error" error={error} field="reason" />
          <textarea id="move-reason" className="native-input" rows={4} maxLength={1_000} value={reason} aria-describedby="move-reason-error" onChange={(event) => { setReason(event.target.value); }} />
        </div>
      )}
      <div className="ground consequence"><b>{say.consequence(inLanguage(move.to, language))}</b><br />{inLanguage(move.consequence, language)}</div>
      <Button type="primary" size="large" block htmlType="submit" loading={busy}>{name}</Button>
      <p className="quiet after">{say.signed}</p>
    </form>
  );
}

const NO_RECORD = { problem: { zh: "还没有选按哪条台账办", en: "No record is chosen" }, remedy: { zh: "在“台账里对得上的”里选一条。", en: "Choose one among the records that may bear on it." } };
const NOT_LOOKED = { problem: { zh: "还没有确认看过台账", en: "You have not confirmed that you looked" }, remedy: { zh: "看过“台账里对得上的”，再打勾。", en: "Look at the records, then tick the box." } };
const NO_REASON = { problem: { zh: "没有写理由", en: "The reason is missing" }, remedy: { zh: "写清楚为什么这样办。", en: "Say why." } };
const words = messages({
  title: { zh: "决定", en: "Decision" }, which: { zh: "怎么办", en: "What to do" }, final: { zh: "已经办结，没有要办的。", en: "It is closed: there is nothing to do." }, nothing: { zh: "现在没有轮到您办的。", en: "Nothing is yours to do now." }, refused: { zh: "现在不能办的", en: "Not possible now" },
  lost: { zh: "您选的这一步，现在不能办了。", en: "What you chose is not possible any more." },
  record: { zh: "按哪条台账办", en: "Record it rests on" }, noRecord: { zh: "在“台账里对得上的”里选一条", en: "Choose one among the records that may bear on it" }, hasRecord: { zh: "已经选好一条", en: "One is chosen" }, looked: { zh: "我看过台账，没有一条可以作依据", en: "I looked at the records: it rests on none" },
  reason: { zh: "理由", en: "Reason" }, reasonOptional: { zh: "理由（可不写）", en: "Reason (optional)" }, public: { zh: "（申请人看得到）", en: " (the applicant sees it)" }, hidden: { zh: "（申请人看不到）", en: " (the applicant does not see it)" },
  consequence: (state: string) => ({ zh: `办了以后：${state}`, en: `Afterwards: ${state}` }), signed: { zh: "您的姓名会记在经过里，外人看不到。", en: "Your name is kept in the course of the case; nobody outside sees it." }, done: (name: string) => ({ zh: `办好了：${name}`, en: `Done: ${name}` }),
});
