/** @jsxImportSource react */
import { Chip, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Button } from "antd";
import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import type { DraftCorrection, DraftView } from "../draft/index.ts";
import { editInWords } from "./edit-words.ts";

type EditsProps = { readonly corrections: readonly DraftCorrection[]; readonly faults: DraftView["faults"]; readonly editable: boolean; readonly undo: (index: number) => void };

/** What officers changed of the reading: what was meant, what became of it, and whether it still fits. */
export function EditsList({ corrections, faults, editable, undo }: EditsProps): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  if (corrections.length === 0) return null;
  /** The button goes away with its row: the keyboard goes to the row that came up, or to the duties. */
  function takeBack(index: number): void {
    flushSync(() => { undo(index); });
    const left = [...document.querySelectorAll<HTMLElement>("[data-undo]")];
    (left[Math.min(index, left.length - 1)] ?? document.querySelector<HTMLElement>(".order-head"))?.focus();
  }
  return (
    <Panel title={say.made(corrections.length)} flush>
      <ol className="orders">{corrections.map((correction, index) => {
        const fault = faults.find(({ field }) => field === `corrections[${index}]`);
        return (
          <li key={`${index} ${correction.quote}`} id={`corrections[${index}]`}>
            <span className="edit"><b>{editInWords(correction, language)}</b><br /><q lang="zh-CN">{correction.change.kind === "add" ? correction.change.excerpt : correction.quote}</q>
              {fault === undefined ? null : <><br /><Chip tone="warn" icon="warn">{say.unused}</Chip> {inLanguage(fault.problem, language)}{say.colon}{inLanguage(fault.remedy, language)}</>}</span>
            {editable ? <Button size="small" data-undo aria-label={`${say.undo} ${index + 1}`} onClick={() => { takeBack(index); }}>{say.undo}</Button> : null}
          </li>
        );
      })}</ol>
    </Panel>
  );
}

const words = messages({
  made: (count: number) => ({ zh: `人工改动 ${count} 处`, en: count === 1 ? "1 edit" : `${count} edits` }),
  unused: { zh: "用不上", en: "Not usable" },
  colon: { zh: "：", en: ": " },
  undo: { zh: "撤销", en: "Undo" },
});
