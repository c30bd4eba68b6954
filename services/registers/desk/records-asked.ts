/** What a list of records is narrowed to, as the page's address says it. `asOf`: a minute in China, `2021-01-26T09:00`; empty: now. */
export type RecordsAsked = { readonly district: string; readonly text: string; readonly flag: string; readonly stale: boolean; readonly sort: "name" | "recorded"; readonly asOf: string };

/** What the address asks; what makes no sense is not asked. */
export function askedIn(address: URLSearchParams): RecordsAsked {
  const said = (name: string): string => address.get(name) ?? "";
  const asOf = said("asOf");
  return { district: said("district"), text: said("text").slice(0, 100), flag: said("flag"), stale: said("stale") === "1", sort: said("sort") === "recorded" ? "recorded" : "name", asOf: MINUTE.test(asOf) && !Number.isNaN(new Date(`${asOf}:00+08:00`).getTime()) ? asOf : "" };
}

/** The address that asks it; the server is told the moment with its zone. */
export function addressOf({ district, text, flag, stale, sort, asOf }: RecordsAsked, forServer = false): URLSearchParams {
  const moment = asOf === "" ? "" : forServer ? new Date(`${asOf}:00+08:00`).toISOString() : asOf;
  return new URLSearchParams(Object.entries({ district, text, flag, stale: stale ? "1" : "", sort: sort === "name" ? "" : sort, asOf: moment }).filter(([, value]) => value !== ""));
}

const MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;
