import type { Log } from "#platform/http";
import type { LocalText } from "#platform/i18n";
import type { Authenticate, Route, SendProblem } from "#platform/http/server";
import { inTransaction } from "#platform/db/server";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { codeRoutes } from "./code-routes.ts";
import { openIdSignIn, type OpenIdConfig } from "./openid.ts";
import { passwordWork } from "./passwords.ts";
import { peopleRoutes } from "./people-routes.ts";
import { proofs } from "./proof.ts";
import { sessionRoutes } from "./session-routes.ts";
import { sessions } from "./sessions.ts";
import { activePeopleWith, bodiesOfPeople, namesOfPeople } from "./store.ts";
import { ROLE_FACTS, ROLES } from "../roles.ts";
import { triesByAddress } from "./tries-by-address.ts";

/** Who is who, for the server: finds the person behind a request, and the routes of signing in and of people. */
export type Identity = {
  readonly authenticate: Authenticate;
  readonly routes: (http: { readonly sendProblem: SendProblem }) => readonly Route[];
  /**
   * Names beside ids, for colleagues who read what these people did: a draft without the name of who changed it could not be worked on, and an audit
   * that nobody can read proves little. The name alone, of people named in what the caller may read already, whatever district they belong to
   * (an officer of the city works on a district's notice). It is no reading of a person's record and no entry of its own: what it stands beside is one,
   * or is that colleague's own work. Ids nobody has are left out.
   */
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
  /** The body each of these people works for, so that a page can say who confirmed something without naming anybody; whoever has no post is left out. */
  readonly bodiesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, LocalText>>>;
  /** Active colleagues whose posts carry a permission in a district: those of the district and those of the city. Their names alone. */
  readonly colleagues: (permission: string, district: string) => Promise<readonly { readonly id: string; readonly name: string }[]>;
};

/** The identity of an installation; `openid` null: accounts of Anxin alone. */
export function createIdentity(parts: IdentityParts & { readonly openid: OpenIdConfig | null; readonly log: Log }): Identity {
  const held = sessions(parts);
  const passwords = passwordWork();
  const prove = proofs({ ...parts, passwords, addresses: triesByAddress() });
  const { openid, log } = parts;
  return {
    authenticate: held.authenticate,
    namesOf: async (ids) => Object.fromEntries(await inTransaction(parts.pool, everywhere(parts, "server"), (tx) => namesOfPeople(tx, ids.filter((id) => UUID.test(id))))),
    bodiesOf: async (ids) => Object.fromEntries(await inTransaction(parts.pool, everywhere(parts, "server"), (tx) => bodiesOfPeople(tx, ids.filter((id) => UUID.test(id))))),
    colleagues: (permission, district) => inTransaction(parts.pool, everywhere(parts, "server"), (tx) => activePeopleWith(tx, ROLES.filter((role) => ROLE_FACTS[role].permissions.includes(permission)), [...new Set([district, parts.city.code])])),
    routes: (http) => {
      const provider = openid === null ? null : openIdSignIn({ ...parts, http, sessions: held, prove, config: openid, log });
      const own = { ...parts, http, sessions: held, prove, openid: openid === null || provider === null ? null : { name: openid.name, host: new URL(openid.issuer).host, awaitsCode: provider.awaitsCode } };
      return [...sessionRoutes(own), ...codeRoutes(own), ...peopleRoutes({ ...parts, http, passwords }), ...(provider?.routes ?? [])];
    },
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
