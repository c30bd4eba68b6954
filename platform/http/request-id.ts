import { randomInt } from "node:crypto";

/** A new number of a request, `K7Q2-9MXD`: short enough to be read out on the telephone, without letters that sound or look alike. */
export function newRequestId(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS.charAt(randomInt(LETTERS.length)));
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}

const LETTERS = "23456789ACDEFGHJKMNPQRTVWXY";
