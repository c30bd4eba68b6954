import { type CaseMove, type CaseType, deadlineOf, type Duration, offeredMoves, stateOf } from "#engines/cases";
import { inTransaction } from "#platform/db/server";
import type { LocalText } from "#platform/i18n";
import type { ClientBase } from "pg";
import { bucketOf } from "../buckets.ts";
import { clauseOf, dutiesOf, type NoticeInForce } from "../clause-of.ts";
import { eventWords, type PlaceNames, shownAnswers, wordsOf } from "../course/event-words.ts";
import type { CaseView } from "../desk-views.ts";
import { allDistricts, type CaseParts, loadCase, type LoadedCase } from "./case-record.ts";
import { caseOwners, type Colleagues } from "./case-owners.ts";
import type { ActingOfficer } from "./change-case.ts";
import { recordsFor } from "./find-matches.ts";
import type { CaseAddress, Contact } from "./kept-case.ts";
import { isObjectedTo } from "./pass-on.ts";
import { findCase, findContact, findMergedHere } from "./store.ts";

/** Who looks: in which districts, and what the desk tells beside the case. */
export type CaseViewer = {
  readonly officer: ActingOfficer; readonly districts: readonly string[]; readonly notices: readonly NoticeInForce[];
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
  readonly colleagues: Colleagues;
};

/** Names of the city and its districts, by code. */
export function placeNames({ code, name, districts, invented }: CaseParts["city"]): PlaceNames {
  const names = new Map([[code, name], ...districts.map((each) => [each.code, each.name] as const), ...(invented === null ? [] : [[invented.code, invented.name] as const])]);
  return (wanted) => { const { zh, en } = names.get(wanted) ?? { zh: wanted, en: wanted }; return { zh, en }; };
}

/** A case with everything an officer of its district may see and do; null when there is none there. That it was read is an entry of the audit where it speaks of people. */
export async function viewCase(parts: CaseParts, address: CaseAddress, viewer: CaseViewer): Promise<CaseView | null> {
  const { pool, clock, city, matches, audit } = parts;
  const { officer, districts } = viewer;
  if (!districts.includes(address.district)) return null;
  const now = clock.policyNow().toISOString();
  const found = await inTransaction(pool, { districts, actor: officer.person }, async (tx) => {
    const kept = await findCase(tx, address);
    if (kept === null) return null;
    const [loaded, contact] = [await loadCase(tx, parts, kept), await findContact(tx, kept)];
    const mergedHere = await findMergedHere(tx, districts, [address, ...(kept.from === null ? [] : [kept.from])]);
    if (isPersonal(loaded, contact)) await noteReading(tx, audit, officer, address);
    return { loaded, contact, mergedHere };
  });
  if (found === null) return null;
  const { loaded, contact, mergedHere } = found;
  const records = loaded.kept.open ? await recordsFor(loaded.type, address.district, loaded.facts.answers, matches, clock.policyNow()) : null;
  const { owners, colleagues, assignee } = await caseOwners(parts, loaded, viewer.colleagues);
  const people = [...new Set([assignee, ...(owners.kind === "people" ? owners.people : []), ...loaded.facts.events.flatMap((event) => [event.actor.kind === "officer" ? event.actor.person : null, event.kind === "assigned" ? event.to : null])])].filter((id) => id !== null);
  const names = { ...await viewer.namesOf(people) };
  const places = placeNames(city);
  return { ...factsOf(loaded, viewer, places, now), assignee, owners: owners.kind === "people" ? { kind: owners.kind, people: [...owners.people] } : { kind: owners.kind, people: [] }, contact, mergedHere: [...mergedHere], matches: records === null ? null : records.map(({ shown, district, id, number, validToday }) => ({ district, id, number, validToday, shown: shown.map(({ name, shown: value }) => ({ name: plain(name), shown: plain(value) })) })),
    timeline: timelineOf(loaded, places, (person) => names[person] ?? person), moves: movesOf(loaded, officer, now),
    may: { assign: loaded.kept.open, note: loaded.kept.handedTo === null && loaded.kept.erasedAt === null, merge: loaded.kept.open && loaded.type.mergeable && !isObjectedTo(loaded.type, loaded.facts.events), handOver: loaded.kept.open },
    colleagues: colleagues.map(({ id, name }) => ({ id, name })), names,
    districts: allDistricts(city).filter((code) => code !== city.code && code !== address.district).map((code) => ({ code, name: plain(places(code)) })),
  };
}

/** Does a case speak of people: who asked, answers about them, what they added, what they sent? */
function isPersonal({ type, facts, files }: LoadedCase, contact: Contact | null): boolean {
  return contact !== null || files.length > 0 || type.form.some(({ key, privacy }) => privacy === "personal" && facts.answers[key] !== undefined) || facts.events.some((event) => wordsOf(event) !== null || (event.kind === "moved" && Object.keys(event.answers).length > 0));
}

