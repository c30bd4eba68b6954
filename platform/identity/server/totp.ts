import { open, seal } from "#platform/keys/server";
import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;

/** A new secret for an authenticator app, and the address its QR code holds (RFC 6238: SHA-1, six digits, 30 seconds, what every app knows). */
export function newTotp(issuer: string, login: string): { readonly secret: string; readonly uri: string } {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, uri: new TOTP({ issuer, label: login, secret }).toString() };
}

/** The time step a code is right for, one step early or late allowed; null when it is wrong or that step was used before. */
export function stepOfCode(secretBase32: string, code: string, now: Date, usedStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = new TOTP({ secret: Secret.fromBase32(secretBase32) }).validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS) + delta;
  return usedStep !== null && step <= usedStep ? null : step;
}

export function sealTotp(secret: Uint8Array, personId: string, base32: string): Buffer {
  return seal(secret, `totp ${personId}`, Buffer.from(base32));
}

export function openTotp(secret: Uint8Array, personId: string, sealed: Uint8Array): string {
  return open(secret, `totp ${personId}`, sealed).toString();
}
