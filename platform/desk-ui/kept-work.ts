/** Everything kept here begins with this; `anxin.draft.` is how it was called before. */
const PREFIX = "anxin.work.";
const PREFIXES = [PREFIX, "anxin.draft."];

/**
 * Keeps in this browser what somebody typed until the server has it, so that a closed window loses nothing. `name` is to hold the person's
 * id: another person's screen does not read it. It stays until it is saved, or the person signs out.
 */
export function keepWork(name: string, value: unknown): void {
  try { localStorage.setItem(PREFIX + name, JSON.stringify(value)); } catch { /* A full or closed store: the server has it a second later. */ }
}

/** What was kept under this name, as it was; null when there is nothing. */
export function recallWork(name: string): unknown {
  try {
    const kept = localStorage.getItem(PREFIX + name);
    return kept === null ? null : JSON.parse(kept) as unknown;
  } catch { return null; }
}

/** The server has it now. */
export function forgetWork(name: string): void {
  try { localStorage.removeItem(PREFIX + name); } catch { /* Nothing was kept. */ }
}

/** Takes everything away that anybody left in this browser: whoever sits down next at a shared machine finds nothing. */
export function forgetAllWork(): void {
  try {
    for (const name of Object.keys(localStorage)) if (PREFIXES.some((prefix) => name.startsWith(prefix))) localStorage.removeItem(name);
  } catch { /* Nothing was kept. */ }
}

const savers = new Set<() => Promise<unknown>>();

/** Names what is to be saved before somebody signs out; call what it gives when the screen goes. */
export function saveBeforeSignOut(save: () => Promise<unknown>): () => void {
  savers.add(save);
  return () => { savers.delete(save); };
}

/** Saves all that is open on the screens; what cannot be saved stops nobody. */
export async function saveAllWork(): Promise<void> {
  await Promise.allSettled([...savers].map((save) => save()));
}
