import { type CaseCalendar, type CaseEvent, type CaseStanding, type CaseType, type Deadline, deadlineOf, isOpen, offeredMoves, stateOf } from "#engines/cases";
import type { Answers } from "#engines/forms";
import { dayInChina, type LocalText } from "#platform/i18n";
import type { ApplicantMove, CaseStatus, ClauseOf, StatusStep } from "../portal-views.ts";
import { type PlaceNames, publicWords, shownAnswers, wordsOf } from "./event-words.ts";

/** A case as its course is told: what is known of it and what happened. `address`: by its receipt; `lies`: of its row. `rated`: whether whoever asked was satisfied. */
export type ToldCase = {
  readonly address: { readonly district: string; readonly number: string }; readonly type: CaseType; readonly title: string; readonly openedAt: string; readonly standing: CaseStanding; readonly events: readonly CaseEvent[]; readonly answers: Answers;
  readonly satisfied: boolean | null; readonly mayRate: boolean;
  readonly lies: { readonly district: string; readonly number: string };
};
/** What else it is told by. `city`: the city's own code. `withOthers`: others were merged into the case. */
export type StatusGround = { readonly withOthers: boolean; readonly clause: ClauseOf | null; readonly places: PlaceNames; readonly city: string; readonly calendar: CaseCalendar; readonly now: string; readonly telephone: (district: string) => string | null };

/** How a case stands, for the person with its receipt. `goesOnIn`: the case it was merged into, whose course by officers and clock is told in its place; nothing that its own applicant said. */
export function caseStatus(own: ToldCase, goesOnIn: ToldCase | null, ground: StatusGround): CaseStatus {
  const { places, city, calendar, now } = ground;
  const current = goesOnIn ?? own;
  const { type, standing } = current;
  const state = stateOf(type, standing.state);
  const open = isOpen(type, standing);
  const isCitys = state.owner === "city-officers" || standing.escalated;
  const inCharge = places(isCitys ? city : current.address.district);
  const isOwn = goesOnIn === null;
  const offered = offeredMoves({ type, answers: current.answers, events: current.events, standing, calendar }, { kind: "applicant" }, now).filter(({ refusal }) => refusal === null);
  // Whoever was merged may object to what came of it; one case of several people is nobody's to withdraw.
  const may = offered.filter(({ move: { kind } }) => (isOwn ? kind !== "withdraw" || !ground.withOthers : kind === "contest" || kind === "appeal"));
  return {
    number: own.address.number, district: current.address.district, districtName: places(current.address.district), type: { key: own.type.key, name: own.type.name }, clause: ground.clause, title: own.title, openedAt: own.openedAt,
    state: state.public, tone: state.tone, final: !open, dueAt: open ? standing.dueAt : null, deadlineSource: open ? sourceOf(state.deadline, standing, calendar) : null,
    afterwards: open ? afterwards(type, state.deadline, standing) : null, escalated: standing.escalated, overdue: open && state.owner !== "applicant" && standing.dueAt !== null && standing.dueAt <= now,
    steps: [
      ...stepsOf(own, isOwn ? null : -1, places, null),
      ...(goesOnIn === null ? [] : stepsOf(goesOnIn, null, places, own.lies)),
      // When it is to be done by stands at the end of the course.
      ...(open && standing.dueAt !== null && standing.dueAt > now && state.owner !== "applicant" ? [{ at: standing.dueAt, title: { zh: "最晚这时办完这一步", en: "This step is done by then at the latest" }, quote: null, answers: [], place: "to-come" as const }] : []),
    ],
    inCharge, telephone: ground.telephone(isCitys ? city : current.address.district),
    moves: may.map(({ move, until }): ApplicantMove => ({ key: move.key, name: move.name, kind: move.kind, reason: move.reason, until, form: move.form })), withOthers: isOwn && open && ground.withOthers,
    maySupplement: isOwn && open && type.applicantMay.supplement, mayNudge: isOwn && open && type.applicantMay.nudge && state.owner !== "applicant",
    nudgedToday: own.events.some(({ kind, at }) => kind === "nudged" && dayInChina(new Date(at)) === dayInChina(new Date(now))),
    mayRate: isOwn && own.mayRate, rated: own.satisfied, mergedInto: goesOnIn?.address.number ?? own.standing.mergedInto?.number ?? null, revision: standing.revision,
  };
}

