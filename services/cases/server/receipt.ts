import { canonicalBytes } from "#platform/release";
import { createHmac, hkdfSync, randomInt, timingSafeEqual } from "node:crypto";

/** Signs that nobody takes for one another: no 0 and O, no 1 and I. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 8;

/** The secrets of receipts: derived from the installation's own, kept nowhere. */
export type Receipts = {
  /** The secret that goes with a case. */
  readonly secretOf: (opened: { readonly district: string; readonly number: string; readonly id: string }) => string;
  /** Is this the secret, however it was typed? Takes the same time whatever is wrong with it. */
  readonly fits: (opened: { readonly district: string; readonly number: string; readonly id: string }, typed: string) => boolean;
  /** What was sent, as a command remembers it for longer than the case does: who has the database alone cannot try names and numbers out on it. */
  readonly sealOf: (sent: unknown) => string;
};

/** Receipts under the installation's secret. */
export function receipts(secret: Uint8Array): Receipts {
  const [ofReceipts, ofCommands] = ["anxin receipts 1", "anxin case commands 1"].map((use) => Buffer.from(hkdfSync("sha256", secret, new Uint8Array(), use, 32)));
  const secretOf: Receipts["secretOf"] = ({ district, number, id }) => {
    const digest = createHmac("sha256", ofReceipts ?? "").update(`${district} ${number} ${id}`).digest();
    return Array.from({ length: LENGTH }, (_, at) => SIGNS[(digest[at] ?? 0) % SIGNS.length]).join("");
  };
  return {
    secretOf,
    fits: (opened, typed) => {
      const given = Buffer.alloc(LENGTH);
      const plain = plainSigns(typed);
      given.write(plain.slice(0, LENGTH), "latin1");
      return timingSafeEqual(given, Buffer.from(secretOf(opened), "latin1")) && plain.length === LENGTH;
    },
    sealOf: (sent) => createHmac("sha256", ofCommands ?? "").update(canonicalBytes(sent)).digest("base64url"),
  };
}

/** A number for a case of this day, with so many digits after the line: nobody finds the next one by counting. */
export function drawNumber(day: string, digits: number): string {
  return `${day.slice(5, 7)}${day.slice(8, 10)}-${String(randomInt(10 ** digits)).padStart(digits, "0")}`;
}

/** A number as people type it, in its usual form; null when it is none. */
export function receiptNumber(typed: string): string | null {
  const [, day, rest] = /^(\d{4})-?(\d{5,7})$/u.exec(plainSigns(typed)) ?? [];
  return day === undefined || rest === undefined ? null : `${day}-${rest}`;
}

/** Without blanks and hyphens, full-width signs as their usual ones, letters large. */
function plainSigns(typed: string): string {
  return typed.replaceAll(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xFE_E0)).replaceAll(/[\s\u3000\-‐－–—]/gu, "").toUpperCase();
}
