import { dayInWords, inLanguage, messages, type LocalText } from "#platform/i18n";
import type { Sourced } from "#platform/pack";
import { Card, Chip, Facts, href, Note, QrCode, Telephone, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { Notice } from "../notice.ts";

/** The page's own address to scan or to type; on paper it is what leads back here. */
export function PhoneCard({ address, view }: { readonly address: string; readonly view: PageContext["view"] }): VNode {
  const say = words(view.language);
  return (
    <Card title={say.scan} id="phone">
      <QrCode address={address} label={say.code(address)} />
      <p class="s m">{address}</p>
      <noscript><p class="s m">{say.printing}</p></noscript>
    </Card>
  );
}

/** Where a notice comes from: three bodies apart, its origin, its release mark, and where its title comes from. */
export function OriginCard({ notice, view }: { readonly notice: Notice; readonly view: PageContext["view"] }): VNode {
  const { language } = view;
  const say = words(language);
  const { operator } = notice;
  return (
    <Card title={say.origin}>
      {notice.publicRelease ? <p><Chip tone="pine" icon="genuine">{say.released}</Chip></p> : null}
      <Facts
        facts={[
          [say.issuer, inLanguage(notice.issuer.name, language)],
          [say.publisher, inLanguage(notice.publisher.name, language)],
          [say.operator, <>{inLanguage(operator.name, language)}{operator.phone === null ? null : <>{say.comma}<Telephone number={operator.phone.value} /></>}</>],
          [say.number, notice.documentNumber],
          [say.date, notice.date === null ? null : dayInWords(notice.date.value, language)],
          [say.page, <Origin notice={notice} language={language} />],
        ]}
      />
      <p class="s m">{say.title}{sourceInWords(notice.title, language)}</p>
      <p class="s"><a href={href("/genuine", view)}>{say.check}</a></p>
    </Card>
  );
}

/** Says that the text is a restatement; nothing for an original without a note. */
export function RestatementNote({ notice, view }: { readonly notice: Notice; readonly view: PageContext["view"] }): VNode | null {
  const text = notice.textNote === null ? null : inLanguage(notice.textNote, view.language);
  if (notice.textKind === "original" && text === null) return null;
  return <Note><p>{text ?? words(view.language).restated}</p></Note>;
}

function Origin({ notice: { origin }, language }: { readonly notice: Notice; readonly language: PageContext["view"]["language"] }): VNode {
  const name = inLanguage(origin.name, language);
  return origin.address === null ? <>{name}</> : <a href={origin.address} rel="external">{name}</a>;
}

function sourceInWords({ source, asOf }: Sourced<LocalText>, language: PageContext["view"]["language"]): string {
  return words(language).source(inLanguage(source, language), dayInWords(asOf, language));
}

const words = messages({
  scan: { zh: "扫一扫，在手机上看", en: "Scan to read on a phone" },
  code: (address: string) => ({ zh: `本页网址二维码：${address}`, en: `QR code of this page: ${address}` }),
  printing: { zh: "要打印，请用浏览器菜单里的“打印”。", en: "To print, use Print in your browser's menu." },
  origin: { zh: "这份通知从哪里来", en: "Where this notice comes from" },
  released: { zh: "此件公开发布", en: "Marked for public release" },
  issuer: { zh: "制发", en: "Issued by" },
  publisher: { zh: "发布", en: "Published by" },
  operator: { zh: "承办", en: "Operated by" },
  comma: { zh: "，电话 ", en: ", telephone " },
  number: { zh: "文号", en: "Number" },
  date: { zh: "日期", en: "Date" },
  page: { zh: "原页面", en: "Original page" },
  title: { zh: "标题：", en: "Title: " },
  source: (source: string, day: string) => ({ zh: `${source}（${day}查得）。`, en: `${source} (seen ${day}).` }),
  check: { zh: "怎样辨真假", en: "How to tell it is genuine" },
  restated: { zh: "这是转述，不是原件；以原件为准。", en: "This is a restatement, not the original; the original prevails." },
});
