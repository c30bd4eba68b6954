import type { LocalText } from "#platform/i18n";
import type { ComponentType } from "react";
import type { DeskIconName } from "./icon.tsx";

/** A page of the desk. */
export type DeskPage = {
  /** Below `/desk`, in the router's form: `/notices/drafts/:id`. */
  readonly path: string;
  /** One of these permissions, held somewhere, opens the page; empty: everybody signed in. The server decides again. */
  readonly permissions: readonly string[];
  /** The permission must be held for the city itself: the page is about its own things, and a district's officer would find it empty. */
  readonly cityOnly?: boolean;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  /** Where it stands in the navigation; pages opened from others have no place. */
  readonly navigation: { readonly group: LocalText; readonly name: LocalText; readonly icon: DeskIconName } | null;
};

/** What a module gives the desk. */
export type DeskModule = {
  readonly pages: readonly DeskPage[];
} & Partial<RecordWords>;

/** What entries of the audit mean to people. Modules name their own; the desk puts them together. */
export type RecordWords = {
  /** By action: `notices.release`. */
  readonly actions: Readonly<Record<string, LocalText>>;
  /** By kind of object, what stands before the colon of `notice-draft:…`; `page` shows it to those who may open it. */
  readonly objects: Readonly<Record<string, { readonly name: LocalText; readonly page?: Pick<DeskPage, "permissions" | "cityOnly"> & { readonly path: (id: string) => string } }>>;
  /** By name of a detail: `revision`. */
  readonly details: Readonly<Record<string, LocalText>>;
  /** Details that are words of ours: `amend`. */
  readonly values: Readonly<Record<string, LocalText>>;
};
