import { type Question, questionsByRow } from "../cells.ts";
import type { Contender } from "../contender.ts";
import { otherEngine } from "../packages.ts";
import { answerOf, type Journey } from "../travel-table.ts";

type Uid = { readonly type: string; readonly id: string };
type Cedar = {
  readonly preparsePolicySet: (name: string, policies: { readonly staticPolicies: Readonly<Record<string, string>> }) => { readonly type: string };
  readonly statefulIsAuthorized: (call: {
    readonly principal: Uid; readonly action: Uid; readonly resource: Uid; readonly context: Journey; readonly preparsedPolicySetId: string; readonly entities: readonly [];
  }) => { readonly type: string; readonly response?: { readonly diagnostics: { readonly reason: readonly string[] } } };
};

const [principal, action, resource] = [{ type: "Resident", id: "one" }, { type: "Action", id: "travel" }, { type: "Journey", id: "one" }];

/** Each row a permission. Cedar names all that hold; the first of them in the table's order is the row that counts. */
export const contenders: readonly Contender[] = [{
  name: "cedar-wasm, pre-parsed",
  load: async () => {
    const { preparsePolicySet, statefulIsAuthorized } = await otherEngine<Cedar>("@cedar-policy/cedar-wasm/nodejs");
    const rows = questionsByRow();
    const parsed = preparsePolicySet("travel", { staticPolicies: Object.fromEntries(rows.map((questions, row) => [String(row), `permit(principal, action, resource)${questions.map((question) => ` when { ${condition(question)} }`).join("")};`])) });
    if (parsed.type !== "success") throw new Error(`cedar-wasm: ${JSON.stringify(parsed)}`);
    const answers = rows.map((_, row) => answerOf(row));
    return { kind: "at-once", decide: (journey) => {
      const reply = statefulIsAuthorized({ principal, action, resource, context: journey, preparsedPolicySetId: "travel", entities: [] });
      let first = Infinity;
      for (const row of reply.response?.diagnostics.reason ?? []) first = Math.min(first, Number(row));
      return answers[first] ?? JSON.stringify(reply);
    } };
  },
}];

function condition({ fact, cell }: Question): string {
  const value = `context.${fact}`;
  switch (cell.kind) {
    case "truth": return `${value} == ${String(cell.value)}`;
    case "texts": return `${cell.negated ? "!" : ""}${JSON.stringify(cell.values)}.contains(${value})`;
    case "range": return [cell.low === null ? [] : [`${value} ${cell.low.closed ? ">=" : ">"} ${cell.low.value}`], cell.high === null ? [] : [`${value} ${cell.high.closed ? "<=" : "<"} ${cell.high.value}`]].flat().join(" && ");
  }
}
