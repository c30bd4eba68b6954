import type { Obligation } from "#engines/reading";
import type { PackProblem, YamlFile } from "#platform/pack";
import type { NoticeObligation } from "../notice.ts";
import * as faults from "./binding-faults.ts";
import type { ClauseSettings, DutySettings, NoticeSettings } from "./settings-file.ts";

/** Obligations of one clause under their keys, and what hinders binding them. */
export type BoundDuties = { readonly obligations: readonly NoticeObligation[]; readonly problems: readonly PackProblem[] };

/**
 * Gives each obligation of a clause its stable key by the words quoted for it; numbers and ranges play no part, so a key
 * survives a change elsewhere in the notice. `own` are the clause's obligations, `all` those of the whole notice.
 */
export function bindDuties(
  clause: ClauseSettings, clauseIndex: number, own: readonly Obligation[], all: readonly Obligation[],
  text: string, settings: YamlFile<NoticeSettings>,
): BoundDuties {
  const bound = new Map<Obligation, DutySettings>();
  const problems: PackProblem[] = [];
  clause.duties.forEach((duty, index) => {
    const found = findObligation(duty, own, all, text);
    const first = "obligation" in found ? bound.get(found.obligation) : undefined;
    if ("fault" in found) problems.push(settings.problemAt(["clauses", clauseIndex, "duties", index, found.field], found.fault));
    else if (first !== undefined) problems.push(settings.problemAt(["clauses", clauseIndex, "duties", index, "quote"], faults.boundTwice(first.key)));
    else {
      bound.set(found.obligation, duty);
      const names = duty.plain?.actors;
      if (names !== undefined && names.length !== found.obligation.actors.length) problems.push(settings.problemAt(["clauses", clauseIndex, "duties", index, "plain", "actors"], faults.otherActors(found.obligation.actors)));
    }
  });
  return {
    obligations: own.map((obligation) => {
      const duty = bound.get(obligation);
      return { ...obligation, key: duty?.key ?? null, plain: duty?.plain ?? null };
    }),
    problems,
  };
}

type Found = { readonly obligation: Obligation } | { readonly fault: faults.Fault; readonly field: "quote" | "modality" };

function findObligation(duty: DutySettings, own: readonly Obligation[], all: readonly Obligation[], text: string): Found {
  const numbered = duty.order === undefined ? undefined : own.find(({ id, quote }) => id === duty.order && quote.includes(duty.quote));
  if (numbered !== undefined) return { obligation: numbered };
  const quoted = own.filter((obligation) => obligation.quote.includes(duty.quote));
  if (quoted.length === 0) {
    const elsewhere = all.find((obligation) => obligation.quote.includes(duty.quote));
    if (elsewhere !== undefined) return { fault: faults.inOtherClause(elsewhere.clause), field: "quote" };
    return { fault: text.includes(duty.quote) ? faults.NO_ORDER_THERE : faults.NOT_IN_TEXT, field: "quote" };
  }
  const meant = duty.modality === undefined ? quoted : quoted.filter((obligation) => obligation.modality === duty.modality);
  const [only, another] = meant;
  if (only === undefined) return { fault: faults.otherModality(quoted.map((obligation) => obligation.modality)), field: "modality" };
  if (another !== undefined) return { fault: faults.ambiguous(meant.map((obligation) => obligation.modality)), field: "quote" };
  return { obligation: only };
}
