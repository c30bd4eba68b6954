/** The list a case was opened from, carried along with the way there: addresses in their order, nothing personal. */
export type ListAround = { readonly around: readonly string[] };

/** What a link to a case carries along. */
export function aroundOf(cases: readonly { readonly district: string; readonly number: string }[]): ListAround {
  return { around: cases.map(({ district, number }) => `${district}/${number}`) };
}

/** The cases before and after this one in the list it was opened from; null where there is none, or it was opened otherwise. */
export function neighbours(state: unknown, district: string, number: string): { readonly before: string | null; readonly after: string | null } {
  const around = isAround(state) ? state.around : [];
  const at = around.indexOf(`${district}/${number}`);
  return at < 0 ? { before: null, after: null } : { before: around[at - 1] ?? null, after: around[at + 1] ?? null };
}

function isAround(state: unknown): state is ListAround {
  return typeof state === "object" && state !== null && "around" in state && Array.isArray(state.around) && state.around.every((each) => typeof each === "string" && /^\d{6}\/\d{4}-\d{5,7}$/u.test(each));
}
