import { useDraft, useSession, type DraftKind, type DraftWork } from "#platform/desk-ui";
import { createContext, use } from "react";
import { flushSync } from "react-dom";
import type { RuleContent, RuleView } from "../draft/index.ts";
// Not through the door: the schemas beside it would come along into the browser.
import { mergeRules, ruleEdits, withRuleValue } from "../draft/merge-rules.ts";

/** One draft of a rule while somebody works on it. */
export type RuleWork = DraftWork<RuleView>;

const RULES: DraftKind<RuleContent> = { path: "/api/rules/drafts", keptAs: "rule", merge: mergeRules, editsBetween: ruleEdits, withValue: withRuleValue };

/** Opens a draft of a rule; two officers' changes are joined row by row. */
export const useRuleDraft = (id: string): RuleWork => useDraft<RuleView>(RULES, id);

/** Is the permission held for this district? The server decides again. */
export function useGrantFor(permission: string, district: string): boolean {
  const { session: { grants } } = useSession();
  return (grants[permission] ?? []).includes(district);
}

/** The rule on the screen, for everything that shows or changes a part of it. `content` is ahead of `view` by what was typed last. */
export type RuleOnScreen = {
  readonly view: RuleView;
  readonly content: RuleContent;
  readonly work: RuleWork;
  readonly editable: boolean;
  readonly change: (edit: (content: RuleContent) => RuleContent, when?: "soon" | "now") => void;
  /** The row whose editor is open. */
  readonly row: string | null;
  readonly openRow: (name: string | null) => void;
  /** Brings what a fault speaks of onto the screen, and the keyboard there. */
  readonly go: (field: string) => void;
};
export const RuleContext = createContext<RuleOnScreen | null>(null);

/** The rule on the screen. Only below its page. */
export function useRule(): RuleOnScreen {
  const rule = use(RuleContext);
  if (rule === null) throw new Error("useRule stands only below a rule's page");
  return rule;
}

/** Changes what is on the screen at once and puts the keyboard on the first of these that can take it: what had it may be gone. */
export function thenFocus(change: () => void, ...ids: readonly string[]): void {
  flushSync(change);
  const wanted = ids.map((id) => document.getElementById(id)).find((element) => element !== null && !element.matches(":disabled"));
  wanted?.focus();
}
