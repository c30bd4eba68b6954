import type { CaseStanding } from "./case.ts";
import type { CaseType } from "./case-type.ts";
import { isOpen, stateOf } from "./standing.ts";

/** Somebody who handles cases. `districts`: where; the city's own code is among them for the city's officers. */
export type Officer = { readonly person: string; readonly active: boolean; readonly districts: readonly string[] };

/** Who has to see to a case. `city`: nobody is there, so the city itself has to, by whoever it appoints. `nobody`: nothing is to be done. */
export type Owners = { readonly kind: "people"; readonly people: readonly [string, ...string[]] } | { readonly kind: "applicant" } | { readonly kind: "city" } | { readonly kind: "nobody" };

/** Where a case lies and who there is. `barred`: people who may make none of its next moves. */
export type OwnerGround = { readonly district: string; readonly city: string; readonly officers: readonly Officer[]; readonly barred?: ReadonlySet<string> };

/**
 * Who owns a case; never nobody while it is open, whoever left. Whoever has it in hand, as long as that person is there and permitted; else the district's officers; where there are
 * none, the city's. The city's own states are the city's officers'; what is overdue is the city's as well as the district's.
 */
export function ownersOf(type: CaseType, standing: CaseStanding, { district, city, officers, barred = new Set() }: OwnerGround): Owners {
  if (!isOpen(type, standing)) return { kind: "nobody" };
  const { owner } = stateOf(type, standing.state);
  if (owner === "applicant") return { kind: "applicant" };
  const able = officers.filter(({ person, active }) => active && !barred.has(person));
  const ofCity = able.filter(({ districts }) => districts.includes(city));
  const there = owner === "city-officers" ? ofCity : able.filter(({ districts }) => districts.includes(district));
  const inHand = there.filter(({ person }) => person === standing.assignee);
  // Who reaches the whole city is asked for what lies in a district only when nobody is there, or it is overdue.
  const own = there.filter((each) => owner === "city-officers" || district === city || !ofCity.includes(each));
  const nearest = inHand.length > 0 ? inHand : own.length > 0 ? own : ofCity;
  const [first, ...others] = new Set([...nearest, ...(standing.escalated ? ofCity : [])].map(({ person }) => person));
  return first === undefined ? { kind: "city" } : { kind: "people", people: [first, ...others] };
}
