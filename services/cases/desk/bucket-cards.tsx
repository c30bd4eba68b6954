/** @jsxImportSource react */
import { DeskIcon, useLanguage, useNow, useWords } from "#platform/desk-ui";
import { inLanguage, messages, numberInWords } from "#platform/i18n";
import type { ReactNode } from "react";
import type { WorklistView } from "../desk-views.ts";
import { BUCKET_LOOKS } from "./bucket-looks.ts";
import { timeLeft } from "./time-left.ts";
import type { WorklistAsked } from "./worklist-asked.ts";

/** How much there is to do, by deadline; each card narrows the list to its group, pressed again it widens it. */
export function BucketCards({ view, chases, asked, ask }: { readonly view: WorklistView; readonly chases: WorklistView["chases"]; readonly asked: WorklistAsked; readonly ask: (change: Partial<WorklistAsked>) => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const now = useNow();
  const { counts } = view;
  return (
    <ul className="kpis" aria-label={say.label}>
      {(["overdue", "today", "soon", "later", "done"] as const).map((card) => {
        const { tone, icon, name } = BUCKET_LOOKS[card];
        const count = card === "done" ? counts.doneToday : counts[card] + chases.filter(({ bucket }) => bucket === card).length;
        const pressed = card === "done" ? asked.closed : asked.bucket === card && !asked.closed;
        const first = card === "done" || card === "later" ? undefined : firstDue([...view.items, ...chases].filter(({ bucket }) => bucket === card));
        const beside = card === "done" ? say.doneMeans : card === "later" ? say.waiting(counts.waiting) : first === undefined ? say.see : say.first(timeLeft(first, now, language));
        return (
          <li key={card}><button type="button" className={`kpi ${tone}`} aria-pressed={pressed} onClick={() => { ask({ bucket: card === "done" || pressed ? null : card, closed: card === "done" && !pressed }); }}>
            <span className={`t-${tone}`}><DeskIcon name={icon} /> {inLanguage(name, language)}</span>
            <b>{numberInWords(count, language)}{count >= COUNTED_MOST ? "+" : ""}</b>
            <span className="quiet">{count === 0 && card !== "later" ? say.nothing : beside}</span>
          </button></li>
        );
      })}
    </ul>
  );
}

/** No count is taken further: it means so many or more. */
const COUNTED_MOST = 10_000;

/** What is due first; nothing where nothing of the page has a deadline. */
function firstDue<Due extends { readonly dueAt: string | null }>(lines: readonly Due[]): Due | undefined {
  return lines.filter(({ dueAt }) => dueAt !== null).toSorted((one, other) => Date.parse(one.dueAt ?? "") - Date.parse(other.dueAt ?? ""))[0];
}

const words = messages({
  label: { zh: "按到期时间", en: "By deadline" }, nothing: { zh: "没有", en: "None" }, see: { zh: "看这些", en: "See them" }, first: (time: string) => ({ zh: `最急：${time}`, en: `First: ${time}` }),
  doneMeans: { zh: "看办结的", en: "See closed ones" }, waiting: (count: number) => (count === 0 ? { zh: "没有等对方的", en: "None is waiting" } : { zh: `另有 ${count} 件等对方`, en: `${count} more waiting` }),
});
