export { levelRecorder, type ChangeOrder, type LevelRecorder, type ListOrder, type ListPreview, type RecordingKey, type RecordOutcome } from "./record-levels.ts";
export { keepLevels, type LevelKeeper } from "./keep-levels.ts";
export { answerView, viewOfAnswer, type AnswerView } from "./answer-view.ts";
export { travelApiRoutes } from "./api-routes.ts";
export { ownAreas, TRAVEL_PAGES, travelPageRoutes } from "./page-routes.ts";
export type { TravelPortal } from "./portal.ts";
export { levelDeskRoutes } from "./desk-routes.ts";
export { jsonOfAnswer } from "./answer-json.ts";
