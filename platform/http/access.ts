/**
 * Who may call a route. Every route declares it, or the server does not start; a route nobody thought about is never open.
 * `why` tells in a few words what is given away, for whoever reviews the list of routes.
 */
export type Access =
  | { readonly who: "public"; readonly why: string }
  | { readonly who: "signed-in"; readonly why: string }
  | { readonly who: "permitted"; readonly permissions: readonly string[]; readonly why: string };

/** Open to everybody, without a sign-in. */
export function everybody(why: string): Access {
  return { who: "public", why };
}

/** Open to whoever is signed in, whatever their posts. */
export function signedInPeople(why: string): Access {
  return { who: "signed-in", why };
}

/** Open to people whose posts carry this permission (one of these) in at least one district; the database still shows only those districts. */
export function permitted(permission: string | readonly string[], why: string): Access {
  return { who: "permitted", permissions: typeof permission === "string" ? [permission] : permission, why };
}
