/** @jsxImportSource react */
import { DeskIcon, FieldError, ProblemAlert, requestJson, useBusy, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import type { BodyHeadcount, HeadcountList } from "../headcount/index.ts";
import { NumberField, numberIn } from "./number-field.tsx";

/** One body's headcount. `chosen`: the body that is to file again. What was sent is told, and the next body can be typed at once. */
export function FileForm({ list, chosen }: { readonly list: HeadcountList; readonly chosen: BodyHeadcount | null }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [district, setDistrict] = useState(chosen?.district ?? list.districts[0]?.code ?? "");
  const [body, setBody] = useState(chosen?.body ?? "");
  const [kind, setKind] = useState(chosen?.kind ?? "");
  const [day, setDay] = useState(list.today);
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<unknown>(null);
  const [told, setTold] = useState("");
  const [busy, run] = useBusy();
  // The same content sent again, because nobody knows whether it arrived, is the same command.
  const command = useRef({ content: "", key: "" });
  const bodyInput = useRef<HTMLInputElement>(null);
  useEffect(() => { if (chosen !== null) document.getElementById("total")?.focus(); }, [chosen]);
  const known = list.bodies.filter((each) => each.district === district);
  const of = (name: string): number => numberIn(numbers[name] ?? "") ?? 0;
  const sum = list.reasons.reduce((all, { key }) => all + of(`reasons.${key}`), 0);
  const set = (name: string) => (value: string): void => { setNumbers((before) => ({ ...before, [name]: value })); };

  function nameBody(name: string): void {
    setBody(name);
    const same = known.find((each) => each.body === name);
    if (same !== undefined) setKind(same.kind);
  }
  async function send(): Promise<void> {
    try {
      setError(null);
      setTold("");
      const asked = (name: string): number | null => numberIn(numbers[name] ?? "");
      const reasons = Object.fromEntries(list.reasons.map(({ key }) => [key, (numbers[`reasons.${key}`] ?? "").trim() === "" ? 0 : asked(`reasons.${key}`)]));
      const headcount = { district, body, kind, day, total: asked("total"), staying: asked("staying"), leaving: asked("leaving"), reasons };
      const content = JSON.stringify(headcount);
      if (content !== command.current.content) command.current = { content, key: crypto.randomUUID() };
      await requestJson("/api/staying/headcounts", { method: "POST", body: { ...headcount, commandKey: command.current.key } });
      command.current = { content: "", key: "" };
      setTold(say.filed(body.trim(), of("total"), of("staying"), of("leaving")));
      setBody("");
      setNumbers({});
      bodyInput.current?.focus();
      await queries.invalidateQueries({ queryKey: ["staying"] });
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <form onSubmit={(event: FormEvent) => { event.preventDefault(); run(send); }} noValidate>
      <ProblemAlert error={error} />
      <div role="status">{told === "" ? null : <div className="alert ok"><DeskIcon name="ok" /><div><p>{told}</p></div></div>}</div>
      <div className="counts about">
        {list.districts.length === 1 ? null : <div className="field"><label htmlFor="district">{say.district}</label><select className="native" id="district" value={district} onChange={(event) => { setDistrict(event.target.value); }}>{list.districts.map(({ code, name }) => <option key={code} value={code}>{inLanguage(name, language)}</option>)}</select></div>}
        <div className="field"><label htmlFor="body">{say.body}</label><input className="native-input" id="body" ref={bodyInput} value={body} list="known-bodies" maxLength={80} autoComplete="off" aria-describedby="body-error" onChange={(event) => { nameBody(event.target.value); }} /><FieldError id="body-error" error={error} field="body" /><datalist id="known-bodies">{known.map((each) => <option key={each.body} value={each.body}>{each.body}</option>)}</datalist></div>
        <div className="field"><label htmlFor="kind">{say.kind}</label><select className="native" id="kind" value={kind} aria-describedby="kind-error" onChange={(event) => { setKind(event.target.value); }}><option value="">{say.choose}</option>{list.kinds.map(({ key, name }) => <option key={key} value={key}>{inLanguage(name, language)}</option>)}</select><FieldError id="kind-error" error={error} field="kind" /></div>
        <div className="field"><label htmlFor="day">{say.day}</label><input className="native-input" type="date" id="day" value={day} max={list.today} aria-describedby="day-error" onChange={(event) => { setDay(event.target.value); }} /><FieldError id="day-error" error={error} field="day" /></div>
      </div>
      <div className="counts">
        {(["total", "staying", "leaving"] as const).map((name) => <NumberField key={name} id={name} label={say[name]} value={numbers[name] ?? ""} error={error} change={set(name)} />)}
      </div>
      <fieldset aria-describedby="reasons-hint reasons-error">
        <legend>{say.reasons}</legend>
        <p className="hint quiet" id="reasons-hint">{say.reasonsHint}</p>
        <div className="counts">{list.reasons.map(({ key, name }) => <NumberField key={key} id={`reasons.${key}`} label={inLanguage(name, language)} value={numbers[`reasons.${key}`] ?? ""} error={error} change={set(`reasons.${key}`)} />)}</div>
        <FieldError id="reasons-error" error={error} field="reasons" />
      </fieldset>
      <p className="quiet pending">{say.soFar(Math.max(0, of("total") - of("staying") - of("leaving")), sum, of("leaving"))}</p>
      <p><Button type="primary" htmlType="submit" loading={busy}>{say.send}</Button></p>
    </form>
  );
}

const words = messages({
  district: { zh: "哪个地方", en: "Place" }, body: { zh: "单位全称", en: "Full name of the body" }, kind: { zh: "单位类别", en: "Kind of body" }, choose: { zh: "请选择", en: "Choose one" }, day: { zh: "哪一天的人数", en: "Day that was counted" },
  total: { zh: "总人数", en: "People in all" }, staying: { zh: "留下过年", en: "Staying" }, leaving: { zh: "要离开", en: "Leaving" },
  reasons: { zh: "离开的人，各是什么原因", en: "Those who leave, by reason" }, reasonsHint: { zh: "只填人数，不填姓名；没有的空着。合计要等于要离开的人数。", en: "Numbers only, no names; leave out what nobody gave. Together they are those who leave." },
  soFar: (open: number, sum: number, leaving: number) => ({ zh: `还没定：${open} 人。原因合计：${sum} 人，要离开：${leaving} 人。`, en: `Not decided: ${open}. By reason: ${sum}, leaving: ${leaving}.` }),
  send: { zh: "报上去", en: "File" },
  filed: (body: string, total: number, staying: number, leaving: number) => ({ zh: `已报：${body}，总人数 ${total}，留下 ${staying}，离开 ${leaving}。报错了就再报一次，以最后一次为准。`, en: `Filed: ${body}, ${total} in all, ${staying} staying, ${leaving} leaving. To correct it, file again; the last filing counts.` }),
});
