import type { Log } from "#platform/http";
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
import { namesOfPeople } from "./store.ts";
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
    routes: (http) => {
      const provider = openid === null ? null : openIdSignIn({ ...parts, http, sessions: held, prove, config: openid, log });
      const own = { ...parts, http, sessions: held, prove, openid: openid === null || provider === null ? null : { name: openid.name, host: new URL(openid.issuer).host, awaitsCode: provider.awaitsCode } };
      return [...sessionRoutes(own), ...codeRoutes(own), ...peopleRoutes({ ...parts, http, passwords }), ...(provider?.routes ?? [])];
    },
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
