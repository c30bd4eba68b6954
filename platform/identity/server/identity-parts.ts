import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import type { LocalText } from "#platform/i18n";
import type { Pool } from "pg";

/** What identity works with. `districts` are the codes and names of the city's districts; `secret` is the installation's. */
export type IdentityParts = {
  readonly pool: Pool;
  readonly clock: Pick<Clock, "machineNow" | "drill">;
  readonly city: { readonly code: string; readonly name: LocalText; readonly districts: readonly { readonly code: string; readonly name: LocalText }[] };
  readonly secret: Uint8Array;
  readonly publicUrl: string;
  readonly audit: AppendAudit;
};

/** Every code of the city: signing in looks for a person wherever they belong. */
export function everywhere({ city }: Pick<IdentityParts, "city">, actor: string): { readonly districts: readonly string[]; readonly actor: string } {
  return { districts: [city.code, ...city.districts.map(({ code }) => code)], actor };
}
