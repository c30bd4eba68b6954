/** @jsxImportSource react */
import { Chip, DeskProblem, FieldError, PageHead, Panel, ProblemAlert, requestJson, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages, numberInWords } from "#platform/i18n";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import { LEVEL_WORDS, type RiskLevel } from "../risk-list/index.ts";
import type { ChangePreviewView, LevelsView, RecordedView } from "../desk-views.ts";
import { EffectTable } from "./effect-table.tsx";
import { LevelChip } from "./level-chip.tsx";
import { useCommand } from "./use-command.ts";

/** The city states the level of a place of its own; whom it concerns is shown before it is recorded. */
export function Page(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const ground = useQuery({ queryKey: ["levels"], staleTime: 0, queryFn: () => requestJson<LevelsView>("/api/travel/levels") });
  const [district, setDistrict] = useState("");
  const [part, setPart] = useState("");
  const [level, setLevel] = useState<RiskLevel | "lift" | null>(null);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [source, setSource] = useState("");
  const [seen, setSeen] = useState<ChangePreviewView | null>(null);
  const { busy, error, key, run } = useCommand();
  const body = () => ({ place: `${district} ${part}`.trim(), level: level === "lift" ? null : level, from: from === "" ? ground.data?.now ?? new Date().toISOString() : `${from}:00+08:00`, to: to === "" ? null : `${to}:00+08:00`, source: source.trim() });

  const look = (event: FormEvent): void => {
    event.preventDefault();
    run(async () => {
      if (district === "") throw new DeskProblem(422, { field: "district", problem: say.noDistrict, remedy: say.noDistrictRemedy });
      if (level === null) throw new DeskProblem(422, { field: "level", problem: say.noLevel, remedy: say.noLevelRemedy });
      setSeen(await requestJson<ChangePreviewView>("/api/travel/changes/preview", { method: "POST", body: body() }));
    });
  };
  const confirm = (): void => {
    run(async () => {
      if (seen === null) return;
      const { number } = await requestJson<RecordedView>("/api/travel/changes", { method: "POST", body: { ...body(), commandKey: key(), base: seen.base } });
      await queries.invalidateQueries({ queryKey: ["levels"] });
      void navigate(`/levels?recorded=${number}`);
    });
  };
  const known = error instanceof DeskProblem && error.field !== null && ["place", "to", "source", "district", "level"].includes(error.field);
  return (
    <>
      <PageHead trail={<Link to="/levels">{say.back}</Link>} title={say.title} />
      <Panel title={say.panel}>
        <form onSubmit={look} noValidate onChange={() => { setSeen(null); }}>
          {known ? null : <ProblemAlert error={error ?? ground.error} />}
          <div className="field"><label htmlFor="district">{say.district}</label><select id="district" className="native" value={district} onChange={(event) => { setDistrict(event.target.value); }} aria-describedby="district-error"><option value="">{say.choose}</option>{(ground.data?.districts ?? []).map(({ code, name }) => <option key={code} value={name.zh}>{inLanguage(name, language)}</option>)}</select><div role="alert"><FieldError id="district-error" error={error} field="district" /></div></div>
          <div className="field"><label htmlFor="part">{say.part}</label><span className="hint" id="part-hint">{say.partHint}</span><Input id="part" value={part} maxLength={150} onChange={(event) => { setPart(event.target.value); }} aria-describedby="part-hint part-error" /><div role="alert"><FieldError id="part-error" error={error} field="place" /></div></div>
          <fieldset>
            <legend>{say.level}</legend><div role="alert"><FieldError id="level-error" error={error} field="level" /></div>
            {(["high", "medium"] as const).map((each) => <label className="choice" key={each}><input type="radio" name="level" checked={level === each} onChange={() => { setLevel(each); }} />{inLanguage(LEVEL_WORDS[each], language)}</label>)}
            <label className="choice"><input type="radio" name="level" checked={level === "lift"} onChange={() => { setLevel("lift"); }} />{say.lift}</label>
          </fieldset>
          <div className="field"><label htmlFor="from">{say.from}</label><span className="hint" id="from-hint">{say.fromHint}</span><input id="from" className="native short" type="datetime-local" value={from} onChange={(event) => { setFrom(event.target.value.slice(0, 16)); }} aria-describedby="from-hint" /></div>
          <div className="field"><label htmlFor="to">{say.to}</label><span className="hint" id="to-hint">{say.toHint}</span><input id="to" className="native short" type="datetime-local" value={to} onChange={(event) => { setTo(event.target.value.slice(0, 16)); }} aria-describedby="to-hint to-error" /><div role="alert"><FieldError id="to-error" error={error} field="to" /></div></div>
          <div className="field"><label htmlFor="source">{say.source}</label><span className="hint" id="source-hint">{say.sourceHint}</span><Input id="source" value={source} maxLength={400} onChange={(event) => { setSource(event.target.value); }} aria-describedby="source-hint source-error" /><div role="alert"><FieldError id="source-error" error={error} field="source" /></div></div>
          <Button htmlType="submit" loading={busy && seen === null}>{say.look}</Button>
        </form>
      </Panel>
      {seen === null ? null : (
        <Panel title={say.concerns}>
          <div role="status">
            <p className="row"><b lang="zh-CN">{seen.place}</b>{seen.before === null ? <Chip tone="idle" icon="ring">{say.mixed}</Chip> : <LevelChip level={seen.before} />} → <LevelChip level={seen.after} /></p>
            <p>{seen.people === null ? say.peopleUnknown : say.people(numberInWords(seen.people, language))} {seen.source === null ? null : <span className="quiet">{inLanguage(seen.source, language)}</span>}</p>
          </div>
          {seen.before === seen.after ? <p>{say.noChange}</p> : null}
          <EffectTable title={say.leaving} answers={seen.leaving} />
          <EffectTable title={say.going} answers={seen.going} />
          <Button type="primary" loading={busy} onClick={confirm}>{say.confirm}</Button>
        </Panel>
      )}
    </>
  );
}

