import type { Words } from "#engines/forms";

/** What is wrong with a type of cases: at which place of it, and what to do. */
export type TypeFault = { readonly path: readonly PropertyKey[]; readonly problem: Words; readonly remedy: Words };

export function fault(path: readonly PropertyKey[], problemZh: string, problemEn: string, remedyZh: string, remedyEn: string): TypeFault {
  return { path, problem: { zh: problemZh, en: problemEn }, remedy: { zh: remedyZh, en: remedyEn } };
}
