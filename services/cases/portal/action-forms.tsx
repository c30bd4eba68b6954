import type { FieldFault } from "#engines/forms";
import { inLanguage, messages, type Language } from "#platform/i18n";
import { controlId, FormField, href, type AskedField, type FieldError, type View } from "#platform/portal-ui";
import type { ComponentChildren, VNode } from "preact";
import type { ApplicantMove, CaseStatus, StatusTold } from "../portal-views.ts";
import { NUDGE_PATH, RATE_PATH, SUPPLEMENT_PATH } from "./request-paths.ts";

/** What every form of the status page carries on, unseen. */
export type Receipt = { readonly number: string; readonly secret: string; readonly commandKey: string; readonly revision: number };
export type ActionProps = { readonly status: CaseStatus; readonly told: StatusTold; readonly receipt: Receipt; readonly view: View };

/** Adding something, asking to hurry, saying whether one is satisfied; null when none of it may be done. */
export function ActionsCard({ status, told, receipt, view }: ActionProps): VNode | null {
  const { language } = view;
  const say = words(language);
  const { mayNudge, mayRate, rated } = status;
  // While something is asked of the person, files go with the answer: two boxes for one thing would leave the answer unsent.
  const maySupplement = status.maySupplement && !status.moves.some(isAsked);
  const field = (name: keyof typeof FIELDS): VNode => {
    const fault = told.faults.find((each) => each.field === name);
    return <FormField field={FIELDS[name]} id={idOf(name)} name={name} written={told.texts[name]} error={fault === undefined ? null : inLanguage(fault.problem, language)} districts={[]} language={language} />;
  };
  return (
    <>
      {mayRate ? (
        <section class="card noprint"><h2>{say.rate}</h2><StatusForm path={RATE_PATH} receipt={receipt} view={view}>{field("satisfied")}{field("comment")}<p><button class="btn wide">{say.rateSend}</button></p></StatusForm></section>
      ) : rated === null ? null : <section class="card"><h2>{say.rated}</h2><p>{rated ? say.yes : say.no}</p></section>}
      {maySupplement || mayNudge ? (
        <section class="card noprint">
          <h2>{maySupplement && mayNudge ? say.both : maySupplement ? say.supplement : say.nudge}</h2>
          {maySupplement ? (
            <details class="pri" open={isWrong(told.faults, ["text", "files"])}>
              <summary><b>{say.supplement}</b></summary>
              <div class="in"><StatusForm path={SUPPLEMENT_PATH} receipt={receipt} view={view}>{field("text")}{field("files")}<p><button class="btn wide">{say.send}</button></p></StatusForm></div>
            </details>
          ) : null}
          {mayNudge ? <StatusForm path={NUDGE_PATH} receipt={receipt} view={view}><button class="btn alt wide">{say.nudge}</button></StatusForm> : null}
          <p class="s m">{status.nudgedToday ? say.nudged : mayNudge ? say.oncePerDay : null}</p>
        </section>
      ) : status.nudgedToday ? <section class="card"><p>{say.nudged}</p></section> : null}
    </>
  );
}

/** A form of the status page, with the receipt in it. */
export function StatusForm({ path, receipt, view, children }: { readonly path: string; readonly receipt: Receipt; readonly view: View; readonly children: ComponentChildren }): VNode {
  return (
    <form method="post" action={href(path, view)} enctype="multipart/form-data">
      {Object.entries(receipt).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {children}
    </form>
  );
}

/** What is wrong with what was added or said, for the box above. */
export function actionErrors(faults: readonly FieldFault[], language: Language): FieldError[] {
  return faults.flatMap(({ field, problem, remedy }) => (isOurs(field) ? [{ fieldId: controlId(FIELDS[field], idOf(field)), problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) }] : []));
}

/** Is it a step that waits for the person, rather than one of their own accord? */
export const isAsked = ({ kind }: ApplicantMove): boolean => kind === null;

const idOf = (name: string): string => `a-${name}`;
const isOurs = (field: string): field is keyof typeof FIELDS => field in FIELDS;
const isWrong = (faults: readonly FieldFault[], fields: readonly string[]): boolean => faults.some(({ field }) => fields.includes(field));

/** Files that may go with what is sent; the portal takes these many at a time. */
export const FILES_FIELD = { key: "files", kind: "files", most: 3, required: false, name: { zh: "照片或文件", en: "Pictures or documents" }, hint: null } as const satisfies AskedField;

const FIELDS = {
  text: { key: "text", kind: "long-text", lengthMax: 1_000, required: true, name: { zh: "要补充什么", en: "What would you add?" }, hint: null },
  files: FILES_FIELD,
  satisfied: { key: "satisfied", kind: "choice", required: true, name: { zh: "结果满意吗", en: "Are you satisfied?" }, hint: null, choices: [{ key: "true", name: { zh: "满意", en: "Yes" } }, { key: "false", name: { zh: "不满意", en: "No" } }] },
  comment: { key: "comment", kind: "long-text", lengthMax: 500, required: false, name: { zh: "想说的话", en: "Your words" }, hint: null },
} as const satisfies Readonly<Record<string, AskedField>>;

const words = messages({
  both: { zh: "补充或催办", en: "Add something, or hurry it" }, supplement: { zh: "补充情况", en: "Add something" }, nudge: { zh: "催一下", en: "Ask them to hurry" }, send: { zh: "交上去", en: "Send it" },
  oncePerDay: { zh: "一天催一次就够，多催不会更快。", en: "Once a day is enough; more does not make it faster." }, nudged: { zh: "今天已经催过，办理人看得到。", en: "You asked today; they see it." },
  rate: { zh: "您来评价", en: "How was it?" }, rateSend: { zh: "交评价", en: "Send" }, rated: { zh: "您的评价", en: "Your rating" }, yes: { zh: "满意", en: "Satisfied" }, no: { zh: "不满意", en: "Not satisfied" },
});
