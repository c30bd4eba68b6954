import { districtsWith, permitted, type SignedIn } from "#platform/http";
import type { z } from "zod";
import type { worklistQuery } from "../desk-views.ts";
import { allDistricts } from "./case-record.ts";
import type { CaseService } from "./case-service.ts";
import type { ActingOfficer } from "./change-case.ts";
import { placeAfter, type WorklistOrder } from "./worklist/worklist.ts";

const HANDLE = "cases.handle";
/** Who may call: officers who handle cases, each in the own districts. */
export const caseAccess = (why: string) => permitted(HANDLE, why);

/** The officer who calls, and where; the city's reach everywhere, also a district that is there for drills alone. */
export function callerOf({ parts: { city } }: CaseService, signedIn: SignedIn | null): { readonly officer: ActingOfficer; readonly districts: readonly string[] } {
  const own = signedIn === null ? [] : districtsWith(signedIn, HANDLE);
  const isCitys = own.includes(city.code);
  return { officer: { kind: "officer", person: signedIn?.personId ?? "", reach: isCitys ? "city" : "district" }, districts: isCitys ? allDistricts(city) : own };
}

/** The list a query asks for, within the caller's districts; null when its cursor is none. */
export function orderOf({ bucket, type, district, clause, mine, closed, after }: z.output<typeof worklistQuery>, districts: readonly string[], person: string): WorklistOrder | null {
  const place = after === undefined ? null : placeAfter(after);
  if (after !== undefined && place === null) return null;
  return { bucket: bucket ?? null, type: type ?? null, clause: clause ?? null, districts: district === undefined ? districts : districts.filter((code) => code === district), mine: mine === undefined ? null : person, closed: closed === "1", after: place };
}
