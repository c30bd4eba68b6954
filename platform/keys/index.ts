export { drillPurpose, type PublicKey, type Signature } from "./signature.ts";
