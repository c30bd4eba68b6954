import type { Correction, Obligation, Reading, Range } from "#engines/reading";
import type { LocalText } from "#platform/i18n";
import type { Body, Sourced } from "#platform/pack";

/** An obligation under its stable key, with the plain words shown to residents. */
export type NoticeObligation = Obligation & {
  /** Stable name rules, cases and registers bind to, e.g. `travel.medium-approval`; null while unmatched. */
  readonly key: string | null;
  readonly plain: DutyWords | null;
};

/** A duty in plain words; the official words themselves are Chinese, so English words say who acts as well. */
export type DutyWords = LocalText & {
  /** In English, one name for each of the duty's actors, in their order. */
  readonly actors?: readonly string[] | undefined;
};

/** A numbered item of the notice (or its unnumbered closing, number null) with its stable address. */
export type NoticeClause = {
  readonly key: string;
  readonly number: string | null;
  readonly range: Range;
  /** Title in plain words, shown first; `heading` is the text's own. */
  readonly title: LocalText;
  readonly heading: string;
  readonly summary: LocalText;
  /** Carried out, but not shown to the public. */
  readonly hidden: boolean;
  readonly obligations: readonly NoticeObligation[];
};

/** A notice as residents see it: what the reader read, as corrected and released. */
export type Notice = {
  readonly key: string;
  readonly version: number;
  /** SHA-256 (hex) of `text` in UTF-8. */
  readonly textSha256: string;
  readonly text: string;
  /** A restatement (转述) is never shown or signed as the original. */
  readonly textKind: "original" | "restatement";
  /** What readers are told of the text, e.g. that it is a restatement and the original prevails. */
  readonly textNote: LocalText | null;
  /** Where the official page stood, in words, and its address when there is one. */
  readonly origin: { readonly name: LocalText; readonly address: string | null };
  readonly title: Sourced<LocalText>;
  readonly documentNumber: string | null;
  /** ISO date of issue with its source; null when no source tells it. */
  readonly date: Sourced<string> | null;
  readonly issuer: Body;
  readonly publisher: Body;
  readonly operator: Body;
  /** Why it is no longer in force; null while it is. */
  readonly withdrawn: { readonly reason: LocalText } | null;
  /** The text carries the mark 此件公开发布. */
  readonly publicRelease: boolean;
  readonly reading: Reading;
  readonly correctionCount: number;
  /** The officers' corrections themselves, so that an amendment can take them up again; not set where there are none. Never shown. */
  readonly corrections?: readonly Correction[];
  readonly clauses: readonly NoticeClause[];
  /** Set where clauses are kept back from the public: which they are, and where their covered words stand. Only on what the public sees; never signed. */
  readonly withheld?: readonly { readonly key: string; readonly range: Range }[];
  /** Clause numbers the copy we hold does not contain, in order. */
  readonly absentNumbers: readonly string[];
};
