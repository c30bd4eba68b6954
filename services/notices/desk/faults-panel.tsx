/** @jsxImportSource react */
import { DeskIcon, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useState, type ReactNode } from "react";
import type { DraftView } from "../draft/index.ts";

const FIRST = 5;

/** What keeps the draft from going on, each one press away. */
export function FaultsPanel({ faults, go }: { readonly faults: DraftView["faults"]; readonly go: (field: string) => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const [all, setAll] = useState(false);
  if (faults.length === 0) return null;
  return (
    <section className="alert warn" aria-label={say.title(faults.length)}>
      <DeskIcon name="warn" />
      <div>
        <p><b>{say.title(faults.length)}</b></p>
        <ul>{(all ? faults : faults.slice(0, FIRST)).map(({ field, problem, remedy }, index) => <li key={`${field} ${index}`}><button type="button" className="as-link" onClick={() => { go(field); }}>{inLanguage(problem, language)}</button>{say.colon}{inLanguage(remedy, language)}</li>)}</ul>
        {faults.length > FIRST ? <button type="button" className="as-link" aria-expanded={all} onClick={() => { setAll(!all); }}>{all ? say.fewer : say.more(faults.length - FIRST)}</button> : null}
      </div>
    </section>
  );
}

const words = messages({
  title: (count: number) => ({ zh: `送签以前还要解决 ${count} 处`, en: count === 1 ? "One thing to settle before it can be handed in" : `${count} things to settle before it can be handed in` }),
  colon: { zh: "：", en: ": " },
  more: (count: number) => ({ zh: `还有 ${count} 处`, en: `${count} more` }),
  fewer: { zh: "收起", en: "Fewer" },
});
