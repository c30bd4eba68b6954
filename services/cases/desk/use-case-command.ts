import { requestJson, useCommand } from "#platform/desk-ui";
import type { z } from "zod";
import type { CaseView, changedView } from "../desk-views.ts";

/** Where a case stands after a command. */
export type Changed = z.infer<typeof changedView>;
/** What the page does when a command was carried out: tells it and looks again. */
export type WhenChanged = (changed: Changed, told: string) => Promise<void>;

/** Sends commands about the case as it was seen: whoever changed it in between is not overwritten. */
export function useCaseCommand({ district, number, revision }: CaseView, whenChanged: WhenChanged): { readonly busy: boolean; readonly error: unknown; readonly setError: (error: unknown) => void; readonly send: (command: string, body: Readonly<Record<string, unknown>>, told: string, done?: () => void) => void } {
  const { busy, error, setError, run } = useCommand();
  return {
    busy, error, setError,
    send: (command, body, told, done) => {
      const content = { ...body, revision };
      run([command, content], async (commandKey) => {
        const changed = await requestJson<Changed>(`/api/cases/${district}/${number}/${command}`, { method: "POST", body: { ...content, commandKey } });
        done?.();
        await whenChanged(changed, told);
      });
    },
  };
}
