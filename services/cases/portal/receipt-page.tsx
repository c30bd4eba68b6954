import type { CaseType } from "#engines/cases";
import { deadlineInWords, inLanguage, messages, minuteInWords } from "#platform/i18n";
import { Card, Facts, href, Icon, MixedWords, Note, Page, Steps, Telephone, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { CaseStatus } from "../portal-views.ts";
import { firstPromise } from "./duration-words.ts";
import { requestPath, REQUESTS_PATH, TRACK_PATH } from "./request-paths.ts";
import { REQUEST_SCRIPTS } from "./scripts.ts";

/** What a receipt is drawn from. The secret is shown here and never again. */
export type ReceiptPageProps = { readonly type: CaseType; readonly status: CaseStatus; readonly secret: string };

/** After a form was sent: number and secret to write down, and what happens by when. Neither stands in an address. */
export function ReceiptPage({ type, status, secret, ...context }: PageContext & ReceiptPageProps): VNode {
  const { site, view } = context;
  const { language } = view;
  const say = words(language);
  const promise = firstPromise(type, language);
  return (
    <Page {...context} answersForm path={requestPath(type)} title={say.title} crumbs={[{ label: say.home, path: "/" }, { label: say.requests, path: REQUESTS_PATH }]} scripts={REQUEST_SCRIPTS}>
      <div class="narrow"><h1>{say.title}</h1><p class="lead m">{inLanguage(type.name, language)}</p></div>
      <div class="narrow stack">
        <section class="card">
          <h2>{say.writeDown}</h2>
          <p class="m">{say.number}</p><p class="big" id="number">{status.number}</p>
          <p class="m">{say.secret}</p><p class="big" id="secret">{inFours(secret)}</p>
          <p>{say.keep}</p>
          <p class="noprint"><button type="button" class="btn alt" hidden data-tool="print"><Icon name="print" />{say.print}</button></p>
        </section>
        <Card title={say.next}>
          {status.dueAt === null ? null : <Note><p><b>{say.due(deadlineInWords(new Date(status.dueAt), language))}</b>{status.afterwards === null ? promise?.otherwise ?? "" : inLanguage(status.afterwards, language)}</p></Note>}
          <Steps steps={[<>{say.goesTo}<b>{inLanguage(status.inCharge, language)}</b>{status.telephone === null ? null : <> <Telephone number={status.telephone} /></>}</>, say.asked, <>{say.follow}</>]} />
          <form class="noprint" method="post" action={href(TRACK_PATH, view)} enctype="multipart/form-data">
            <input type="hidden" name="number" value={status.number} /><input type="hidden" name="secret" value={secret} />
            <button class="btn wide">{say.track}</button>
          </form>
        </Card>
        <Card title={say.about}>
          <Facts facts={[[say.what, inLanguage(status.type.name, language)], [say.subject, <MixedWords text={status.title} />], [say.where, inLanguage(status.districtName, language)], [say.at, minuteInWords(new Date(status.openedAt), language)], [say.ground, status.deadlineSource === null ? null : inLanguage(status.deadlineSource, language)]]} />
          <p class="s m">{say.address(site.publicUrl + href(TRACK_PATH, { ...view, elder: false }))}</p>
          <p class="s m">{say.byTelephone}<Telephone number={site.helpline.value} /></p>
        </Card>
      </div>
    </Page>
  );
}

/** Set apart by a blank after every four signs, to be copied by hand; blanks do not count when it is typed. */
const inFours = (secret: string): string => secret.replaceAll(/.{4}(?=.)/gu, "$& ");

const words = messages({
  home: { zh: "首页", en: "Home" }, requests: { zh: "反映和申请", en: "Report or apply" },
  title: { zh: "收到了", en: "We have it" }, writeDown: { zh: "把这两个都记下来", en: "Write both of these down" },
  number: { zh: "受理号", en: "Number" }, secret: { zh: "查询码", en: "Code" },
  keep: { zh: "拍照、截图、抄在纸上都行。查进度两个都要用；查询码只在这里显示一次。", en: "A photo, a screenshot or a sheet of paper will do. You need both to see how it stands; the code is shown only here." },
  print: { zh: "打印", en: "Print" }, next: { zh: "接下来", en: "What happens now" },
  due: (moment: string) => ({ zh: `最迟 ${moment} 有下一步。`, en: `The next step comes by ${moment}. ` }),
  goesTo: { zh: "现在由它办：", en: "Now with: " }, asked: { zh: "要您补充的，会写在进度页上。", en: "If something is asked of you, it stands on the page that shows how it goes." },
  follow: { zh: "随时可以查办到哪一步，补充情况，催办。", en: "At any time you can see how it stands, add something, or ask for it to be hurried." },
  track: { zh: "看办到哪一步", en: "See how it stands" }, about: { zh: "您交的", en: "What you sent" },
  what: { zh: "事项", en: "Kind" }, subject: { zh: "内容", en: "About" }, where: { zh: "地方", en: "District" }, at: { zh: "时间", en: "Sent" }, ground: { zh: "时限依据", en: "Limit from" },
  byTelephone: { zh: "打电话问：", en: "By telephone: " },
  address: (address: string) => ({ zh: `查进度的网址：${address}`, en: `To look it up: ${address}` }),
});
