import type { Events, Slots } from "#platform/events";
import type { Log } from "#platform/http";
import { SourcesNotKept, type SearchIndex } from "#platform/search/server";
import { clauseExtras, homeDoors, noticesChanged, searchSources } from "#services/notices/server";
import type { StayingPack } from "#services/staying";
import { questionCard, questionsDoor } from "#services/rules/portal";
import type { QuestionBook } from "#services/rules/server";
import { caseCard, caseDoors } from "#services/cases/portal";
import { recordKept } from "#services/registers/server";
import { registerCard, registerDoors } from "#services/registers/portal";
import { stayingCard } from "#services/staying/portal";
import type { SharesKeeper } from "#services/staying/server";
import { travelCard, travelDoor } from "#services/travel/portal";
import { expectOpenable, ordersOf } from "./opened-by-records.ts";
import type { RecordsAndCases } from "./records-and-cases.ts";
import type { TravelService } from "./travel.ts";
import { portalDoors } from "../portal/index.ts";

type Wired = { readonly events: Events; readonly slots: Slots; readonly log: Log; readonly forgetPages: () => void; readonly search: Pick<SearchIndex, "keep">; readonly travel: Pick<TravelService, "levels" | "answers"> | null; readonly book: QuestionBook; readonly both: RecordsAndCases; readonly staying: { readonly staying: StayingPack; readonly shares: Pick<SharesKeeper, "current"> } | null };

/** Every connection between modules that do not know each other. There is no other place where handlers subscribe or slots are filled. */
export function wire({ events, slots, log, forgetPages, search, travel, book, both, staying }: Wired): void {
  // What people come for most stands first.
  if (travel !== null) slots.fill(homeDoors, () => { const { list, areas } = travel.levels.current(); return [travelDoor(list, areas)]; });
  slots.fill(homeDoors, () => caseDoors(both.offered(), both.counts.done()));
  slots.fill(homeDoors, () => registerDoors(both.shown()));
  if (book.questions.length > 0) slots.fill(homeDoors, () => [questionsDoor(book.questions)]);
  slots.fill(homeDoors, portalDoors);
  slots.fill(clauseExtras, (about) => questionCard({ ...about, questions: book.questions, clausesOf: book.clausesOf }));
  if (travel !== null) slots.fill(clauseExtras, (about) => travelCard({ ...about, ground: travel.answers.ground() }));
  slots.fill(clauseExtras, (about) => {
    const counts = both.counts.of(about.notice.key, about.clause.key);
    return caseCard({ ...about, offered: both.offered(), counts: counts === null ? null : { opened: counts.open + counts.done, finished: counts.done } });
  });
  slots.fill(clauseExtras, (about) => registerCard({ ...about, registers: both.shown() }));
  // In the record's own transaction: a record and the cases it opens are kept together or not at all.
  events.on(recordKept, async ({ tx, ...record }) => {
    for (const order of ordersOf(record)) {
      expectOpenable(record.type, order, both.cases.parts.types.current.find(({ type }) => type.key === order.type)?.type, both.cases.parts.form);
      await both.cases.openFromRecord(tx, order);
    }
  });
  if (staying !== null) slots.fill(clauseExtras, (about) => stayingCard({ ...about, staying: staying.staying, shares: staying.shares.current().shares }));
  events.on(noticesChanged, forgetPages);
  events.on(noticesChanged, async ({ notices }) => {
    // What is released is shown even when it cannot be searched yet; a job tries again every few minutes.
    await search.keep(searchSources(notices)).catch((error: unknown) => { log.error("search-index-failed", { error: error instanceof Error ? error.name : typeof error, ...(error instanceof SourcesNotKept ? { sources: error.sources.join(" ") } : {}) }); });
  });
}
