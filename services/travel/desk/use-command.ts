import { DeskProblem } from "#platform/desk-ui";
import { useRef, useState } from "react";

/**
 * Something that is looked at and then recorded: what went wrong with it, and the key it is recorded under. The same press of the button, sent again after a broken
 * line, has the same key and records nothing twice; once the server has refused, the next try is another command.
 */
export function useCommand(): { readonly busy: boolean; readonly error: unknown; readonly key: () => string; readonly run: (work: () => Promise<void>) => void } {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef(false);
  const key = useRef<string>(crypto.randomUUID());
  async function carryOut(work: () => Promise<void>): Promise<void> {
    // Two presses come faster than a render.
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (problem) {
      if (problem instanceof DeskProblem && problem.status !== 0) key.current = crypto.randomUUID();
      setError(problem);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { busy, error, key: () => key.current, run: (work) => { void carryOut(work); } };
}
