import { deadlineInWords, inLanguage, messages, minuteInWords } from "#platform/i18n";
import { Card, ErrorSummary, errorTitle, Facts, href, Icon, Log, MixedWords, Note, Page, Telephone, type PageContext } from "#platform/portal-ui";
import { clauseLabel } from "#services/notices";
import type { ComponentChildren, VNode } from "preact";
import type { CaseStatus, StatusStep, StatusTold } from "../portal-views.ts";
import { ActionsCard, actionErrors, type Receipt } from "./action-forms.tsx";
import { MovesCards, moveErrors } from "./move-forms.tsx";
import type { DistrictNames } from "./questions.tsx";
import { ReceiptFields } from "./receipt-fields.tsx";
import { clauseOfPath, REQUESTS_PATH, TRACK_PATH } from "./request-paths.ts";
import { REQUEST_SCRIPTS } from "./scripts.ts";
import { ToneChip } from "./tone-chip.tsx";

/** What the page of a request is drawn from; number and secret go on in hidden fields, never in an address. */
export type StatusPageProps = { readonly status: CaseStatus; readonly secret: string; readonly commandKey: string; readonly told: StatusTold; readonly districts: DistrictNames };

/** How a request stands, for whoever has its receipt: by when what happens, every step with officers' words, what the person may do, and who has it in hand. */
export function StatusPage({ status, secret, commandKey, told, districts, ...context }: PageContext & StatusPageProps): VNode {
  const { view } = context;
  const { language } = view;
  const say = words(language);
  const receipt: Receipt = { number: status.number, secret, commandKey, revision: status.revision };
  const inFields = told.texts["move"] === undefined ? actionErrors(told.faults, language) : moveErrors(status.moves, told, language);
  // A refusal as a whole, such as having asked for haste today already, leads to where the request stands.
  const errors = inFields.length > 0 ? inFields : told.faults.map(({ problem, remedy }) => ({ fieldId: "stands", problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) }));
  const title = inLanguage(status.type.name, language);
  const forms = { status, told, receipt, view };
  return (
    <Page {...context} answersForm path={TRACK_PATH} title={errors.length > 0 ? errorTitle(title, language) : title} crumbs={[{ label: say.home, path: "/" }, { label: say.requests, path: REQUESTS_PATH }]} scripts={REQUEST_SCRIPTS}>
      <div class="cols plain">
        <div class="stack">
          {told.done === null ? null : <div class="note" role="status"><p><b>{inLanguage(told.done, language)}</b></p></div>}
          <ErrorSummary errors={errors} language={language} />
          <section class="card" id="stands">
            <div class="row sp"><p class="s m num">{say.number} <b>{status.number}</b></p><ToneChip tone={status.tone} language={language} /></div>
            <h1>{title}</h1>
            {status.title === "" ? null : <p class="m"><MixedWords text={status.title} /></p>}
            <ByWhen status={status} language={language} />
            <Log entries={status.steps.map((step) => ({ place: step.place, words: <Step step={step} language={language} /> }))} />
          </section>
          <MovesCards {...forms} districts={districts} which="asked" />
        </div>
        <div class="stack">
          <ActionsCard {...forms} />
          <MovesCards {...forms} districts={districts} which="own" />
          {status.withOthers ? <section class="card"><p>{say.withOthers}</p></section> : null}
          <InCharge status={status} {...context} />
          <section class="card noprint">
            <h2>{say.another}</h2>
            <form method="post" action={href(TRACK_PATH, view)} enctype="multipart/form-data"><ReceiptFields number="" faults={[]} language={language} /><p><button class="btn alt wide">{say.look}</button></p></form>
          </section>
        </div>
      </div>
    </Page>
  );
}

/** By when the next step comes, and what happens when it does not. */
function ByWhen({ status, language }: { readonly status: CaseStatus; readonly language: PageContext["view"]["language"] }): VNode | null {
  const say = words(language);
  const merged = status.mergedInto === null ? null : <p>{say.merged(status.mergedInto)}</p>;
  if (status.final || status.dueAt === null) return merged === null && !status.final ? null : <Note>{merged}{status.final ? <p><b>{inLanguage(status.state, language)}</b></p> : null}</Note>;
  const due = deadlineInWords(new Date(status.dueAt), language);
  // After an answer the time that runs is the person's own: no step of the office is to come.
  const mayObject = status.moves.some(({ kind }) => kind === "contest" || kind === "appeal");
  const happens = status.overdue ? say.overdue(due) : mayObject ? say.object(due) : status.tone === "waiting" ? say.waitsUntil(due) : say.due(due);
  return (
    <>
      <Note>{merged}<p><b>{happens}</b>{status.escalated ? say.escalated : status.afterwards === null || mayObject ? null : inLanguage(status.afterwards, language)}</p>{status.moves.some(({ kind }) => kind === null) ? <p class="noprint"><a class="go" href="#asked">{say.asked}<Icon name="forward" /></a></p> : null}</Note>
      {status.deadlineSource === null ? null : <p class="s m">{say.limitFrom}{inLanguage(status.deadlineSource, language)}</p>}
    </>
  );
}

