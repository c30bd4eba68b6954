import type { Events, Slots } from "#platform/events";
import type { Log } from "#platform/http";
import { SourcesNotKept, type SearchIndex } from "#platform/search/server";
import { homeDoors, noticesChanged, searchSources } from "#services/notices/server";
import { travelDoor } from "#services/travel/portal";
import type { TravelService } from "./travel.ts";
import { portalDoors } from "../portal/index.ts";

type Wired = { readonly events: Events; readonly slots: Slots; readonly log: Log; readonly forgetPages: () => void; readonly search: Pick<SearchIndex, "keep">; readonly travel: Pick<TravelService, "levels"> | null };

/** Every connection between modules that do not know each other. There is no other place where handlers subscribe or slots are filled. */
export function wire({ events, slots, log, forgetPages, search, travel }: Wired): void {
  // What people come for most stands first.
  if (travel !== null) slots.fill(homeDoors, () => { const { list, areas } = travel.levels.current(); return [travelDoor(list, areas)]; });
  slots.fill(homeDoors, portalDoors);
  events.on(noticesChanged, forgetPages);
  events.on(noticesChanged, async ({ notices }) => {
    // What is released is shown even when it cannot be searched yet; a job tries again every few minutes.
    await search.keep(searchSources(notices)).catch((error: unknown) => { log.error("search-index-failed", { error: error instanceof Error ? error.name : typeof error, ...(error instanceof SourcesNotKept ? { sources: error.sources.join(" ") } : {}) }); });
  });
}
