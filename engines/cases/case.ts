import type { Answers } from "#engines/forms";

/** Who did something to a case. An applicant is known by the receipt alone, an officer by the person's id. */
export type CaseActor =
  | { readonly kind: "applicant" }
  /** `reach`: in which districts the officer handles cases, the city's code among them or not. */
  | { readonly kind: "officer"; readonly person: string; readonly reach: "city" | "district" }
  | { readonly kind: "clock" };

/** What happened to a case, in order; never changed. `at`: policy time, ISO instant. */
export type CaseEvent = { readonly seq: number; readonly at: string; readonly actor: CaseActor } & (
  | { readonly kind: "opened"; readonly state: string; readonly via: "portal" | "telephone" | "counter" | "paper" | "officer" | "record"; readonly proxy: boolean }
  | { readonly kind: "moved"; readonly move: string; readonly from: string; readonly to: string; readonly reason: string | null; readonly answers: Answers; readonly record: { readonly district: string; readonly id: string; readonly number: number } | null; /** The merged case whose applicant made it, who is not the one who opened this. */ readonly mergedFrom?: { readonly district: string; readonly number: string } }
  /** The deadline passed: the city's officers see it too from here on. */
  | { readonly kind: "escalated"; readonly dueAt: string }
  | { readonly kind: "assigned"; readonly to: string | null }
  | { readonly kind: "handed-over"; readonly district: string; readonly reason: string }
  | { readonly kind: "supplemented"; readonly text: string; readonly files: readonly string[] }
  | { readonly kind: "nudged" }
  | { readonly kind: "noted"; readonly text: string }
  /** `into`: the case that goes on for both; who asked is told what comes of that one. */
  | { readonly kind: "merged"; readonly into: { readonly district: string; readonly number: string } }
  | { readonly kind: "rated"; readonly satisfied: boolean; readonly text: string | null });

/** Where a case stands: what its events add up to. */
export type CaseStanding = {
  readonly state: string;
  /** When that state was reached; ISO instant of policy time. */
  readonly since: string;
  /** Number of its last event; whoever changes it names it. */
  readonly revision: number;
  readonly dueAt: string | null;
  readonly warnAt: string | null;
  readonly escalated: boolean;
  /** The officer who has it in hand, if anybody; the state's officers all do otherwise. */
  readonly assignee: string | null;
  readonly mergedInto: { readonly district: string; readonly number: string } | null;
  readonly nudges: number;
};
