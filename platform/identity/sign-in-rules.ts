/** What a sign-in is decided by. `codeFits` is null where the person has set up no one-time code. */
export type SignInFacts = {
  readonly known: boolean;
  readonly active: boolean;
  readonly passwordFits: boolean;
  readonly triesLeft: number;
  readonly lockedUntil: Date | null;
  readonly codeFits: boolean | "missing" | null;
};

/** How it ends, and what is kept of it: tries left, and until when nobody may try. */
export type SignInDecision =
  | { readonly kind: "signed-in"; readonly triesLeft: number; readonly lockedUntil: null }
  | { readonly kind: "needs-code"; readonly triesLeft: number; readonly lockedUntil: null }
  | { readonly kind: "wrong"; readonly triesLeft: number; readonly lockedUntil: Date | null }
  | { readonly kind: "locked"; readonly triesLeft: number; readonly lockedUntil: Date };

/** Wrong tries until a sign-in is locked. */
export const TRIES = 5;
/** How long it is locked. */
export const LOCK_MINUTES = 15;

/**
 * Decides one try. A name nobody has answers like a wrong password, down to the tries left, so that names cannot be found
 * out; a wrong one-time code costs a try too; while locked, even the right password does not open.
 */
export function decideSignIn({ known, active, passwordFits, triesLeft, lockedUntil, codeFits }: SignInFacts, now: Date): SignInDecision {
  if (lockedUntil !== null && lockedUntil > now) return { kind: "locked", triesLeft: 0, lockedUntil };
  const left = lockedUntil === null ? triesLeft : TRIES;
  if (known && active && passwordFits) {
    if (codeFits === "missing") return { kind: "needs-code", triesLeft: left, lockedUntil: null };
    if (codeFits !== false) return { kind: "signed-in", triesLeft: TRIES, lockedUntil: null };
  }
  const after = Math.max(0, left - 1);
  return after > 0 ? { kind: "wrong", triesLeft: after, lockedUntil: null } : { kind: "wrong", triesLeft: 0, lockedUntil: new Date(now.getTime() + LOCK_MINUTES * 60_000) };
}
