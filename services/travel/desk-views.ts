import { z } from "zod";
import { RISK_LEVELS } from "./risk-list/index.ts";

const words = z.object({ zh: z.string(), en: z.string() });
const level = z.enum(RISK_LEVELS);
const areaView = z.object({ level, name: z.string(), layer: z.enum(["national", "city"]).nullable() });
const verdict = z.object({ value: z.string(), name: words, tone: z.enum(["ok", "warn", "bar", "appr", "no"]) });
const effectView = z.array(z.object({ facts: z.array(words), before: verdict, after: verdict }));

/** A list or change that was recorded, as the desk lists it. */
export const statementView = z.object({
  number: z.number(), kind: z.enum(["list", "change"]), validFrom: z.string(), validTo: z.string().nullable(), source: z.string(), areaCount: z.number(), added: z.number(), changed: z.number(), removed: z.number(), drill: z.boolean(), recordedBy: z.string(), recordedAt: z.string(),
});
/** What is there now: the list that holds, areas of the city, what was recorded lately. */
export const levelsView = z.object({
  number: z.number(), list: statementView.nullable(), own: z.array(areaView), statements: z.array(statementView), names: z.record(z.string(), z.string()), now: z.string(),
  /** Districts and their townships, to be chosen from. */
  districts: z.array(z.object({ code: z.string(), name: words })),
});
export type LevelsView = z.output<typeof levelsView>;

/** What a list would change. Areas are named up to a number; the counts are whole. */
export const listPreview = z.object({
  base: z.number(), asOf: z.string().nullable(), kind: z.enum(["snapshot", "bulletin"]), areaCount: z.number(), sameFile: z.number().nullable(), until: z.string().nullable(),
  remarks: z.array(words), added: z.array(areaView), changed: z.array(z.object({ name: z.string(), before: level, after: level })), removed: z.array(areaView), counts: z.object({ added: z.number(), changed: z.number(), removed: z.number(), same: z.number() }),
  /** Of these, in the city itself. */
  own: z.object({ added: z.array(areaView), changed: z.array(z.object({ name: z.string(), before: level, after: level })), removed: z.array(areaView) }),
});
export type ListPreviewView = z.output<typeof listPreview>;

const moment = z.iso.datetime({ offset: true });
/** A level that the city states: of which place, from when to when (ISO instants; null: until further notice), on what ground. */
export const changeBody = z.object({ place: z.string().trim().min(1).max(200), level: level.nullable(), from: moment, to: moment.nullable(), source: z.string().trim().max(400) });
/** The same with the key of the command and the statement that was looked at. */
export const confirmBody = changeBody.extend({ commandKey: z.string().min(8).max(100), base: z.int().nonnegative() });
/** What a change would do, and to whom. */
export const changePreview = z.object({
  base: z.number(), place: z.string(), before: level.nullable(), after: level,
  /** The place has parts at other levels, so that all of it is at none. */
  parts: z.array(areaView),
  /** People by the last census, where a whole district is meant. */
  people: z.number().nullable(), source: words.nullable(),
  leaving: effectView, going: effectView,
});
export type ChangePreviewView = z.output<typeof changePreview>;
/** What was recorded. */
export const recordedView = z.object({ number: z.number(), added: z.number(), changed: z.number(), removed: z.number() });
export type RecordedView = z.output<typeof recordedView>;
