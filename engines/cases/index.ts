/** Cases: what may be asked, through which states it moves, who acts by when. Pure. */
export type { CaseMatch, CaseMove, CaseState, CaseType, Deadline, Duration, Mover, StateOwner } from "./case-type.ts";
export type { CaseActor, CaseEvent, CaseStanding } from "./case.ts";
export { caseTypeInFile } from "./case-type-file.ts";
export { checkCaseType } from "./check-case-type.ts";
export type { TypeFault } from "./type-fault.ts";
export { type CaseCalendar, type CountedMoment, deadlineOf, momentAfter, OFFICIAL_CALENDAR, type StateDeadline } from "./deadlines.ts";
export { answersSoFar, isOpen, standingAfter, standingOf, stateOf } from "./standing.ts";
export { barredOfficers, type CaseFacts, type KnownRecord, makeMove, moveRefusal, type MoveOrder, type MoveOutcome, type NamedRecord, type OfferedMove, offeredMoves } from "./moves.ts";
export { type MoveRefusal, refusalWords } from "./refusal-words.ts";
export { clockStep } from "./clock-step.ts";
export { type Officer, type OwnerGround, type Owners, ownersOf } from "./owners.ts";
