/**
 * Who may call a route. Every route declares it, or the server does not start; a route nobody thought about is never open.
 * `why` tells in a few words what is given away, for whoever reviews the list of routes.
 */
export type Access = { readonly who: "public"; readonly why: string };

/** Open to everybody, without a sign-in. */
export function everybody(why: string): Access {
  return { who: "public", why };
}
