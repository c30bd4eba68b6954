import { inTransaction } from "#platform/db/server";
import type { TriesByAddress } from "#platform/identity/server";
import type { ClientBase } from "pg";
import { allDistricts, type CaseParts, loadCase, type LoadedCase } from "./case-record.ts";
import type { CaseAddress, KeptCase } from "./kept-case.ts";
import { receiptNumber } from "./receipt.ts";
import { findByNumber, findCase, findMergedHere } from "./store.ts";

/** What a number and a secret lead to. `found`: the number of the receipt, the case where it lies now, and the one that its course goes on in when it was merged. `withOthers`: others were merged into it. */
export type ReceiptOutcome =
  | { readonly kind: "found"; readonly number: string; readonly loaded: LoadedCase; readonly goesOnIn: LoadedCase | null; readonly withOthers: boolean }
  | { readonly kind: "not-found" }
  | { readonly kind: "too-many"; readonly seconds: number };

/**
 * Finds the case of a receipt, in whichever district it lies and wherever it was handed to since. Whether the number or the secret is wrong is not told apart. Wrong tries are counted by where
 * they come from, never by the number: a stranger who tries on a number would lock out whoever has its receipt. A million million secrets are enough without. A receipt that fits costs none.
 */
export async function findReceipt(parts: CaseParts, tries: TriesByAddress, given: { readonly number: string; readonly secret: string; readonly from: string }): Promise<ReceiptOutcome> {
  const { pool, city, clock, receipts } = parts;
  const number = receiptNumber(given.number);
  const now = clock.machineNow();
  const seconds = tries.take(given.from, now);
  if (seconds !== null) return { kind: "too-many", seconds };
  if (number === null) return { kind: "not-found" };
  const districts = allDistricts(city);
  return inTransaction(pool, { districts, actor: "applicant" }, async (tx): Promise<ReceiptOutcome> => {
    const opened = (await findByNumber(tx, districts, number)).filter((each) => receipts.fits(each, given.secret))[0];
    if (opened === undefined) return { kind: "not-found" };
    tries.giveBack(given.from);
    return look(tx, parts, opened);
  });
}

/** A case whose receipt need not be shown (again): it was just opened, or found before. Not counted as a try. */
export function knownCase(parts: CaseParts, address: CaseAddress): Promise<Extract<ReceiptOutcome, { kind: "found" }> | null> {
  return inTransaction(parts.pool, { districts: allDistricts(parts.city), actor: "applicant" }, async (tx) => {
    const opened = await findCase(tx, address);
    return opened === null ? null : look(tx, parts, opened);
  });
}

async function look(tx: ClientBase, parts: CaseParts, opened: KeptCase): Promise<Extract<ReceiptOutcome, { kind: "found" }>> {
  const kept = await whereItLies(tx, opened);
  const target = kept.mergedInto === null ? null : await lastOf(tx, kept.mergedInto);
  return { kind: "found", number: opened.number, loaded: await loadCase(tx, parts, kept), goesOnIn: target === null ? null : await loadCase(tx, parts, target), withOthers: await isForOthersToo(tx, parts, kept) };
}

/** Were others merged into this case, here or where it lay before? Asked in a transaction of all districts. */
export async function isForOthersToo(tx: ClientBase, { city }: Pick<CaseParts, "city">, kept: KeptCase): Promise<boolean> {
  const addresses: CaseAddress[] = [kept];
  for (let { from } = kept; from !== null;) {
    addresses.push(from);
    from = (await findCase(tx, from))?.from ?? null;
  }
  return (await findMergedHere(tx, allDistricts(city), addresses)).length > 0;
}

/** The row in which a case goes on after it was handed over, however often. */
async function whereItLies(tx: ClientBase, kept: KeptCase): Promise<KeptCase> {
  let current = kept;
  // Each row was handed over once, to one that was made later: the chain ends.
  while (current.handedTo !== null) {
    const next = await findCase(tx, current.handedTo);
    if (next === null) return current;
    current = next;
  }
  return current;
}

/** The case at the end of merging and handing over. */
async function lastOf(tx: ClientBase, address: CaseAddress): Promise<KeptCase | null> {
  const found = await findCase(tx, address);
  if (found === null) return null;
  const there = await whereItLies(tx, found);
  return there.mergedInto === null ? there : await lastOf(tx, there.mergedInto) ?? there;
}
