import type { Field, FieldFault, Point, Value } from "#engines/forms";
import { openAt, readHours, type OpeningHours } from "#engines/calendar";
import { fieldsOfTest, flagsOf, nameOf, shownValue, type RecordType } from "#engines/registers";
import { dayInChina, type LocalText } from "#platform/i18n";
import { kilometresBetween } from "../place-distance.ts";
import type { ClauseOf, ListAsked, ListEntry, OpenState, PlaceEntry, PublicRegister, RegisterPageView, TotalRow } from "../portal-views.ts";
import type { PublicEntry, PublicList } from "./keep-public-lists.ts";

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
  const all = view?.kind === "places" ? placeEntries(type, inDistrict, asked, from, now, setting) : view?.kind === "list" ? inDistrict : [];
  const present = new Set([...entries.map(({ district }) => district), ...(totals ?? []).map(({ district }) => district)]);
  return {
    register: publicRegister(list, now, setting), asked, districts: setting.places.filter(({ code }) => present.has(code) || code === asked.district), at: now.toISOString(), nearFault,
    places: view?.kind === "places" ? (all as readonly PlaceEntry[]).slice(0, most) : null,
    list: view?.kind === "list" ? inDistrict.slice(0, most).map((entry) => listEntry(type, view.fields, entry, now, setting)) : null,
    totals: totals === null ? null : totals.filter(({ district }) => asked.district === "" || district === asked.district).map((total): TotalRow => ({ districtName: setting.nameOf(total.district), by: total.byName, entries: total.entries, keptBack: total.keptBack, sums: total.sums, flags: total.flags })),
    opensNext: view?.kind === "places" && !all.some((entry) => "open" in entry && entry.open.kind === "open") ? opensNext(type, entries, now, setting) : null,
    own: view?.kind === "own" ? { entries: null, faults: [], person: "" } : null, more: all.length > most,
  };
}

/** Of all places the one that opens first. */
function opensNext(type: RecordType, entries: readonly PublicEntry[], now: Date, setting: PageSetting): PlaceEntry | null {
  const opening = ({ open }: PlaceEntry): string => (open.kind === "closed" && open.opensAt !== null ? open.opensAt : LATER_THAN_ANY);
  const [first] = placeEntries(type, entries, { district: "", openNow: false, near: "" }, null, now, setting).toSorted((one, other) => (opening(one) < opening(other) ? -1 : opening(one) > opening(other) ? 1 : 0));
  return first === undefined || opening(first) === LATER_THAN_ANY ? null : first;
}
const LATER_THAN_ANY = "9";

function placeEntries(type: RecordType, entries: readonly PublicEntry[], { openNow }: ListAsked, from: Point | null, now: Date, setting: PageSetting): readonly PlaceEntry[] {
  const view = type.public;
  if (view?.kind !== "places") return [];
  const found = entries.map((entry): PlaceEntry => {
    const { values } = entry;
    const text = (key: string | null): string | null => { const value = key === null ? undefined : values[key]; return typeof value === "string" ? value : null; };
    const point = view.point === null ? undefined : values[view.point];
    return {
      district: entry.district, districtName: setting.nameOf(entry.district), name: nameOf(type, values), address: text(view.address) ?? "", telephone: text(view.telephone), hours: text(view.hours), open: stateOf(type, entry, now),
      kilometres: from !== null && isPoint(point) ? kilometresBetween(from, point) : null, ...(isPoint(point) ? { point } : {}), facts: factsOf(type, view.fields, entry, setting),
      confirmedAt: entry.confirmedAt.toISOString(), confirmedBy: entry.confirmedBy, stale: entry.staleFrom !== null && entry.staleFrom <= now,
    };
  });
  // Open first; then the nearest; then as they are called.
  const rank = ({ open }: PlaceEntry): number => (open.kind === "open" ? 0 : open.kind === "closed" ? 1 : 2);
  return found.filter((place) => !openNow || place.open.kind === "open")
    .toSorted((one, other) => rank(one) - rank(other) || (one.kilometres ?? FAR) - (other.kilometres ?? FAR));
}

/** Farther than any place on earth: where nobody knows how far it is. */
const FAR = 100_000;

const isPoint = (value: Value | undefined): value is Point => typeof value === "object" && "latitude" in value;

/** Hours are read once an entry, however often its page is asked for. */
const HOURS = new WeakMap<PublicEntry, OpeningHours | null>();

function hoursOf(type: RecordType, entry: PublicEntry): OpeningHours | null {
  const known = HOURS.get(entry);
  if (known !== undefined) return known;
  const text = type.public?.kind === "places" ? entry.values[type.public.hours] : undefined;
  const hours = typeof text === "string" ? readHours(text) : null;
  HOURS.set(entry, hours);
  return hours;
}

function stateOf(type: RecordType, entry: PublicEntry, now: Date): OpenState {
  const hours = hoursOf(type, entry);
  if (hours === null) return { kind: "unknown" };
  const state = openAt(hours, now.getTime());
  const moment = (epoch: number): string => new Date(epoch).toISOString();
  switch (state.kind) {
    case "open": return state.until === null ? { kind: "open", until: `${dayInChina(now)}T16:00:00.000Z`, soon: false, always: true } : { kind: "open", until: moment(state.until), soon: state.soon };
    case "closed": return { kind: "closed", opensAt: state.opensAt === null ? null : moment(state.opensAt) };
    case "not-known": return { kind: "unknown" };
    case "not-announced": return state;
  }
}

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
