import type { Answers } from "#engines/forms";
import type { RecordType } from "#engines/registers";
import { defineEvent } from "#platform/events";
import type { ClientBase } from "pg";

/** A record was kept, in the transaction `tx`: a new one, or the next version of one. `values` hold what is personal as well, identity numbers sealed. */
export type RecordKept = { readonly tx: ClientBase; readonly type: RecordType; readonly district: string; readonly id: string; readonly number: number; readonly isNew: boolean; readonly values: Answers; readonly person: string; readonly at: Date };

/** Told for every record that is kept, before the transaction ends; what a handler throws undoes it. Not told of confirmations and removals. */
export const recordKept = defineEvent<RecordKept>("registers.record-kept");
