import { hash, verify } from "@node-rs/argon2";
import { randomInt } from "node:crypto";

/** argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The password as it is kept: argon2id in PHC form, with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), OPTIONS);
}

/** Made once a process: an unknown name must cost what a known one costs. */
let nobody: Promise<string> | null = null;

/** Does it fit? Without a hash it takes as long and never does. */
export async function passwordFits(password: string, kept: string | null): Promise<boolean> {
  const fits = await verify(kept ?? await (nobody ??= hashPassword("no such person")), password.normalize("NFC"));
  return kept !== null && fits;
}

const SYLLABLES = "ba be bi bo bu da de di do du fa fe fi fo fu ga ge gu ha he hu ka ke ku la le li lo lu ma me mi mo mu na ne ni no nu pa pi po pu sa se si su ta te ti tu wa wo ya yo yu za ze zi zu".split(" ");

/** A password to be used once and changed: five groups that can be read out on the telephone; 58 bits. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 2 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join("");
  return Array.from({ length: 5 }, group).join("-");
}
