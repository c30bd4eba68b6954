import type { Door } from "#platform/portal-ui";
import type { PublicRegister } from "../portal-views.ts";
import { LISTS_PATH, registerPath } from "./register-paths.ts";

/** The doors of the home page: the first list of places with how many are open now, and everything that can be looked up. None while there is nothing. */
export function registerDoors(registers: readonly PublicRegister[]): readonly Door[] {
  const shown = registers.filter(({ clause }) => clause !== null);
  // The list most people look for is the longest; an empty one is no door.
  const [places] = shown.filter(({ openNow, count }) => openNow !== null && count > 0).toSorted((one, other) => other.count - one.count);
  const first: readonly Door[] = places === undefined ? [] : [{ icon: "place", path: registerPath(places), title: places.type.name, hint: (places.openNow ?? 0) > 0 ? { zh: `现在有 ${places.openNow ?? 0} 处开门`, en: `${places.openNow ?? 0} open now` } : { zh: `${places.count} 处，现在没有确认开门的`, en: `${places.count} listed, none known to be open now` } }];
  const others = shown.length - first.length;
  if (others === 0) return first;
  return [...first, { icon: "look", path: LISTS_PATH, title: { zh: "查一查", en: "Look it up" }, hint: { zh: `${shown.length} 样情况，不用登录`, en: `${shown.length} lists, no sign-in` } }];
}
