import type { CaseType } from "#engines/cases";
import type { FieldFault } from "#engines/forms";
import type { CaseStatus, OfferedType, StatusTold, WrittenForm } from "../portal-views.ts";

/** The pages as the routes need them: HTML by address. `apps/server` makes one from the page components of `portal/`. */
export type CasesPortal = {
  /** `/requests`: what can be reported or applied for, by clause. */
  readonly requests: (url: string, page: { readonly offered: readonly OfferedType[] }) => string;
  /** `/requests/:type`: the form, empty or with what was wrong in it. */
  readonly requestForm: (url: string, page: { readonly offered: OfferedType; readonly written: WrittenForm }) => string;
  /** After it was sent: number and secret, to be written down; the same again when the form is sent again. */
  readonly receipt: (url: string, page: { readonly type: CaseType; readonly status: CaseStatus; readonly secret: string }) => string;
  /** `/track`: number and secret are asked; `faults` when they did not fit. */
  readonly track: (url: string, page: { readonly number: string; readonly faults: readonly FieldFault[] }) => string;
  /** After number and secret fit: how the case stands. Hidden fields carry number and secret on to what the page sends. */
  readonly status: (url: string, page: { readonly status: CaseStatus; readonly secret: string; readonly commandKey: string; readonly told: StatusTold }) => string;
};
