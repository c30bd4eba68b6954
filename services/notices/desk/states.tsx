/** @jsxImportSource react */
import { Chip, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { DraftSummaryView } from "../draft/index.ts";

/** Where a draft stands, by shape, word and colour. */
export function StateChip({ state, action, sentBack }: Pick<DraftSummaryView, "state" | "action" | "sentBack">): ReactNode {
  const say = useWords(words);
  if (state === "released") return <Chip tone="ok" icon="ok">{say.released}</Chip>;
  if (state === "in-check") return <Chip tone="appr" icon="stamp">{say["in-check"]}</Chip>;
  if (state === "draft" && sentBack) return <Chip tone="no" icon="half">{action === "withdraw" ? say.withdrawalSentBack : say.sentBack}</Chip>;
  return state === "draft" ? <Chip tone="warn" icon="half">{say.draft}</Chip> : <Chip tone="idle" icon="ring">{say.discarded}</Chip>;
}

/** What a draft would do. */
export function useActionWord(): (action: DraftSummaryView["action"]) => string {
  const say = useWords(words);
  return (action) => say[action];
}

const words = messages({
  draft: { zh: "编审中", en: "Being reviewed" },
  sentBack: { zh: "被退回，要修改", en: "Sent back to be changed" },
  withdrawalSentBack: { zh: "被退回", en: "Sent back" },
  "in-check": { zh: "等签发", en: "Awaiting release" },
  released: { zh: "已签发", en: "Released" },
  discarded: { zh: "已作废", en: "Discarded" },
  release: { zh: "新通知", en: "New notice" },
  amend: { zh: "修改", en: "Amendment" },
  withdraw: { zh: "撤回", en: "Withdrawal" },
});
