/** Keeps what is held in memory like the database. */
export { keepRefreshed, type Refreshing } from "./keep-refreshed.ts";
