/** @jsxImportSource react */
import { Chip, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { DraftCorrection, DraftView } from "../draft/index.ts";
import { lostName } from "../draft/remark-name.ts";
import { remarkInWords } from "../portal/read/remark-words.ts";

type RemarksProps = {
  readonly remarks: DraftView["remarks"];
  /** Edits of the version before that do not fit the amended text. */
  readonly lost: readonly DraftCorrection[];
  readonly seen: readonly string[];
  readonly editable: boolean;
  readonly show: (range: readonly [number, number] | null) => void;
  readonly acknowledge: (name: string, seen: boolean) => void;
};

/** What the reader was unsure of; somebody looks at each before the notice goes on. */
export function RemarksPanel({ remarks, lost, seen, editable, show, acknowledge }: RemarksProps): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  return (
    <div className="stack">
    {lost.length === 0 ? null : (
      <Panel title={say.lost(lost.length)} flush>
        <ul className="orders">{lost.map((correction, index) => (
          <li key={`${index} ${correction.quote}`} id={`lost[${index}]`}>
            <p>{say.kind(correction.change.kind)}<q lang="zh-CN">{correction.change.kind === "add" ? correction.change.excerpt : correction.quote}</q></p>
            <label className="choice"><input type="checkbox" disabled={!editable} checked={seen.includes(lostName(correction))} onChange={(event) => { acknowledge(lostName(correction), event.target.checked); }} />{say.lostSeen}</label>
          </li>
        ))}</ul>
      </Panel>
    )}
    <Panel title={say.panel} beside={remarks.length === 0 ? <Chip tone="ok" icon="ok">{say.none}</Chip> : undefined} flush>
      <ul className="orders">{remarks.map(({ name, kind, detail, range }, index) => (
        <li key={name} id={`acknowledged[${index}]`}>
          <p>{remarkInWords({ kind, detail, range }, language)}</p>
          <p className="row">
            {range === null ? null : <Button size="small" onClick={() => { show(range); }}>{say.look}</Button>}
            <label className="choice"><input type="checkbox" disabled={!editable} checked={seen.includes(name)} onChange={(event) => { acknowledge(name, event.target.checked); }} />{say.seen}</label>
          </p>
        </li>
      ))}</ul>
    </Panel>
    </div>
  );
}

const words = messages({
  panel: { zh: "读的时候的提醒", en: "What the reader remarked on" },
  lost: (count: number) => ({ zh: `上一版的 ${count} 处人工改动没有接上`, en: count === 1 ? "1 edit of the version before does not fit" : `${count} edits of the version before do not fit` }),
  kind: (kind: DraftCorrection["change"]["kind"]) => ({
    zh: { set: "改过：", add: "加过：", remove: "去掉过：", split: "拆开过：", merge: "合并过：" }[kind], en: { set: "Changed: ", add: "Added: ", remove: "Removed: ", split: "Split: ", merge: "Joined: " }[kind],
  }),
  lostSeen: { zh: "看过了；要的话已经重新改好", en: "I have looked, and made it again if it is wanted" },
  none: { zh: "没有提醒", en: "Nothing" },
  look: { zh: "看原文这一处", en: "Show it in the text" },
  seen: { zh: "看过了，没问题", en: "I have looked; it is fine" },
});
