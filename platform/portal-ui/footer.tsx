import { inLanguage, messages } from "#platform/i18n";
import type { VNode } from "preact";
import type { Bodies, Site } from "./site.ts";
import { href, type View } from "./view.ts";

/** The telephone for every dead end, the standing pages, who stands behind the notice, and the fee warning. */
export function Footer({ site, view }: { readonly site: Site; readonly view: View }): VNode {
  const say = words(view.language);
  return (
    <footer class="foot">
      <div class="wrap">
        <ul>
          <li><a href={`tel:${site.helpline.value}`}>{say.call(site.helpline.value)}</a></li>
          <li><a href={href("/genuine", view)}>{say.genuine}</a></li>
          <li><a href={href("/accessibility", view)}>{say.accessibility}</a></li>
          <li><a href={href("/privacy", view)}>{say.privacy}</a></li>
          <li><a href={href("/genuine#mistake", view)}>{say.mistake}</a></li>
        </ul>
        <p class="s"><b>{say.free}</b>{say.feeReport(inLanguage(site.feeReport.value, view.language))}</p>
        {site.bodies === null ? null : <p class="s">{bodiesInWords(site.bodies, view)}</p>}
      </div>
    </footer>
  );
}

/** Issuer, publisher and operator in one sentence each, apart. */
function bodiesInWords({ issuer, publisher, operator }: Bodies, { language }: View): string {
  const name = (body: Bodies["issuer"]) => inLanguage(body.name, language);
  const phone = operator.phone === null ? "" : operator.phone.value;
  return words(language).bodies(name(issuer), name(publisher), name(operator), phone);
}

const words = messages({
  call: (number: string) => ({ zh: `拨打 ${number}`, en: `Call ${number}` }),
  genuine: { zh: "怎样辨真假", en: "Is it genuine?" },
  accessibility: { zh: "无障碍说明", en: "Accessibility" },
  privacy: { zh: "隐私说明", en: "Privacy" },
  mistake: { zh: "这页有错", en: "Report a mistake" },
  free: { zh: "这里的一切都不收费。", en: "Nothing here costs a fee. " },
  feeReport: (where: string) => ({
    zh: `有人以它的名义收费，请向${where}反映。`,
    en: `If anyone charges you in its name, tell ${where}.`,
  }),
  bodies: (issuer: string, publisher: string, operator: string, phone: string) => ({
    zh: `通知制发：${issuer}。原页面发布：${publisher}；承办：${operator}${phone && `，电话 ${phone}`}。`,
    en: `Notice issued by ${issuer}. Its page published by ${publisher}, operated by ${operator}${phone && `, telephone ${phone}`}.`,
  }),
});
