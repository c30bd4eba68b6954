import type { CaseType } from "#engines/cases";
import type { FieldFault } from "#engines/forms";
import type { LocalText } from "#platform/i18n";

/** A clause as pages point to it. */
export type ClauseOf = { readonly notice: string; readonly clause: string; readonly number: string | null; readonly title: LocalText };

/** A type of cases that residents may open, with its clause; the clause is null when the notice in force no longer has it, and then nothing can be opened. */
export type OfferedType = { readonly type: CaseType; readonly clause: ClauseOf | null };

/** A form as it was sent and what is wrong with it: texts by field (several for `choices`), contact under `contact.name`, `contact.telephone`, `contact.forWhom`. */
export type WrittenForm = { readonly texts: Readonly<Record<string, string | readonly string[]>>; readonly faults: readonly FieldFault[]; /** Sent with the form; the same form sent twice is one case. */ readonly commandKey: string };

/** One step of a case as the person who asked sees it. */
export type StatusStep = {
  readonly at: string | null;
  readonly title: LocalText;
  /** Officers' words, quoted; never translated. */
  readonly quote: string | null;
  readonly answers: readonly { readonly name: LocalText; readonly shown: LocalText }[];
  /** Behind us, now, or to come. */
  readonly place: "done" | "now" | "to-come";
};

/** A move the applicant may make: withdraw, contest, appeal, or a step that waits for them. */
export type ApplicantMove = { readonly key: string; readonly name: LocalText; readonly kind: "withdraw" | "contest" | "appeal" | null; readonly reason: "required" | "optional" | "none"; readonly until: string | null; readonly form: CaseType["form"] };

/** A case as the person with the receipt sees it. Moments are ISO instants. */
export type CaseStatus = {
  readonly number: string; readonly district: string; readonly districtName: LocalText;
  readonly type: Pick<CaseType, "key" | "name">; readonly clause: ClauseOf | null;
  readonly title: string; readonly openedAt: string;
  readonly state: LocalText; readonly tone: "under-way" | "waiting" | "ok" | "no" | "closed"; readonly final: boolean;
  readonly dueAt: string | null; readonly deadlineSource: LocalText | null;
  /** What happens when the time passes: it goes up to the city, or the clock closes it. */
  readonly afterwards: LocalText | null; readonly escalated: boolean; readonly overdue: boolean;
  readonly steps: readonly StatusStep[];
  /** The body in charge, by name; its telephone where the pack knows one. */
  readonly inCharge: LocalText; readonly telephone: string | null;
  readonly moves: readonly ApplicantMove[];
  readonly maySupplement: boolean; readonly mayNudge: boolean; readonly nudgedToday: boolean; readonly mayRate: boolean; readonly rated: boolean | null;
  /** Goes on in another case, whose course is shown. */
  readonly mergedInto: string | null;
  /** Others were merged into it: it is handled for all of them, and nobody withdraws it. */
  readonly withOthers: boolean;
  /** Of the case whose moves are offered. */
  readonly revision: number;
};

/** What was just done on the status page, told above it; or what was wrong. */
export type StatusTold = { readonly done: LocalText | null; readonly faults: readonly FieldFault[]; readonly texts: Readonly<Record<string, string | readonly string[]>> };
