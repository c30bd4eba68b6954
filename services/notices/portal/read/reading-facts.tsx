import type { Reading, Section } from "#engines/reading";
import { dayInWords, messages, type Language } from "#platform/i18n";
import { ChineseWords, Facts, Icon, MixedWords } from "#platform/portal-ui";
import type { VNode } from "preact";
import { leftOut } from "./left-out.ts";
import { remarkInWords } from "./remark-words.ts";

type FactsProps = { readonly text: string; readonly reading: Reading; readonly language: Language };

/** What to look at before trusting the reading, then what the head of the notice says, and what was left out of it. */
export function ReadingFacts({ text, reading, language }: FactsProps): VNode {
  const say = words(language);
  const quoted = (value: string | null) => (value === null ? null : <ChineseWords>{value}</ChineseWords>);
  const doubts = reading.remarks.filter(({ kind }) => !NO_DOUBTS.has(kind));
  const inAttachments = reading.attachments.reduce((sum, { sections }) => sum + sections.length, 0);
  return (
    <>
      {doubts.length === 0 ? null : (
        <section class="card">
          <h2>{say.look}</h2>
          <ul class="remarks">{doubts.map((remark) => <li><Icon name="warn" /><span>{language === "en" ? <MixedWords text={remarkInWords(remark, language)} /> : remarkInWords(remark, language)}</span></li>)}</ul>
        </section>
      )}
      <section class="card head">
        <h2>{say.head}</h2>
        <Facts
          facts={[
            [say.title, quoted(reading.title)],
            [say.number, quoted(reading.documentNumber)],
            [say.date, reading.date === null ? null : dayInWords(reading.date, language)],
            [say.issuer, quoted(reading.issuer)],
            [say.publisher, quoted(reading.publisher)],
            [say.addressees, quoted(reading.addressees.length === 0 ? null : reading.addressees.join("、"))],
            [say.attachments, quoted(reading.attachments.length === 0 ? null : reading.attachments.map(({ title }) => title).join("、"))],
            [say.sections, sectionsInWords(reading.sections, inAttachments, language)],
          ]}
        />
        <WhatWasLeftOut {...{ text, reading, language }} />
      </section>
    </>
  );
}

/** Nothing an officer has to weigh; an attachment is a fact of the notice. */
const NO_DOUBTS: ReadonlySet<string> = new Set(["furniture", "repeated-body", "attachment"]);

/** Null when nothing is numbered, so that a count of none is not read as a fault. */
function sectionsInWords(sections: readonly Section[], inAttachments: number, language: Language): string | null {
  const say = words(language);
  if (inAttachments > 0) return say.countedBoth(sections.length, inAttachments);
  return sections.length === 0 ? null : say.counted(sections.length);
}

function WhatWasLeftOut({ text, reading, language }: FactsProps): VNode | null {
  const say = words(language);
  const { furniture, repeats } = leftOut(reading, text);
  const again = repeats === 0 ? null : say.repeated;
  if (furniture.length === 0) return again === null ? null : <p class="s m">{again}</p>;
  return (
    <details>
      <summary>{say.leftOut(furniture.length)}</summary>
      <ul class="in s">
        {furniture.map((beginning) => <li><ChineseWords>{beginning}</ChineseWords></li>)}
        {again === null ? null : <li>{again}</li>}
      </ul>
    </details>
  );
}

const words = messages({
  look: { zh: "先看这几处", en: "Look at these first" },
  head: { zh: "文中写明的", en: "What the text states" },
  title: { zh: "标题", en: "Title" },
  number: { zh: "文号", en: "Number" },
  date: { zh: "日期", en: "Date" },
  issuer: { zh: "制发", en: "Issuer" },
  publisher: { zh: "发布", en: "Publisher" },
  addressees: { zh: "发给", en: "Addressees" },
  attachments: { zh: "附件", en: "Attachments" },
  sections: { zh: "条目", en: "Clauses" },
  counted: (count: number) => ({ zh: `${count} 条`, en: String(count) }),
  countedBoth: (body: number, attached: number) => ({ zh: `正文 ${body} 条，附件 ${attached} 条`, en: `${body} in the body, ${attached} in attachments` }),
  leftOut: (count: number) => ({ zh: `略去了 ${count} 处网页上的文字`, en: count === 1 ? "1 piece of page text was left out" : `${count} pieces of page text were left out` }),
  repeated: { zh: "正文印了两遍，只读第一遍。", en: "The body is printed twice; the first copy was read." },
});
