import { inLanguage, messages, type Language } from "#platform/i18n";
import { Card, controlId, ErrorSummary, errorTitle, FormField, href, Icon, Note, Page, Telephone, VerdictCard, type PageContext } from "#platform/portal-ui";
import { clauseLabel, clausePath, type Notice } from "#services/notices";
import type { ComponentChildren, VNode } from "preact";
import type { PackQuestion, QuestionAnswer, questionOn } from "../question/index.ts";
import { QUESTIONS_PATH, questionPath } from "./question-paths.ts";

/** What a question's page is drawn from. */
export type QuestionPageProps = {
  readonly question: PackQuestion;
  /** The rule of the day; null when there is none that can be asked. */
  readonly asked: ReturnType<typeof questionOn>;
  readonly written: Readonly<Record<string, string>>;
  readonly answer: QuestionAnswer | null;
  readonly notices: readonly Notice[];
};

/** One question that a rule answers: the answer first when there is one, its ground, and the form to ask again. At an address that can be kept and sent. */
export function QuestionPage({ question, asked, written, answer, notices, ...context }: PageContext & QuestionPageProps): VNode {
  const { view } = context;
  const { language } = view;
  const say = words(language);
  const title = inLanguage(question.question, language);
  const wrong = faultsOf(answer, asked, language);
  const decided = answer?.kind === "decided" ? answer : null;
  return (
    <Page {...context} title={wrong.length > 0 ? errorTitle(title, language) : decided === null ? title : `${inLanguage(decided.outcome.name, language)} · ${title}`} crumbs={[{ label: say.home, path: "/" }, { label: say.questions, path: QUESTIONS_PATH }]}>
      {decided === null ? <div class="doc"><h1>{title}</h1><p class="lead">{inLanguage(question.about, language)}</p></div> : null}
      <div class={decided === null ? "narrow stack" : "cols plain"}>
        {decided === null ? null : (
          <div class="stack">
            <VerdictCard tone={decided.outcome.tone} label={title} title={inLanguage(decided.outcome.name, language)}>
              {(language === "en" ? decided.reasons.en : decided.reasons.zh).map((reason) => <p>{reason}</p>)}
              <p class="end">{say.version(decided.version)}</p>
            </VerdictCard>
            <Ground question={question} answer={decided} notices={notices} view={view} />
          </div>
        )}
        <div class="stack">
          <ErrorSummary errors={wrong} language={language} />
          {answer?.kind === "none" || asked === null ? <p class="note">{say.none} <Telephone number={context.site.helpline.value} /></p> : null}
          {asked === null ? null : (
            <Card title={decided === null ? say.fill : say.again} id="form">
              <form action={href(questionPath(question.rule), view)} method="get">
                {view.elder ? <input type="hidden" name="size" value="large" /> : null}
                {asked.form.map((field, at) => <FormField field={{ ...field, required: true }} id={field.key} number={at + 1} written={written[field.key]} error={wrong.find(({ fieldId }) => fieldId === controlId(field, field.key))?.problem ?? null} districts={[]} language={language} />)}
                <button class="btn wide">{say.ask}</button>
              </form>
            </Card>
          )}
          {decided === null ? null : <Card title={say.doubt}><p><Telephone number={context.site.helpline.value} large /></p></Card>}
        </div>
      </div>
    </Page>
  );
}

function faultsOf(answer: QuestionAnswer | null, asked: QuestionPageProps["asked"], language: Language): readonly { readonly fieldId: string; readonly problem: string; readonly remedy: string }[] {
  const idOf = (key: string): string => { const field = asked?.form.find((each) => each.key === key); return field === undefined ? key : controlId(field, key); };
  if (answer?.kind === "faults") return answer.faults.map(({ field, problem, remedy }) => ({ fieldId: idOf(field), problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) }));
  if (answer?.kind !== "needs") return [];
  return answer.facts.map((fact) => {
    const field = asked?.form.find(({ key }) => key === fact);
    return { fieldId: idOf(fact), problem: words(language).missing(field === undefined ? fact : inLanguage(field.name, language)), remedy: words(language).answerIt };
  });
}

function Ground({ question, answer, notices, view }: { readonly question: PackQuestion; readonly answer: Extract<QuestionAnswer, { kind: "decided" }>; readonly notices: readonly Notice[]; readonly view: PageContext["view"] }): VNode {
  const { language } = view;
  const say = words(language);
  const notice = notices.find(({ key }) => key === question.notice);
  const duties = (notice?.clauses ?? []).flatMap((clause) => clause.obligations.filter(({ key }) => key !== null && answer.clauses.includes(key)).map((duty) => ({ clause, duty })));
  const sources: ComponentChildren[] = answer.sources.map(({ source }) => <p class="s m">{say.source}{inLanguage(source, language)}</p>);
  return (
    <Card title={say.ground}>
      <div class="ground">{notice === undefined ? null : duties.map(({ clause, duty }) => (
        <Note>
          <p><b>{clauseLabel(clause.number, language)} · {inLanguage(clause.title, language)}</b></p>
          {duty.plain === null ? null : <p>{inLanguage(duty.plain, language)}</p>}
          <blockquote lang="zh-CN">{duty.quote}</blockquote>
          <p class="noprint"><a class="go" href={href(clausePath(notice, clause), view)}>{notice.textKind === "restatement" ? say.readRestated : say.read}<Icon name="forward" /></a></p>
        </Note>
      ))}</div>
      {sources}
    </Card>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" }, questions: { zh: "当场回答", en: "Answered at once" },
  fill: { zh: "选一选，马上知道", en: "Choose, and know at once" }, again: { zh: "换个情况再问", en: "Ask about another case" }, ask: { zh: "看答案", en: "See the answer" },
  none: { zh: "现在没有能回答这个问题的规定，请打电话问：", en: "No rule in force answers this now; please ask by telephone:" },
  missing: (name: string) => ({ zh: `还要知道：${name}`, en: `Still to be told: ${name}` }), answerIt: { zh: "答这一项。", en: "Answer this one." },
  ground: { zh: "依据哪一条", en: "On what ground" }, source: { zh: "出处：", en: "Source: " },
  read: { zh: "看通知原文", en: "Read the notice" }, readRestated: { zh: "看通知（转述）", en: "Read the notice (restated)" },
  version: (version: number) => ({ zh: `规则第 ${version} 版`, en: `Rule version ${version}` }), doubt: { zh: "觉得不对？打电话问", en: "Something wrong? Ask by telephone" },
});
