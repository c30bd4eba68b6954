import type { LocalText } from "#platform/i18n";
import { z } from "zod";
import type { Missing, ToldCondition, Voice } from "../decision/index.ts";
import { RISK_LEVELS } from "../risk-list/index.ts";
import type { PlaceLevel } from "../risk-map/index.ts";
import { RANKS } from "../decision/index.ts";
import type { AnswerGround, TravelAnswer, TravelAnswers } from "../decision/index.ts";
import type { KnownArea } from "../risk-list/index.ts";

const words = z.object({ zh: z.string(), en: z.string() });
const level = z.enum(RISK_LEVELS);
const authority = z.object({ key: z.string(), rank: z.enum(RANKS), name: words, title: words, source: words.nullable() });
const ground = z.object({
  authority, value: z.string(), version: z.number().nullable(), reasons: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  notice: z.string().nullable(), clauses: z.array(z.string()), isAddition: z.boolean(), document: z.string().nullable(),
});
const place = z.object({ name: z.string(), level: level.nullable(), listed: z.array(z.string()), higherInside: z.array(z.string()), candidates: z.array(z.string()),
  /** Levels that the city states itself: on what ground, since when. */
  stated: z.array(z.object({ source: z.string(), from: z.string() })) });

/** An answer as programs get it. Times are instants (ISO 8601), days Asia/Shanghai dates. */
export const answerView = z.object({
  kind: z.enum(["decided", "missing", "elsewhere", "none", "faults"]),
  verdict: z.object({ value: z.string(), name: words, tone: z.enum(["ok", "warn", "bar", "appr", "no"]) }).nullable(),
  /** Who says so, the city first; who says less. */
  grounds: z.array(ground), milder: z.array(ground),
  conditions: z.array(z.object({ words, authority, way: z.enum(["out", "back"]) })),
  told: z.array(z.object({ words, authority })),
  /** The day, of those asked about, that makes it so strict. */
  day: z.string().nullable(),
  origin: place.nullable(), destinations: z.array(place),
  missing: z.array(z.object({ what: z.enum(["origin", "destination", "fact"]), fact: z.string().nullable(), destination: z.number().nullable(), candidates: z.array(z.string()) })),
  why: z.enum(["no-list", "other-lists", "no-rule", "withheld", "no-answer"]).nullable(),
  faults: z.array(z.object({ field: z.string(), code: z.string(), candidates: z.array(z.string()) })),
  asOf: z.object({ at: z.string(), levels: z.number(), list: z.object({ asOf: z.string(), source: z.string(), drill: z.boolean() }).nullable(), rule: z.number().nullable() }).nullable(),
});
/** An answer as programs get it. */
export type AnswerView = z.output<typeof answerView>;

/** The answer as plain data. */
export function viewOfAnswer(answer: TravelAnswer, nameOf: TravelAnswers["nameOf"]): AnswerView {
  if (answer.kind === "faults") return { ...EMPTY, kind: "faults", faults: answer.faults.map(({ field, code, candidates }) => ({ field, code, candidates: [...candidates] })) };
  const { trip } = answer;
  const base = { ...EMPTY, kind: answer.kind, asOf: asOf(answer.ground), origin: unleveled(nameOf(trip.origin)), destinations: trip.destinations.map((each) => unleveled(nameOf(each))) };
  if (answer.kind === "none") return { ...base, why: answer.why };
  const levels = {
    origin: placeView(nameOf(trip.origin), answer.levels.origin),
    destinations: trip.destinations.map((each, at) => placeView(nameOf(each), answer.levels.destinations[at])),
  };
  if (answer.kind === "elsewhere") return { ...base, ...levels, grounds: answer.voices.map(groundView), conditions: answer.conditions.map(conditionView) };
  if (answer.kind === "missing") return { ...base, ...levels, missing: answer.missing.map(missingView) };
  return {
    ...base, ...levels, verdict: { ...answer.verdict, name: { ...answer.verdict.name } }, day: answer.day, grounds: answer.voices.map(groundView), milder: answer.milder.map(groundView),
    conditions: answer.conditions.map(conditionView), told: answer.told.map(({ words: said, authority: by }) => ({ words: { ...said }, authority: authorityView(by) })),
  };
}

const EMPTY: AnswerView = { kind: "faults", verdict: null, grounds: [], milder: [], conditions: [], told: [], day: null, origin: null, destinations: [], missing: [], why: null, faults: [], asOf: null };

/** An area as it is written on its list. */
export const areaName = ({ written }: { readonly written: readonly string[] }): string => written.join("");
const unleveled = (name: string): AnswerView["destinations"][number] => ({ name, level: null, listed: [], higherInside: [], candidates: [], stated: [] });

/** A place with its level, as programs get it. */
export function placeView(name: string, found: PlaceLevel<KnownArea> | undefined): AnswerView["destinations"][number] {
  if (found === undefined) return unleveled(name);
  if (found.kind === "which") return { ...unleveled(name), candidates: found.candidates.slice(0, NAMES_MAX).map(areaName) };
  return { name, level: found.level, listed: found.areas.slice(0, NAMES_MAX).map(areaName), higherInside: found.higherInside.slice(0, NAMES_MAX).map(areaName), candidates: [], stated: found.areas.flatMap(({ stated }) => (stated === null ? [] : [{ source: stated.source, from: stated.from.toISOString() }])) };
}
function missingView(missing: Missing<KnownArea>): AnswerView["missing"][number] {
  if (missing.what === "fact") return { what: "fact", fact: missing.fact, destination: null, candidates: [] };
  return { what: missing.what, fact: null, destination: missing.what === "destination" ? missing.destination : null, candidates: candidatesView(missing.candidates) };
}
/** Whose word it is. */
export const authorityView = ({ key, rank, name, title, source }: Voice["authority"]): z.output<typeof authority> => ({ key, rank, name: both(name), title: both(title), source: source === null ? null : both(source) });
/** What one of them says. */
export const groundView = ({ authority: by, value, version, reasons, notice, clauses, isAddition, document }: Voice): z.output<typeof ground> =>
  ({ authority: authorityView(by), value, version, reasons: { zh: [...reasons.zh], en: [...reasons.en] }, notice, clauses: [...clauses], isAddition, document });
const conditionView = ({ words: said, authority: by, way }: ToldCondition): AnswerView["conditions"][number] => ({ words: both(said), authority: authorityView(by), way });
const both = ({ zh, en }: LocalText): { zh: string; en: string } => ({ zh, en });
const asOf = ({ at, levels, list, rule }: AnswerGround): AnswerView["asOf"] =>
  ({ at: at.toISOString(), levels, list: list === null ? null : { asOf: list.validFrom.toISOString(), source: list.source, drill: list.drill }, rule });

/** Places to choose from, as they are named on their list. */
export const candidatesView = (candidates: readonly KnownArea[]): string[] => candidates.slice(0, NAMES_MAX).map(areaName);

/** Names told at a time; a county with more is shown by the list itself. */
const NAMES_MAX = 20;
