import { holds, type RecordType } from "#engines/registers";
import type { Answers } from "#engines/forms";
import { inTransaction } from "#platform/db/server";
import { dayInChina } from "#platform/i18n";
import type { FindMatches, RecordOrder } from "#services/cases/server";
import type { RecordKept, RegisterService } from "#services/registers/server";
import type { Pool } from "pg";

/** What cases ask of registers: which records may bear on one. */
export function matchesOf(pool: Pool, { ports }: Pick<RegisterService, "ports">): FindMatches {
  return (register, district, { equal, from, to }) => inTransaction(pool, { districts: [district], actor: "server" }, (tx) => ports.matchRecords(tx, { register, district, on: equal, from, to }));
}

/** The cases that a record which was just kept opens, by its type: their answers stand in the pack, or are taken from the record (`$field`). Only a new record opens any. */
export function ordersOf({ type, district, id, isNew, values, at }: Pick<RecordKept, "type" | "district" | "id" | "isNew" | "values" | "at">): readonly RecordOrder[] {
  if (!isNew) return [];
  return type.opens.filter(({ when }) => when === null || holds(when, values, dayInChina(at))).map((opens, number): RecordOrder => ({ type: opens.case, source: `${type.key}:${district}:${id}:${number}`, answers: taken(opens, { ...values, [type.district]: district }) }));
}

function taken({ answers }: RecordType["opens"][number], values: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).flatMap(([field, said]) => {
    const value = said.startsWith("$") ? values[said.slice(1)] : said;
    return value === undefined ? [] : [[field, value]];
  }));
}
