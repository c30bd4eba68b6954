import { randomFillSync } from "node:crypto";

/** A new number of a request, `K7Q2-9MXD`: short enough to be read out on the telephone, without letters that sound or look alike. */
export function newRequestId(): string {
  let letters = "";
  while (letters.length < 9) {
    if (next === pool.length) {
      randomFillSync(pool);
      next = 0;
    }
    const byte = pool[next] ?? 255;
    next += 1;
    if (letters.length === 4) letters += "-";
    // Bytes above would make the first letters likelier.
    if (byte < FAIR) letters += LETTERS.charAt(byte % LETTERS.length);
  }
  return letters;
}

const LETTERS = "23456789ACDEFGHJKMNPQRTVWXY";
const FAIR = 256 - (256 % LETTERS.length);
/** Random bytes are asked of the system many at a time: every request has a number. */
const pool = new Uint8Array(4_096);
let next = pool.length;
