import { normalised, shownValue, type RecordType } from "#engines/registers";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import { dayInChina, type LocalText } from "#platform/i18n";
import type { Pool } from "pg";
import { findHolding, findFlagged, findStale, type ListedRecord } from "../lists/server/store.ts";

/** Which records may bear on something: those whose columns equal these values, valid between two columns of days. */
export type MatchCriteria = { readonly equal: Readonly<Record<string, string | number | boolean>>; readonly from: string | null; readonly to: string | null };

/** A record that may bear on it. `validToday`: on the day that was asked of. */
export type MatchedRecord = { readonly district: string; readonly id: string; readonly number: number; readonly shown: readonly { readonly name: LocalText; readonly shown: LocalText }[]; readonly validToday: boolean };

/** Records of a register in a district that are to be confirmed or seen to. `dueAt`: since when, or till when. */
export type RegisterChase = { readonly register: string; readonly registerName: LocalText; readonly district: string; readonly count: number; readonly dueAt: string | null; readonly bucket: "overdue" | "today"; /** The mark they carry; null: they are to be confirmed, or seen to by their day. */ readonly flag: { readonly key: string; readonly name: LocalText } | null; readonly notice: string; readonly clause: string };

/** What others are told of records; only the server's wiring asks. */
export type CasePorts = {
  /** Valid ones first; nothing personal is shown. Texts are the same however they are written. */
  readonly matchRecords: (register: string, district: string, criteria: MatchCriteria, day: string) => Promise<readonly MatchedRecord[]>;
  readonly chases: (districts: readonly string[]) => Promise<readonly RegisterChase[]>;
};

/** Records that are compared at once, and those that are shown. All of a district are looked through: a case may turn on there being none. */
const [AT_ONCE, SHOWN_MOST] = [1_000, 50];
/** Signs that are the same however a name is written, with the database's means as with ours. */
const SAME_EVERYWHERE = /[\p{Script=Han}0-9]/gu;
/** After every moment of a deadline. */
const LAST = "9";
const CHASED_MOST = 1_000;

export function casePorts({ pool, clock, types, districts }: { readonly pool: Pool; readonly clock: Clock; readonly types: readonly RecordType[]; readonly districts: (code: string) => LocalText }): CasePorts {
  const asMatch = (type: RecordType, { from, to }: MatchCriteria, on: string, { district, id, number, values }: ListedRecord): MatchedRecord => {
    const dayIn = (key: string | null): string | null => { const value = key === null ? undefined : values[key]; return typeof value === "string" ? value.slice(0, 10) : null; };
    const [first, last] = [dayIn(from), dayIn(to)];
    return {
      district, id, number, validToday: (first === null || first <= on) && (last === null || on <= last),
      shown: type.fields.flatMap((field) => { const value = values[field.key]; return value === undefined || field.privacy === "personal" ? [] : [{ name: field.name, shown: shownValue(field, value, districts) }]; }),
    };
  };
  return {
    matchRecords: async (register, district, criteria, day) => {
      const type = types.find(({ key }) => key === register);
      if (type === undefined) return [];
      const isName = (key: string): boolean => type.fields.some((field) => field.key === key && (field.kind === "text" || field.kind === "long-text"));
      const [names, others] = [Object.entries(criteria.equal).filter(([key]) => isName(key)), Object.entries(criteria.equal).filter(([key]) => !isName(key))];
      const signs = names.flatMap(([column, value]) => [...new Set(normalised(value).match(SAME_EVERYWHERE))].map((sign) => ({ column, sign })));
      const isNamedSo = ({ values }: ListedRecord): boolean => names.every(([key, value]) => values[key] !== undefined && normalised(values[key]) === normalised(value));
      return inTransaction(pool, { districts: [district], actor: "server" }, async (tx) => {
        let matched: readonly MatchedRecord[] = [];
        for (let after: ListedRecord | null = null; ;) {
          const found: readonly ListedRecord[] = await findHolding(tx, { register, district, drill: clock.drill, values: Object.fromEntries(others), signs, after, most: AT_ONCE });
          matched = [...matched, ...found.filter(isNamedSo).map((record) => asMatch(type, criteria, day, record))].toSorted((one, other) => Number(other.validToday) - Number(one.validToday)).slice(0, SHOWN_MOST);
          after = found.at(-1) ?? null;
          // More that are valid than are shown: nothing older can change that.
          if (found.length < AT_ONCE || (matched.length === SHOWN_MOST && matched.every(({ validToday }) => validToday))) return matched;
        }
      });
    },
    chases: (of) => inTransaction(pool, { districts: of, actor: "server" }, async (tx) => {
      const now = clock.policyNow();
      const endOfDay = new Date(`${dayInChina(now)}T24:00:00+08:00`);
      const fresh = types.filter(({ freshness }) => freshness !== null);
      const chases: RegisterChase[] = [];
      for (const { register, district, count, first } of await findStale(tx, fresh.map(({ key }) => key), of, endOfDay, { drill: clock.drill, most: CHASED_MOST })) {
        const type = fresh.find(({ key }) => key === register);
        if (type !== undefined) chases.push({ register, registerName: type.name, district, count, dueAt: first.toISOString(), bucket: first <= now ? "overdue" : "today", flag: null, notice: type.notice, clause: type.clause });
      }
      const chased = types.flatMap((type) => type.flags.filter((flag) => flag.chased).map((flag) => ({ type, flag })));
      for (const { register, flag: key, district, count } of await findFlagged(tx, chased.map(({ type, flag }) => ({ register: type.key, flag: flag.key })), of, { drill: clock.drill, most: CHASED_MOST })) {
        const found = chased.find(({ type, flag }) => type.key === register && flag.key === key);
        if (found !== undefined) chases.push({ register, registerName: found.type.name, district, count, dueAt: null, bucket: "today", flag: { key, name: found.flag.name }, notice: found.type.notice, clause: found.type.clause });
      }
      return chases.toSorted((one, other) => ((one.dueAt ?? LAST) < (other.dueAt ?? LAST) ? -1 : 1));
    }),
  };
}
