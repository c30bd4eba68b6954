import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import type { FieldProblem } from "#platform/http";
import { dayInChina } from "#platform/i18n";
import { once } from "#platform/release/server";
import type { Pool } from "pg";
import { bodyKey, headcountFaults, type FiledHeadcount, type StayingPack } from "../headcount/index.ts";
import { insertHeadcount, lastNumber, lockHeadcounts } from "./store.ts";

/** What came of a filing. `key-used`: the command key stands for another command. */
export type FilingOutcome =
  | { readonly kind: "filed"; readonly number: number }
  | { readonly kind: "wrong"; readonly faults: readonly FieldProblem[] }
  | { readonly kind: "key-used" };

/** Files headcounts, each in one transaction and once. */
export type FileHeadcount = (person: string, commandKey: string, headcount: FiledHeadcount) => Promise<FilingOutcome>;

type Parts = { readonly pool: Pool; readonly clock: Clock; readonly audit: AppendAudit; readonly staying: StayingPack };

/** Whoever calls it has seen to it that the person may file for the district. A filing is never changed: the next one of the body for the day counts instead. */
export function headcountFiling({ pool, clock, audit, staying }: Parts): FileHeadcount {
  return async (person, commandKey, { district, ...given }) => {
    const headcount = { ...given, body: given.body.normalize("NFC").trim().replaceAll(/\s+/gu, " "), reasons: Object.fromEntries(Object.entries(given.reasons).filter(([, people]) => people > 0)) };
    const faults = headcountFaults(headcount, staying, dayInChina(clock.policyNow()));
    if (faults.length > 0) return { kind: "wrong", faults };
    const carried = await inTransaction(pool, { districts: [district], actor: person }, (tx) => once<FilingOutcome>(
      tx, { district, key: commandKey, action: ACTION, object: "headcounts", person, body: headcount, now: clock.machineNow() },
      async () => {
        await lockHeadcounts(tx, district);
        const number = await lastNumber(tx, district) + 1;
        await insertHeadcount(tx, district, { ...headcount, number, bodyKey: bodyKey(headcount.body), drill: clock.drill, filedBy: person, filedAt: clock.policyNow() });
        const { body, day, total, staying: stay, leaving } = headcount;
        await audit(tx, { district, actor: person, action: ACTION, object: `headcount:${number}`, details: { body, day, total, staying: stay, leaving } });
        return { kind: "filed", number };
      },
      ({ kind }) => kind === "filed",
    ));
    return carried.kind === "key-used" ? { kind: "key-used" } : carried.outcome;
  };
}

const ACTION = "staying.file-headcount";
