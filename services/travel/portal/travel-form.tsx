import { inLanguage, messages, type LocalText } from "#platform/i18n";
import type { City } from "#platform/pack";
import { ErrorSummary, errorTitle, href, Icon, Page, Telephone, type PageContext } from "#platform/portal-ui";
import type { ComponentChildren, VNode } from "preact";
import { ELSEWHERE, type AskedTrip, type QuestionFault, type RuleText } from "../decision/index.ts";
import { faultWords } from "./fault-words.ts";
import { ANSWER_PATH, answerPath, AREAS_PATH } from "./travel-paths.ts";

/** What the form shows: the question as far as it is known, and what has to be put right in it. */
export type TravelFormProps = {
  readonly city: Pick<City, "name" | "districts" | "invented">;
  readonly asked: AskedTrip;
  readonly faults: readonly QuestionFault[];
  readonly facts: RuleText["facts"];
  /** Where the rule is written; null where no rule is in force. */
  readonly title: LocalText | null;
  readonly drill: boolean;
};

/** "May I travel?" as a plain form. What the rule asks besides places and days is asked in the pack's words. */
export function TravelFormPage({ city, asked, faults, facts, title, drill, ...context }: PageContext & TravelFormProps): VNode {
  const { site, view } = context;
  const { language } = view;
  const say = words(language);
  const faultOf = (field: string): QuestionFault | null => faults.find((each) => each.field === field) ?? null;
  const errors = faults.map((each) => {
    const { problem, remedy } = faultWords(each, facts);
    return { fieldId: each.field in facts ? `${each.field}-${Object.keys(facts[each.field]?.values ?? {})[0] ?? ""}` : each.field, problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) };
  });
  const districts = [...city.districts, ...(drill && city.invented !== null ? [city.invented] : [])];
  const choices = (field: string, change: (name: string) => AskedTrip): VNode | null => {
    const fault = faultOf(field);
    return fault === null || fault.candidates.length === 0 ? null : <Choices label={say.choose} names={fault.candidates} pathOf={(name) => answerPath(change(name))} view={view} />;
  };
  const names = Object.entries(facts);
  return (
    <Page {...context} title={errors.length > 0 ? errorTitle(say.title, language) : say.title} crumbs={[{ label: say.home, path: "/" }]}>
      <div class="doc"><h1>{say.title}</h1><p class="lead">{say.intro(3 + names.length)}</p></div>
      <div class="narrow stack">
        <ErrorSummary errors={errors} language={language} />
        {title === null ? <p class="note">{say.noRule}</p> : null}
        <form action={href(ANSWER_PATH, view)} method="get">
          {view.elder ? <input type="hidden" name="size" value="large" /> : null}
          <Field number={1} id="from" label={say.from} hint={say.fromHint} fault={faultOf("from")} facts={facts} language={language}>
            <select id="from" name="from" required>
              <option value="">{say.pick}</option>
              {districts.map(({ name }) => <option value={name.zh} selected={asked.from === name.zh}>{inLanguage(name, language)}</option>)}
              <option value={ELSEWHERE} selected={asked.from === ELSEWHERE}>{say.elsewhere(inLanguage(city.name, language))}</option>
            </select>
            <input id="fromPart" name="fromPart" value={asked.fromPart} maxlength={200} aria-label={say.fromPart} placeholder={say.fromPart} autocomplete="off" />
            {choices("from", (name) => ({ ...asked, from: name, fromPart: "" }))}
          </Field>
          <Field number={2} id="to" label={say.to} hint={say.toHint} fault={faultOf("to")} facts={facts} language={language}>
            <input id="to" name="to" value={asked.to} maxlength={200} required autocomplete="off" />
            {choices("to", (name) => ({ ...asked, to: name }))}
          </Field>
          <Field number={3} id="on" label={say.on} hint={say.onHint} fault={faultOf("on")} facts={facts} language={language}>
            <input id="on" type="date" name="on" value={asked.on} required />
          </Field>
          {names.map(([name, { name: called, values }], at) => (
            <fieldset class={faultOf(name) === null ? undefined : "bad"}>
              <legend class="q">{`${4 + at}. ${inLanguage(called, language)}`}</legend>
              <ErrorLine fault={faultOf(name)} facts={facts} language={language} />
              <div class="opts">
                {inOrder(values).map(([value, words_]) => (
                  <label class="opt"><input type="radio" id={`${name}-${value}`} name={name} value={value} checked={asked.facts[name] === value} />{inLanguage(words_, language)}</label>
                ))}
              </div>
            </fieldset>
          ))}
          <details open={asked.until !== "" || asked.via.length > 0 || faultOf("via") !== null || faultOf("until") !== null}>
            <summary><b>{say.more}</b></summary>
            <div class="in stack">
              <Field id="until" label={say.until} hint={say.untilHint} fault={faultOf("until")} facts={facts} language={language}><input id="until" type="date" name="until" value={asked.until} /></Field>
              <Field id="via" label={say.via} hint={say.viaHint} fault={faultOf("via")} facts={facts} language={language}>
                <input id="via" name="via" value={asked.via.join("、")} maxlength={400} autocomplete="off" />
                {choices("via", (name) => ({ ...asked, via: [name] }))}
              </Field>
            </div>
          </details>
          <p><button class="btn wide">{say.submit}</button></p>
        </form>
        <p class="m">{say.unclear} <Telephone number={site.helpline.value} /></p>
        <p><a class="go" href={href(AREAS_PATH, view)}>{say.areas}<Icon name="forward" /></a></p>
      </div>
    </Page>
  );
}

