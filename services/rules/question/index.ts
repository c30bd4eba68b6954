export type { PackQuestion, RowSource } from "./question.ts";
export { questionForm } from "./question-form.ts";
export { answerQuestion, questionOn, type QuestionAnswer, type QuestionEdition } from "./answer-question.ts";
