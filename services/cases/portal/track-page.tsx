import type { FieldFault } from "#engines/forms";
import { messages } from "#platform/i18n";
import { ErrorSummary, errorTitle, href, Page, Telephone, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import { ReceiptFields, receiptErrors } from "./receipt-fields.tsx";
import { REQUESTS_PATH, TRACK_PATH } from "./request-paths.ts";

/** What is asked before a request is shown: its number, as typed, and what did not fit. */
export type TrackPageProps = { readonly number: string; readonly faults: readonly FieldFault[] };

/** Number and secret, to see how a request stands. Sent in the body, so that neither stands in an address. */
export function TrackPage({ number, faults, ...context }: PageContext & TrackPageProps): VNode {
  const { site, view } = context;
  const { language } = view;
  const say = words(language);
  const errors = receiptErrors(faults, language);
  return (
    <Page {...context} title={errors.length > 0 ? errorTitle(say.title, language) : say.title} crumbs={[{ label: say.home, path: "/" }, { label: say.requests, path: REQUESTS_PATH }]}>
      <div class="narrow"><h1>{say.title}</h1><p class="lead m">{say.lead}</p></div>
      <div class="narrow stack">
        <ErrorSummary errors={errors} language={language} />
        <form method="post" action={href(TRACK_PATH, view)} enctype="multipart/form-data">
          <ReceiptFields number={number} faults={faults} language={language} />
          <p><button class="btn wide">{say.look}</button></p>
        </form>
        <p class="m">{say.lost} <Telephone number={site.helpline.value} /></p>
      </div>
    </Page>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" }, requests: { zh: "反映和申请", en: "Report or apply" },
  title: { zh: "查办理进度", en: "How does my request stand?" }, lead: { zh: "受理号和查询码，交的时候一起给了您。", en: "You were given its number and its code when you sent it." },
  look: { zh: "查询", en: "Look it up" }, lost: { zh: "找不到了？打电话问：", en: "Lost them? Ask by telephone:" },
});
