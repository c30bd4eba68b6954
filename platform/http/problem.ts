import { inLanguage, type Language } from "#platform/i18n";
import { problemWords, type ProblemWords } from "./problem-words.ts";

/** What is wrong with one field and what to do about it. `field` is its path in what was sent, `settings.title.zh`. */
export type FieldProblem = ProblemWords & { readonly field: string };

/** Why a request was not served. `field` is the field of the form or query that is meant, null for the request itself. */
export type Problem = ProblemWords & {
  readonly status: number;
  readonly field: string | null;
  /** What was found wanting, for programs and operators, e.g. `database`; never personal. */
  readonly reasons?: readonly string[];
  /** Every field that is wrong, when there may be several. */
  readonly errors?: readonly FieldProblem[];
  /** Facts a program needs to go on, e.g. the state that is there now; never personal beyond what the caller may read. */
  readonly facts?: Readonly<Record<string, unknown>>;
};

/** RFC 9457, with what is wrong and what to do about it beside the standard members. */
export type ProblemDetails = {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly field: string | null;
  readonly problem: string;
  readonly remedy: string;
  readonly reasons?: readonly string[];
  readonly errors?: readonly { readonly field: string; readonly problem: string; readonly remedy: string }[];
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly requestId: string;
};

/** A problem with the usual words of its status, or closer ones. */
export function httpProblem(status: number, { field = null, ...closer }: Partial<Omit<Problem, "status">> = {}): Problem {
  return { ...problemWords(status), ...closer, status, field };
}

/** The problem as a program reads it (`application/problem+json`). */
export function problemDetails(problem: Problem, language: Language, requestId: string): ProblemDetails {
  const [what, remedy] = [inLanguage(problem.problem, language), inLanguage(problem.remedy, language)];
  return {
    type: "about:blank", title: inLanguage(problemWords(problem.status).problem, language), status: problem.status,
    detail: language === "en" ? `${what}. ${remedy}` : `${what}。${remedy}`,
    field: problem.field, problem: what, remedy,
    ...(problem.reasons === undefined ? {} : { reasons: problem.reasons }),
    ...(problem.errors === undefined ? {} : {
      errors: problem.errors.map((each) => ({ field: each.field, problem: inLanguage(each.problem, language), remedy: inLanguage(each.remedy, language) })),
    }),
    ...(problem.facts === undefined ? {} : { facts: problem.facts }),
    requestId,
  };
}
