import type { Field, FieldFault, Point, Value } from "#engines/forms";
import { fieldsOfTest, flagsOf, nameOf, shownValue, type RecordType } from "#engines/registers";
import { dayInChina, type LocalText } from "#platform/i18n";
import { kilometresBetween } from "../place-distance.ts";
import type { ClauseOf, ListAsked, ListEntry, OpenState, PlaceEntry, PublicRegister, RegisterPageView, TotalRow } from "../portal-views.ts";
import { stateOf, UNKNOWN } from "./open-states.ts";
import type { PublicEntry, PublicList } from "./public-list.ts";

/** What pages of registers are made with. */
export type PageSetting = {
  readonly places: readonly { readonly code: string; readonly name: LocalText }[]; readonly nameOf: (code: string) => LocalText; readonly clauseOf: (notice: string, clause: string) => ClauseOf | null;
  /** Where a place of the city is, by what people call it; null: there is no such place, or nobody knows where it is. */
  readonly findPlace: (text: string) => Point | null;
};

/** Entries of a page; what is more is reached by choosing a district. */
export const PAGE_ENTRIES = 300;

/** A register as the list of registers shows it. */
export function publicRegister({ type, count, entries }: PublicList, now: Date, { clauseOf }: Pick<PageSetting, "clauseOf">): PublicRegister {
  return { type, clause: clauseOf(type.notice, type.clause), count, openNow: type.public?.kind === "places" ? entries.filter((entry) => stateOf(type, entry, now).kind === "open").length : null };
}

/** A register's page, without anybody's own entries. */
export function registerPage(list: PublicList, asked: ListAsked, now: Date, setting: PageSetting, most: number = PAGE_ENTRIES): RegisterPageView {
  const { type, entries, totals } = list;
  const view = type.public;
  const inDistrict = entries.filter(({ district }) => asked.district === "" || district === asked.district);
  const near = view?.kind === "places" ? pointOf(asked.near, setting) : null;
  const nearFault: FieldFault | null = near === "unknown" ? { field: "near", ...NO_PLACE } : null;
  const from = near === "unknown" ? null : near;
  const states = view?.kind === "places" ? inDistrict.map((entry) => stateOf(type, entry, now)) : [];
  const found = view?.kind === "places" ? ordered(inDistrict.map((entry, at) => ({ entry, open: states[at] ?? UNKNOWN, kilometres: kilometresOf(view, entry, from) })).filter(({ open }) => !asked.openNow || open.kind === "open")) : [];
  const present = new Set([...entries.map(({ district }) => district), ...(totals ?? []).map(({ district }) => district)]);
  return {
    register: publicRegister(list, now, setting), asked, districts: setting.places.filter(({ code }) => present.has(code) || code === asked.district), at: now.toISOString(), nearFault,
    // Of thousands of places those that are shown alone are put into words.
    places: view?.kind === "places" ? found.slice(0, most).map((place) => placeEntry(type, view, place, now, setting)) : null,
    list: view?.kind === "list" ? inDistrict.slice(0, most).map((entry) => listEntry(type, view.fields, entry, now, setting)) : null,
    totals: totals === null ? null : totals.filter(({ district }) => asked.district === "" || district === asked.district).map((total): TotalRow => ({ districtName: setting.nameOf(total.district), by: total.byName, entries: total.entries, keptBack: total.keptBack, sums: total.sums, flags: total.flags })),
    opensNext: view?.kind === "places" && !states.some(({ kind }) => kind === "open") ? opensNext(type, view, entries, now, setting) : null,
    own: view?.kind === "own" ? { entries: null, faults: [], person: "" } : null, more: (view?.kind === "places" ? found.length : view?.kind === "list" ? inDistrict.length : 0) > most,
  };
}

type PlacesView = Extract<RecordType["public"], { kind: "places" }>;
type FoundPlace = { readonly entry: PublicEntry; readonly open: OpenState; readonly kilometres: number | null };

