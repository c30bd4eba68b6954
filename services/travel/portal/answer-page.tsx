import { dayInWords, inLanguage, messages, minuteInWords, type LocalText } from "#platform/i18n";
import type { City } from "#platform/pack";
import { Card, Chip, Facts, href, Icon, MixedWords, Page, Steps, Telephone, VerdictCard, type PageContext } from "#platform/portal-ui";
import type { Notice } from "#services/notices";
import type { ComponentChildren, VNode } from "preact";
import type { AskedTrip, RuleText, ToldCondition, Trip } from "../decision/index.ts";
import type { TravelPack } from "../pack/load-travel.ts";
import type { KnownArea } from "../risk-list/index.ts";
import type { PlaceLevel } from "../risk-map/index.ts";
import type { TravelAnswer, TravelAnswers } from "../decision/index.ts";
import { GroundCard, MilderCard } from "./ground-card.tsx";
import { LevelChip } from "./level-chip.tsx";
import { MissingCard } from "./missing-card.tsx";
import { NONE_WORDS } from "./none-words.ts";
import { answerPath, AREAS_PATH, formPath, TRAVEL_PATH } from "./travel-paths.ts";

/** What an answer page is drawn from. `at`: the past moment that was asked for, null for now. */
export type AnswerPageProps = {
  readonly answer: Exclude<TravelAnswer, { kind: "faults" }>;
  readonly asked: AskedTrip;
  readonly at: string | null;
  readonly facts: RuleText["facts"];
  readonly travel: Pick<TravelPack, "emergency" | "helplineHours" | "offices">;
  readonly notices: readonly Notice[];
  readonly nameOf: TravelAnswers["nameOf"];
  readonly shortNameOf: TravelAnswers["shortNameOf"];
  /** Districts of the city with their English names. */
  readonly districts: readonly Pick<City["districts"][number], "code" | "name">[];
  /** Where an approval is applied for; null where that cannot be done here. */
  readonly approvalPath: string | null;
};

/** One answer first; then what to do, why, what it rests on. At its own address, so that it can be kept, sent and printed. */
export function AnswerPage({ answer, asked, at, facts, travel, notices, nameOf, shortNameOf, districts, approvalPath, ...context }: PageContext & AnswerPageProps): VNode {
  const { site, view } = context;
  const { language } = view;
  const say = words(language);
  const { title } = headOf(answer, language);
  return (
    <Page {...context} title={title} crumbs={[{ label: say.home, path: "/" }, { label: say.travel, path: TRAVEL_PATH }]} scripts={["notice"]}>
      <div class="cols plain">
        <div class="stack">
          <Answer answer={answer} language={language} nameOf={shortNameOf} at={at} today={site.today} />
          {answer.kind === "missing" ? <MissingCard answer={answer} asked={asked} facts={facts} nameOf={nameOf} shortNameOf={shortNameOf} view={view} /> : <NextSteps answer={answer} travel={travel} approvalPath={approvalPath} helpline={site.helpline.value} view={view} />}
        </div>
        <div class="stack">
          {answer.kind === "decided" ? <GroundCard voices={answer.voices} notices={notices} view={view} /> : null}
          {answer.kind === "elsewhere" && answer.voices.length > 0 ? <GroundCard title={say.state} voices={answer.voices} notices={notices} view={view} /> : null}
          <Card title={say.given}>
            <Facts facts={givenFacts(answer, facts, { nameOf: shortNameOf, districts }, language)} />
            <p class="noprint"><a class="go" href={href(formPath(asked), view)}>{say.change}</a></p>
          </Card>
          {answer.kind === "decided" && answer.milder.length > 0 ? <MilderCard voices={answer.milder} notices={notices} view={view} /> : null}
          <Card title={say.doubt}>
            <p class="m">{say.doubtHint(inLanguage(travel.helplineHours.value, language))}</p>
            <p><Telephone number={site.helpline.value} large /></p>
            <p class="noprint"><a class="go" href={href(answerPath(asked, answer.ground.at.toISOString()), view)}>{say.keep}</a></p>
            <p class="s m noprint">{say.keepHint}</p>
          </Card>
        </div>
      </div>
    </Page>
  );
}

