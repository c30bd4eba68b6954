import type { LocalText } from "#platform/i18n";

/** Where a row's words come from besides the notice: a document, and when it was taken from there. */
export type RowSource = { readonly source: LocalText; readonly asOf: string };

/** A rule that residents may ask by themselves: how the question is put, and which document stands behind each row. Pack data. */
export type PackQuestion = {
  /** The key of the rule that answers. */
  readonly rule: string;
  readonly notice: string;
  /** 小客车过路免费吗？ */
  readonly question: LocalText;
  /** One line under it. */
  readonly about: LocalText;
  readonly sources: Readonly<Record<string, RowSource>>;
};
