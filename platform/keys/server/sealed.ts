import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a small secret with AES-256-GCM: nonce, ciphertext, tag. `name` is bound to it, so that it cannot be put in
 * another's place; `secret` is the installation's, from which a key for this use alone is derived (HKDF-SHA-256, RFC 5869).
 */
export function seal(secret: Uint8Array, name: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFrom(secret), nonce).setAAD(Buffer.from(name));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The secret sealed under this name. Throws when it was sealed with another secret, under another name, or was changed. */
export function open(secret: Uint8Array, name: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  const end = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", keyFrom(secret), bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(end));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()]);
}

const keyFrom = (secret: Uint8Array): Buffer => Buffer.from(hkdfSync("sha256", secret, new Uint8Array(), "anxin sealed 1", 32));
