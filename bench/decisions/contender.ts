import type { Journey } from "./travel-table.ts";

/**
 * An engine with the travel table loaded. Engines that answer later say so, so that the others are not made to wait, and how many
 * questions they are asked together: as many as suits them.
 */
export type Loaded =
  | { readonly kind: "at-once"; readonly decide: (journey: Journey) => string }
  | { readonly kind: "later"; readonly together: number; readonly decide: (journey: Journey) => Promise<string> };

/** A way to decide, loaded in a process of its own. */
export type Contender = { readonly name: string; readonly load: () => Promise<Loaded> | Loaded };

/** What is printed and asked for by name; the file that holds it is loaded only where it runs. */
export const CONTENDERS = {
  "ours, bare": "ours", "ours, explained": "ours", "ours, explanation read out": "ours",
  "generated function": "written-out", "closures": "written-out",
  "zen-engine": "zen", "zen-engine, trace on": "zen", "casbin": "casbin", "json-rules-engine": "json-rules",
  "cedar-wasm, pre-parsed": "cedar", "feelin, a test per cell": "feelin",
} as const;

export type ContenderName = keyof typeof CONTENDERS;

/** Loads one contender by its name. */
export async function load(name: ContenderName): Promise<Loaded> {
  const file = `./contenders/${CONTENDERS[name]}.ts`;
  const { contenders } = await import(file) as { readonly contenders: readonly Contender[] };
  const found = contenders.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${file} has no contender named ${name}`);
  return found.load();
}
