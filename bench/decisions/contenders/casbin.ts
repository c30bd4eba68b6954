import { readCell } from "../cells.ts";
import type { Contender } from "../contender.ts";
import { otherEngine } from "../packages.ts";
import { answerOf, type Journey, TRAVEL } from "../travel-table.ts";

type Enforcer = { addFunction: (name: string, work: (value: unknown, cell: string) => boolean) => Promise<void>; addPolicies: (rows: string[][]) => Promise<boolean>; enforceExSync: (...facts: unknown[]) => [boolean, string[]] };
type Casbin = { readonly newModelFromString: (text: string) => unknown; readonly newEnforcer: (model: unknown) => Promise<Enforcer> };

const NAMES = TRAVEL.inputs.map(({ expression }) => expression as keyof Journey);
const MODEL = `
[request_definition]
r = ${NAMES.join(", ")}
[policy_definition]
p = ${NAMES.join(", ")}, answer
[policy_effect]
e = priority(p.eft) || deny
[matchers]
m = ${NAMES.map((name) => `(p.${name} == "-" || lets(r.${name}, p.${name}))`).join(" && ")}
`;

/** Rows as policies, the first that matches counts; cells are judged by a function of ours, as casbin's manual has it for what it cannot say. */
export const contenders: readonly Contender[] = [{
  name: "casbin",
  load: async () => {
    const { newEnforcer, newModelFromString } = await otherEngine<Casbin>("casbin");
    const enforcer = await newEnforcer(newModelFromString(MODEL));
    const known = new Map(TRAVEL.rules.flatMap(({ tests }) => tests).map((text) => [text, judge(text)]));
    await enforcer.addFunction("lets", (value, cell) => known.get(cell)?.(value) ?? false);
    await enforcer.addPolicies(TRAVEL.rules.map(({ tests }, row) => [...tests, answerOf(row)]));
    return { kind: "at-once", decide: ({ origin, destination, reason, group, approval, days }) => enforcer.enforceExSync(origin, destination, reason, group, approval, days)[1].at(-1) ?? "" };
  },
}];

function judge(text: string): (value: unknown) => boolean {
  const cell = readCell(text);
  switch (cell.kind) {
    case "any": return () => true;
    case "truth": return (value) => value === cell.value;
    case "texts": { const texts = new Set<unknown>(cell.values); return (value) => texts.has(value) !== cell.negated; }
    case "range": return (value) => typeof value === "number"
      && (cell.low === null || value > cell.low.value || (cell.low.closed && value === cell.low.value))
      && (cell.high === null || value < cell.high.value || (cell.high.closed && value === cell.high.value));
  }
}
