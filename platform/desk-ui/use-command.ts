import { useRef, useState } from "react";

/** Something that is sent once: whether it is on its way, what went wrong with it, and the way to send it. */
export type CommandState = { readonly busy: boolean; readonly error: unknown; readonly setError: (error: unknown) => void; readonly run: (content: unknown, work: (commandKey: string) => Promise<void>) => void };

/**
 * A command of the desk. The same content sent again, because nobody knows whether it arrived, goes under the same key and is carried out once; other
 * content, or the same after it was carried out, is another command. While one is on its way pressing again sends nothing.
 */
export function useCommand(): CommandState {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // Two presses come faster than a render.
  const running = useRef(false);
  const command = useRef({ content: "", key: "" });
  async function carryOut(content: string, work: (commandKey: string) => Promise<void>): Promise<void> {
    if (running.current) return;
    running.current = true;
    if (content !== command.current.content) command.current = { content, key: crypto.randomUUID() };
    setBusy(true);
    setError(null);
    try {
      await work(command.current.key);
      command.current = { content: "", key: "" };
    } catch (problem) {
      setError(problem);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { busy, error, setError, run: (content, work) => { void carryOut(JSON.stringify(content), work); } };
}
