export { DEMO_PASSWORD, productionFaults, seedDemoPeople } from "./demo-people.ts";
export { addAdministrator } from "./first-administrator.ts";
export { createIdentity, type Identity } from "./identity.ts";
export { sessionCookie } from "./sessions.ts";
export type { IdentityParts } from "./identity-parts.ts";
export type { OpenIdConfig } from "./openid.ts";
export { triesByAddress, type TriesByAddress } from "./tries-by-address.ts";