/** A step with its time, the officer's own words, and what else was told. */
function Step({ step, language }: { readonly step: StatusStep; readonly language: PageContext["view"]["language"] }): ComponentChildren {
  const say = words(language);
  const time = step.at === null ? null : minuteInWords(new Date(step.at), language);
  return (
    <>
      <b>{inLanguage(step.title, language)}</b>
      {time === null ? null : <p class="s m num">{step.place === "to-come" ? say.by(time) : time}</p>}
      {step.quote === null ? null : <>{language === "en" ? <p class="s m">{say.inChinese}</p> : null}<p class="note" lang="zh-CN">“{step.quote}”</p></>}
      {step.answers.length === 0 ? null : <Facts facts={step.answers.map(({ name, shown }) => [inLanguage(name, language), <MixedWords text={inLanguage(shown, language)} />])} />}
    </>
  );
}

function InCharge({ status, site, view }: PageContext & { readonly status: CaseStatus }): VNode {
  const { language } = view;
  const say = words(language);
  const { clause } = status;
  return (
    <Card title={status.final ? say.handled : say.inCharge}>
      <Facts facts={[
        [say.body, <b>{inLanguage(status.inCharge, language)}</b>],
        [say.district, inLanguage(status.districtName, language)],
        [say.telephone, status.telephone === null ? <><Telephone number={site.helpline.value} />{say.helpline}</> : <Telephone number={status.telephone} />],
        [say.ground, clause === null ? null : <a href={href(clauseOfPath(clause), view)}>{clauseLabel(clause.number, language)} · {inLanguage(clause.title, language)}</a>],
      ]} />
    </Card>
  );
}

const words = messages({
  object: (moment: string) => ({ zh: `不同意的，${moment} 前可以在这里提。`, en: `If you do not agree, you can say so here until ${moment}. ` }),
  home: { zh: "首页", en: "Home" }, requests: { zh: "反映和申请", en: "Report or apply" }, number: { zh: "受理号", en: "Number" },
  due: (moment: string) => ({ zh: `最迟 ${moment} 有下一步。`, en: `The next step comes by ${moment}. ` }),
  waitsUntil: (moment: string) => ({ zh: `请在 ${moment} 前回复。`, en: `Please answer by ${moment}. ` }),
  overdue: (moment: string) => ({ zh: `应该 ${moment} 前有下一步，已经超时。`, en: `The next step was due by ${moment} and is late. ` }),
  escalated: { zh: "已经转给市里督办。", en: "It has gone up to the city." }, limitFrom: { zh: "时限依据：", en: "The time limit is from: " },
  merged: (number: string) => ({ zh: `已经和 ${number} 并在一起办，下面是那一件的进度。`, en: `It is handled together with ${number}; this is how that one stands.` }),
  withOthers: { zh: "别人也反映了同一件事，和您的一起办，所以不能撤回。", en: "Others told of the same thing; it is handled for all of you together, so it cannot be withdrawn." },
  by: (moment: string) => ({ zh: `最迟 ${moment}`, en: `by ${moment}` }),
  inChinese: { zh: "办理人的话：", en: "The officer's own words, in Chinese:" }, asked: { zh: "请您回复", en: "What is asked of you" },
  inCharge: { zh: "谁在办", en: "Who has it in hand" }, handled: { zh: "谁办的", en: "Who handled it" }, body: { zh: "单位", en: "Body" }, district: { zh: "地方", en: "District" }, telephone: { zh: "电话", en: "Telephone" }, helpline: { zh: "（便民热线）", en: " (public line)" }, ground: { zh: "依据", en: "Ground" },
  another: { zh: "查别的受理号", en: "Look up another" }, look: { zh: "查询", en: "Look it up" },
});
