import { createHmac, hkdfSync } from "node:crypto";

/** A name as it is looked up: typed capitals and spaces around it do not matter. */
export function plainLogin(typed: string): string {
  return typed.trim().toLowerCase();
}

/** The name tries are kept under: whoever reads the table cannot tell what was typed, not even by trying names out. */
export function loginKey(secret: Uint8Array, login: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), "anxin login tries", 32));
  return createHmac("sha256", key).update(plainLogin(login)).digest("hex");
}
