import type { Reading } from "#engines/reading";
import { dayInWords, messages, type Language } from "#platform/i18n";
import { ChineseWords, Facts, Icon, MixedWords } from "#platform/portal-ui";
import type { VNode } from "preact";
import { remarkInWords } from "./remark-words.ts";

/** What to look at before trusting the reading, then what the head of the notice says. */
export function ReadingFacts({ reading, language }: { readonly reading: Reading; readonly language: Language }): VNode {
  const say = words(language);
  const quoted = (value: string | null) => (value === null ? null : <ChineseWords>{value}</ChineseWords>);
  return (
    <div class="cols half">
      {reading.remarks.length === 0 ? null : (
        <section class="card">
          <h2>{say.look}</h2>
          <ul class="remarks">{reading.remarks.map((remark) => <li><Icon name="warn" /><span>{language === "en" ? <MixedWords text={remarkInWords(remark, language)} /> : remarkInWords(remark, language)}</span></li>)}</ul>
        </section>
      )}
      <section class="card">
        <h2>{say.head}</h2>
        <Facts
          facts={[
            [say.title, quoted(reading.title)],
            [say.number, quoted(reading.documentNumber)],
            [say.date, reading.date === null ? null : dayInWords(reading.date, language)],
            [say.issuer, quoted(reading.issuer)],
            [say.publisher, quoted(reading.publisher)],
            [say.addressees, quoted(reading.addressees.length === 0 ? null : reading.addressees.join("、"))],
            [say.sections, say.counted(reading.sections.length)],
          ]}
        />
      </section>
    </div>
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
  sections: { zh: "条目", en: "Clauses" },
  counted: (count: number) => ({ zh: `${count} 条`, en: String(count) }),
});
