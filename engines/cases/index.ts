
/** Cases: what may be asked, through which states it moves, who acts by when. Pure. */
export type { CaseMatch, CaseMove, CaseState, CaseType, Deadline, Duration, Mover, StateOwner } from "./case-type.ts";
export type { CaseActor, CaseEvent, CaseStanding } from "./case.ts";
export { caseTypeInFile } from "./case-type-file.ts";
