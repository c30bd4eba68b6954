import { faultPoint } from "#platform/fault-points/server";
import type { ClientBase } from "pg";
import { findOutcome, insertOutcome } from "./store.ts";

/**
 * Carries a command out once: asked again under the same key it gives the first outcome and does nothing. The outcome is
 * kept in the same transaction as what was done; a refusal (`isDone` false) is not kept, so that it may be tried again.
 */
export async function once<Outcome>(
  tx: ClientBase, command: { readonly district: string; readonly key: string; readonly now: Date }, work: () => Promise<Outcome>, isDone: (outcome: Outcome) => boolean,
): Promise<Outcome> {
  const known = await findOutcome(tx, command.district, command.key);
  if (known !== null) return known.outcome as Outcome;
  const outcome = await work();
  faultPoint("release.before-command");
  if (isDone(outcome)) await insertOutcome(tx, command.district, command.key, outcome, command.now);
  return outcome;
}
