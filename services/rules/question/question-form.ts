import type { Facts, CompiledTable } from "#engines/rules";
import { namedValues } from "#engines/rules";
import type { Answers, Field, Form } from "#engines/forms";
import type { RuleContent } from "../draft/index.ts";

/** The facts a rule asks, as questions of a form: choices where its values are named, a day, a number. None is required: what the answer does not hang on may stay open. */
export function questionForm({ facts }: Pick<RuleContent, "facts">, compiled: CompiledTable): Form {
  return compiled.table.inputs.map(({ expression, typeRef }): Field => {
    const words = facts[expression];
    const every = { key: expression, name: words?.name ?? { zh: expression, en: expression }, hint: null, required: false, onlyIf: null, privacy: "open" as const };
    const choices = namedValues(compiled, expression).map((value) => ({ key: value, name: words?.values[value] ?? { zh: value, en: value } }));
    if (choices.length > 0) return { ...every, kind: "choice", choices };
    if (typeRef === "date") return { ...every, kind: "day" };
    if (typeRef === "number") return { ...every, kind: "number", unit: null, decimals: 3, min: null, max: null };
    return { ...every, kind: "text", lengthMax: 80 };
  });
}

/** Answers as the facts the table takes: truths are truths again. */
export function factsOf(compiled: CompiledTable, answers: Answers): Facts {
  return Object.fromEntries(compiled.table.inputs.flatMap(({ expression, typeRef }) => {
    const value = answers[expression];
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return [];
    return [[expression, typeRef === "boolean" ? String(value) === "true" : value]];
  }));
}
