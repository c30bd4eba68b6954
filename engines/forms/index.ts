/** Forms: questions with kinds, bounds and conditions; answers read, checked and told in words; the form as JSON Schema. Pure; knows no city and no service. */
export type { Answers, Choice, Condition, Field, FieldFault, FieldKind, Form, FormSetting, Point, Value, Words } from "./form.ts";
export { askedFields, isAsked } from "./conditions.ts";
export { type AnswersReading, checkAnswers, readAnswers } from "./reading/read-answers.ts";
export { readText, type TextReading } from "./reading/read-text.ts";
export { checkValue } from "./reading/check-value.ts";
export { identityNumber } from "./reading/identity-number.ts";
export { valueInWords, yuan } from "./value-in-words.ts";
export { formSchema } from "./json-schema.ts";
export { formFaults, formInFile } from "./form-file.ts";
export { keyInFile, wordsInFile } from "./file-parts.ts";
export { checkForm, type FormFault } from "./check-form.ts";
