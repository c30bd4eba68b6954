import { applyCorrections, type Obligation, type Reading } from "#engines/reading";
import type { LocalText } from "#platform/i18n";
import type { Notice } from "../notice.ts";
import { belongsTo, placesOf, type Place } from "../pack/clauses.ts";
import { alike } from "./alike.ts";
import type { DraftClause, DraftContent } from "./draft-content.ts";
import { draftWords } from "./duty-words.ts";
import { draftCorrectionOf, keptCorrections } from "./kept-corrections.ts";

/**
 * The draft an officer begins with: what the text itself says, and, where a released version is amended (`base`), the keys
 * and words of the clauses and duties that are recognised in the new text. A recognised key is only proposed when most of the
 * clause's duties are the same; the officer confirms it by releasing, and an unrecognised one stays open. The officers' corrections
 * of that version are made again where they fit; those that do not are listed as lost.
 */
export function beginDraft(read: Reading, amended: { readonly base: Notice; readonly text: string } | null): DraftContent {
  const base = amended?.base ?? null;
  const { kept, lost } = keptCorrections(base?.corrections ?? [], read, amended?.text ?? "");
  const { reading } = applyCorrections(read, amended?.text ?? "", kept);
  const orders = reading.obligations;
  // An unnumbered part that orders nothing, such as a preamble, needs no key.
  const places = placesOf(reading).filter((place) => place.number !== null || orders.some((order) => belongsTo(order, place))).toSorted((one, other) => one.range[0] - other.range[0]);
  const clauses = places.map((place) => clauseFor(place, reading, base));
  return {
    title: { zh: reading.title ?? base?.title.value.zh ?? "", en: base?.title.value.en ?? "" },
    titleSource: reading.title === null ? (base?.title.source ?? EMPTY) : OWN_TEXT,
    documentNumber: reading.documentNumber ?? base?.documentNumber ?? null,
    date: reading.date ?? base?.date?.value ?? null,
    dateSource: reading.date === null ? (base?.date?.source ?? EMPTY) : OWN_TEXT,
    textKind: base?.textKind ?? "original",
    textNote: base?.textNote ?? null,
    origin: base?.origin ?? { name: EMPTY, address: null },
    issuer: base?.issuer.key ?? null,
    publisher: base?.publisher.key ?? null,
    operator: base?.operator.key ?? null,
    withdrawal: null,
    clauses: withoutRepeatedKeys(clauses),
    duties: base === null ? [] : keptDuties(reading, base, clauses, places),
    corrections: kept,
    ...(lost.length === 0 ? {} : { lost }),
    acknowledged: [],
  };
}

/** The draft of a withdrawal: the version in force, word for word, and why it ends. */
export function withdrawalOf(notice: Notice, reason: LocalText): DraftContent {
  const { title, documentNumber, date, textKind, textNote, origin, issuer, publisher, operator, clauses } = notice;
  return {
    title: title.value, titleSource: title.source, documentNumber, date: date?.value ?? null, dateSource: date?.source ?? EMPTY, textKind, textNote, origin: { name: origin.name, address: origin.address },
    issuer: issuer.key, publisher: publisher.key, operator: operator.key, withdrawal: reason,
    clauses: clauses.map((clause) => ({ place: clause.number ?? clause.key, key: clause.key, title: clause.title, summary: clause.summary, hidden: clause.hidden })),
    duties: clauses.flatMap(({ obligations }) => obligations.flatMap(({ key, quote, modality, plain }) => (key === null ? [] : [{ key, quote, modality, plain: plain === null ? null : draftWords(plain) }]))),
    corrections: (notice.corrections ?? []).map(draftCorrectionOf), acknowledged: [],
  };
}

const EMPTY: LocalText = { zh: "", en: "" };
/** What a fact's source is called when the notice itself states it. */
export const OWN_TEXT: LocalText = { zh: "通知正文", en: "the notice's own text" };

function clauseFor(place: Place, reading: Reading, base: Notice | null): DraftClause {
  const own = reading.obligations.filter((obligation) => belongsTo(obligation, place));
  const known = base?.clauses.find((clause) => {
    const shared = own.filter(({ quote }) => clause.obligations.some((duty) => alike(duty.quote, quote))).length;
    return shared > 0 && shared * 2 >= Math.max(own.length, clause.obligations.length);
  }) ?? base?.clauses.find((clause) => clause.heading !== "" && clause.heading === place.heading);
  if (known !== undefined) return { place: place.address, key: known.key, title: known.title, summary: known.summary, hidden: known.hidden };
  return { place: place.address, key: null, title: { zh: place.heading, en: "" }, summary: EMPTY, hidden: false };
}

/** One key is proposed once: for the first clause that looks like it. */
function withoutRepeatedKeys(clauses: readonly DraftClause[]): DraftClause[] {
  const seen = new Set<string>();
  return clauses.map((clause) => {
    if (clause.key === null || !seen.has(clause.key)) { if (clause.key !== null) seen.add(clause.key); return clause; }
    return { ...clause, key: null };
  });
}

function keptDuties(reading: Reading, base: Notice, clauses: readonly DraftClause[], places: readonly Place[]): DraftContent["duties"] {
  const taken = new Set<string>();
  return reading.obligations.flatMap((obligation: Obligation) => {
    const place = places.find((candidate) => belongsTo(obligation, candidate));
    const clauseKey = clauses.find((clause) => clause.place === place?.address)?.key;
    const duty = base.clauses.find((clause) => clause.key === clauseKey)?.obligations
      .find((known) => known.key !== null && !taken.has(known.key) && known.modality === obligation.modality && alike(known.quote, obligation.quote));
    if (duty === undefined || duty.key === null) return [];
    taken.add(duty.key);
    return [{ key: duty.key, quote: obligation.quote, modality: obligation.modality, plain: duty.quote === obligation.quote && duty.plain !== null ? draftWords(duty.plain) : null }];
  });
}
