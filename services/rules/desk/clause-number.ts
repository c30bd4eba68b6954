import { useLanguage } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ClauseChoice } from "../draft/index.ts";
import { useRule } from "./use-rule.ts";

/** How a clause or duty is numbered: `一` is the clause, `一（2）` its second duty; empty where the notice numbers nothing. */
export function useClauseNumber(): (clause: Pick<ClauseChoice, "key" | "number" | "path">) => string {
  const say = words(useLanguage().language);
  const { view: { clauses } } = useRule();
  return ({ key, number, path }) => {
    if (number === null) return "";
    // Choices stand clause by clause, its duties behind it.
    const duty = clauses.filter((each) => each.path === path).findIndex((each) => each.key === key);
    return duty <= 0 ? number : say.duty(number, duty);
  };
}

const words = messages({ duty: (number: string, at: number) => ({ zh: `${number}（${at}）`, en: `${number} (${at})` }) });
