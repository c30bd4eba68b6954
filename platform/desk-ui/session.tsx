/** @jsxImportSource react */
import type { SessionView } from "#platform/identity";
import { createContext, use } from "react";

type Held = { readonly session: SessionView; readonly reload: () => Promise<unknown>; readonly signOut: () => Promise<void> };
export const SessionContext = createContext<Held | null>(null);

/** Who works here. Only below the gate, where somebody is signed in. */
export function useSession(): Held {
  const held = use(SessionContext);
  if (held === null) throw new Error("useSession stands only below the desk's gate");
  return held;
}

/** Whether one of these permissions is held anywhere; with none asked, yes. */
export function useGrants(permissions: readonly string[]): boolean {
  return holds(useSession().session, permissions);
}

/** Whether a session holds one of these permissions anywhere. */
export function holds(session: SessionView, permissions: readonly string[]): boolean {
  return permissions.length === 0 || permissions.some((permission) => (session.grants[permission] ?? []).length > 0);
}
