import type { PublicRegister, RegisterPageView } from "../portal-views.ts";

/** The pages as the routes need them: HTML by address. `apps/server` makes one from the page components of `portal/`. */
export type RegistersPortal = {
  /** `/lists`: what can be looked up, by clause. */
  readonly lists: (url: string, page: { readonly registers: readonly PublicRegister[] }) => string;
  /** `/lists/:register`: places, entries, sums or one's own entries. */
  readonly register: (url: string, page: RegisterPageView) => string;
};
