import type { CaseMove, CaseState, CaseType } from "./case-type.ts";
import { fault, type TypeFault } from "./type-fault.ts";

/** Where the ways of a type lead nowhere: a state that no case reaches, one that a case cannot leave, a beginning that is none, no end that can be reached. */
export function checkPaths(type: CaseType): readonly TypeFault[] {
  const { states, moves, initial } = type;
  const first = states.find(({ key }) => key === initial);
  if (first === undefined || first.final) return [fault(["initial"], "没有这个状态，或者它已经是办结", "there is no such state, or it is final", "写 states 里一个没有办结的", "name one of the states that is not final")];
  const reached = closure([initial], (key) => moves.filter(({ from }) => from.includes(key)).map(({ to }) => to));
  const ending = closure(states.filter(({ final }) => final).map(({ key }) => key), (key) => moves.filter(({ to }) => to === key).flatMap(({ from }) => from));
  return states.flatMap((state, at) => [
    ...(reached.has(state.key) ? [] : [fault(["states", at, "key"], "从开头走不到这个状态", "no way leads here from the beginning", "加一步通到这里，或者删去它", "add a move that leads here, or take it away")]),
    ...(state.final || leavesAlways(type, state) ? [] : [fault(["states", at, "key"], "有的事到了这里就走不下去", "a case may be stuck here: no move is open to every case", "加一步工作人员随时能走的，或者让 onlyIf、match 的几步合起来包括所有情况", "add a move that officers can always make, or let the moves on conditions cover every case together")]),
    ...(state.final || ending.has(state.key) ? [] : [fault(["states", at, "key"], "从这里走不到办结", "no way leads from here to an end", "加一步通到办结的状态", "add a way to a final state")]),
  ]);
}

/** Whatever was answered and whatever the register holds, there is a move that officers or the clock can make. An applicant may never come back, so the applicant's moves do not count. */
function leavesAlways(type: CaseType, { key, deadline }: CaseState): boolean {
  const exits = type.moves.filter(({ from, by, within }) => from.includes(key) && by !== "applicant" && within === null);
  const then = deadline?.then;
  const byClock = then?.kind === "move" ? exits.filter((move) => move.key === then.move && move.by === "clock") : [];
  const able = [...exits.filter(({ by }) => by !== "clock"), ...byClock];
  if (isCovered(type, able)) return true;
  // With and without a record that is valid today.
  return (["some", "none"] as const).every((match) => isCovered(type, able.map((move) => (move.match === match ? { ...move, match: null } : move))));
}

/** Do these moves, as far as they ask for no record, fit every answer? */
function isCovered({ form, moves: all }: CaseType, moves: readonly CaseMove[]): boolean {
  const able = moves.filter(({ match }) => match === null);
  if (able.some(({ onlyIf }) => onlyIf === null)) return true;
  return form.some((field) => {
    // A later answer under the same key would hold instead.
    if (!field.required || field.onlyIf !== null || all.some((move) => move.form.some(({ key }) => key === field.key))) return false;
    const possible: readonly (string | boolean)[] = field.kind === "yes-no" ? [true, false] : field.kind === "choice" || field.kind === "choices" ? field.choices.map(({ key }) => key) : [];
    const fitting = able.flatMap(({ onlyIf }) => (onlyIf?.field === field.key ? onlyIf.is : []));
    return possible.length > 0 && possible.every((each) => fitting.includes(each));
  });
}

function closure(from: readonly string[], next: (key: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(from);
  for (const key of found) for (const each of next(key)) found.add(each);
  return found;
}
