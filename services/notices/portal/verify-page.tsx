import { dayInChina, dayInWords, inLanguage, messages } from "#platform/i18n";
import { Card, Chip, Facts, href, Page, Steps, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { NoticeEdition } from "../edition.ts";
import { noticeJsonPath, noticePath, signatureJsonPath, versionsPath } from "../notice-paths.ts";
import { WithdrawnMark } from "./withdrawn-note.tsx";

type VerifyProps = PageContext & { readonly editions: readonly [NoticeEdition, ...NoticeEdition[]] };

/** The signature of the version in force, which holds or there would be no page, and how anybody can check it without trusting this one. */
export function VerifyPage({ editions, ...context }: VerifyProps): VNode {
  const { site, view } = context;
  const { language } = view;
  const say = words(language);
  const [{ notice, release }] = editions;
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }, { label: say.notice, path: noticePath(notice) }]}>
      <div class="doc"><p class="m s">{inLanguage(notice.title.value, language)}</p><h1>{say.title}</h1>{notice.withdrawn === null ? null : <p><WithdrawnMark notice={notice} language={language} /></p>}</div>
      <div class="narrow stack">
        <Card title={say.result}>
          <p><Chip tone="ok" icon="genuine">{say.holds}</Chip></p>
          <p>{release.drill ? say.holdsDrill : say.holdsMeans}</p>
          <Facts facts={[
            [say.version, String(notice.version)],
            [say.released, release.drill ? say.drillDay(dayInWords(dayInChina(new Date(release.policyAt)), language)) : dayInWords(dayInChina(new Date(release.policyAt)), language)],
            [say.hash, <code class="hash">{release.sha256}</code>],
            [say.key, <code class="hash">{release.keyId}</code>],
            [say.signature, <code class="hash">{release.signature}</code>],
          ]} />
        </Card>
        <Card title={say.yourself}>
          <Steps steps={[
            <>{say.download}<br /><a href={noticeJsonPath(notice)}>notice.json</a>{" · "}<a href={signatureJsonPath(notice)}>signature.json</a>{" · "}<a href="/.well-known/jwks.json">jwks.json</a></>,
            <>{say.compare}<br /><code class="hash">sha256sum notice.json</code><br /><code class="hash">certutil -hashfile notice.json SHA256</code></>,
            say.check,
          ]} />
          <p class="m s">{say.standard}</p>
        </Card>
        <p><a class="go" href={href(versionsPath(notice), view)}>{say.versions}</a></p>
        <p class="m s">{say.address}<b class="num">{site.publicUrl}</b></p>
      </div>
    </Page>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  notice: { zh: "通知", en: "The notice" },
  title: { zh: "验证这份通知", en: "Verify this notice" },
  result: { zh: "验证结果", en: "Result" },
  holds: { zh: "签名有效", en: "The signature holds" },
  holdsMeans: { zh: "这里显示的内容和签发时一字不差。", en: "What is shown here is, to the letter, what was released." },
  holdsDrill: { zh: "内容和签发时一字不差，但这是演练时签的，不是真实通知。", en: "The content is what was released, but it was signed in a drill: it is not a real notice." },
  version: { zh: "版本", en: "Version" },
  released: { zh: "签发日期", en: "Released" },
  drillDay: (day: string) => ({ zh: `${day}（演练里的日期）`, en: `${day} (the date in the drill)` }),
  hash: { zh: "指纹（SHA-256）", en: "Fingerprint (SHA-256)" },
  key: { zh: "钥匙", en: "Key" },
  signature: { zh: "签名（ES256）", en: "Signature (ES256)" },
  yourself: { zh: "不用相信我们，自己验证", en: "Check it yourself, without trusting us" },
  download: { zh: "下载三个文件：", en: "Download three files:" },
  compare: { zh: "算 notice.json 的指纹，应该和上面的一样：", en: "Compute the fingerprint of notice.json; it must be the one above:" },
  check: { zh: "用 jwks.json 里同名的公钥，验证 signature.json 里的签名（对 notice.json 的全部字节）。", en: "With the public key of that name in jwks.json, verify the signature in signature.json over all bytes of notice.json." },
  standard: { zh: "notice.json 是 RFC 8785 的规范写法；签名是 RFC 7518 的 ES256；公钥是 RFC 7517 的格式。", en: "notice.json is in the canonical form of RFC 8785; the signature is ES256 of RFC 7518; the keys are in the form of RFC 7517." },
  versions: { zh: "看改过什么", en: "See what was changed" },
  address: { zh: "公钥只认这个网址下的：", en: "Take the key only from this address: " },
});
