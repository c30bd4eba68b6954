import type { Answers } from "#engines/forms";
import type { RecordType, Total } from "#engines/registers";
import type { LocalText } from "#platform/i18n";

/** An entry as residents may see it: what is open. */
export type PublicEntry = { readonly district: string; readonly id: string; readonly values: Answers; readonly recordedAt: Date; readonly confirmedAt: Date; /** The body of whoever confirmed it, never the person. */ readonly confirmedBy: LocalText | null; readonly staleFrom: Date | null };

/** What is held of a register that residents may look at. `number` names the state it was taken from. Entries of places and lists; sums of the others. */
export type PublicList = { readonly type: RecordType; readonly number: number; readonly day: string; readonly count: number; readonly entries: readonly PublicEntry[]; readonly totals: readonly Total[] | null };
