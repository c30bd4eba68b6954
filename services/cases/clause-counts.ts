/** How many cases a clause brought: still open, done, and of the open ones past their deadline. Nothing about anybody. */
export type ClauseCounts = { readonly open: number; readonly done: number; readonly overdue: number };

/** Of fewer, whoever knows one of them would learn of the others. */
export const COUNTED_MIN = 5;
