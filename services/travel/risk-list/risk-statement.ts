import type { ListedArea, ListRemark, RiskLevel } from "./risk-list.ts";

/** `national`: the lists for the whole country. `city`: what the city states itself, in a drill what is practised. */
export type RiskLayer = "national" | "city";
/** An area as it is kept, with the layer it stands in. */
export type KnownArea = ListedArea & {
  readonly layer: RiskLayer;
  /** Who stated it, and since when it holds; told for what the city states itself (a list has its own source). */
  readonly stated: { readonly source: string; readonly from: Date } | null;
};

/** Something that was stated about levels. Instants as `Date`; `validTo` null: until further notice, a list until the next one. */
export type RiskStatement = {
  readonly number: number;
  readonly layer: RiskLayer;
  readonly kind: "list" | "change";
  readonly validFrom: Date;
  readonly validTo: Date | null;
  /** Where it was taken from, in the words of whoever recorded it. */
  readonly source: string;
  /** Of a change: the place, and its level; null where what the city stated is lifted. */
  readonly place: string | null;
  readonly level: RiskLevel | null;
  readonly sha256: string | null;
  readonly areaCount: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly remarks: readonly ListRemark[];
  readonly drill: boolean;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};
