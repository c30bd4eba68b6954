import { inTransaction } from "#platform/db/server";
import type { FastifyReply } from "fastify";
import { decideSignIn, TRIES, type SignInDecision } from "../sign-in-rules.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { passwordFits } from "./passwords.ts";
import type { Sessions } from "./sessions.ts";
import { findPersonByLogin, updateTries, type KeptPerson } from "./store.ts";
import { openTotp, stepOfCode } from "./totp.ts";

/** What somebody signs in with; the code only where they have set one up. */
export type Credentials = { readonly login: string; readonly password: string; readonly code?: string | undefined };

/**
 * Tries to sign in. What the decision keeps (tries left, the lock) is written in the same transaction, and a session is
 * opened on `reply` when it succeeds. The password is checked before the person is locked in the database: it takes long.
 */
export function signIn(parts: IdentityParts, sessions: Sessions): (given: Credentials, reply: FastifyReply) => Promise<SignInDecision> {
  const { pool, clock, secret, audit } = parts;
  const unknown = unknownTries();
  return async ({ login, password, code }, reply) => {
    const name = login.trim().toLowerCase();
    const seen = await inTransaction(pool, everywhere(parts, "server"), (tx) => findPersonByLogin(tx, name));
    const fits = await passwordFits(password, seen?.passwordHash ?? null);
    const now = clock.machineNow();
    if (seen === null) return unknown(name, now);
    return inTransaction(pool, everywhere(parts, "server"), async (tx) => {
      const person = await findPersonByLogin(tx, name);
      if (person === null) return unknown(name, now);
      const step = codeStep(person, code, secret, now);
      const decision = decideSignIn({
        known: true, active: person.active, passwordFits: fits && person.passwordHash === seen.passwordHash, triesLeft: person.triesLeft, lockedUntil: person.lockedUntil,
        codeFits: person.totpSecret === null ? null : code === undefined || code === "" ? "missing" : step !== null,
      }, now);
      if (decision.kind !== "locked" && decision.kind !== "needs-code") await updateTries(tx, person, decision.triesLeft, decision.lockedUntil, decision.kind === "signed-in" ? step : null);
      if (decision.kind === "signed-in") await sessions.begin(tx, person, reply);
      if (decision.kind !== "needs-code") await audit(tx, { district: person.district, actor: person.id, action: `people.${ACTIONS[decision.kind]}`, object: `person:${person.id}`, details: { triesLeft: decision.triesLeft } });
      return decision;
    });
  };
}

const ACTIONS = { "signed-in": "sign-in", "wrong": "wrong-password", "locked": "locked-out" } as const;

function codeStep({ id, totpSecret, totpStep }: KeptPerson, code: string | undefined, secret: Uint8Array, now: Date): number | null {
  if (totpSecret === null || code === undefined) return null;
  return stepOfCode(openTotp(secret, id, totpSecret), code.replaceAll(" ", ""), now, totpStep);
}

const UNKNOWN_MAX = 10_000;

/** Names nobody has count down and lock like the others, in memory: otherwise they would give themselves away. */
function unknownTries(): (login: string, now: Date) => SignInDecision {
  const tries = new Map<string, { triesLeft: number; lockedUntil: Date | null }>();
  return (login, now) => {
    const before = tries.get(login) ?? { triesLeft: TRIES, lockedUntil: null };
    const decision = decideSignIn({ known: false, active: false, passwordFits: false, ...before, codeFits: null }, now);
    if (tries.size >= UNKNOWN_MAX) tries.clear();
    if (decision.kind === "wrong") tries.set(login, { triesLeft: decision.triesLeft, lockedUntil: decision.lockedUntil });
    return decision;
  };
}
