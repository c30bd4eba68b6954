/** "May I travel?": lists of risk areas, the levels of places by them, and the answer to a trip by every level of authority. */
export * from "./risk-list/index.ts";
export * from "./risk-map/index.ts";
export * from "./decision/index.ts";
export { loadPlaces } from "./pack/load-places.ts";
export { loadTravel, type ApprovalOffice, type StatedLevel, type TravelPack } from "./pack/load-travel.ts";
