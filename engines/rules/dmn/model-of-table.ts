import type { DecisionTable, InputColumn } from "../table/decision-table.ts";
import { namesIn } from "./cell-names.ts";
import type { DmnModel, InputData, ItemDefinition } from "./dmn-model.ts";

/** How a table is called in a file: the decision's name, and the namespace of who issues it. */
export type TableTitle = { readonly name: string; readonly namespace: string; readonly description?: string | null };

/** A table as a model of one decision with the facts it asks for. Read back, it is the same table and decides alike. */
export function modelOfTable(table: DecisionTable, { name, namespace, description = null }: TableTitle): DmnModel {
  const taken = new Set([table.id, ...table.inputs.map(({ id }) => id), ...table.outputs.map(({ id }) => id), ...table.rules.map(({ id }) => id)].filter((id) => id !== null));
  const free = (wanted: string): string => {
    let id = wanted;
    for (let next = 2; taken.has(id); next += 1) id = `${wanted}-${next}`;
    taken.add(id);
    return id;
  };
  const facts = factsOf(table.inputs);
  const types = [...facts].flatMap(([root, columns]): ItemDefinition[] => (columns.some(({ path }) => path.length > 0) ? [{ ...NO_TYPE, name: `t ${root}`, components: components(columns) }] : []));
  const inputs = [...facts].map(([root, columns], at): InputData => ({
    // Two elements of one name cannot be told apart: a fact called as the decision is stays the variable's name alone.
    id: free(`fact-${at + 1}`), name: root === name ? `${root} (fact)` : root, description: null,
    variable: { name: root, typeRef: columns.some(({ path }) => path.length > 0) ? `t ${root}` : (columns[0]?.typeRef ?? null) },
  }));
  const isOne = table.outputs.length === 1 && table.aggregation === null && ["unique", "any", "first", "priority"].includes(table.hitPolicy);
  return {
    kind: "dmn", id: free("definitions"), name, namespace, description, imports: [], types, inputs,
    decisions: [{
      id: free("decision"), name, description: null, question: null, answers: null, variable: { name, typeRef: isOne ? (table.outputs[0]?.typeRef ?? null) : null },
      inputs: inputs.map(({ id }) => ({ namespace: null, id: id ?? "" })), decisions: [], knowledge: [], sources: [], expression: { ...table, typeRef: null },
    }],
    knowledge: [], services: [], sources: [],
  };
}

const NO_TYPE: ItemDefinition = { id: null, name: "", isCollection: false, typeRef: null, allowed: null, constraint: null, components: [], functionItem: null };

type Asked = { readonly path: readonly string[]; readonly typeRef: string | null };

/** The facts the columns ask for, by the first part of their names; of a column that works something out, those it names. */
function factsOf(inputs: readonly InputColumn[]): ReadonlyMap<string, readonly Asked[]> {
  const facts = new Map<string, Asked[]>();
  const add = (root: string, asked: Asked): void => { facts.set(root, [...(facts.get(root) ?? []), asked]); };
  for (const { expression, typeRef } of inputs) {
    const [root = expression, ...path] = expression.split(".");
    if (NAME.test(expression)) add(root, { path, typeRef });
    else for (const name of namesIn(expression, "output", [])?.used ?? []) add(name, { path: [], typeRef: null });
  }
  return facts;
}

/** A name, or names joined by points. */
const NAME = /^[\p{L}_][\p{L}\p{N}_ ]*(?:\.[\p{L}_][\p{L}\p{N}_ ]*)*$/u;

function components(columns: readonly Asked[]): ItemDefinition[] {
  const parts = new Map<string, Asked[]>();
  for (const { path: [part, ...rest], typeRef } of columns) if (part !== undefined) parts.set(part, [...(parts.get(part) ?? []), { path: rest, typeRef }]);
  return [...parts].map(([name, inner]) => ({ ...NO_TYPE, name, ...(inner.some(({ path }) => path.length > 0) ? { components: components(inner) } : { typeRef: inner[0]?.typeRef ?? null }) }));
}
