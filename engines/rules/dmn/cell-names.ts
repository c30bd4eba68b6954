import { evaluate, parseExpression, parseUnaryTests } from "feelin";
import { MENDED_BUILT_INS } from "./feel-builtins.ts";

/** What a text of FEEL names: `used` from outside of it, `called` as functions. Null where the text is no FEEL. */
export type CellNames = { readonly used: readonly string[]; readonly called: readonly string[] };

type Node = ReturnType<typeof parseExpression>["topNode"];

/** The names in a cell's tests or in an expression. `known`: names with spaces are only read as one when they are known. */
export function namesIn(text: string, part: "test" | "output", known: readonly string[]): CellNames | null {
  const scope = { ...MENDED_BUILT_INS, ...Object.fromEntries(known.map((name) => [name, null])) };
  const { topNode } = (part === "test" ? parseUnaryTests : parseExpression)(text, scope, undefined);
  const [used, called, bound] = [new Set<string>(), new Set<string>(), new Set(["item", "partial"])];
  let isRead = true;
  const wordsOf = (node: Node): string => text.slice(node.from, node.to).replace(/\s+/gu, " ").trim();
  // An item of a filtered list lends the names of its parts, which nobody can know beforehand.
  const walk = (node: Node, inFilter: boolean): void => {
    if (node.type.isError) isRead = false;
    const words = wordsOf(node);
    if (node.name === "Name" && node.parent !== null && BINDING.has(node.parent.name)) bound.add(words.replaceAll("\"", ""));
    if (node.name === "VariableName" && (!inFilter || known.includes(words))) (node.parent?.name === "FunctionInvocation" && node.prevSibling === null ? called : used).add(words);
    for (let child = node.firstChild; child !== null; child = child.nextSibling) walk(child, inFilter || (node.name === "FilterExpression" && child.prevSibling !== null));
  };
  walk(topNode, false);
  const outside = (names: ReadonlySet<string>): string[] => [...names].filter((name) => !bound.has(name));
  return isRead ? { used: outside(used), called: outside(called) } : null;
}

/** Where a name is given to something rather than asked for. */
const BINDING = new Set(["InExpression", "ParameterName", "Key"]);

/** Whether FEEL itself knows the name (DMN 1.5, 10.3.4). */
export function isBuiltIn(name: string): boolean {
  const known = builtIns.get(name) ?? (Object.hasOwn(MENDED_BUILT_INS, name) || found(name));
  builtIns.set(name, known);
  return known;
}

const builtIns = new Map<string, boolean>();

function found(name: string): boolean {
  try {
    return evaluate(name, {}).warnings.every(({ type }) => type !== "NO_VARIABLE_FOUND");
  } catch {
    return false;
  }
}
