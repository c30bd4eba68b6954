import { openSpell, readHours, type OpeningHours, type OpenSpell } from "#engines/calendar";
import type { Answers } from "#engines/forms";
import type { RecordType } from "#engines/registers";
import { dayInChina } from "#platform/i18n";
import type { OpenState } from "../portal-views.ts";

/** Hours as they are written, read once, with what they last said: of many places most are written alike, and nothing changes before the spell is over. */
type Known = { readonly hours: OpeningHours | null; spell: OpenSpell | null; state: OpenState };

const known = new Map<string, Known>();
/** More than entries are held of a list; then what is known is forgotten, and read again where it is asked for. */
const KNOWN_MOST = 60_000;
/** Nobody has told its hours. */
export const UNKNOWN: OpenState = { kind: "unknown" };

/** Whether an entry of a register of places is open. */
export function stateOf({ public: view }: Pick<RecordType, "public">, { values }: { readonly values: Answers }, now: Date): OpenState {
  const text = view?.kind === "places" ? values[view.hours] : undefined;
  return typeof text === "string" ? openState(text, now) : UNKNOWN;
}

/** Whether a place with these hours is open. Asked a thousand times a minute it is worked out once, until a span begins or ends or a day is over. */
export function openState(text: string, now: Date): OpenState {
  let each = known.get(text);
  if (each === undefined) {
    if (known.size >= KNOWN_MOST) known.clear();
    known.set(text, each = { hours: readHours(text), spell: null, state: UNKNOWN });
  }
  const at = now.getTime();
  if (each.hours === null || (each.spell !== null && each.spell.from <= at && at < each.spell.until)) return each.state;
  each.spell = openSpell(each.hours, at);
  return each.state = inWords(each.spell.state, now);
}

function inWords(state: OpenSpell["state"], now: Date): OpenState {
  const moment = (epoch: number): string => new Date(epoch).toISOString();
  switch (state.kind) {
    case "open": return state.until === null ? { kind: "open", until: `${dayInChina(now)}T16:00:00.000Z`, soon: false, always: true } : { kind: "open", until: moment(state.until), soon: state.soon };
    case "closed": return { kind: "closed", opensAt: state.opensAt === null ? null : moment(state.opensAt) };
    case "not-known": return UNKNOWN;
    case "not-announced": return state;
  }
}
