/** @jsxImportSource react */
import type { SessionView } from "#platform/identity";
import { createContext, use } from "react";
import type { RecordWords } from "./desk-module.ts";

type Held = {
  /** What entries of the audit mean, over all modules. */
  readonly recordWords: RecordWords;
  /** Now, by the clock of the notices, which a drill sets: what is left of a deadline is counted from it. */
  readonly policyNow: () => Date;
  readonly session: SessionView; readonly reload: () => Promise<unknown>; readonly signOut: () => Promise<void> };
export const SessionContext = createContext<Held | null>(null);

/** Who works here. Only below the gate, where somebody is signed in. */
export function useSession(): Held {
  const held = use(SessionContext);
  if (held === null) throw new Error("useSession stands only below the desk's gate");
  return held;
}

/** Whether one of these permissions is held, as `maySee` says. */
export function useGrants(permissions: readonly string[], cityOnly = false): boolean {
  return maySee(useSession().session, { permissions, cityOnly });
}

/** Whether a session holds one of these permissions, anywhere or for the city itself; with none asked, yes. The server decides again. */
export function maySee({ grants, city }: SessionView, { permissions, cityOnly = false }: { readonly permissions: readonly string[]; readonly cityOnly?: boolean }): boolean {
  return permissions.length === 0 || permissions.some((permission) => { const held = grants[permission] ?? []; return cityOnly ? held.includes(city) : held.length > 0; });
}
