/** What is kept of the tries under one name, whether anybody has it or not. */
export type KeptTries = { readonly triesLeft: number; readonly lockedUntil: Date | null; readonly triedAt: Date };

/** What a sign-in is decided by. `codeFits` is null where the person has set up no one-time code. */
export type SignInFacts = {
  readonly known: boolean;
  readonly active: boolean;
  readonly passwordFits: boolean;
  readonly kept: KeptTries | null;
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
/** After so long without another one, wrong tries are forgotten: names typed by mistake must not be kept for ever. Longer than the lock. */
export const FORGOTTEN_MINUTES = 60;

/** Until when nobody may try, or null. Known before any password is looked at: what cannot succeed must cost nothing. */
export function lockOf(kept: KeptTries | null, now: Date): Date | null {
  return kept?.lockedUntil != null && kept.lockedUntil > now ? kept.lockedUntil : null;
}

/**
 * Decides one try. A name nobody has answers like a wrong password, down to the tries left, so that names cannot be found
 * out; a wrong one-time code costs a try too; while locked, even the right password does not open.
 */
export function decideSignIn({ known, active, passwordFits, kept, codeFits }: SignInFacts, now: Date): SignInDecision {
  const lockedUntil = lockOf(kept, now);
  if (lockedUntil !== null) return { kind: "locked", triesLeft: 0, lockedUntil };
  const left = triesLeft(kept, now);
  if (known && active && passwordFits) {
    if (codeFits === "missing") return { kind: "needs-code", triesLeft: left, lockedUntil: null };
    if (codeFits !== false) return { kind: "signed-in", triesLeft: TRIES, lockedUntil: null };
  }
  const after = Math.max(0, left - 1);
  return after > 0 ? { kind: "wrong", triesLeft: after, lockedUntil: null } : { kind: "wrong", triesLeft: 0, lockedUntil: new Date(now.getTime() + LOCK_MINUTES * 60_000) };
}

/** A lock that is over and tries long past leave all tries again. */
function triesLeft(kept: KeptTries | null, now: Date): number {
  if (kept === null || kept.lockedUntil !== null) return TRIES;
  return now.getTime() - kept.triedAt.getTime() > FORGOTTEN_MINUTES * 60_000 ? TRIES : kept.triesLeft;
}
