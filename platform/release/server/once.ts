import type { ClientBase } from "pg";
import { contentSha256 } from "../canonical.ts";
import { findCommand, insertCommand } from "./store.ts";

/** Something a person asks for under a key of their own making: the same key stands for this and nothing else. */
export type Command = {
  readonly district: string;
  readonly key: string;
  /** What is done to what, by whom, as the audit names them. */
  readonly action: string;
  readonly object: string;
  readonly person: string;
  /** Everything else that was sent. */
  readonly body: unknown;
  readonly now: Date;
};

/** What came of a command; `key-used` when its key already stands for another one, whose outcome is nobody else's business. */
export type Carried<Outcome> = { readonly kind: "carried"; readonly outcome: Outcome; readonly again: boolean } | { readonly kind: "key-used" };

/**
 * Carries a command out once: asked again it gives the first outcome (`again`) and does nothing. The outcome is kept in the same
 * transaction as what was done; a refusal (`isDone` false) is not kept, so that it may be tried again. Call it first in a
 * transaction: commands of one key wait for each other here, before anything else is locked.
 */
export async function once<Outcome>(tx: ClientBase, command: Command, work: () => Promise<Outcome>, isDone: (outcome: Outcome) => boolean): Promise<Carried<Outcome>> {
  const { action, object, person } = command;
  const bodySha256 = contentSha256(command.body);
  const known = await findCommand(tx, command.district, command.key);
  if (known !== null) {
    const isSame = known.action === action && known.object === object && known.person === person && known.bodySha256 === bodySha256;
    return isSame ? { kind: "carried", outcome: known.outcome as Outcome, again: true } : { kind: "key-used" };
  }
  const outcome = await work();
  if (isDone(outcome)) await insertCommand(tx, command.district, command.key, { action, object, person, bodySha256, outcome }, command.now);
  return { kind: "carried", outcome, again: false };
}
