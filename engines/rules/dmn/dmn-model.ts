import type { DecisionTable } from "../table/decision-table.ts";

/** Where an element of the graph is (DMN 1.5, 7.3.2): its id, in this model or in the one imported under that namespace. */
export type Reference = { readonly namespace: string | null; readonly id: string };

/** A name with the type its values have; no type lets every value through (7.3.4). */
export type InformationItem = { readonly name: string; readonly typeRef: string | null };

/** A literal expression: FEEL as written, or words in a language that is kept and not understood (7.3.6). */
export type LiteralExpression = { readonly kind: "literal"; readonly typeRef: string | null; readonly text: string; readonly language: string | null };

/** The decision table of the rules engine, where it stands as an expression (8). */
export type TableExpression = DecisionTable & { readonly typeRef: string | null };

/** What an invocation gives a parameter (10.2.1.3). */
export type Binding = { readonly parameter: InformationItem; readonly value: Expression | null };
/** A named line of a boxed context; the one without a name is its result (10.2.1.4). */
export type ContextEntry = { readonly variable: InformationItem | null; readonly value: Expression | null };
/** Who evaluates a function: we, or a Java class or PMML model that we do not run (10.2.1.7). */
export const FUNCTION_KINDS = ["feel", "java", "pmml"] as const;
/** One of `FUNCTION_KINDS`. */
export type FunctionKind = (typeof FUNCTION_KINDS)[number];

/** A function written down: its parameters and its body (10.2.1.7). */
export type FunctionDefinition = {
  readonly kind: "function";
  readonly typeRef: string | null;
  readonly language: FunctionKind;
  readonly parameters: readonly InformationItem[];
  readonly body: Expression | null;
};

/** A boxed expression (10.2.1, 10.2.2). A missing part is null and evaluates to null. */
export type Expression =
  | LiteralExpression
  | TableExpression
  | FunctionDefinition
  | { readonly kind: "context"; readonly typeRef: string | null; readonly entries: readonly ContextEntry[] }
  | { readonly kind: "invocation"; readonly typeRef: string | null; readonly called: Expression | null; readonly bindings: readonly Binding[] }
  | { readonly kind: "list"; readonly typeRef: string | null; readonly items: readonly Expression[] }
  | { readonly kind: "relation"; readonly typeRef: string | null; readonly columns: readonly InformationItem[]; readonly rows: readonly (readonly Expression[])[] }
  | { readonly kind: "conditional"; readonly typeRef: string | null; readonly test: Expression | null; readonly yes: Expression | null; readonly no: Expression | null }
  | { readonly kind: "filter"; readonly typeRef: string | null; readonly of: Expression | null; readonly match: Expression | null }
  | { readonly kind: "for" | "some" | "every"; readonly typeRef: string | null; readonly iterator: string; readonly iteratorType: string | null; readonly over: Expression | null; readonly body: Expression | null };

/** The type of a function's values: what it takes and what it gives (7.3.3, FunctionItem). */
export type FunctionItem = { readonly parameters: readonly InformationItem[]; readonly outputTypeRef: string | null };

/** A type with a name (7.3.3). `allowed` are the values of the type, `constraint` limits the list as a whole where it is one. */
export type ItemDefinition = {
  readonly id: string | null;
  readonly name: string;
  readonly isCollection: boolean;
  readonly typeRef: string | null;
  readonly allowed: string | null;
  readonly constraint: string | null;
  readonly components: readonly ItemDefinition[];
  readonly functionItem: FunctionItem | null;
};

/** A fact that comes from outside (7.3.5). */
export type InputData = { readonly id: string | null; readonly name: string; readonly description: string | null; readonly variable: InformationItem };

/** What is answered, out of what, and how (7.3.1). `question` and `answers` are words for people. */
export type Decision = {
  readonly id: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly question: string | null;
  readonly answers: string | null;
  readonly variable: InformationItem;
  readonly inputs: readonly Reference[];
  readonly decisions: readonly Reference[];
  readonly knowledge: readonly Reference[];
  readonly sources: readonly Reference[];
  readonly expression: Expression | null;
};

/** A function with a name that decisions may require (7.3.7). */
export type KnowledgeModel = {
  readonly id: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly variable: InformationItem;
  readonly knowledge: readonly Reference[];
  readonly sources: readonly Reference[];
  readonly logic: FunctionDefinition | null;
};

/** Decisions offered as one function (7.3.9): what goes in, what comes out, what stays inside. */
export type DecisionService = {
  readonly id: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly variable: InformationItem;
  readonly outputs: readonly Reference[];
  readonly encapsulated: readonly Reference[];
  readonly inputDecisions: readonly Reference[];
  readonly inputData: readonly Reference[];
};

/** The order, law or person a decision rests on (7.3.8): for people, without effect on the answer. */
export type KnowledgeSource = {
  readonly id: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly type: string | null;
  readonly location: string | null;
  readonly sources: readonly Reference[];
};

/** Another model whose elements are used under a name; an empty name puts them among our own (7.3.2, 11.1 of 1.5). */
export type Import = { readonly name: string; readonly namespace: string; readonly importType: string; readonly location: string | null };

/** A file of DMN as a value (7.3.2, Definitions), without its drawing. */
export type DmnModel = {
  readonly kind: "dmn";
  readonly id: string | null;
  readonly name: string;
  readonly namespace: string;
  readonly description: string | null;
  readonly imports: readonly Import[];
  readonly types: readonly ItemDefinition[];
  readonly inputs: readonly InputData[];
  readonly decisions: readonly Decision[];
  readonly knowledge: readonly KnowledgeModel[];
  readonly services: readonly DecisionService[];
  readonly sources: readonly KnowledgeSource[];
};
