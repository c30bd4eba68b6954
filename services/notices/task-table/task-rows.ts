import type { Attachment, Obligation, Reading, Section } from "#engines/reading";
import { deadlineDate } from "./deadline-date.ts";

/** Where a task stands: in a numbered clause (numbers from the outermost in, its title, its attachment), or in a part without numbers. */
export type TaskClause =
  | { readonly kind: "numbered"; readonly attachment: string | null; readonly numbers: readonly string[]; readonly heading: string }
  | { readonly kind: "preamble" | "body" | "closing"; readonly attachment: string | null };

/** One task of the table (任务分解表). `dueDate` is an ISO date, null where the words do not make it certain. */
export type TaskRow = {
  /** Running number, from 1. */
  readonly number: number;
  readonly clause: TaskClause;
  readonly obligation: Obligation;
  readonly dueDate: string | null;
};

/** The tasks a reading gives, in the order of the text; corrections are expected to be in the reading already. */
export function taskRows(reading: Reading): TaskRow[] {
  const clauses = clausesByPath(reading);
  return reading.obligations.map((obligation, index) => ({
    number: index + 1,
    clause: clauses.get(obligation.clause) ?? unnumbered(obligation, reading.attachments),
    obligation,
    dueDate: obligation.deadline === null ? null : deadlineDate(obligation.deadline, reading.date),
  }));
}

function clausesByPath(reading: Reading): ReadonlyMap<string, TaskClause> {
  const clauses = new Map<string, TaskClause>();
  const add = (sections: readonly Section[], outer: readonly string[], attachment: string | null): void => {
    for (const section of sections) {
      const numbers = [...outer, section.no];
      clauses.set(section.path, { kind: "numbered", attachment, numbers, heading: section.heading });
      add(section.children, numbers, attachment);
    }
  };
  add(reading.sections, [], null);
  for (const attachment of reading.attachments) add(attachment.sections, [], attachment.title);
  return clauses;
}

/** `preamble`, `closing` and `body`, also inside an attachment: `附件1/preamble`. */
function unnumbered({ clause }: Obligation, attachments: readonly Attachment[]): TaskClause {
  const attachment = attachments.find(({ path }) => clause === path || clause.startsWith(`${path}/`))?.title ?? null;
  const part = clause.split("/").at(-1);
  return { kind: part === "preamble" || part === "closing" ? part : "body", attachment };
}