/** What the answer is called, and how it is shown. */
function headOf(answer: AnswerPageProps["answer"], language: PageContext["view"]["language"]): { readonly tone: Parameters<typeof VerdictCard>[0]["tone"]; readonly title: string } {
  const say = words(language);
  if (answer.kind === "decided") return { tone: answer.verdict.tone, title: inLanguage(answer.verdict.name, language) };
  if (answer.kind === "missing") return { tone: "idle", title: answer.missing.length === 1 ? say.oneMissing : say.someMissing };
  return answer.kind === "elsewhere" ? { tone: "idle", title: say.elsewhere } : { tone: "idle", title: say.cannotTell };
}

function Answer({ answer, language, nameOf, at, today }: Pick<AnswerPageProps, "answer" | "nameOf" | "at"> & { readonly today: string; readonly language: PageContext["view"]["language"] }): VNode {
  const say = words(language);
  const { tone, title } = headOf(answer, language);
  const said = (reasons: { readonly zh: readonly string[]; readonly en: readonly string[] }): readonly string[] => (language === "en" ? reasons.en : reasons.zh);
  const { list, rule, at: moment } = answer.ground;
  const asOf = [
    say.asOf(minuteInWords(moment, language)), list === null ? say.noList : say.list(minuteInWords(list.validFrom, language)), rule === null ? null : say.rule(rule), list?.drill === true ? say.drill : null,
  ];
  const lines: ComponentChildren[] = answer.kind === "decided" ? [...new Set(answer.voices.flatMap(({ reasons }) => said(reasons)))].slice(0, 2)
    : answer.kind === "missing" ? [say.missingWhy] : answer.kind === "elsewhere" ? [say.elsewhereWhy(answer.origin)] : [inLanguage(NONE_WORDS[answer.why].what, language)];
  if (answer.kind === "decided" && at === null && answer.trip.on > today) lines.push(say.askAgain);
  if (answer.kind === "decided" && answer.day !== answer.trip.on) lines.push(say.fromDay(dayInWords(answer.day, language)));
  if (answer.kind === "decided" && answer.trip.destinations.length > 1 && answer.destination > 0) lines.push(say.becauseOf(nameOf(answer.trip.destinations[answer.destination] ?? answer.trip.origin)));
  return (
    <VerdictCard tone={tone} label={at === null ? say.yours : say.answeredAt(minuteInWords(moment, language))} title={title}>
      {lines.map((line) => <p>{typeof line === "string" && language === "en" ? <MixedWords text={line} /> : line}</p>)}
      <p class="end">{asOf.filter((each) => each !== null).join(" · ")}</p>
    </VerdictCard>
  );
}

/** What to do now. Only what a clause, a level above or a sourced setting says. */
function NextSteps({ answer, travel, approvalPath, helpline, view }: Pick<AnswerPageProps, "answer" | "travel" | "approvalPath"> & { readonly helpline: string; readonly view: PageContext["view"] }): VNode | null {
  const { language } = view;
  const say = words(language);
  const phone = <Telephone number={helpline} />;
  const hours = inLanguage(travel.helplineHours.value, language);
  const steps: ComponentChildren[] = [];
  if (answer.kind === "none") steps.push(<>{inLanguage(NONE_WORDS[answer.why].help, language)} {phone} {hours}</>);
  if (answer.kind === "elsewhere") steps.push(<><b>{say.askThere}</b></>);
  if (answer.kind === "elsewhere" && answer.levels.origin.kind === "level" && answer.levels.origin.level !== "low") steps.push(<>{say.emergency} <Telephone number={travel.emergency.value} /></>);
  if (answer.kind === "decided") {
    const { tone } = answer.verdict;
    if (tone === "appr") {
      const office = travel.offices.find(({ district }) => district === answer.trip.origin.division.slice(0, 6));
      steps.push(<><b>{say.askApproval}</b> {approvalPath === null ? null : <a class="btn" href={href(approvalPath, view)}>{say.apply}<Icon name="forward" /></a>} {office === undefined ? <>{say.noOffice} {phone} {hours}</> : <>{inLanguage(office.name, language)} {office.phone === null ? phone : <Telephone number={office.phone} />} {office.hours === null ? null : inLanguage(office.hours, language)}</>}</>);
      steps.push(<b>{say.approvedFirst}</b>);
    }
    if (tone === "no" || tone === "appr") steps.push(<>{say.emergency} <Telephone number={travel.emergency.value} /></>);
  }
  const conditions = answer.kind === "decided" || answer.kind === "elsewhere" ? answer.conditions : [];
  const out = conditions.filter(({ way }) => way === "out");
  const back = conditions.filter(({ way }) => way === "back");
  const told: readonly { readonly words: LocalText; readonly authority: ToldCondition["authority"] }[] = answer.kind === "decided" && answer.verdict.tone !== "no" ? answer.told : [];
  if (steps.length + conditions.length + told.length === 0) return <Card title={say.next}><p><a class="go" href={href(AREAS_PATH, view)}>{say.areas}<Icon name="forward" /></a></p></Card>;
  return (
    <Card title={say.next}>
      {steps.length === 0 ? null : <Steps steps={steps} />}
      <Conditions title={answer.kind === "elsewhere" ? say.arriving : say.onTheWay} conditions={out} language={language} />
      <Conditions title={say.comingBack} conditions={back} language={language} />
      <Conditions title={say.also} conditions={told} language={language} />
      <p class="noprint"><a class="go" href={href(AREAS_PATH, view)}>{say.areas}<Icon name="forward" /></a></p>
    </Card>
  );
}

