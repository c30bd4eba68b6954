import { hash, verify } from "@node-rs/argon2";
import { randomInt } from "node:crypto";

/** argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The password as it is kept: argon2id in PHC form, with its own salt. For what answers requests, `passwordWork` bounds how many at once. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), OPTIONS);
}

/** Made once a process: an unknown name must cost what a known one costs. */
let nobody: Promise<string> | null = null;

/** Work on passwords for requests. A check takes a processor and 19 MiB, and anybody may ask for one: what does not fit is `busy`, at once. */
export type PasswordWork = {
  readonly hash: (password: string) => Promise<string | Busy>;
  /** Does it fit? Without a hash it takes as long and never does. */
  readonly fits: (password: string, kept: string | null) => Promise<boolean | Busy>;
};
/** Too many are waiting already; nothing was done. */
export const BUSY = Symbol("busy");
export type Busy = typeof BUSY;

/** Checks `atOnce` passwords at a time and lets `waitingMax` more wait: the last of them waits for about a second on one slow processor. */
export function passwordWork({ atOnce = 2, waitingMax = 40 }: { readonly atOnce?: number; readonly waitingMax?: number } = {}): PasswordWork {
  let running = 0;
  const waiting: (() => void)[] = [];
  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result | Busy> {
    if (running >= atOnce) {
      if (waiting.length >= waitingMax) return BUSY;
      // Whoever ends hands on its place, so nobody who comes later gets in between.
      await new Promise<void>((resolve) => { waiting.push(resolve); });
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }
  return {
    hash: (password) => inTurn(() => hashPassword(password)),
    fits: (password, kept) => inTurn(async () => {
      const fits = await verify(kept ?? await (nobody ??= hashPassword("no such person")), password.normalize("NFC"));
      return kept !== null && fits;
    }),
  };
}

const SYLLABLES = "ba be bi bo bu da de di do du fa fe fi fo fu ga ge gu ha he hu ka ke ku la le li lo lu ma me mi mo mu na ne ni no nu pa pi po pu sa se si su ta te ti tu wa wo ya yo yu za ze zi zu".split(" ");

/** A password to be used once and changed: five groups that can be read out on the telephone; 58 bits. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 2 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join("");
  return Array.from({ length: 5 }, group).join("-");
}
