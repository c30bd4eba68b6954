import { deadlineInWords, inLanguage, messages, type Language } from "#platform/i18n";
import { controlId, FormField, type FieldError } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { ApplicantMove, StatusTold } from "../portal-views.ts";
import { FILES_FIELD, isAsked, StatusForm, type ActionProps } from "./action-forms.tsx";
import { questionErrors, Questions, type DistrictNames } from "./questions.tsx";
import { MOVE_PATH } from "./request-paths.ts";

type MovesProps = ActionProps & { readonly districts: DistrictNames; /** Steps that wait for the person, or what they may do of their own accord: withdraw, contest, appeal. */ readonly which: "asked" | "own" };

/** The moves a person may make, each with what it asks and, where it needs one, the reason. */
export function MovesCards({ which, ...props }: MovesProps): VNode | null {
  const say = words(props.view.language);
  const { moves } = props.status;
  if (which === "asked") return <>{moves.filter(isAsked).map((move, at) => <section class="card noprint" id={at === 0 ? "asked" : undefined}><h2>{inLanguage(move.name, props.view.language)}</h2><Until move={move} language={props.view.language} /><MoveForm {...props} move={move} /></section>)}</>;
  const own = moves.filter((move) => !isAsked(move));
  if (own.length === 0) return null;
  return (
    <section class="card noprint">
      <h2>{own.every(({ kind }) => kind === "withdraw") ? say.withdraw : say.disagree}</h2>
      {own.map((move) => (
        <details open={movedOf(props.told, moves)?.key === move.key && props.told.faults.length > 0}>
          <summary><b>{inLanguage(move.name, props.view.language)}</b></summary>
          <div class="in"><Until move={move} language={props.view.language} /><MoveForm {...props} move={move} /></div>
        </details>
      ))}
    </section>
  );
}

/** What is wrong with a move that was tried, for the box above. */
export function moveErrors(moves: readonly ApplicantMove[], told: StatusTold, language: Language): FieldError[] {
  const move = movedOf(told, moves);
  if (move === undefined) return [];
  const ours = (name: string, fieldId: string): FieldError[] => told.faults.filter(({ field }) => field === name).map(({ problem, remedy }) => ({ fieldId, problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) }));
  return [...questionErrors(move.form, prefixOf(move), told.faults, language), ...(move.reason === "none" ? [] : ours(REASON, reasonId(move))), ...ours(FILES_FIELD.key, controlId(FILES_FIELD, filesId(move)))];
}

/** The move that what was sent speaks of; where it names none, the first that may be made. */
function movedOf(told: StatusTold, moves: readonly ApplicantMove[]): ApplicantMove | undefined {
  return moves.find(({ key }) => key === told.texts["move"]) ?? moves[0];
}

const REASON = "reason";
const prefixOf = ({ key }: ApplicantMove): string => `m-${key}`;
const filesId = (move: ApplicantMove): string => `${prefixOf(move)}.${FILES_FIELD.key}`;
const reasonId = (move: ApplicantMove): string => `${prefixOf(move)}.${REASON}`;

function MoveForm({ move, status, told, receipt, view, districts }: ActionProps & { readonly move: ApplicantMove; readonly districts: DistrictNames }): VNode {
  const { language } = view;
  const say = words(language);
  const isTold = movedOf(told, status.moves)?.key === move.key;
  const texts: StatusTold["texts"] = isTold ? told.texts : {};
  const faults = isTold ? told.faults : [];
  const fault = faults.find(({ field }) => field === REASON);
  const wrongFile = faults.find(({ field }) => field === FILES_FIELD.key);
  return (
    <StatusForm path={MOVE_PATH} receipt={receipt} view={view}>
      <input type="hidden" name="move" value={move.key} />
      <Questions form={move.form} prefix={prefixOf(move)} numbered={false} texts={texts} faults={faults} districts={districts} language={language} />
      {move.reason === "none" ? null : (
        <FormField field={{ key: REASON, kind: "long-text", lengthMax: 1_000, required: move.reason === "required", name: { zh: "为什么", en: "Why?" }, hint: null }} id={reasonId(move)} written={texts[REASON]} error={fault === undefined ? null : inLanguage(fault.problem, language)} districts={[]} language={language} />
      )}
      {isAsked(move) && status.maySupplement ? <FormField field={FILES_FIELD} id={filesId(move)} name={FILES_FIELD.key} written={undefined} error={wrongFile === undefined ? null : inLanguage(wrongFile.problem, language)} districts={[]} language={language} /> : null}
      <p><button class={move.kind === "withdraw" ? "btn alt wide" : "btn wide"}>{move.kind === null ? say.send : inLanguage(move.name, language)}</button></p>
    </StatusForm>
  );
}

function Until({ move, language }: { readonly move: ApplicantMove; readonly language: Language }): VNode | null {
  const say = words(language);
  return (
    <>
      {move.kind === "appeal" ? <p class="m">{say.another}</p> : null}
      {move.until === null ? null : <p class="m">{(move.kind === null ? say.answerUntil : say.until)(deadlineInWords(new Date(move.until), language))}</p>}
    </>
  );
}

const words = messages({
  withdraw: { zh: "不办了", en: "No longer needed" }, disagree: { zh: "不同意这个结果", en: "You do not agree?" },
  another: { zh: "换一个人重新看，不是原来办的人。", en: "Somebody else looks at it anew, not who handled it." },
  until: (moment: string) => ({ zh: `${moment} 前可以提。`, en: `Possible until ${moment}.` }), answerUntil: (moment: string) => ({ zh: `请在 ${moment} 前交。`, en: `Please send it by ${moment}.` }), send: { zh: "交上去", en: "Send it" },
});
