import type { SignedFacts } from "#platform/release";
import type { Notice } from "../notice.ts";
import { publicNotice } from "./public-notice.ts";

/** The form's name; it changes when a member changes its meaning or goes. What was signed keeps the name it was signed under. */
export const PUBLIC_FORM = "anxin-notice/2";

/**
 * A released notice as programs read it and as it is signed: what the public may see, what was done when, whether it was a drill, and nothing
 * about our machines. Canonical JSON of this (RFC 8785) is what the hash and the signature are taken over; those very bytes are kept.
 */
export function publicForm(notice: Notice, { action, drill, releasedAt, policyAt }: SignedFacts) {
  const { withdrawn } = notice;
  // In force or not is said either way: what is left out could be added behind our back.
  return { ...membersOf(notice), form: PUBLIC_FORM, withdrawn: withdrawn === null ? null : { reason: withdrawn.reason }, release: { action, drill, releasedAt, policyAt } };
}

/** The public form of a released notice, as JSON. */
export type PublicForm = ReturnType<typeof publicForm>;

/**
 * The form of before, for what was released when the signed bytes were not kept: it is written again to prove it. It never changes; a test
 * holds its hash. When `membersOf` is to change, its members of today go here first.
 */
export function publicFormOne(notice: Notice) {
  const { withdrawn } = notice;
  return { ...membersOf(notice), form: "anxin-notice/1", ...(withdrawn === null ? {} : { withdrawn: { reason: withdrawn.reason } }) };
}

function membersOf(notice: Notice) {
  const { key, version, title, documentNumber, date, issuer, publisher, operator, origin, textKind, textNote, text, textSha256, absentNumbers, clauses } = publicNotice(notice);
  const body = ({ key: name, name: words }: Notice["issuer"]) => ({ key: name, name: words });
  return {
    key, version, title, documentNumber, date, issuer: body(issuer), publisher: body(publisher), operator: body(operator),
    origin, textKind, textNote, text, textSha256, absentNumbers: [...absentNumbers],
    clauses: clauses.map((clause) => ({
      key: clause.key, number: clause.number, heading: clause.heading, title: clause.title, summary: clause.summary, range: [...clause.range],
      duties: clause.obligations.map((duty) => ({
        key: duty.key, quote: duty.quote, ranges: duty.ranges.map((range) => [...range]), modality: duty.modality, polarity: duty.polarity, actors: [...duty.actors], actorsInferred: duty.actorsInferred,
        approver: duty.approver, condition: duty.condition, exception: duty.exception, deadline: duty.deadline, plain: duty.plain,
      })),
    })),
  };
}

/**
 * Does this notice, as it would be written today, say what a signed form says? Every member the signed form has must be the same; a later
 * program may write members it does not have.
 */
export function saysTheSame(signed: unknown, notice: Notice, facts: SignedFacts): boolean {
  const today: unknown = JSON.parse(JSON.stringify(publicForm(notice, facts)));
  return isObject(signed) && isObject(today) && covers({ ...signed, form: PUBLIC_FORM }, today);
}

function covers(signed: unknown, today: unknown): boolean {
  if (Array.isArray(signed)) return Array.isArray(today) && today.length === signed.length && signed.every((item, at) => covers(item, today[at]));
  if (isObject(signed)) return isObject(today) && Object.entries(signed).every(([name, value]) => covers(value, today[name]));
  return signed === today;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