function Conditions({ title, conditions, language }: { readonly title: string; readonly conditions: readonly Pick<ToldCondition, "words" | "authority">[]; readonly language: PageContext["view"]["language"] }): VNode | null {
  if (conditions.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="list">{conditions.map(({ words: said, authority }) => <li>{inLanguage(said, language)}<p class="s m">{words(language).stated(inLanguage(authority.name, language), inLanguage(authority.title, language))}</p></li>)}</ul>
    </>
  );
}

function givenFacts(answer: AnswerPageProps["answer"], facts: RuleText["facts"], { nameOf, districts }: Pick<AnswerPageProps, "nameOf" | "districts">, language: PageContext["view"]["language"]): [string, ComponentChildren][] {
  const english = ({ division }: Trip["origin"]): string | null => (language === "en" ? districts.find(({ code }) => division.startsWith(code))?.name.en ?? null : null);
  const say = words(language);
  const { trip } = answer;
  const levels = "levels" in answer ? answer.levels : null;
  return [
    [say.from, <Place name={nameOf(trip.origin)} english={english(trip.origin)} level={levels?.origin} language={language} />],
    ...trip.destinations.map((place, at): [string, ComponentChildren] => [at === 0 ? say.to : say.via, <Place name={nameOf(place)} english={english(place)} level={levels?.destinations[at]} language={language} />]),
    [say.on, dayInWords(trip.on, language)], [say.until, trip.until === null ? null : dayInWords(trip.until, language)],
    ...Object.entries(facts).map(([fact, { name, values }]): [string, ComponentChildren] => [inLanguage(name, language), answerOf(trip, fact, values, language)]),
  ];
}

function Place({ name, english, level, language }: { readonly name: string; readonly english: string | null; readonly level: PlaceLevel<KnownArea> | undefined; readonly language: PageContext["view"]["language"] }): VNode {
  const say = words(language);
  return (
    <>{english === null ? null : <><b>{english}</b> </>}<b lang="zh-CN">{name}</b> {level === undefined ? null : level.kind === "level" ? <LevelChip level={level.level} language={language} /> : <Chip tone="idle" icon="ring">{say.whichPart}</Chip>}
      {level?.kind === "level" ? level.areas.flatMap(({ stated }) => (stated === null ? [] : [<p class="s m">{say.byCity(minuteInWords(stated.from, language))}<span lang="zh-CN">{stated.source}</span></p>])) : null}
      {level?.kind === "level" && level.higherInside.length > 0 ? <p class="s m">{say.higherInside(level.higherInside.length)}</p> : null}</>
  );
}

function answerOf({ facts }: Trip, fact: string, values: RuleText["facts"][string]["values"], language: PageContext["view"]["language"]): string | null {
  const value = facts[fact];
  if (value === undefined || value === null) return null;
  const said = values[String(value)];
  return said === undefined ? String(value) : inLanguage(said, language);
}

