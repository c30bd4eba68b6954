import type { FieldFault } from "#engines/forms";
import { refuse, type Refused } from "#platform/http/server";
import { KEY_USED } from "#platform/release";
import type { Changed } from "./change-case.ts";
import type { OpenOutcome } from "./open-case.ts";

/** Why a change was not made, as the desk is told. */
export function refusalOf(outcome: Exclude<Changed, { kind: "done" }>): Refused {
  switch (outcome.kind) {
    case "missing": return refuse(404);
    case "key-used": return keyUsed();
    case "changed": return refuse(409, { field: "revision", facts: { revision: outcome.revision } });
    case "refused": return refuse(409, { field: "move", problem: outcome.refusal.problem, remedy: outcome.refusal.remedy, reasons: [outcome.refusal.reason] });
    case "wrong": return wrong(outcome.faults);
  }
}

/** Why a case was not opened. */
export function refusedOpening(outcome: Exclude<OpenOutcome, { kind: "opened" }>): Refused {
  switch (outcome.kind) {
    case "not-offered": return refuse(404);
    case "not-yours": return refuse(403, { field: "answers", ...NOT_YOURS });
    case "key-used": return keyUsed();
    case "wrong": return wrong(outcome.faults);
  }
}

function wrong(faults: readonly FieldFault[]): Refused {
  const [first] = faults;
  return refuse(422, { field: first?.field ?? null, ...(first === undefined ? {} : { problem: first.problem, remedy: first.remedy }), errors: faults });
}

const keyUsed = (): Refused => refuse(409, { field: "commandKey", problem: KEY_USED.problem, remedy: KEY_USED.remedy });
const NOT_YOURS = { problem: { zh: "您不办理这个地方的事", en: "You do not handle cases of this district" }, remedy: { zh: "选您负责的地方。", en: "Choose a district of yours." } };
