import { inLanguage, messages } from "#platform/i18n";
import { Card, href, Page, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { Notice } from "../notice.ts";
import { noticePath, noticeTextFilePath } from "../notice-paths.ts";
import { OriginCard, RestatementNote } from "./side-cards.tsx";
import { WithdrawnNote } from "./withdrawn-note.tsx";

/** The text in full, every character of it, with an anchor at each clause; a restatement is headed so, never as the original. */
export function NoticeTextPage({ notice, ...context }: PageContext & { readonly notice: Notice }): VNode {
  const { view } = context;
  const say = words(view.language);
  const heading = notice.textKind === "restatement" ? say.restated : say.full;
  return (
    <Page {...context} title={heading} crumbs={[{ label: say.home, path: "/" }, { label: say.notice, path: noticePath(notice) }]}>
      <WithdrawnNote notice={notice} language={view.language} />
      <div class="doc">
        <p class="m s">{inLanguage(notice.title.value, view.language)}</p>
        <h1>{heading}</h1>
      </div>
      <div class="cols">
        <div class="stack">
          <RestatementNote notice={notice} view={view} />
          <div class="card text" lang="zh-CN">{withAnchors(notice)}</div>
        </div>
        <div class="stack">
          <Card title={say.hash}>
            <p class="hash num">{notice.textSha256}</p>
            <p class="s m">{say.version(notice.version)}<a href={href(noticeTextFilePath(notice), view)}>{say.file}</a></p>
            <p class="s"><a href={href(`/genuine#hash-${notice.key}`, view)}>{say.how}</a></p>
          </Card>
          <OriginCard notice={notice} view={view} />
        </div>
      </div>
    </Page>
  );
}

/** Cuts the text at the clauses; what stands between them stays as it is. */
function withAnchors({ text, clauses }: Notice): (string | VNode)[] {
  const cuts = clauses.toSorted((a, b) => a.range[0] - b.range[0]);
  let end = 0;
  const parts = cuts.flatMap((clause) => {
    const [start] = clause.range;
    const between = text.slice(end, start);
    end = clause.range[1];
    return [between, <span class="clause" id={clause.key}>{text.slice(start, end)}</span>];
  });
  return [...parts, text.slice(end)];
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  notice: { zh: "通知", en: "The notice" },
  full: { zh: "通知全文", en: "The notice in full" },
  restated: { zh: "通知全文（转述）", en: "The notice in full, restated" },
  hash: { zh: "文本的指纹（SHA-256）", en: "Fingerprint of the text (SHA-256)" },
  version: (version: number) => ({ zh: `第 ${version} 版。`, en: `Version ${version}. ` }),
  file: { zh: "下载这份文本", en: "Download this text" },
  how: { zh: "怎样核对", en: "How to compare it" },
});
