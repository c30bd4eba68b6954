import type { Events, Slots } from "#platform/events";
import type { Log } from "#platform/http";
import { SourcesNotKept, type SearchIndex } from "#platform/search/server";
import { homeDoors, noticesChanged, searchSources } from "#services/notices/server";
import { portalDoors } from "../portal/index.ts";

type Wired = { readonly events: Events; readonly slots: Slots; readonly log: Log; readonly forgetPages: () => void; readonly search: Pick<SearchIndex, "keep"> };

/** Every connection between modules that do not know each other. There is no other place where handlers subscribe or slots are filled. */
export function wire({ events, slots, log, forgetPages, search }: Wired): void {
  slots.fill(homeDoors, portalDoors);
  events.on(noticesChanged, forgetPages);
  events.on(noticesChanged, async ({ notices }) => {
    // What is released is shown even when it cannot be searched yet; a job tries again every few minutes.
    await search.keep(searchSources(notices)).catch((error: unknown) => { log.error("search-index-failed", { error: error instanceof Error ? error.name : typeof error, ...(error instanceof SourcesNotKept ? { sources: error.sources.join(" ") } : {}) }); });
  });
}