const words = messages({
  home: { zh: "首页", en: "Home" }, travel: { zh: "能出行吗", en: "May I travel?" },
  yours: { zh: "您的答案", en: "Your answer" }, answeredAt: (moment: string) => ({ zh: `${moment}时的答案`, en: `The answer of ${moment}` }),
  oneMissing: { zh: "还差一个信息", en: "One fact is missing" }, someMissing: { zh: "还差几个信息", en: "Some facts are missing" }, missingWhy: { zh: "请回答下面这一个。", en: "Please answer the question below." },
  elsewhere: { zh: "问您住地的防控机构", en: "Ask where you live" }, elsewhereWhy: (place: string) => ({ zh: `您住在${place}，能不能走由那里的疫情防控机构决定，不归本市管。`, en: `You live in ${place}. Whether you may leave is for the epidemic-control body there to decide, not for this city.` }),
  cannotTell: { zh: "现在说不准", en: "We cannot tell" },
  asOf: (moment: string) => ({ zh: `截至 ${moment}`, en: `As of ${moment}` }), list: (moment: string) => ({ zh: `风险名单 ${moment}`, en: `list of ${moment}` }), noList: { zh: "还没有风险名单", en: "no list yet" }, rule: (version: number) => ({ zh: `规则第 ${version} 版`, en: `rule version ${version}` }), drill: { zh: "演练", en: "drill" },
  askAgain: { zh: "等级和规定可能会变，出发那天再问一次。", en: "Levels and rules may change; ask again on the day you leave." }, fromDay: (day: string) => ({ zh: `从${day}起是这样。`, en: `This is so from ${day}.` }), becauseOf: (place: string) => ({ zh: `因为中途要在${place}停留。`, en: `Because you would stop in ${place}.` }),
  state: { zh: "国家怎么说", en: "What the state says" }, given: { zh: "您填的情况", en: "What you told us" }, change: { zh: "修改", en: "Change it" }, from: { zh: "住在", en: "Living in" }, to: { zh: "去", en: "Going to" }, via: { zh: "中途", en: "Stopping in" }, on: { zh: "哪天走", en: "Leaving" }, until: { zh: "哪天回", en: "Back" },
  byCity: (moment: string) => ({ zh: `市里 ${moment}起定的：`, en: `Stated by the city from ${moment}: ` }), whichPart: { zh: "要看哪个街道", en: "depends on the part" }, higherInside: (count: number) => ({ zh: `其中有 ${count} 个地方等级更高`, en: `${count} places in it are at a higher level` }),
  doubt: { zh: "觉得不对？", en: "Something wrong?" }, doubtHint: (hours: string) => ({ zh: `打电话问，${hours}有人接。`, en: `Ask by telephone, ${hours}.` }),
  keep: { zh: "这次回答的固定地址", en: "Address of this very answer" }, keepHint: { zh: "以后什么时候打开这个地址，看到的都是此刻的这个答案。", en: "Whenever it is opened, it shows this very answer, as of this moment." },
  next: { zh: "接下来怎么做", en: "What to do next" }, askApproval: { zh: "向您住地的疫情防控机构申请。", en: "Ask the epidemic-control body where you live." }, noOffice: { zh: "没有查到它公布的电话；请打便民热线问：", en: "No telephone of it is known to us; ask the public line:" },
  apply: { zh: "申请出行批准", en: "Apply for the approval" },
  approvedFirst: { zh: "批准以后才能走。", en: "Leave only once it is approved." }, emergency: { zh: "急病先打", en: "Urgently ill? Call first" }, askThere: { zh: "联系您住地的疫情防控机构。", en: "Contact the epidemic-control body where you live." },
  onTheWay: { zh: "走的时候", en: "On the way" }, comingBack: { zh: "回来的时候", en: "Coming back" }, arriving: { zh: "来本市的时候", en: "Coming here" }, also: { zh: "还有", en: "Also" },
  stated: (who: string, what: string) => ({ zh: `${who}，${what}`, en: `${who}, ${what}` }),
  areas: { zh: "看中高风险地区名单", en: "See the list of risk areas" },
});
