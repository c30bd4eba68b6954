import { clauseOf, type NoticeInForce } from "../clause-of.ts";
import { caseStatus, type ToldCase } from "../course/case-status.ts";
import type { CaseStatus } from "../portal-views.ts";
import type { CaseParts, LoadedCase } from "./case-record.ts";
import { placeNames } from "./case-view.ts";
import { mayRate } from "./change-case.ts";

/** A case as its receipt leads to it. */
export type FoundCase = { readonly number: string; readonly loaded: LoadedCase; readonly goesOnIn: LoadedCase | null; readonly withOthers: boolean };

/** How a case stands for the person with its receipt, out of what was loaded. */
export function statusOf(parts: CaseParts, { number, loaded, goesOnIn, withOthers }: FoundCase, { notices, telephone }: { readonly notices: () => readonly NoticeInForce[]; readonly telephone: (district: string) => string | null }): CaseStatus {
  // Under the number of the receipt, whatever number it got where it was handed to.
  return caseStatus({ ...toldCase(loaded), address: { district: loaded.kept.district, number } }, goesOnIn === null ? null : toldCase(goesOnIn), {
    clause: clauseOf(notices(), loaded.type), places: placeNames(parts.city), city: parts.city.code, calendar: parts.calendar, now: parts.clock.policyNow().toISOString(), telephone, withOthers,
  });
}

function toldCase(loaded: LoadedCase): ToldCase {
  const { kept, type, facts } = loaded;
  const address = { district: kept.district, number: kept.number };
  return { address, lies: address, type, title: kept.erasedAt === null ? kept.title : "", openedAt: kept.openedAt, standing: facts.standing, events: facts.events, answers: facts.answers, satisfied: kept.satisfied, mayRate: mayRate(loaded) };
}
