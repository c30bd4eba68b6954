import type { Events, Slots } from "#platform/events";
import { homeDoors, noticesChanged } from "#services/notices/server";
import { portalDoors } from "../portal/index.ts";

/** Every connection between modules that do not know each other. There is no other place where handlers subscribe or slots are filled. */
export function wire({ events, slots, forgetPages }: { events: Events; slots: Slots; forgetPages: () => void }): void {
  slots.fill(homeDoors, portalDoors);
  events.on(noticesChanged, forgetPages);
}
