import { barredOfficers, type Officer, type Owners, ownersOf } from "#engines/cases";
import type { CaseParts, LoadedCase } from "./case-record.ts";

/** Somebody who handles cases. */
export type Colleague = { readonly id: string; readonly name: string };
/** Active people who handle cases of a district: those of the district and those of the city. */
export type Colleagues = (district: string) => Promise<readonly Colleague[]>;

/** Who has to see to a case now, and everybody there who may. A case in nobody's hands is the district's; so is one whose officer has left or handles cases there no more. */
export async function caseOwners({ city }: Pick<CaseParts, "city">, { kept, type, facts }: LoadedCase, colleagues: Colleagues): Promise<{ readonly owners: Owners; readonly colleagues: readonly Colleague[]; readonly assignee: string | null }> {
  if (!kept.open) return { owners: { kind: "nobody" }, colleagues: [], assignee: kept.assignee };
  const [there, ofCity] = [await colleagues(kept.district), new Set((await colleagues(city.code)).map(({ id }) => id))];
  const officers = there.map(({ id }): Officer => ({ person: id, active: true, districts: ofCity.has(id) ? [city.code, kept.district] : [kept.district] }));
  const owners = ownersOf(type, facts.standing, { district: kept.district, city: city.code, officers, barred: barredOfficers(type, facts.standing, facts.events) });
  return { owners, colleagues: there, assignee: inHandsOf(kept.assignee, there) };
}

/** Who has it in hand, as long as that person is there. */
export function inHandsOf(assignee: string | null, there: readonly Colleague[]): string | null {
  return there.some(({ id }) => id === assignee) ? assignee : null;
}
