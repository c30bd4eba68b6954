import { inLanguage, messages, type Language } from "#platform/i18n";
import type { VNode } from "preact";
import type { ClauseChange, NoticeChanges } from "../notice-changes.ts";

/** Signs of the unchanged text that stand around a change; more than that is left out. */
const CONTEXT = 30;

/** What came and what went, word for word, and which clauses it concerns. */
export function ChangesWords({ changes, language }: { readonly changes: NoticeChanges; readonly language: Language }): VNode {
  const say = words(language);
  const { text, clauses } = changes;
  return (
    <>
      {text.every(({ kind }) => kind === "same") ? <p class="m">{say.sameText}</p> : (
        <p class="text diff" lang="zh-CN">
          {text.map(({ kind, words: stretch }, index) => {
            if (kind === "same") return shortened(stretch, index === 0, index === text.length - 1);
            return kind === "added" ? <ins>{stretch}</ins> : <del>{stretch}</del>;
          })}
        </p>
      )}
      <ul class="list">{clauses.filter(({ kind }) => kind !== "same").map((clause) => <li>{inLanguage(clause.title, language)}{say.colon}{say[clause.kind]}{dutiesInWords(clause, language)}</li>)}</ul>
    </>
  );
}

function dutiesInWords({ kind, added, removed, changed }: ClauseChange, language: Language): string {
  return (kind !== "changed" && kind !== "reread") || added + removed + changed === 0 ? "" : words(language).duties(added, removed, changed);
}

function shortened(stretch: string, isFirst: boolean, isLast: boolean): string {
  if (stretch.length <= CONTEXT * 2) return stretch;
  return `${isFirst ? "" : stretch.slice(0, CONTEXT)}……${isLast ? "" : stretch.slice(-CONTEXT)}`;
}

const words = messages({
  sameText: { zh: "正文一个字没改。", en: "Not a word of the text was changed." },
  colon: { zh: "：", en: ": " },
  same: { zh: "没有变", en: "unchanged" }, added: { zh: "新增的一条", en: "a new clause" }, removed: { zh: "删去了", en: "removed" }, changed: { zh: "有改动", en: "changed" },
  reread: { zh: "正文没有变，读出的要求有改动", en: "its text is the same, the duties read in it changed" }, explained: { zh: "正文没有变，改了白话说明", en: "its text is the same, its plain words changed" },
  hidden: { zh: "这一条改为不公开", en: "this clause is no longer public" }, shown: { zh: "这一条改为公开", en: "this clause is public again" },
  duties: (added: number, removed: number, changed: number) => ({ zh: `（要求增加 ${added} 项，减少 ${removed} 项，改动 ${changed} 项）`, en: ` (duties: ${added} added, ${removed} removed, ${changed} changed)` }),
});
