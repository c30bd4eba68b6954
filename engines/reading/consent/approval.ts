/**
 * A consent the words make an act depend on. Offsets of the words given; `alone`: the words order nothing besides;
 * `with`: what the act it waits on must be: a ban (未经…批准，不得…), a permission (经…同意的，可以…), any order behind it
 * (经…批准，由…拆除), a release behind it (取得许可证后，方可…), any demand or ban that the consent lifts (除经…许可的外，一律…), or null where the words
 * ask for the consent themselves (须经…批准).
 */
export type Approval = { readonly approver: { start: number; end: number } | null; readonly alone: boolean; readonly with: "ban" | "permission" | "order" | "release" | "exception" | null };

/** What a consent asks or waits for, whoever gives it. */
export type Waits = Omit<Approval, "approver">;

/** Such a finding, in short. */
export const asks = (alone: boolean, waits: Approval["with"] = null): Waits => ({ alone, with: waits });
