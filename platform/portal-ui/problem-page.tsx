import { problemWords, type ProblemWords } from "#platform/http";
import { inLanguage, messages } from "#platform/i18n";
import type { VNode } from "preact";
import { Card, Steps, Telephone } from "./blocks.tsx";
import type { PageContext } from "./page-context.ts";
import { Page } from "./page.tsx";
import { href } from "./view.ts";

type ProblemProps = PageContext & {
  readonly status: number;
  /** Closer words than the usual ones of the status. */
  readonly words?: ProblemWords;
  /** Number of the request, to name on the telephone; it holds nothing personal. */
  readonly requestId?: string;
};

/** A page for what went wrong: what it is, what to do, and the telephone. */
export function ProblemPage({ status, words: closer, requestId, ...context }: ProblemProps): VNode {
  const { view, site } = context;
  const say = messagesOf(view.language);
  const { problem, remedy } = closer ?? problemWords(status);
  return (
    <Page {...context} title={inLanguage(problem, view.language)} crumbs={[{ label: say.home, path: "/" }]}>
      <div class="doc"><h1>{inLanguage(problem, view.language)}</h1></div>
      <div class="narrow">
        <Card title={say.what}>
          <Steps
            steps={[
              inLanguage(remedy, view.language),
              <a href={href("/", view)}>{say.start}</a>,
              <>{say.call}<Telephone number={site.helpline.value} /></>,
            ]}
          />
          {requestId === undefined ? null : <p class="s m">{say.number}<span class="num">{requestId}</span></p>}
        </Card>
      </div>
    </Page>
  );
}

const messagesOf = messages({
  home: { zh: "首页", en: "Home" },
  what: { zh: "现在可以这样做", en: "What you can do now" },
  start: { zh: "回首页看看", en: "Start from the home page" },
  call: { zh: "还是不行，请打 ", en: "Still stuck? Call " },
  number: { zh: "这次请求的编号：", en: "Number of this request: " },
});
