import type { Bucket } from "../desk-views.ts";
import { BUCKETS_IN_ORDER } from "./bucket-looks.ts";

/** What the list is narrowed to, as the page's address says it. `chases`: the records alone, which only this page tells apart. */
export type WorklistAsked = {
  readonly bucket: Bucket | null; readonly type: string; readonly district: string; readonly clause: string;
  readonly mine: boolean; readonly closed: boolean; readonly chases: boolean;
};

/** What the address asks; what it does not know is not asked. */
export function askedIn(address: URLSearchParams): WorklistAsked {
  const said = (name: string): string => address.get(name) ?? "";
  return {
    bucket: BUCKETS_IN_ORDER.find((each) => each === said("bucket")) ?? null, type: said("type"), district: said("district"), clause: said("clause"),
    mine: said("mine") === "1", closed: said("closed") === "1", chases: said("chases") === "1",
  };
}

/** The address that asks it, and what the server is asked: it is not told of `chases`. */
export function addressOf({ bucket, type, district, clause, mine, closed, chases }: WorklistAsked, forServer = false): URLSearchParams {
  const said = { bucket: bucket ?? "", type, district, clause, mine: mine ? "1" : "", closed: closed ? "1" : "", chases: chases && !forServer ? "1" : "" };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ""));
}
