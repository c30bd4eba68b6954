import type { Modality } from "#engines/reading";
import { inLanguage, type Language, type LocalText } from "#platform/i18n";
import type { TaskClause, TaskRow } from "./task-rows.ts";

/** A column of the task table, for every format. */
export type TaskColumn = {
  readonly label: LocalText;
  /** Share of the width of the page; a header of four characters needs 8. */
  readonly width: number;
  readonly align: "center" | "left";
  /** The cell's words; empty where a clerk fills it in. The notice's own words are never translated. */
  readonly words: (row: TaskRow, language: Language) => string;
};

/** The columns, in order. A new column is one entry here. */
export const TASK_COLUMNS: readonly TaskColumn[] = [
  column("序号", "No.", 5, "center", (row) => String(row.number)),
  column("条款", "Clause", 10, "left", (row, language) => clauseWords(row.clause, language)),
  column("原文", "Text of the notice", 25, "left", (row) => row.obligation.quote),
  column("要求性质", "Strength", 8, "center", (row, language) => strengthWords(row, language)),
  column("责任主体", "Who", 10, "left", (row, language) => actorWords(row, language)),
  column("审批机关", "Approved by", 8, "left", (row) => row.obligation.approver ?? ""),
  column("条件", "Condition", 8, "left", (row) => row.obligation.condition ?? ""),
  column("例外", "Exception", 8, "left", (row) => row.obligation.exception ?? ""),
  column("时限", "Deadline", 8, "left", (row) => row.obligation.deadline ?? ""),
  column("截止日期", "Due date", 11, "center", (row) => row.dueDate ?? ""),
  column("牵头单位", "Lead unit", 8, "left", () => ""),
  column("完成情况", "Progress", 8, "left", () => ""),
];

/** The strength of a task in one or two words, e.g. 须经批准, 原则上（不做）. */
export function strengthWords({ obligation }: TaskRow, language: Language): string {
  const word = inLanguage(STRENGTHS[obligation.modality], language);
  if (obligation.polarity === "do" || obligation.modality === "must-not") return word;
  return word + inLanguage({ zh: "（不做）", en: " (refrain)" }, language);
}

/** Number and title of a clause, as the notice gives them. */
export function clauseWords(clause: TaskClause, language: Language): string {
  const before = clause.attachment === null ? "" : `${clause.attachment} `;
  if (clause.kind !== "numbered") return before + inLanguage(PARTS[clause.kind], language);
  return `${before}${clause.numbers.join("·")} ${clause.heading}`.trim();
}

const STRENGTHS: Readonly<Record<Modality, LocalText>> = {
  "must": { zh: "必须", en: "Must" },
  "must-not": { zh: "严禁", en: "Must not" },
  "in-principle": { zh: "原则上", en: "In principle" },
  "encouraged": { zh: "鼓励", en: "Encouraged" },
  "permitted": { zh: "可以", en: "Permitted" },
  "needs-approval": { zh: "须经批准", en: "Needs approval" },
};

const PARTS: Readonly<Record<"preamble" | "body" | "closing", LocalText>> = {
  preamble: { zh: "前言", en: "Preamble" },
  body: { zh: "正文", en: "Body" },
  closing: { zh: "结尾", en: "Closing" },
};

function actorWords({ obligation }: TaskRow, language: Language): string {
  const actors = obligation.actors.join("、");
  return obligation.actorsInferred && actors !== "" ? actors + inLanguage({ zh: "（推断）", en: " (inferred)" }, language) : actors;
}

function column(zh: string, en: string, width: number, align: TaskColumn["align"], words: TaskColumn["words"]): TaskColumn {
  return { label: { zh, en }, width, align, words };
}
