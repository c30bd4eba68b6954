import { messages, type LocalText } from "#platform/i18n";
import { inLanguage } from "#platform/i18n";
import type { VNode } from "preact";
import { Card, Steps, Telephone } from "./blocks.tsx";
import type { PageContext } from "./page-context.ts";
import { Page } from "./page.tsx";
import { href } from "./view.ts";

/** HTTP states a resident can meet, each with what happened and what to do. */
const PROBLEMS = {
  400: {
    title: { zh: "这个请求看不懂", en: "This request makes no sense to us" },
    remedy: { zh: "回到上一页，检查填的内容，再试一次。", en: "Go back, check what you filled in and try again." },
  },
  404: {
    title: { zh: "没有这一页", en: "There is no such page" },
    remedy: { zh: "核对一下网址，或者从首页重新找。", en: "Check the address, or start again from the home page." },
  },
  413: {
    title: { zh: "文件太大，收不下", en: "The file is too large" },
    remedy: { zh: "把通知的正文复制出来，粘贴到框里再读。", en: "Copy the text of the notice and paste it into the box instead." },
  },
  415: {
    title: { zh: "这种文件读不了", en: "This kind of file cannot be read" },
    remedy: { zh: "换成 .txt、.html、.docx 或有文字的 .pdf，或者直接粘贴文字。", en: "Use .txt, .html, .docx or a .pdf that holds text, or paste the text." },
  },
  429: {
    title: { zh: "请求太多了", en: "Too many requests" },
    remedy: { zh: "等一分钟再试。", en: "Wait a minute and try again." },
  },
  500: {
    title: { zh: "我们这边出了错", en: "Something went wrong on our side" },
    remedy: { zh: "不是您的问题。过几分钟再试一次。", en: "It is not your fault. Try again in a few minutes." },
  },
  503: {
    title: { zh: "服务正在启动", en: "The service is starting" },
    remedy: { zh: "过一分钟再试一次。", en: "Try again in a minute." },
  },
} satisfies Record<number, { title: LocalText; remedy: LocalText }>;

type ProblemProps = PageContext & {
  readonly status: number;
  /** Number of the request, to name on the telephone; it holds nothing personal. */
  readonly requestId?: string;
};

/** A page for what went wrong: what it is, what to do, and the telephone. States not listed are told as 400 or 500. */
export function ProblemPage({ status, requestId, ...context }: ProblemProps): VNode {
  const { view, site } = context;
  const say = words(view.language);
  const problem = problemOf(status);
  return (
    <Page {...context} title={inLanguage(problem.title, view.language)} crumbs={[{ label: say.home, path: "/" }]}>
      <div class="doc"><h1>{inLanguage(problem.title, view.language)}</h1></div>
      <div class="narrow">
        <Card title={say.what}>
          <Steps
            steps={[
              inLanguage(problem.remedy, view.language),
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

function problemOf(status: number): { title: LocalText; remedy: LocalText } {
  const listed = Object.entries(PROBLEMS).find(([code]) => Number(code) === status);
  return listed?.[1] ?? PROBLEMS[status >= 500 ? 500 : 400];
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  what: { zh: "现在可以这样做", en: "What you can do now" },
  start: { zh: "回首页看看", en: "Start from the home page" },
  call: { zh: "还是不行，请打 ", en: "Still stuck? Call " },
  number: { zh: "这次请求的编号：", en: "Number of this request: " },
});
