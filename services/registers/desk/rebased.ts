import type { FormDraft } from "#platform/desk-ui";

/**
 * A form that was begun from one version of a record, carried over to a newer one: what was not touched becomes what it is now, what was typed stays. `clashes`: fields that both
 * changed, each to something else.
 */
export function rebased(begun: FormDraft, typed: FormDraft, now: FormDraft): { readonly draft: FormDraft; readonly clashes: readonly string[] } {
  const keys = [...new Set([...Object.keys(now), ...Object.keys(typed), ...Object.keys(begun)])];
  const touched = (key: string): boolean => !same(begun[key], typed[key]);
  const draft = Object.fromEntries(keys.flatMap((key) => { const value = touched(key) ? typed[key] : now[key]; return value === undefined ? [] : [[key, value]]; }));
  return { draft, clashes: keys.filter((key) => touched(key) && !same(begun[key], now[key]) && !same(typed[key], now[key])) };
}

type Value = FormDraft[string] | undefined;
const same = (one: Value, other: Value): boolean => JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
