/** The hit policies of DMN (1.5, 8.2.8). */
export const HIT_POLICIES = ["unique", "any", "first", "priority", "rule-order", "output-order", "collect"] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

/** The aggregators of a collecting table (DMN 1.5, 8.2.11). */
export const AGGREGATIONS = ["sum", "min", "max", "count"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** A column of conditions: the fact it looks at. `expression` and `allowed` are FEEL as written; `allowed` holds unary tests. */
export type InputColumn = {
  readonly id: string | null;
  readonly label: string | null;
  readonly expression: string;
  readonly typeRef: string | null;
  readonly allowed: string | null;
};

/** A column of results. `name` is null where the table has only one; `fallback` is the default output entry, FEEL as written. */
export type OutputColumn = {
  readonly id: string | null;
  readonly label: string | null;
  readonly name: string | null;
  readonly typeRef: string | null;
  readonly allowed: string | null;
  readonly fallback: string | null;
};

/** One row: a unary test for each input, an expression for each output, a note for each annotation column. */
export type Rule = {
  readonly id: string | null;
  readonly description: string | null;
  readonly tests: readonly string[];
  readonly outputs: readonly string[];
  readonly annotations: readonly string[];
};

/** A DMN decision table, as written. Rows are bound to clauses by the annotation column named `clause`. */
export type DecisionTable = {
  readonly kind: "table";
  readonly id: string | null;
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | null;
  readonly inputs: readonly InputColumn[];
  readonly outputs: readonly OutputColumn[];
  readonly annotations: readonly string[];
  readonly rules: readonly Rule[];
};
