/** "May I travel?": lists of risk areas and the levels of places by them. */
export * from "./risk-list/index.ts";
export * from "./risk-map/index.ts";
export { loadPlaces } from "./pack/load-places.ts";
