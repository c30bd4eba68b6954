import type { CaseEvent } from "./case.ts";
import { type CaseFacts, moveRefusal } from "./moves.ts";
import { isOpen, stateOf } from "./standing.ts";

/**
 * What the clock does to a case at a moment: nothing, or one event. Once a deadline has passed the case goes up to the city's officers, once for each stay in a state, or the
 * deadline's move is made; where that move cannot be made just now, it goes up too, so that nobody forgets it. The next state's time runs from that moment, so a clock that was
 * stopped for a week does not rush a case through all its states.
 */
export function clockStep(facts: CaseFacts, now: string): CaseEvent | null {
  const { type, standing } = facts;
  if (!isOpen(type, standing) || standing.dueAt === null || standing.dueAt > now) return null;
  const every = { seq: standing.revision + 1, at: now, actor: { kind: "clock" } } as const;
  const then = stateOf(type, standing.state).deadline?.then;
  const move = then?.kind === "move" ? type.moves.find(({ key }) => key === then.move) : undefined;
  if (move !== undefined && moveRefusal(facts, move, every.actor, now) === null) return { ...every, kind: "moved", move: move.key, from: standing.state, to: move.to, reason: null, answers: {}, record: null };
  return standing.escalated ? null : { ...every, kind: "escalated", dueAt: standing.dueAt };
}
