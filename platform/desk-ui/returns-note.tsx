/** @jsxImportSource react */
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import { DeskIcon } from "./icon.tsx";
import { useLanguage, useWords } from "./language.tsx";
import { momentInWords } from "./moment.ts";
import type { OpenedDraft } from "./use-draft.ts";

type Returned = OpenedDraft<unknown> & { readonly returns: readonly { readonly reason: string; readonly by: string; readonly at: string }[] };

/** Why the draft was sent back, the last time first: for whoever changes it, and for whoever looks at it again. */
export function ReturnsNote({ view: { draft, returns, names } }: { readonly view: Returned }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  if (returns.length === 0 || (draft.state !== "draft" && draft.state !== "in-check")) return null;
  return (
    <section className="alert warn" aria-label={say.title}>
      <DeskIcon name="warn" />
      <div>
        <p><b>{say.title}</b></p>
        <ul>{returns.map(({ reason, by, at }) => <li key={at}>{say.by(names[by] ?? by, momentInWords(at, language))}<q>{reason}</q></li>)}</ul>
      </div>
    </section>
  );
}

const words = messages({
  title: { zh: "这份稿子被退回过", en: "This draft was sent back" },
  by: (name: string, moment: string) => ({ zh: `${name}，${moment}：`, en: `${name}, ${moment}: ` }),
});
