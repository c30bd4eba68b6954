export { QuestionPage, type QuestionPageProps } from "./question-page.tsx";
export { questionCard, questionsDoor, QuestionsPage } from "./questions-page.tsx";
export { QUESTIONS_PATH, questionPath } from "./question-paths.ts";
