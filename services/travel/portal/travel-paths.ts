import type { AskedTrip } from "../decision/index.ts";

/** Chinese paths of the pages; `href` puts them in a view. */
export const TRAVEL_PATH = "/travel";
export const ANSWER_PATH = "/travel/answer";
export const AREAS_PATH = "/travel/areas";
export const HISTORY_PATH = "/travel/areas/history";
export const STRICTER_PATH = "/travel/stricter";
export const AREAS_FEED_PATH = "/travel/areas/feed.atom";

/** A question as the query of an address, without what is not said. `at`: the moment whose answer is asked for. */
export function queryOf(asked: AskedTrip, at: string | null = null): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string): void => { if (value !== "") query.append(name, value); };
  set("from", asked.from); set("fromPart", asked.fromPart); set("fromElsewhere", asked.fromElsewhere ? "1" : "");
  set("to", asked.to); set("toElsewhere", asked.toElsewhere ? "1" : "");
  for (const stop of asked.via) set("via", stop.trim());
  set("viaElsewhere", asked.viaElsewhere ? "1" : "");
  set("on", asked.on); set("until", asked.until);
  for (const [fact, value] of Object.entries(asked.facts)) set(fact, value);
  set("at", at ?? "");
  return query.toString();
}

/** The answer to a question, at its address. */
export const answerPath = (asked: AskedTrip, at: string | null = null): string => `${ANSWER_PATH}?${queryOf(asked, at)}`;
/** The form, filled in with a question. */
export const formPath = (asked: AskedTrip): string => `${TRAVEL_PATH}?${queryOf(asked)}`;
