export { everybody, permitted, signedInPeople, type Access } from "./access.ts";
export { callerLanguage, chooseCoding, wantsPage, type ContentCoding } from "./caller.ts";
export type { Log, LogFacts } from "./log.ts";
export { problemWords, type ProblemWords } from "./problem-words.ts";
export { httpProblem, problemDetails, type FieldProblem, type Problem, type ProblemDetails } from "./problem.ts";
export { securityHeaders } from "./security-headers.ts";
export { districtsWith, type SignedIn } from "./signed-in.ts";
export { xmlText } from "./xml-text.ts";
