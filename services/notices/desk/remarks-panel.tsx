/** @jsxImportSource react */
import { Chip, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { DraftView } from "../draft/index.ts";
import { remarkInWords } from "../portal/read/remark-words.ts";

type RemarksProps = {
  readonly remarks: DraftView["remarks"];
  readonly seen: readonly string[];
  readonly editable: boolean;
  readonly show: (range: readonly [number, number] | null) => void;
  readonly acknowledge: (name: string, seen: boolean) => void;
};

/** What the reader was unsure of; somebody looks at each before the notice goes on. */
export function RemarksPanel({ remarks, seen, editable, show, acknowledge }: RemarksProps): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  return (
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
  );
}

const words = messages({
  panel: { zh: "读的时候的提醒", en: "What the reader remarked on" },
  none: { zh: "没有提醒", en: "Nothing" },
  look: { zh: "看原文这一处", en: "Show it in the text" },
  seen: { zh: "看过了，没问题", en: "I have looked; it is fine" },
});
