import type { Log } from "#platform/http";
import type { Authenticate, Route, SendProblem } from "#platform/http/server";
import { inTransaction } from "#platform/db/server";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { openIdRoutes, type OpenIdConfig } from "./openid.ts";
import { peopleRoutes } from "./people-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { sessions } from "./sessions.ts";
import { namesOfPeople } from "./store.ts";

/** Who is who, for the server: finds the person behind a request, and the routes of signing in and of people. */
export type Identity = {
  readonly authenticate: Authenticate;
  readonly routes: (http: { readonly sendProblem: SendProblem }) => readonly Route[];
  /** Names beside ids, for colleagues who read what these people did. Ids nobody has are left out. */
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
};

/** The identity of an installation; `openid` null: accounts of Anxin alone. */
export function createIdentity(parts: IdentityParts & { readonly openid: OpenIdConfig | null; readonly log: Log }): Identity {
  const held = sessions(parts);
  const { openid, log } = parts;
  return {
    authenticate: held.authenticate,
    namesOf: async (ids) => Object.fromEntries(await inTransaction(parts.pool, everywhere(parts, "server"), (tx) => namesOfPeople(tx, ids.filter((id) => UUID.test(id))))),
    routes: (http) => [
      ...sessionRoutes({ ...parts, http, sessions: held, openid: openid === null ? null : { name: openid.name, host: new URL(openid.issuer).host } }),
      ...peopleRoutes({ ...parts, http }),
      ...(openid === null ? [] : openIdRoutes({ ...parts, http, sessions: held, config: openid, log })),
    ],
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
