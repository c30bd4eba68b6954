import type { ListedArea, ListRemark } from "./risk-list.ts";

/** `national`: the lists for the whole country. `city`: what the city states itself, in a drill what is practised. */
export type RiskLayer = "national" | "city";
/** An area as it is kept, with the layer it stands in. */
export type KnownArea = ListedArea & { readonly layer: RiskLayer };

/** Something that was stated about levels. Instants as `Date`; `validTo` null: until further notice, a list until the next one. */
export type RiskStatement = {
  readonly number: number;
  readonly layer: RiskLayer;
  readonly kind: "list" | "change";
  readonly validFrom: Date;
  readonly validTo: Date | null;
  /** Where it was taken from, in the words of whoever recorded it. */
  readonly source: string;
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
