import type { Answers } from "#engines/forms";
import { normalised, shownValue, type RecordType } from "#engines/registers";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import { dayInChina, type LocalText } from "#platform/i18n";
import type { ClientBase, Pool } from "pg";
import { findHolding, findListed, findStale } from "../lists/server/store.ts";

/** Which records of a register may bear on something: those whose columns hold these values, valid between two columns of days. */
export type MatchAsked = { readonly register: string; readonly district: string; readonly on: Answers; readonly from: string | null; readonly to: string | null };

/** A record that may bear on it. `validToday`: on the day of the policy clock. */
export type MatchedRecord = { readonly district: string; readonly id: string; readonly number: number; readonly shown: readonly { readonly name: LocalText; readonly shown: LocalText }[]; readonly validToday: boolean };

/** Records of a register in a district that are to be confirmed or seen to. `dueAt`: since when, or till when. */
export type RegisterChase = { readonly register: string; readonly registerName: LocalText; readonly district: string; readonly count: number; readonly dueAt: string; readonly bucket: "overdue" | "today"; readonly notice: string; readonly clause: string };

/** What others are told of records; only the server's wiring asks. */
export type CasePorts = {
  readonly matchRecords: (tx: ClientBase, asked: MatchAsked) => Promise<readonly MatchedRecord[]>;
  /** One record as a match, when there is such a one. */
  readonly matchedRecord: (tx: ClientBase, asked: Pick<MatchAsked, "register" | "from" | "to">, record: { readonly district: string; readonly id: string }) => Promise<MatchedRecord | null>;
  readonly chases: (districts: readonly string[], person: string) => Promise<readonly RegisterChase[]>;
};

/** Records that are looked through for names written otherwise, and those that are shown. */
const [LOOKED_MOST, SHOWN_MOST] = [5_000, 50];
const CHASED_MOST = 1_000;

export function casePorts({ pool, clock, types, districts }: { readonly pool: Pool; readonly clock: Clock; readonly types: readonly RecordType[]; readonly districts: (code: string) => LocalText }): CasePorts {
  const asMatch = (type: RecordType, { from, to }: Pick<MatchAsked, "from" | "to">, { district, id, number, values }: { readonly district: string; readonly id: string; readonly number: number; readonly values: Answers }): MatchedRecord => {
    const today = dayInChina(clock.policyNow());
    const day = (key: string | null): string | null => { const value = key === null ? undefined : values[key]; return typeof value === "string" ? value.slice(0, 10) : null; };
    const [first, last] = [day(from), day(to)];
    return {
      district, id, number, validToday: (first === null || first <= today) && (last === null || today <= last),
      shown: type.fields.flatMap((field) => { const value = values[field.key]; return value === undefined || field.privacy === "personal" ? [] : [{ name: field.name, shown: shownValue(field, value, districts) }]; }),
    };
  };
  return {
    matchRecords: async (tx, asked) => {
      const type = types.find(({ key }) => key === asked.register);
      if (type === undefined) return [];
      // Names are written one way and another; everything else is compared as it is.
      const isName = (key: string): boolean => type.fields.some((field) => field.key === key && (field.kind === "text" || field.kind === "long-text"));
      const [names, others] = [Object.entries(asked.on).filter(([key]) => isName(key)), Object.entries(asked.on).filter(([key]) => !isName(key))];
      const found = await findHolding(tx, type.key, [asked.district], Object.fromEntries(others), { drill: clock.drill, most: LOOKED_MOST });
      return found.filter(({ values }) => names.every(([key, value]) => values[key] !== undefined && normalised(values[key]) === normalised(value)))
        .map((record) => asMatch(type, asked, record)).toSorted((one, other) => Number(other.validToday) - Number(one.validToday)).slice(0, SHOWN_MOST);
    },
    matchedRecord: async (tx, asked, record) => {
      const type = types.find(({ key }) => key === asked.register);
      const [found] = type === undefined ? [] : await findListed(tx, type.key, [record]);
      return type === undefined || found === undefined ? null : asMatch(type, asked, found);
    },
    chases: (of, person) => inTransaction(pool, { districts: of, actor: person }, async (tx) => {
      const now = clock.policyNow();
      const endOfDay = new Date(`${dayInChina(now)}T24:00:00+08:00`);
      const fresh = types.filter(({ freshness }) => freshness !== null);
      const chases: RegisterChase[] = [];
      for (const { register, district, count, first } of await findStale(tx, fresh.map(({ key }) => key), of, endOfDay, { drill: clock.drill, most: CHASED_MOST })) {
        const type = fresh.find(({ key }) => key === register);
        if (type !== undefined) chases.push({ register, registerName: type.name, district, count, dueAt: first.toISOString(), bucket: first <= now ? "overdue" : "today", notice: type.notice, clause: type.clause });
      }
      return chases.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
    }),
  };
}
