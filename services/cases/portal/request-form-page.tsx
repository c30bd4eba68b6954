import { dayInWords, inLanguage, messages } from "#platform/i18n";
import { CallableWords, ErrorSummary, errorTitle, href, Icon, Note, Page, Telephone, type PageContext } from "#platform/portal-ui";
import { clauseLabel } from "#services/notices";
import type { VNode } from "preact";
import type { OfferedType, WrittenForm } from "../portal-views.ts";
import { contactCount, contactErrors, ContactQuestions } from "./contact-questions.tsx";
import { firstPromise } from "./duration-words.ts";
import { questionCount, questionErrors, Questions, type DistrictNames } from "./questions.tsx";
import { clauseOfPath, requestPath, REQUESTS_PATH, TRACK_PATH } from "./request-paths.ts";
import { REQUEST_SCRIPTS } from "./scripts.ts";

/** What a form of a request is drawn from: its kind, what was written and what is wrong with it, the city's districts by code. */
export type RequestFormPageProps = { readonly offered: OfferedType; readonly written: WrittenForm; readonly districts: DistrictNames };

/** One kind of request as one page: what helps at once, the questions, who asks, and what happens by when. */
export function RequestFormPage({ offered, written, districts, ...context }: PageContext & RequestFormPageProps): VNode {
  const { site, view } = context;
  const { language } = view;
  const { type, clause } = offered;
  const say = words(language);
  const name = inLanguage(type.name, language);
  const inFields = [...questionErrors(type.form, "q", written.faults, language), ...contactErrors(written.faults, language)];
  // What is about no question, such as a form that was sent before, leads to the form as a whole.
  const ofNone = written.faults.filter(({ field }) => !type.form.some(({ key }) => key === field) && !field.startsWith("contact."));
  const errors = [...ofNone.map(({ problem, remedy }) => ({ fieldId: "form", problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) })), ...inFields];
  const count = questionCount(type.form);
  const promise = firstPromise(type, language);
  const nobody = type.contact === "none" ? say.anonymous : type.contact === "optional" ? say.nameOptional : "";
  return (
    <Page {...context} answersForm={errors.length > 0} title={errors.length > 0 ? errorTitle(name, language) : name} crumbs={[{ label: say.home, path: "/" }, { label: say.requests, path: REQUESTS_PATH }]} scripts={REQUEST_SCRIPTS}>
      <div class="narrow"><h1>{name}</h1><p class="lead m">{inLanguage(type.about, language)}</p>{promise === null && nobody === "" ? null : <p class="m">{[promise?.byWhen, nobody].filter((each) => each !== undefined && each !== "").join(language === "en" ? " " : "")}</p>}</div>
      <div class="narrow stack">
        <ErrorSummary errors={errors} language={language} />
        {ofNone.some(({ field }) => field === "commandKey") ? <section class="card"><p><a class="go" href={href(TRACK_PATH, view)}>{say.track}<Icon name="forward" /></a></p><p><a class="go" href={href(requestPath(type), view)}>{say.anew}<Icon name="forward" /></a></p></section> : null}
        {type.before === null ? null : <Note><p><CallableWords text={inLanguage(type.before, language)} /></p></Note>}
        {clause === null ? <Note><p><b>{say.gone}</b></p><p><Telephone number={site.helpline.value} large /></p></Note> : (
          <form id="form" method="post" action={href(requestPath(type), view)} enctype="multipart/form-data">
            <input type="hidden" name="commandKey" value={written.commandKey} />
            <Questions form={type.form} prefix="q" numbered texts={written.texts} faults={written.faults} districts={districts} language={language} />
            <ContactQuestions type={type} from={count + 1} texts={written.texts} faults={written.faults} language={language} />
            {errors.length > 0 && type.form.some(({ kind }) => kind === "files") ? <p class="m">{say.filesAgain}</p> : null}
            <p><button class="btn wide">{type.group === "apply" ? say.apply : say.send}</button></p>
          </form>
        )}
        <p class="m">{say.unclear} <Telephone number={site.helpline.value} /></p>
        <Ground offered={offered} personal={contactCount(type) > 0 || type.form.some(({ privacy }) => privacy === "personal")} view={view} />
      </div>
    </Page>
  );
}

/** The clause behind it, where its time limit comes from, and how long what is personal is kept. */
function Ground({ offered: { type, clause }, personal, view }: { readonly offered: OfferedType; readonly personal: boolean; readonly view: PageContext["view"] }): VNode {
  const { language } = view;
  const say = words(language);
  const promise = firstPromise(type, language);
  return (
    <section class="card">
      <h2>{say.ground}</h2>
      {clause === null ? null : <p><a class="go" href={href(clauseOfPath(clause), view)}>{clauseLabel(clause.number, language)} · {inLanguage(clause.title, language)}<Icon name="forward" /></a></p>}
      {promise === null ? null : <><p>{promise.byWhen}{language === "en" ? " " : ""}{promise.otherwise}</p><p class="s m">{say.limitFrom}{promise.source}</p></>}
      {personal ? <p class="s m">{say.kept(type.retention.days)}{inLanguage(type.retention.source, language)}{say.asOf(dayInWords(type.retention.asOf, language))}</p> : null}
    </section>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" }, requests: { zh: "反映和申请", en: "Report or apply" },
  anonymous: { zh: "不问名字。", en: "Nobody asks your name." }, nameOptional: { zh: "可以不留名字。", en: "You need not give your name." },
  gone: { zh: "现行的通知里已经没有这一条，这里不再收。有事请打电话。", en: "The notice in force no longer has this clause; nothing is taken in here. Please call." },
  filesAgain: { zh: "照片和文件要重新选一次。", en: "Please choose pictures and documents again." },
  track: { zh: "查已经交的那一件", en: "The request you sent" }, anew: { zh: "另填一张空表", en: "An empty form" },
  send: { zh: "提交", en: "Send it" }, apply: { zh: "提交申请", en: "Send the application" },
  unclear: { zh: "不会填？打电话，有人替您记：", en: "Hard to fill in? Call, and it is taken down for you:" },
  ground: { zh: "依据", en: "What it rests on" }, limitFrom: { zh: "时限依据：", en: "The time limit is from: " },
  kept: (days: number) => ({ zh: `办结 ${days} 天以后，名字、电话和个人信息删掉。依据：`, en: `Names, telephone numbers and what is personal are erased ${days} days after the end. Ground: ` }),
  asOf: (day: string) => ({ zh: `（${day}）`, en: ` (${day})` }),
});