const words = messages({
  back: { zh: "风险地区", en: "Risk areas" }, title: { zh: "调整一个地方的等级", en: "State the level of a place" }, panel: { zh: "哪里，什么等级", en: "Which place, which level" },
  choose: { zh: "请选择", en: "Please choose" }, noDistrict: { zh: "还没有选旗县市区", en: "No district is chosen" }, noDistrictRemedy: { zh: "选一个。", en: "Choose one." }, noLevel: { zh: "还没有选等级", en: "No level is chosen" }, noLevelRemedy: { zh: "选高风险、中风险，或者解除。", en: "Choose high, medium, or lift." }, district: { zh: "旗县市区", en: "District" }, part: { zh: "乡镇、街道、小区（整个旗县市区就不填）", en: "Township or estate (empty for the whole district)" }, partHint: { zh: "写名单上的叫法", en: "As it is called on lists" },
  level: { zh: "等级", en: "Level" }, lift: { zh: "解除市里定的等级", en: "Lift what the city stated" }, from: { zh: "从什么时候起（不填就是现在）", en: "From (now when empty)" }, fromHint: { zh: "北京时间", en: "China time" }, to: { zh: "到什么时候（不填就是另行通知前）", en: "Until (until further notice when empty)" }, toHint: { zh: "北京时间", en: "China time" },
  source: { zh: "依据", en: "Ground" }, sourceHint: { zh: "哪个机构、哪份文件定的；群众看得到", en: "Which body decided, in which document; residents can see this" },
  look: { zh: "看看会影响谁", en: "See whom it concerns" }, concerns: { zh: "会影响谁", en: "Whom it concerns" }, mixed: { zh: "各处不一样", en: "differs inside" }, people: (count: string) => ({ zh: `这里住着 ${count} 人。`, en: `${count} people live there.` }), peopleUnknown: { zh: "这一块住着多少人，没有数字。", en: "How many people live there is not known." },
  noChange: { zh: "等级不变，谁的答案都不变。", en: "The level stays; nobody's answer changes." }, leaving: { zh: "住在那里、要去低风险地区的人", en: "People who live there and would leave for a low-risk place" }, going: { zh: "从低风险地区要去那里的人", en: "People from low-risk places who would go there" }, confirm: { zh: "确认录入", en: "Record it" },
});
