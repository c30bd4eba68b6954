/** @jsxImportSource react */
import { useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { NoticeChanges } from "../notice-changes.ts";
import { titleInLanguage } from "./title-words.ts";

const CONTEXT = 40;

/** What came and what went; long stretches that stayed are cut short. */
export function ChangesView({ changes }: { readonly changes: NoticeChanges }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const isSame = changes.text.every(({ kind }) => kind === "same");
  return (
    <div className="changes">
      {isSame ? <p className="quiet">{say.sameText}</p> : (
        <p lang="zh-CN" className="diff">{changes.text.map(({ kind, words: stretch }, index) => (kind === "added" ? <ins key={index}>{stretch}</ins> : kind === "removed" ? <del key={index}>{stretch}</del> : <span key={index}>{shortened(stretch, index === 0, index === changes.text.length - 1)}</span>))}</p>
      )}
      <ul>{changes.clauses.filter(({ kind }) => kind !== "same").map(({ key, kind, title, added, removed, changed }) => <li key={key}><b>{titleInLanguage(title, language)}</b>{say.colon}{say[kind]}{added + removed + changed === 0 ? null : say.duties(added, removed, changed)}</li>)}</ul>
    </div>
  );
}

function shortened(words: string, isFirst: boolean, isLast: boolean): string {
  if (words.length <= CONTEXT * 2) return words;
  return `${isFirst ? "" : words.slice(0, CONTEXT)}……${isLast ? "" : words.slice(-CONTEXT)}`;
}

const words = messages({
  colon: { zh: "：", en: ": " },
  sameText: { zh: "正文没有变。", en: "The text is the same." },
  same: { zh: "没有变", en: "unchanged" }, added: { zh: "新增", en: "new" }, removed: { zh: "删去", en: "removed" }, changed: { zh: "有改动", en: "changed" },
  reread: { zh: "正文没变，任务有改动", en: "same text, duties changed" }, explained: { zh: "正文没变，改了大白话", en: "same text, plain words changed" },
  hidden: { zh: "改为不公开（以前的版本还公开着）", en: "no longer public (earlier versions stay public)" }, shown: { zh: "改为公开", en: "public again" },
  duties: (added: number, removed: number, changed: number) => ({ zh: `（任务：增 ${added}，减 ${removed}，改 ${changed}）`, en: ` (duties: ${added} added, ${removed} removed, ${changed} changed)` }),
});
