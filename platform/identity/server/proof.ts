import { inTransaction } from "#platform/db/server";
import type { ClientBase } from "pg";
import { decideSignIn, lockOf, type SignInDecision } from "../sign-in-rules.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { loginKey, plainLogin } from "./login-key.ts";
import { BUSY, type PasswordWork } from "./passwords.ts";
import { findPersonByLogin, findTries, forgetTries, keepTotpStep, keepTries, lockPersonByLogin, lockTries, type KeptPerson } from "./store.ts";
import { openTotp, stepOfCode } from "./totp.ts";
import type { TriesByAddress } from "./tries-by-address.ts";

/** What somebody says to prove who they are. */
export type Claim = {
  readonly login: string;
  /** By their password, or by the word of the city's provider. `next`: a new password, hashed once the present one fits. */
  readonly by: { readonly kind: "password"; readonly password: string; readonly next?: string } | { readonly kind: "provider" };
  readonly code?: string | undefined;
  /** False where the password alone is asked for, a code set up or not. */
  readonly asksCode: boolean;
  /** Where the request comes from; kept nowhere. */
  readonly address: string;
};

/** What came of it; refusals know how to be told. */
export type Proof<Done> = { readonly kind: "proved"; readonly done: Done } | ProofRefusal;
/** Why it was not taken: wrong, locked, a code missing, or no room to look at it now. */
export type ProofRefusal = Exclude<SignInDecision, { readonly kind: "signed-in" }> | { readonly kind: "busy" } | { readonly kind: "too-many"; readonly retrySeconds: number };

/** Who may do it, once proved: in the transaction that counts the try. `nextHash` is the hash of `next`. */
type Then<Done> = (tx: ClientBase, person: KeptPerson, nextHash: string | null) => Promise<Done>;
/** Checks a claim. */
export type Prove = <Done>(claim: Claim, then: Then<Done>) => Promise<Proof<Done>>;

/** What proofs work with beside the installation's parts. One of each for a whole server: what is bounded is bounded together. */
export type ProofParts = { readonly passwords: PasswordWork; readonly addresses: TriesByAddress };

/**
 * The one place where passwords and codes are checked: for signing in, for the second step behind the city's provider, and for what people
 * change of their own. So all of them count down the same tries and stop at the same lock. Names nobody has go the same way, step by step.
 * While locked nothing is hashed and nothing is written. Hashing takes long and happens outside of transactions.
 */
export function proofs(parts: IdentityParts & ProofParts): Prove {
  const { pool, clock, city, secret, audit, passwords, addresses } = parts;
  const inAll = <Result>(work: (tx: ClientBase) => Promise<Result>) => inTransaction(pool, everywhere(parts, "server"), work);

  async function look(login: string, key: string): Promise<{ readonly lockedUntil: Date | null; readonly person: KeptPerson | null }> {
    return inAll(async (tx) => {
      const lockedUntil = lockOf(await findTries(tx, city.code, key), clock.machineNow());
      return { lockedUntil, person: lockedUntil === null ? await findPersonByLogin(tx, login) : null };
    });
  }
  async function decide<Done>(claim: Claim, key: string, passwordFits: (person: KeptPerson) => boolean, nextHash: string | null, then: Then<Done>): Promise<Proof<Done>> {
    const now = clock.machineNow();
    return inAll(async (tx): Promise<Proof<Done>> => {
      await lockTries(tx, key);
      const person = await lockPersonByLogin(tx, plainLogin(claim.login));
      const step = person === null ? null : codeStep(person, claim.code, secret, now);
      const decision = decideSignIn({
        known: person !== null, active: person?.active === true, passwordFits: person !== null && passwordFits(person), kept: await findTries(tx, city.code, key),
        codeFits: person?.totpSecret == null || !claim.asksCode ? null : claim.code === undefined || claim.code === "" ? "missing" : step !== null,
      }, now);
      if (decision.kind === "wrong") {
        await keepTries(tx, city.code, key, { ...decision, triedAt: now });
        if (person !== null) await audit(tx, { district: person.district, actor: person.id, action: decision.lockedUntil === null ? "people.wrong-password" : "people.lock-out", object: `person:${person.id}`, details: { triesLeft: decision.triesLeft } });
      }
      if (decision.kind !== "signed-in") return decision;
      if (person === null) throw new Error("nobody was signed in");
      await forgetTries(tx, city.code, key);
      if (claim.asksCode && step !== null) await keepTotpStep(tx, person, step);
      return { kind: "proved", done: await then(tx, person, nextHash) };
    });
  }
  async function checked<Done>(claim: Claim, then: Then<Done>): Promise<Proof<Done>> {
    const key = loginKey(secret, claim.login);
    const { lockedUntil, person: seen } = await look(plainLogin(claim.login), key);
    if (lockedUntil !== null) return { kind: "locked", triesLeft: 0, lockedUntil };
    if (claim.by.kind === "provider") return decide(claim, key, () => true, null, then);
    const fits = await passwords.fits(claim.by.password, seen?.passwordHash ?? null);
    if (fits === BUSY) return { kind: "busy" };
    const nextHash = fits && claim.by.next !== undefined ? await passwords.hash(claim.by.next) : null;
    if (nextHash === BUSY) return { kind: "busy" };
    // A password that was changed while this one was being checked is no longer the one that fitted.
    return decide(claim, key, (person) => fits && person.passwordHash === seen?.passwordHash, nextHash, then);
  }
  return async (claim, then) => {
    const started = performance.now();
    const retrySeconds = addresses.take(claim.address, clock.machineNow());
    if (retrySeconds !== null) return { kind: "too-many", retrySeconds };
    const proof = await checked(claim, then);
    if (proof.kind === "proved" || proof.kind === "needs-code" || proof.kind === "busy") addresses.giveBack(claim.address);
    // A real name is written into the audit, an invented one is not: the milliseconds that takes must not tell.
    if (proof.kind === "wrong") await until(started + WRONG_MILLISECONDS_MIN);
    return proof;
  };
}

const WRONG_MILLISECONDS_MIN = 120;

async function until(moment: number): Promise<void> {
  const left = moment - performance.now();
  if (left > 0) await new Promise((resolve) => { setTimeout(resolve, left); });
}

function codeStep({ id, totpSecret, totpStep }: KeptPerson, code: string | undefined, secret: Uint8Array, now: Date): number | null {
  if (totpSecret === null || code === undefined) return null;
  return stepOfCode(openTotp(secret, id, totpSecret), code.replaceAll(" ", ""), now, totpStep);
}
