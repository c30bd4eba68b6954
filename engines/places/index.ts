/** Places: the divisions of the country and of a city, found by what people write. Pure; knows no city. */
export type { CityPlaces, Division, DivisionLevel } from "./division.ts";
export { gazetteer, type Found, type Gazetteer } from "./gazetteer.ts";
export { listedPlace, type ListedAs } from "./listed-place.ts";
export { plainName, shortName } from "./names.ts";