/** Of all places the one that opens first. */
function opensNext(type: RecordType, view: PlacesView, entries: readonly PublicEntry[], now: Date, setting: PageSetting): PlaceEntry | null {
  let first: (FoundPlace & { readonly opensAt: string }) | null = null;
  for (const entry of entries) {
    const open = stateOf(type, entry, now);
    if (open.kind === "closed" && open.opensAt !== null && (first === null || open.opensAt < first.opensAt)) first = { entry, open, kilometres: null, opensAt: open.opensAt };
  }
  return first === null ? null : placeEntry(type, view, first, now, setting);
}

/** Open first; then the nearest; then as they are called. */
function ordered(found: readonly FoundPlace[]): readonly FoundPlace[] {
  const rank = ({ open }: FoundPlace): number => (open.kind === "open" ? 0 : open.kind === "closed" ? 1 : 2);
  return found.toSorted((one, other) => rank(one) - rank(other) || (one.kilometres ?? FAR) - (other.kilometres ?? FAR));
}

function kilometresOf({ point: key }: PlacesView, { values }: PublicEntry, from: Point | null): number | null {
  const point = key === null ? undefined : values[key];
  return from !== null && isPoint(point) ? kilometresBetween(from, point) : null;
}

function placeEntry(type: RecordType, view: PlacesView, { entry, open, kilometres }: FoundPlace, now: Date, setting: PageSetting): PlaceEntry {
  const { values } = entry;
  const text = (key: string | null): string | null => { const value = key === null ? undefined : values[key]; return typeof value === "string" ? value : null; };
  const point = view.point === null ? undefined : values[view.point];
  return {
    district: entry.district, districtName: setting.nameOf(entry.district), name: nameOf(type, values), address: text(view.address) ?? "", telephone: text(view.telephone), hours: text(view.hours), open,
    kilometres, ...(isPoint(point) ? { point } : {}), facts: factsOf(type, view.fields, entry, setting),
    confirmedAt: entry.confirmedAt.toISOString(), confirmedBy: entry.confirmedBy, stale: entry.staleFrom !== null && entry.staleFrom <= now,
  };
}

/** Farther than any place on earth: where nobody knows how far it is. */
const FAR = 100_000;

const isPoint = (value: Value | undefined): value is Point => typeof value === "object" && "latitude" in value;

/** A mark that rests on what is not shown would tell it. */
function listEntry(type: RecordType, fields: readonly string[], entry: PublicEntry, now: Date, setting: PageSetting): ListEntry {
  const flags = flagsOf(type, entry.values, dayInChina(now));
  return { districtName: setting.nameOf(entry.district), title: nameOf(type, entry.values), facts: factsOf(type, fields, entry, setting), flags: type.flags.filter(({ key, when }) => flags.includes(key) && fieldsOfTest(when).every((field) => fields.includes(field))).map(({ name }) => name), recordedAt: entry.recordedAt.toISOString() };
}

function factsOf(type: RecordType, fields: readonly string[], { values }: Pick<PublicEntry, "values">, { nameOf: districts }: Pick<PageSetting, "nameOf">): PlaceEntry["facts"] {
  return fields.map((key) => type.fields.find((field) => field.key === key)).filter((field): field is Field => field?.privacy === "open").flatMap((field) => {
    const value = values[field.key];
    return value === undefined ? [] : [{ name: field.name, shown: shownValue(field, value, districts) }];
  });
}

/** A position, `49.2122,119.7658`, or a place's name; null when nothing was asked. */
function pointOf(near: string, { findPlace }: Pick<PageSetting, "findPlace">): Point | "unknown" | null {
  if (near.trim() === "") return null;
  const [, latitude, longitude] = /^\s*(-?\d{1,2}(?:\.\d{1,8})?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d{1,8})?)\s*$/u.exec(near.normalize("NFKC")) ?? [];
  if (latitude !== undefined && longitude !== undefined) return Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180 ? { latitude: Number(latitude), longitude: Number(longitude) } : "unknown";
  return findPlace(near) ?? "unknown";
}

const NO_PLACE = { problem: { zh: "找不到这个地方", en: "This place was not found" }, remedy: { zh: "写地方或者乡镇街道的名字，或者纬度、经度。", en: "Write a district, a township or street, or latitude and longitude." } };
