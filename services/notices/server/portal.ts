import type { Reading } from "#engines/reading";
import { defineSlot } from "#platform/events";
import type { Door, View } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { NoticeEditions } from "../edition.ts";
import type { Notice, NoticeClause } from "../notice.ts";
import type { SearchAnswer } from "../portal/search-page.tsx";
import type { ReadAddition } from "../portal/read/read-addition.ts";
import type { ReadCorrection } from "../portal/read/read-correction.ts";
import type { ReadRefusal } from "../portal/read/stated-facts.ts";

/**
 * The pages as the routes need them: HTML by address. `apps/server` makes one from the page components, so that routes do not know how a page is
 * drawn. `url` is always the address as asked, with its query; language and type size are in it.
 */
export type NoticePortal = {
  /** Patterns of the Chinese paths of all pages. */
  readonly patterns: readonly string[];
  /** The one address of what `url` asks for, without what pages do not look at. */
  readonly address: (url: string) => string;
  /** Names what a page shows beside the notices, e.g. the day: pages made in another edition are stale. */
  readonly edition: () => string;
  /** Null when there is no such thing. `isGone`: there was once; the page says why it is gone. */
  readonly page: (pattern: string, url: string, params: Readonly<Record<string, string>>, shown: { readonly notices: readonly Notice[]; readonly editions: NoticeEditions }) => { readonly html: string; readonly isGone: boolean } | null;
  /** The search with what it found, or empty. */
  readonly searchPage: (url: string, notices: readonly Notice[], found: SearchAnswer | null) => string;
  readonly readForm: (url: string, notices: readonly Notice[], form: { readonly text: string; readonly refusals: readonly ReadRefusal[] }) => string;
  readonly readResult: (
    url: string, notices: readonly Notice[],
    result: { readonly text: string; readonly reading: Reading; readonly corrections: readonly ReadCorrection[]; readonly additions: readonly ReadAddition[] },
  ) => string;
};

/** The doors of the home page, of every service that is open. */
export const homeDoors = defineSlot<readonly Notice[], readonly Door[]>("home.doors");

/** What other services show of a clause on its page, below its duties, in the reader's view; null where they have nothing to say of it. */
export const clauseExtras = defineSlot<{ readonly notice: Notice; readonly clause: NoticeClause; readonly view: View }, VNode | null>("clause.extras");
