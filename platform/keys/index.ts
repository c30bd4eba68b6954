export type { PublicKey, Signature } from "./signature.ts";
