import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import { faultPoint } from "#platform/fault-points/server";
import { once, type Carried } from "#platform/release/server";
import type { ClientBase, Pool } from "pg";
import { areaKey, differenceOf, type ListDifference, type ListedArea, type ListRemark, type RiskLevel } from "../risk-list/index.ts";
import { findAreas, findListOfFile, hasListOfPerson, insertStatement, lastNumber, lockLevels, nextListAfter, recordingTime, writeLevels } from "./store.ts";

/** A list to be recorded. `asOf`: the minute it is of. `sha256` of the bytes it was read from. */
export type ListOrder = {
  readonly asOf: Date;
  readonly areas: readonly ListedArea[];
  readonly remarks: readonly ListRemark[];
  readonly source: string;
  readonly sha256: string;
};

/** What the city states of one place: its level from `from` to before `to` (null: until further notice); `level` null lifts what the city stated before. */
export type ChangeOrder = {
  readonly place: Omit<ListedArea, "level">;
  readonly level: RiskLevel | null;
  readonly from: Date;
  readonly to: Date | null;
  readonly source: string;
};

/** What stands behind a recording: `base` is the number of the last statement that was looked at before confirming. */
export type RecordingKey = { readonly person: string; readonly commandKey: string; readonly base: number };

/** What came of it. `outdated`: somebody recorded something since, `number` is the last statement now. `key-used`: the key stands for another command. */
export type RecordOutcome =
  | { readonly kind: "recorded"; readonly number: number; readonly added: number; readonly changed: number; readonly removed: number }
  | { readonly kind: "outdated"; readonly number: number }
  | { readonly kind: "key-used" }
  | { readonly kind: "nothing-to-lift" };

/** What a list would change, to be looked at before it is recorded. `sameFile`: the number under which these very bytes are recorded already. */
export type ListPreview = { readonly base: number; readonly difference: ListDifference; readonly until: Date | null; readonly sameFile: number | null };

/** Records levels of risk, each statement in one transaction and once. */
export type LevelRecorder = {
  readonly previewList: (person: string, order: ListOrder) => Promise<ListPreview>;
  readonly recordList: (key: RecordingKey, order: ListOrder) => Promise<RecordOutcome>;
  readonly recordChange: (key: RecordingKey, order: ChangeOrder) => Promise<RecordOutcome>;
  /** The list a pack brings for its first day; nothing is done where these bytes were recorded before. */
  readonly bringList: (order: ListOrder) => Promise<"recorded" | "there">;
};

type RecorderParts = { readonly pool: Pool; readonly district: string; readonly clock: Clock; readonly audit: AppendAudit };

/**
 * Levels are kept under the city's code. A list says of its minute everything there is, so what it adds or ends is written from that minute to the next list
 * that is known: lists may come in any order, and one of the same minute takes the place of the other.
 */
export function levelRecorder({ pool, district, clock, audit }: RecorderParts): LevelRecorder {
  const within = <Result>(actor: string, work: (tx: ClientBase) => Promise<Result>): Promise<Result> => inTransaction(pool, { districts: [district], actor }, work);

  async function look(tx: ClientBase, { asOf, areas, sha256 }: ListOrder): Promise<ListPreview> {
    const base = await lastNumber(tx, district);
    const before = await findAreas(tx, district, { at: asOf, known: base }, "national");
    return { base, difference: differenceOf(before, areas), until: await nextListAfter(tx, district, asOf), sameFile: await findListOfFile(tx, district, sha256) };
  }

  async function writeList(tx: ClientBase, person: string, order: ListOrder): Promise<RecordOutcome> {
    const { base, difference: { added, changed, removed }, until } = await look(tx, order);
    const number = base + 1;
    const counts = { added: added.length, changed: changed.length, removed: removed.length };
    await insertStatement(tx, district, {
      number, layer: "national", kind: "list", validFrom: order.asOf, validTo: null, source: order.source, place: null, level: null, sha256: order.sha256, areaCount: order.areas.length, ...counts,
      remarks: order.remarks, drill: clock.drill, recordedBy: person, recordedAt: await recordingTime(tx, district, clock.policyNow()),
    });
    faultPoint("levels.after-statement");
    await writeLevels(tx, district, number, { layer: "national", from: order.asOf, to: until, ended: removed, holding: [...added, ...changed.map(({ after }) => after)] });
    faultPoint("levels.after-areas");
    await audit(tx, { district, actor: person, action: "travel.record-list", object: `risk-list:${number}`, details: { areas: order.areas.length, ...counts } });
    faultPoint("levels.after-audit");
    return { kind: "recorded", number, ...counts };
  }

  async function writeChange(tx: ClientBase, person: string, { place, level, from, to, source }: ChangeOrder): Promise<RecordOutcome> {
    const number = await lastNumber(tx, district) + 1;
    const now = (await findAreas(tx, district, { at: from, known: number - 1 }, "city")).find((area) => areaKey(area) === areaKey(place));
    if (level === null && now === undefined) return { kind: "nothing-to-lift" };
    const area = level === null ? [] : [{ ...place, level }];
    const counts = { added: level !== null && now === undefined ? 1 : 0, changed: level !== null && now !== undefined && now.level !== level ? 1 : 0, removed: level === null ? 1 : 0 };
    await insertStatement(tx, district, {
      number, layer: "city", kind: "change", validFrom: from, validTo: to, source, place: place.written.join(""), level, sha256: null, areaCount: 1, ...counts, remarks: [], drill: clock.drill, recordedBy: person, recordedAt: await recordingTime(tx, district, clock.policyNow()),
    });
    await writeLevels(tx, district, number, { layer: "city", from, to, ended: [{ ...place, level: "low" }], holding: area });
    await audit(tx, { district, actor: person, action: "travel.record-change", object: `risk-change:${number}`, details: { place: place.written.join(" "), level: level ?? "lifted" } });
    return { kind: "recorded", number, ...counts };
  }

  async function record({ person, commandKey, base }: RecordingKey, action: string, body: unknown, write: (tx: ClientBase) => Promise<RecordOutcome>): Promise<RecordOutcome> {
    const carried: Carried<RecordOutcome> = await within(person, (tx) => once(tx, { district, key: commandKey, action, object: "risk-levels", person, body, now: clock.machineNow() }, async () => {
      await lockLevels(tx, district);
      const number = await lastNumber(tx, district);
      return number === base ? write(tx) : { kind: "outdated", number };
    }, ({ kind }) => kind === "recorded"));
    faultPoint("levels.after-commit");
    return carried.kind === "key-used" ? { kind: "key-used" } : carried.outcome;
  }

  return {
    previewList: (person, order) => within(person, (tx) => look(tx, order)),
    recordList: (key, order) => record(key, "travel.record-list", { sha256: order.sha256, asOf: order.asOf.toISOString(), source: order.source }, (tx) => writeList(tx, key.person, order)),
    recordChange: (key, order) => record(key, "travel.record-change", { ...order, from: order.from.toISOString(), to: order.to?.toISOString() ?? null }, (tx) => writeChange(tx, key.person, order)),
    bringList: (order) => within("server", async (tx) => {
      await lockLevels(tx, district);
      if (await findListOfFile(tx, district, order.sha256) !== null || await hasListOfPerson(tx, district, order.asOf)) return "there";
      await writeList(tx, "pack", order);
      return "recorded";
    }),
  };
}
