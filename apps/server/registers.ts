import { gazetteer, type CityPlaces } from "#engines/places";
import type { Point } from "#engines/forms";
import type { Notice } from "#services/notices";
import { registerService, type RegisterService, type RegisterServiceOptions } from "#services/registers/server";

type Parts = Omit<RegisterServiceOptions, "clauseOf" | "findPlace"> & { readonly notices: () => readonly Notice[]; readonly places: CityPlaces };

/** Registers of this install: clauses as the notices in force have them, places as its people call them. */
export function registersOf({ notices, places, ...parts }: Parts): RegisterService {
  const known = gazetteer(places);
  return registerService({
    ...parts,
    clauseOf: (noticeKey, clauseKey) => notices().find(({ key, withdrawn }) => key === noticeKey && withdrawn === null)?.clauses.find(({ key }) => key === clauseKey) ?? null,
    findPlace: (text) => seatOf(text, known, places, parts.city.code),
  });
}

/** Where the district that a place lies in is governed from. Townships have no position of their own here. */
function seatOf(text: string, known: ReturnType<typeof gazetteer>, { seats = [] }: CityPlaces, city: string): Point | null {
  const found = known.find(text, { within: city });
  const seat = found.kind === "one" ? seats.find(({ code }) => code === found.division.code.slice(0, 6)) : undefined;
  return seat === undefined ? null : { latitude: seat.latitude, longitude: seat.longitude };
}
