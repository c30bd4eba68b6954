import { inLanguage, messages } from "#platform/i18n";
import { Card, Facts, href, Page, Steps, Telephone, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { Notice } from "../notice.ts";
import { noticeTextFilePath, noticeTextPath } from "../notice-paths.ts";
import { inForceFirst, WithdrawnMark } from "./withdrawn-note.tsx";

/** How to tell the portal and its texts from a fake: only facts we hold, each something the reader can check. */
export function GenuinePage({ notices, ...context }: PageContext & { readonly notices: readonly Notice[] }): VNode {
  const { site, view } = context;
  const say = words(view.language);
  const feeReport = inLanguage(site.feeReport.value, view.language);
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }]}>
      <div class="doc"><h1>{say.title}</h1></div>
      <div class="narrow stack">
        <Card title={say.address}>
          <p>{say.addressIs}<b class="num">{site.publicUrl}</b></p>
          <p class="m">{say.addressHint}</p>
        </Card>
        <Card title={say.fees}>
          <p>{say.noFees}{say.feeReport(feeReport)}</p>
          <p class="s m">{say.source}{inLanguage(site.feeReport.source, view.language)}</p>
        </Card>
        {inForceFirst(notices).map((notice) => <NoticeFacts notice={notice} view={view} />)}
        <Card title={say.mistake} id="mistake">
          <Steps steps={[say.mistakeAddress, <>{say.mistakeCall}<Telephone number={site.helpline.value} /></>]} />
        </Card>
      </div>
    </Page>
  );
}

function NoticeFacts({ notice, view }: { readonly notice: Notice; readonly view: PageContext["view"] }): VNode {
  const { language } = view;
  const say = words(language);
  const { operator, textNote } = notice;
  return (
    <Card title={inLanguage(notice.title.value, language)} id={notice.key}>
      {notice.withdrawn === null ? null : <p><WithdrawnMark notice={notice} language={language} /></p>}
      {textNote === null ? null : <p>{inLanguage(textNote, language)}</p>}
      <Facts
        facts={[
          [say.issuer, inLanguage(notice.issuer.name, language)],
          [say.publisher, inLanguage(notice.publisher.name, language)],
          [say.operator, inLanguage(operator.name, language)],
          [say.phone, operator.phone === null ? null : <Telephone number={operator.phone.value} />],
          [say.page, inLanguage(notice.origin.name, language)],
        ]}
      />
      <h3 id={`hash-${notice.key}`}>{say.hash}</h3>
      <p class="hash num">{notice.textSha256}</p>
      <Steps
        steps={[
          <a href={href(noticeTextFilePath(notice), view)}>{say.download}</a>,
          <>{say.compute}<br /><code class="hash">sha256sum text.txt</code><br /><code class="hash">certutil -hashfile text.txt SHA256</code></>,
          say.compare,
        ]}
      />
      <p><a class="go" href={href(noticeTextPath(notice), view)}>{notice.textKind === "restatement" ? say.readRestated : say.read}</a></p>
    </Card>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  title: { zh: "怎样辨真假", en: "How to tell it is genuine" },
  address: { zh: "看网址", en: "Look at the address" },
  addressIs: { zh: "本站的网址是 ", en: "The address of this site is " },
  addressHint: { zh: "每一页的二维码都打开这个网址下的页面。打开后网址不一样的，不是本站。", en: "Every QR code on it opens a page under this address. If another address opens, it is not this site." },
  fees: { zh: "不收任何费用", en: "Nothing costs a fee" },
  noFees: { zh: "看通知、用工具都不收费，也不要求登录。", en: "Reading notices and using the tool costs nothing and needs no account. " },
  feeReport: (where: string) => ({ zh: `有人以它的名义收费，请向${where}反映。`, en: `If anyone charges you in its name, tell ${where}.` }),
  source: { zh: "依据：", en: "Source: " },
  issuer: { zh: "制发", en: "Issued by" },
  publisher: { zh: "发布", en: "Published by" },
  operator: { zh: "承办", en: "Operated by" },
  phone: { zh: "承办电话", en: "Telephone" },
  page: { zh: "原页面", en: "Original page" },
  hash: { zh: "核对文本有没有被改过", en: "Check that the text was not changed" },
  download: { zh: "下载这份文本（text.txt）", en: "Download the text (text.txt)" },
  compute: { zh: "在电脑上算它的指纹（SHA-256）：", en: "Compute its fingerprint (SHA-256) on a computer:" },
  compare: { zh: "和上面的一长串对比，一个字符都不能差。", en: "Compare it with the long line above; every character must agree." },
  read: { zh: "看全文", en: "Read it in full" },
  readRestated: { zh: "看全文（转述）", en: "Read it in full (restated, in Chinese)" },
  mistake: { zh: "发现这里有错", en: "Found a mistake?" },
  mistakeAddress: { zh: "记下这一页的网址，或者第几条。", en: "Note the address of the page, or the number of the clause." },
  mistakeCall: { zh: "打电话告诉我们：", en: "Tell us by telephone: " },
});
