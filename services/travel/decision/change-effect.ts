import { columnValues, type FactValue } from "#engines/rules";
import type { LocalText } from "#platform/i18n";
import type { RiskLevel } from "../risk-list/index.ts";
import type { Authority, RuleText, Verdict } from "./authority.ts";
import { voicesOn } from "./voices.ts";

/** A case whose answer another level changes: who it is, in the rule's words, and the verdicts before and after. */
export type ChangedAnswer = { readonly facts: readonly LocalText[]; readonly before: Verdict; readonly after: Verdict };
/** Whose answers change: of people who live there and would leave for a low-risk place, and of people from low-risk places who would go there. */
export type ChangeEffect = { readonly leaving: readonly ChangedAnswer[]; readonly going: readonly ChangedAnswer[] };

type EffectGround = { readonly authorities: readonly Authority[]; readonly text: RuleText; readonly originFact: string; readonly destinationFact: string; readonly on: string; readonly known: string };

/** What another level of a place does to the answers, over all cases the city's rule can be asked. */
export function changeEffect(before: RiskLevel, after: RiskLevel, { authorities, text, originFact, destinationFact, on, known }: EffectGround): ChangeEffect {
  const own = authorities.find(({ rank }) => rank === "city")?.editions.find((edition) => edition.text !== null && edition.table !== null);
  if (before === after || own?.table === undefined || own.table === null) return { leaving: [], going: [] };
  let cases: Record<string, FactValue>[] = [{}];
  for (const { name, classes } of columnValues(own.table)) {
    if (name === originFact || name === destinationFact) continue;
    const values = classes.filter(({ other }) => !other).map(({ example }) => example as FactValue);
    cases = cases.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))).slice(0, CASES_MAX);
  }
  const verdict = (facts: Record<string, FactValue>): Verdict | null => {
    const found = voicesOn(authorities, facts, { on, known });
    return found.kind === "voices" ? found.verdict : null;
  };
  const changed = (fact: string, other: string): readonly ChangedAnswer[] => cases.flatMap((each): ChangedAnswer[] => {
    const [was, is] = [before, after].map((level) => verdict({ ...each, [fact]: level, [other]: "low" }));
    return was === undefined || is === undefined || was === null || is === null || was.value === is.value ? [] : [{ facts: wordsOf(each, text), before: was, after: is }];
  });
  return { leaving: changed(originFact, destinationFact), going: changed(destinationFact, originFact) };
}

/** What is so of a case, in words: values as they are, truths with the name of their fact. */
function wordsOf(facts: Readonly<Record<string, FactValue>>, text: RuleText): readonly LocalText[] {
  return Object.entries(facts).flatMap(([fact, value]): LocalText[] => {
    const words = text.facts[fact];
    const said = words?.values[String(value)];
    if (words === undefined || said === undefined) return [];
    return [typeof value === "boolean" ? { zh: `${words.name.zh}：${said.zh}`, en: `${words.name.en}: ${said.en}` } : said];
  });
}

/** A rule with more cases is told by its first ones. */
const CASES_MAX = 400;
