import type { RecordType } from "#engines/registers";
import type { FieldFault, Point } from "#engines/forms";
import type { LocalText } from "#platform/i18n";

/** A clause as pages point to it. */
export type ClauseOf = { readonly notice: string; readonly clause: string; readonly number: string | null; readonly title: LocalText };

/** A register that residents may look at; its clause is null when the notice in force no longer has it. */
export type PublicRegister = { readonly type: RecordType; readonly clause: ClauseOf | null; readonly count: number; /** Of `places`: how many are open now. */ readonly openNow: number | null };

/** Whether a place is open: by its hours and the official calendar. `unknown`: nobody has told its hours; `not-announced`: the year's days off are not known. */
export type OpenState =
  | { readonly kind: "open"; readonly until: string; readonly soon: boolean; /** It does not close; `until` is then the end of the day. */ readonly always?: boolean }
  | { readonly kind: "closed"; readonly opensAt: string | null }
  | { readonly kind: "unknown" } | { readonly kind: "not-announced"; readonly year: number };

/** A place of a list; open ones first, nearest first. `confirmedBy`: the body, never a person. */
export type PlaceEntry = {
  readonly district: string; readonly districtName: LocalText; readonly name: string; readonly address: string; readonly telephone: string | null; readonly hours: string | null;
  readonly open: OpenState; readonly kilometres: number | null; readonly facts: readonly { readonly name: LocalText; readonly shown: LocalText }[];
  readonly confirmedAt: string | null; readonly confirmedBy: LocalText | null; readonly stale: boolean;
  /** Where it is; not there when nobody recorded it. */
  readonly point?: Point;
};
/** An entry of a plain list. */
export type ListEntry = { readonly districtName: LocalText; readonly title: string; readonly facts: readonly { readonly name: LocalText; readonly shown: LocalText }[]; readonly flags: readonly LocalText[]; readonly recordedAt: string };
/** Sums of a district and a value of the `by` field; `keptBack`: too few entries to be shown. */
export type TotalRow = { readonly districtName: LocalText; readonly by: LocalText | null; readonly entries: number; readonly keptBack: boolean; readonly sums: readonly { readonly name: LocalText; readonly shown: LocalText }[]; readonly flags: readonly { readonly name: LocalText; readonly entries: number; readonly bad: boolean }[] };
/** One's own entry. */
export type OwnEntry = { readonly districtName: LocalText; readonly facts: readonly { readonly name: LocalText; readonly shown: LocalText }[]; readonly flags: readonly { readonly name: LocalText; readonly bad: boolean }[]; readonly recordedAt: string };

/** What the address asks of a list: district, open now alone, from where distances are counted (a place of the city or a position). */
export type ListAsked = { readonly district: string; readonly openNow: boolean; readonly near: string };

/** A register's page. */
export type RegisterPageView = {
  readonly register: PublicRegister; readonly asked: ListAsked; readonly districts: readonly { readonly code: string; readonly name: LocalText }[]; readonly at: string;
  readonly nearFault: FieldFault | null;
  readonly places: readonly PlaceEntry[] | null; readonly list: readonly ListEntry[] | null; readonly totals: readonly TotalRow[] | null;
  /** Asked for one's own: `null` before anything was asked, empty when nothing was found. */
  readonly own: { readonly entries: readonly OwnEntry[] | null; readonly faults: readonly FieldFault[]; readonly person: string } | null;
  /** Of `places`, where the list asked for holds none that is open: the one that opens next, in any district. */
  readonly opensNext?: PlaceEntry | null;
  /** More than are shown: choose a district. */
  readonly more: boolean;
};