function noteReading(tx: ClientBase, audit: CaseParts["audit"], { person }: ActingOfficer, { district, number }: CaseAddress): Promise<unknown> {
  return audit(tx, { district, actor: person, action: "cases.read", object: `case:${number}`, details: {} });
}

function factsOf({ kept, type, facts, files }: LoadedCase, { notices }: CaseViewer, places: PlaceNames, now: string): Omit<CaseView, "assignee" | "owners" | "contact" | "mergedHere" | "matches" | "timeline" | "moves" | "may" | "colleagues" | "names" | "districts"> {
  const { district, number, title, revision, openedAt, via, escalated, nudges } = kept;
  const state = stateOf(type, kept.state);
  const clause = clauseOf(notices, type);
  const missing = kept.open ? deadlineOf(state, kept.since, facts.calendar)?.notAnnounced ?? null : null;
  const source = state.deadline?.source;
  return {
    district, number, title, revision, openedAt, via, escalated, nudges, type: type.key, typeName: plain(type.name), state: state.key, stateName: plain(state.name), tone: state.tone, final: !kept.open,
    dueAt: kept.open ? kept.dueAt : null, bucket: bucketOf(kept, now),
    deadlineSource: !kept.open || source === undefined ? null : missing === null ? plain(source) : { zh: `${source.zh}（${missing}年放假安排还没公布，按每天都算）`, en: `${source.en} (days off of ${missing} not announced yet: every day counted)` },
    mergedInto: kept.mergedInto ?? kept.handedTo,
    facts: shownAnswers(type.form, facts.answers, places).map(({ key, name, shown, personal }) => ({ key, name: plain(name), shown: plain(shown), personal })),
    files: files.filter(({ seq }) => seq === 1).map(({ id, name, mediaType }) => ({ id, name, mediaType })),
    clause: { notice: type.notice, clause: type.clause, title: plain(clause?.title ?? { zh: type.clause, en: type.clause }), number: clause?.number ?? null, duties: dutiesOf(notices, type).map(({ key, quote }) => ({ key, quote })) },
  };
}

function timelineOf({ type, facts: { events }, files }: LoadedCase, places: PlaceNames, nameOf: (person: string) => string): CaseView["timeline"] {
  return events.map((event) => {
    const move = event.kind === "moved" ? type.moves.find(({ key }) => key === event.move) : undefined;
    return {
      seq: event.seq, at: event.at, by: event.actor.kind, who: event.actor.kind === "officer" ? nameOf(event.actor.person) : null, what: plain(eventWords(type, event, places, nameOf)), text: wordsOf(event), textPublic: event.kind === "moved" ? move?.reasonPublic ?? false : event.kind !== "noted",
      answers: event.kind === "moved" && move !== undefined ? shownAnswers(move.form, event.answers, places).map(({ name, shown }) => ({ name: plain(name), shown: plain(shown) })) : [],
      // Those of the first event stand with the answers.
      files: event.seq === 1 ? [] : files.filter(({ seq }) => seq === event.seq).map(({ id, name, mediaType }) => ({ id, name, mediaType })),
    };
  });
}

function movesOf({ kept, type, facts }: LoadedCase, officer: ActingOfficer, now: string): CaseView["moves"] {
  if (!kept.open) return [];
  return offeredMoves(facts, officer, now).filter(({ refusal }) => refusal?.reason !== "only-if").map(({ move, refusal }) => {
    const to = stateOf(type, move.to);
    return { key: move.key, name: plain(move.name), to: plain(to.name), tone: to.tone, reason: move.reason, reasonPublic: move.reasonPublic, form: [...move.form], match: move.match, consequence: consequenceOf(type, move), refusedBecause: refusal === null ? null : plain(refusal.problem) };
  });
}

/** What follows a move: where the case is then, for how long, and what whoever asked is told. */
function consequenceOf(type: CaseType, move: CaseMove): { zh: string; en: string } {
  const to = stateOf(type, move.to);
  const [zh, en] = to.final ? ["办结", "The case is closed"] : [`转为“${to.name.zh}”${to.deadline === null ? "" : `，期限${durationInWords(to.deadline.within).zh}`}`, `It becomes “${to.name.en}”${to.deadline === null ? "" : `, to be left within ${durationInWords(to.deadline.within).en}`}`];
  const told = move.public ?? to.public;
  return { zh: `${zh}。群众会看到：${told.zh}`, en: `${en}. Whoever asked is told: ${told.en}` };
}

const UNITS: Readonly<Record<Duration["unit"], readonly [string, string]>> = { "minutes": ["分钟", "minute"], "hours": ["小时", "hour"], "working-hours": ["个工作小时", "working hour"], "days": ["天", "day"], "working-days": ["个工作日", "working day"] };
function durationInWords({ unit, count }: Duration): LocalText {
  const [zh, en] = UNITS[unit];
  return { zh: `${count}${zh}`, en: `${count} ${en}${count === 1 ? "" : "s"}` };
}

const plain = ({ zh, en }: LocalText): { zh: string; en: string } => ({ zh, en });
