/** Where all questions stand. */
export const QUESTIONS_PATH = "/ask";
/** Where one question is asked and answered. */
export const questionPath = (rule: string): string => `${QUESTIONS_PATH}/${rule}`;
