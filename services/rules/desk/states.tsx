/** @jsxImportSource react */
import { Chip, useLanguage, useWords, type DeskIconName } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { RuleContent, RuleOutcome, RuleSummary } from "../draft/index.ts";
import { outcomeOf } from "../draft/edit-outcomes.ts";

/** Where a draft stands, by shape, word and colour. */
export function StateChip({ state, sentBack }: Pick<RuleSummary, "state" | "sentBack">): ReactNode {
  const say = useWords(words);
  if (state === "released") return <Chip tone="ok" icon="ok">{say.released}</Chip>;
  if (state === "in-check") return <Chip tone="appr" icon="stamp">{say["in-check"]}</Chip>;
  if (state === "draft" && sentBack) return <Chip tone="no" icon="half">{say.sentBack}</Chip>;
  return state === "draft" ? <Chip tone="warn" icon="half">{say.draft}</Chip> : <Chip tone="idle" icon="ring">{say.discarded}</Chip>;
}

/** The shape of a verdict's tone. */
export const TONE_ICONS: Readonly<Record<RuleOutcome["tone"], DeskIconName>> = { ok: "ok", warn: "warn", bar: "road", appr: "stamp", no: "no" };

/** A verdict by shape, word and colour; a value the verdicts do not list as it is. */
export function VerdictChip({ value, content }: { readonly value: string | number | boolean | null; readonly content: Pick<RuleContent, "outcomes"> }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  if (value === null || value === "") return <Chip tone="idle" icon="ring">{say.none}</Chip>;
  const outcome = outcomeOf(content, value);
  return outcome === undefined ? <Chip tone="idle" icon="ring">{String(value)}</Chip> : <Chip tone={outcome.tone === "bar" ? "warn" : outcome.tone} icon={TONE_ICONS[outcome.tone]}>{inLanguage(outcome.name, language) || outcome.value}</Chip>;
}

const words = messages({
  draft: { zh: "正在改", en: "Being changed" }, sentBack: { zh: "被退回，要修改", en: "Sent back to be changed" }, "in-check": { zh: "等签发", en: "Awaiting release" },
  released: { zh: "已签发", en: "Released" }, discarded: { zh: "已作废", en: "Discarded" }, none: { zh: "没有结论", en: "No verdict" },
});
