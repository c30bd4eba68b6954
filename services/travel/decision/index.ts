export { isInForce, RANKS, type Authority, type Conditions, type Rank, type RuleEdition, type RuleText, type Verdict, type VerdictTone } from "./authority.ts";
export { changeEffect, type ChangedAnswer, type ChangeEffect } from "./change-effect.ts";
export { arrivalConditions, decideTrip, type Missing, type ToldCondition, type Trip, type TripAnswer, type TripGround } from "./decide-trip.ts";
export { ELSEWHERE, readQuestion, RESERVED_NAMES, VIA_MAX, type AskedTrip, type QuestionFault, type QuestionField, type QuestionGround, type QuestionReading } from "./question.ts";
export { stricterRules, type StricterRow, type StricterRules } from "./stricter-rules.ts";
export type { Voice, Voices } from "./voices.ts";
export { travelAnswers, type AnswerGround, type TravelAnswer, type TravelAnswers, type TravelRule, type TravelRules } from "./travel-answers.ts";
export { keptMoment } from "./kept-day.ts";
