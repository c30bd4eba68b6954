/** A stretch of the decoded text: UTF-16 code units, start inclusive, end exclusive. */
export type Range = readonly [start: number, end: number];

/** How strongly an order binds. The list is closed; a deontic strength, not a topic. */
export const MODALITIES = ["must", "must-not", "in-principle", "encouraged", "permitted", "needs-approval"] as const;
export type Modality = (typeof MODALITIES)[number];

/** Where the notice's own numbering puts a piece of text. */
export type Section = {
  /** The number, bare: `一`, `1`, `第三条`. A number used twice stays twice. */
  readonly no: string;
  /** Title without number and closing mark; for a run-on item its first words (30 characters at most). */
  readonly heading: string;
  readonly range: Range;
  /** Unique address inside the reading, e.g. `一`, `一/2`, `十五~2` for a repeated number, `附件1/一`. */
  readonly path: string;
  readonly children: readonly Section[];
};

/** A plan, list or form the notice carries; for 印发/转发 notices the document they pass on. */
export type Attachment = {
  readonly title: string;
  readonly range: Range;
  readonly path: string;
  readonly sections: readonly Section[];
};

/** One order of the notice: who must, must not or should do what, on what condition, with whose approval. */
export type Obligation = {
  /** Stable for the same text: clause path + `#` + running number inside the clause, e.g. `一#3`. */
  readonly id: string;
  /** Path of the section it stands in; `preamble`, `closing` or `body` outside the numbered items. */
  readonly clause: string;
  readonly part: "body" | "attachment";
  readonly ranges: readonly Range[];
  readonly quote: string;
  readonly modality: Modality;
  readonly polarity: "do" | "refrain";
  /** Words of the text. Inherited from an earlier sentence or the addressees when `actorsInferred`. */
  readonly actors: readonly string[];
  readonly actorsInferred: boolean;
  readonly approver: string | null;
  readonly condition: string | null;
  readonly exception: string | null;
  readonly deadline: string | null;
};

/** What a remark can be about. The list is closed. */
export const REMARK_KINDS = [
  "numbering-gap", "numbering-repeated", "repeated-body", "furniture", "attachment", "title-missing", "date-missing",
  "issuer-missing", "addressees-missing", "encoding-guessed", "traditional-converted", "text-truncated", "no-text", "not-chinese",
] as const;
/** One kind of remark. */
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** What an officer should look at before trusting the reading. */
export type Remark = { readonly kind: RemarkKind; readonly range: Range | null; readonly detail: string };

/** `title` covers the document number too; `signature` the release mark (附注) below it. */
export const LEAF_KINDS = [
  "title", "addressees", "preamble", "item", "closing", "signature", "furniture", "repeated-body",
] as const;
/** What a leaf of the text is. */
export type LeafKind = (typeof LEAF_KINDS)[number];

/** The leaves tile the whole text once, in order: no gap, no overlap. */
export type Leaf = { readonly kind: LeafKind; readonly range: Range };

/** All that was understood of a notice. Never an error: what is not understood is left in the leaves and remarked. */
export type Reading = {
  readonly title: string | null;
  readonly documentNumber: string | null;
  /** ISO date (Asia/Shanghai), of signing before publishing. */
  readonly date: string | null;
  readonly issuer: string | null;
  readonly publisher: string | null;
  readonly addressees: readonly string[];
  readonly sections: readonly Section[];
  readonly attachments: readonly Attachment[];
  readonly obligations: readonly Obligation[];
  readonly leaves: readonly Leaf[];
  readonly remarks: readonly Remark[];
};
