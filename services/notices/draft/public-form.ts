import type { Notice } from "../notice.ts";
import { publicNotice } from "./public-notice.ts";

/** The form's name; it changes when a member changes its meaning. */
export const PUBLIC_FORM = "anxin-notice/1";

/**
 * A released notice as programs read it and as it is signed: only what the public may see, and nothing about our machines.
 * Canonical JSON of this (RFC 8785) is what the hash and the signature are taken over.
 */
export function publicForm(notice: Notice) {
  const { key, version, title, documentNumber, date, issuer, publisher, operator, origin, textKind, textNote, text, textSha256, absentNumbers, clauses, withdrawn } = publicNotice(notice);
  const body = ({ key: name, name: words }: Notice["issuer"]) => ({ key: name, name: words });
  return {
    form: PUBLIC_FORM, key, version, title, documentNumber, date, issuer: body(issuer), publisher: body(publisher), operator: body(operator),
    origin, textKind, textNote, text, textSha256, absentNumbers: [...absentNumbers],
    ...(withdrawn === null ? {} : { withdrawn: { reason: withdrawn.reason } }),
    clauses: clauses.map((clause) => ({
      key: clause.key, number: clause.number, heading: clause.heading, title: clause.title, summary: clause.summary, range: [...clause.range],
      duties: clause.obligations.map((duty) => ({
        key: duty.key, quote: duty.quote, ranges: duty.ranges.map((range) => [...range]), modality: duty.modality, polarity: duty.polarity, actors: [...duty.actors], actorsInferred: duty.actorsInferred,
        approver: duty.approver, condition: duty.condition, exception: duty.exception, deadline: duty.deadline, plain: duty.plain,
      })),
    })),
  };
}

/** The public form of a notice, as JSON. */
export type PublicForm = ReturnType<typeof publicForm>;
