import type { Log } from "#platform/http";
import type { Authenticate, Route, SendProblem } from "#platform/http/server";
import type { IdentityParts } from "./identity-parts.ts";
import { openIdRoutes, type OpenIdConfig } from "./openid.ts";
import { peopleRoutes } from "./people-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { sessions } from "./sessions.ts";

/** Who is who, for the server: finds the person behind a request, and the routes of signing in and of people. */
export type Identity = { readonly authenticate: Authenticate; readonly routes: (http: { readonly sendProblem: SendProblem }) => readonly Route[] };

/** The identity of an installation; `openid` null: accounts of Anxin alone. */
export function createIdentity(parts: IdentityParts & { readonly openid: OpenIdConfig | null; readonly log: Log }): Identity {
  const held = sessions(parts);
  const { openid, log } = parts;
  return {
    authenticate: held.authenticate,
    routes: (http) => [
      ...sessionRoutes({ ...parts, http, sessions: held, openid: openid === null ? null : { name: openid.name, host: new URL(openid.issuer).host } }),
      ...peopleRoutes({ ...parts, http }),
      ...(openid === null ? [] : openIdRoutes({ ...parts, http, sessions: held, config: openid, log })),
    ],
  };
}