/** Places of one name, each a link to the answer for it. */
export function Choices({ label, names, pathOf, view }: { readonly label: string; readonly names: readonly string[]; readonly pathOf: (name: string) => string; readonly view: PageContext["view"] }): VNode {
  return <><p class="hint">{label}</p><ul class="list links">{names.map((name) => <li><a href={href(pathOf(name), view)}><span class="t" lang="zh-CN">{name}</span></a></li>)}</ul></>;
}

type FieldProps = { readonly number?: number; readonly id: string; readonly label: string; readonly hint: string; readonly fault: QuestionFault | null; readonly facts: RuleText["facts"]; readonly language: PageContext["view"]["language"]; readonly children: ComponentChildren };
function Field({ number, id, label, hint, fault, facts, language, children }: FieldProps): VNode {
  return (
    <div class={fault === null ? undefined : "bad"}>
      <label class="q" for={id}>{number === undefined ? label : `${number}. ${label}`}</label>
      <p class="hint">{hint}</p>
      <ErrorLine fault={fault} facts={facts} language={language} />
      {children}
    </div>
  );
}

function ErrorLine({ fault, facts, language }: Pick<FieldProps, "fault" | "facts" | "language">): VNode | null {
  return fault === null ? null : <p class="err"><Icon name="must-not" />{inLanguage(faultWords(fault, facts).problem, language)}</p>;
}

/** "Yes" before "no"; everything else as the pack has it. */
const inOrder = (values: RuleText["facts"][string]["values"]): [string, LocalText][] => Object.entries(values).toSorted(([one], [other]) => Number(other === "true") - Number(one === "true"));

const words = messages({
  home: { zh: "首页", en: "Home" },
  title: { zh: "能出行吗", en: "May I travel?" },
  intro: (count: number) => ({ zh: `${count} 个问题，大约一分钟。不用登录，不记名字，答完不保存。`, en: `${count} questions, about a minute. No sign-in, no name, nothing is kept.` }),
  noRule: { zh: "现在没有生效的出行规则表，请打电话问。", en: "No travel rule is in force at the moment. Please ask by telephone." },
  from: { zh: "您住在哪里", en: "Where do you live?" }, fromHint: { zh: "现在住的旗县市区；有中高风险地区的，再写街道、乡镇或者小区", en: "Your district; where parts of it are listed, your street, township or estate too" },
  pick: { zh: "请选择", en: "Please choose" }, fromPart: { zh: "街道、乡镇、小区（可以不填）", en: "Street, township, estate (optional)" },
  elsewhere: (city: string) => ({ zh: `不住在${city}（在下面写省市县）`, en: `Not in ${city} (write the place below)` }),
  to: { zh: "要去哪里", en: "Where do you go?" }, toHint: { zh: "写到县区，例如“北京市大兴区”“扎兰屯市”", en: "Down to the county, in Chinese or pinyin, e.g. 北京市大兴区" },
  on: { zh: "哪天走", en: "Which day do you leave?" }, onHint: { zh: "年-月-日", en: "Year-month-day" },
  more: { zh: "哪天回来、中途停留（可以不填）", en: "Coming back, stops on the way (optional)" },
  until: { zh: "哪天回来", en: "Which day are you back?" }, untilHint: { zh: "规定在这之前有变化的，按最严的算", en: "Where rules change before that day, the strictest counts" },
  via: { zh: "中途在哪里停留", en: "Where do you stop on the way?" }, viaHint: { zh: "几个地方用顿号隔开，最多四个", en: "Several places with commas between them, four at most" },
  submit: { zh: "看结果", en: "See the answer" },
  unclear: { zh: "说不清楚？打电话问：", en: "Not clear? Ask by telephone:" },
  choose: { zh: "您说的是哪一个：", en: "Which one do you mean?" },
  areas: { zh: "看中高风险地区名单", en: "See the list of risk areas" },
});
