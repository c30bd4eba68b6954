/** @jsxImportSource react */
import { DeskIcon, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { DraftClause, DraftView } from "../draft/index.ts";
import { placeInWords } from "../draft/place-words.ts";

/** The pages of a draft beside its text. */
export type DraftTab = "orders" | "clauses" | "facts" | "remarks";

/** The page a fault is put right on. */
export function tabOf(field: string): DraftTab {
  if (field.startsWith("clauses")) return "clauses";
  if (field.startsWith("acknowledged") || field.startsWith("lost")) return "remarks";
  return field.startsWith("corrections") || field.startsWith("order-") ? "orders" : "facts";
}

type FaultsProps = { readonly faults: DraftView["faults"]; readonly clauses: readonly DraftClause[]; readonly go: (field: string) => void };

/** What keeps the draft from going on, by the page or clause it belongs to, each one press away. */
export function FaultsPanel({ faults, clauses, go }: FaultsProps): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  if (faults.length === 0) return null;
  const groups = [...Map.groupBy(faults, ({ field }) => /^clauses\[\d+\]/u.exec(field)?.[0] ?? tabOf(field))];
  const nameOf = (field: string): string => {
    const place = clauses[Number(/^clauses\[(\d+)\]/u.exec(field)?.[1] ?? -1)]?.place;
    return place === undefined ? say[tabOf(field)] : placeInWords(place, language);
  };
  return (
    <section className="alert warn" aria-label={say.title(faults.length)}>
      <DeskIcon name="warn" />
      <div>
        <p><b>{say.title(faults.length)}</b></p>
        <div className="groups">{groups.map(([group, own]) => (
          <details key={group} open={groups.length === 1}>
            <summary>{say.group(nameOf(own[0]?.field ?? group), own.length)}</summary>
            <ul>{own.map(({ field, problem, remedy }, index) => <li key={`${field} ${index}`}><button type="button" className="as-link" onClick={() => { go(field); }}>{inLanguage(problem, language)}</button>{say.colon}{inLanguage(remedy, language)}</li>)}</ul>
          </details>
        ))}</div>
      </div>
    </section>
  );
}

const words = messages({
  title: (count: number) => ({ zh: `送签以前还要解决 ${count} 处`, en: count === 1 ? "One thing to settle before it can be handed in" : `${count} things to settle before it can be handed in` }),
  group: (name: string, count: number) => ({ zh: `${name} · ${count} 处`, en: `${name} · ${count}` }),
  orders: { zh: "任务", en: "Duties" }, clauses: { zh: "条款", en: "Clauses" }, facts: { zh: "基本情况", en: "About" }, remarks: { zh: "提醒", en: "Remarks" },
  colon: { zh: "：", en: ": " },
});
