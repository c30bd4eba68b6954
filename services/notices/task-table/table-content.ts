import type { Language } from "#platform/i18n";
import type { SourceFact } from "./source-facts.ts";
import type { TaskRow } from "./task-rows.ts";

/** What every format is written from. */
export type TaskTableContent = {
  readonly rows: readonly TaskRow[];
  readonly title: string;
  readonly facts: readonly SourceFact[];
  readonly language: Language;
  readonly textSha256: string;
  readonly madeAt: Date;
};
