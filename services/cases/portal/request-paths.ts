import type { CaseType } from "#engines/cases";
import type { ClauseOf } from "../portal-views.ts";

/** Chinese paths of the pages; `href` puts them in a view. What is sent to them is sent as multipart/form-data. */
export const REQUESTS_PATH = "/requests";
export const TRACK_PATH = "/track";
/** From the status page, each with `number`, `secret`, `commandKey` and `revision`. */
export const SUPPLEMENT_PATH = "/track/supplement";
export const NUDGE_PATH = "/track/nudge";
export const RATE_PATH = "/track/rate";
export const MOVE_PATH = "/track/move";

/** The form of a kind of request. */
export const requestPath = ({ key }: Pick<CaseType, "key">): string => `${REQUESTS_PATH}/${key}`;

/** The page of a clause, by its stable key. */
export const clauseOfPath = ({ notice, clause }: Pick<ClauseOf, "notice" | "clause">): string => `/n/${notice}/${clause}`;
