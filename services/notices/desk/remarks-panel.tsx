/** @jsxImportSource react */
import { Chip, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages, type LocalText } from "#platform/i18n";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { DraftView } from "../draft/index.ts";

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
          <p><b>{inLanguage(KINDS[kind] ?? OTHER, language)}</b>{detail === "" ? null : <span lang="zh-CN"> {detail}</span>}</p>
          <p className="row">
            {range === null ? null : <Button size="small" onClick={() => { show(range); }}>{say.look}</Button>}
            <label className="choice"><input type="checkbox" disabled={!editable} checked={seen.includes(name)} onChange={(event) => { acknowledge(name, event.target.checked); }} />{say.seen}</label>
          </p>
        </li>
      ))}</ul>
    </Panel>
  );
}

const OTHER: LocalText = { zh: "请看一下", en: "Please look at this" };
const KINDS: Readonly<Record<string, LocalText>> = {
  "numbering-gap": { zh: "编号中间缺了：", en: "The numbering has a gap:" },
  "numbering-repeated": { zh: "编号重复：", en: "A number is used twice:" },
  "repeated-body": { zh: "正文印了两遍，只读了一遍", en: "The text is printed twice; it was read once" },
  "furniture": { zh: "这些是网页上的东西，没有当正文读", en: "This belongs to the web page and was not read as text" },
  "attachment": { zh: "带有附件：", en: "There is an attachment:" },
  "title-missing": { zh: "没有读到标题", en: "No title was found" },
  "date-missing": { zh: "没有读到日期", en: "No date was found" },
  "issuer-missing": { zh: "没有读到制发机关", en: "No issuer was found" },
  "addressees-missing": { zh: "没有读到主送单位", en: "No addressees were found" },
  "encoding-guessed": { zh: "文件没有写明编码，是猜的；看看有没有乱码", en: "The file does not state its encoding, it was guessed; look for garbled signs" },
  "traditional-converted": { zh: "原件是繁体字，已转成简体来读；原件保存着", en: "The original is in traditional characters and was converted; the original is kept" },
  "text-truncated": { zh: "文件太长，后面的没有读", en: "The text is too long; its end was not read" },
  "no-text": { zh: "没有文字", en: "There is no text" },
  "not-chinese": { zh: "看起来不是中文", en: "This does not look like Chinese" },
};

const words = messages({
  panel: { zh: "读的时候的提醒", en: "What the reader remarked on" },
  none: { zh: "没有提醒", en: "Nothing" },
  look: { zh: "看原文这一处", en: "Show it in the text" },
  seen: { zh: "看过了，没问题", en: "I have looked; it is fine" },
});
