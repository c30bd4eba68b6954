import { useCallback, useRef, useState } from "react";

/** Work that a button starts: while it runs, `busy` is true and pressing again starts nothing. */
export function useBusy(): readonly [busy: boolean, run: (work: () => Promise<unknown>) => void] {
  const [busy, setBusy] = useState(false);
  // Two presses come faster than a render.
  const running = useRef(false);
  const run = useCallback((work: () => Promise<unknown>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    void work().finally(() => { running.current = false; setBusy(false); });
  }, []);
  return [busy, run];
}