/** The course of a case; `mergedFrom`: as the applicant of that case is told it. The last thing that brought it to its present state is where it is now; `now` -1: it is somewhere else. */
function stepsOf({ type, events, standing }: ToldCase, now: -1 | null, places: PlaceNames, mergedFrom: ToldCase["address"] | null): readonly StatusStep[] {
  const last = events.findLastIndex(({ kind }) => kind === "opened" || kind === "moved");
  const told = events.flatMap((event, at): readonly StatusStep[] => {
    const objectedBy = event.kind === "moved" ? event.mergedFrom ?? null : null;
    const isOwn = mergedFrom === null ? objectedBy === null : objectedBy?.district === mergedFrom.district && objectedBy.number === mergedFrom.number;
    const title = objectedBy !== null && !isOwn ? OBJECTED : publicWords(type, event, places);
    // Of another's case only what officers and the clock did, and who objected.
    if (title === null || (mergedFrom !== null && !isOwn && objectedBy === null && (event.actor.kind === "applicant" || event.kind === "opened"))) return [];
    const move = event.kind === "moved" ? type.moves.find(({ key }) => key === event.move) : undefined;
    const isSaidOpenly = event.actor.kind === "officer" && ((event.kind === "handed-over" && mergedFrom === null) || move?.reasonPublic === true);
    const answers = event.kind === "moved" && move !== undefined ? shownAnswers(move.form, event.answers, places).filter(({ personal }) => !personal).map(({ name, shown }) => ({ name, shown })) : [];
    return [{ at: event.at, title, quote: isSaidOpenly ? wordsOf(event) : null, answers, place: now === null && at === last && !isOpen(type, standing) ? "now" : "done" }];
  });
  if (now !== null || !isOpen(type, standing)) return told;
  const state = stateOf(type, standing.state);
  const [end] = told.slice(-1);
  // Told already by the step that led here.
  if (end !== undefined && end.title === state.public) return [...told.slice(0, -1), { ...end, place: "now" }];
  return [...told, { at: standing.since, title: state.public, quote: null, answers: [], place: "now" }];
}

/** What several people asked for together tells each of the others no more than this. */
const OBJECTED: LocalText = { zh: "一起反映的另一位不同意这个结果", en: "Somebody else who asked for the same did not agree with the outcome" };

/** The deadline's source; where days off are not announced yet, that it was counted without them. */
function sourceOf(deadline: Deadline | null, { since }: CaseStanding, calendar: CaseCalendar): LocalText | null {
  if (deadline === null) return null;
  const { source: { zh, en } } = deadline;
  const year = deadlineOf({ deadline }, since, calendar)?.notAnnounced ?? null;
  return year === null ? { zh, en } : { zh: `${zh}（${year}年的放假安排还没公布，按每天都算）`, en: `${en} (the days off of ${year} are not announced yet: every day was counted)` };
}

function afterwards(type: CaseType, deadline: Deadline | null, { escalated }: CaseStanding): LocalText | null {
  if (deadline === null || escalated) return null;
  const { then } = deadline;
  if (then.kind === "escalate") return { zh: "过了这个时间还没办完，市里一起督办。", en: "If it is not done by then, the city sees to it too." };
  const move = type.moves.find(({ key }) => key === then.move);
  const to = type.states.find(({ key }) => key === move?.to)?.public;
  return to === undefined ? null : { zh: `过了这个时间：${to.zh}`, en: `After that: ${to.en}` };
}

