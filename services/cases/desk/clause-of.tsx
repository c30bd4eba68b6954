/** @jsxImportSource react */
import { ClauseLink } from "#platform/desk-ui";
import type { ReactNode } from "react";
import { useCaseTypes } from "./case-types.ts";

/** The clause something rests on, named by its key; by the key alone while its number is not known. */
export function ClauseOf({ notice, clause }: { readonly notice: string; readonly clause: string }): ReactNode {
  const known = useCaseTypes().data?.clauses.find((each) => each.notice === notice && each.clause === clause);
  return known === undefined ? <span className="mono quiet">{clause}</span> : <ClauseLink clause={known} />;
}
