import type { LeafKind, Obligation, Range, Reading } from "#engines/reading";
import type { Fault, PackProblem } from "#platform/pack";
import { RESERVED_CLAUSE_KEYS } from "../clause-keys.ts";
import type { NoticeClause } from "../notice.ts";
import { bindDuties } from "./bind-duties.ts";
import * as faults from "./binding-faults.ts";
import type { NoticeParts } from "./notice-parts.ts";
import type { ClauseSettings, NoticeSettings } from "./settings-file.ts";

/** The notice's clauses in the order of the text, each under its key, and every reason why a key does not fit. */
export function clausesOf(
  parts: NoticeParts, settings: NoticeSettings, reading: Reading,
): { readonly clauses: readonly NoticeClause[]; readonly problems: readonly PackProblem[] } {
  const places = placesOf(reading);
  const clauses: NoticeClause[] = [];
  const problems: PackProblem[] = [];
  settings.clauses.forEach((clause, index) => {
    if (RESERVED_CLAUSE_KEYS.includes(clause.key)) problems.push(parts.settings.problemAt(["clauses", index, "key"], faults.KEY_RESERVED));
    const place = places.find((candidate) => candidate.address === addressOf(clause));
    if (place === undefined) {
      problems.push(parts.settings.problemAt(["clauses", index, "number"], faults.clauseAbsent(addressOf(clause), places.map((known) => known.address))));
      return;
    }
    const own = reading.obligations.filter((obligation) => belongsTo(obligation, place));
    const bound = bindDuties(clause, index, own, reading.obligations, parts.text, parts.settings);
    problems.push(...bound.problems);
    const { key, title, summary, hidden } = clause;
    clauses.push({ key, number: place.number, range: place.range, title, heading: place.heading, summary, hidden, obligations: bound.obligations });
  });
  const inText = (offset: number, field: string, found: Fault): PackProblem =>
    ({ file: parts.textFile, line: lineAt(parts.text, offset), field, ...found });
  const named = new Set(settings.clauses.map(addressOf));
  for (const place of places) {
    if (place.number !== null && !named.has(place.address)) problems.push(inText(place.range[0], place.address, faults.clauseUnnamed(place.address)));
  }
  const keyed = new Set(clauses.flatMap((clause) => clause.obligations.filter((obligation) => obligation.key !== null).map((obligation) => obligation.id)));
  for (const obligation of reading.obligations) {
    if (!keyed.has(obligation.id)) problems.push(inText(startOf(obligation), obligation.id, faults.unmatched(obligation.modality, obligation.quote)));
  }
  return { clauses: clauses.toSorted((one, other) => one.range[0] - other.range[0]), problems };
}

/** Something in the text that can bear a clause key. */
export type Place = { readonly address: string; readonly number: string | null; readonly heading: string; readonly range: Range };

const UNNUMBERED: readonly { part: string; leaf: LeafKind }[] = [
  { part: "preamble", leaf: "preamble" }, { part: "body", leaf: "item" }, { part: "closing", leaf: "closing" },
];

/** The places of a reading that can bear a clause key, in the order of the text. */
export function placesOf(reading: Reading): Place[] {
  const sections = [...reading.sections, ...reading.attachments.flatMap((attachment) => attachment.sections)];
  const numbered = sections.map(({ path, no, heading, range }) => ({ address: path, number: no, heading, range }));
  const unnumbered = UNNUMBERED.flatMap(({ part, leaf }) => {
    // Only a text without numbered items has a `body`: its item leaves belong to sections otherwise.
    if (part === "body" && numbered.length > 0) return [];
    const ranges = reading.leaves.filter((candidate) => candidate.kind === leaf).map((candidate) => candidate.range);
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first === undefined || last === undefined) return [];
    const range: Range = [first[0], last[1]];
    return [{ address: part, number: null, heading: "", range }];
  });
  return [...numbered, ...unnumbered];
}

export function addressOf(clause: ClauseSettings): string {
  return clause.number ?? clause.part;
}

/** Does this order stand in that place or below it? */
export function belongsTo(obligation: Obligation, place: Place): boolean {
  return obligation.clause === place.address || obligation.clause.startsWith(`${place.address}/`);
}

function startOf(obligation: Obligation): number {
  return obligation.ranges[0]?.[0] ?? 0;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
