import { inLanguage, messages } from "#platform/i18n";
import { href, Icon, Note, Page, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { Notice, NoticeClause } from "../notice.ts";
import { clauseLabel, clauseNumeral } from "../clause-label.ts";
import { copyInWords } from "./copy-in-words.ts";
import { DutyWords } from "./duty-words.tsx";
import { clausePath, noticePath, noticeTextPath, verifyPath, versionsPath } from "../notice-paths.ts";
import { NOTICE_SCRIPTS, NoticeToolbar } from "./notice-toolbar.tsx";
import { OriginCard, PhoneCard } from "./side-cards.tsx";
import { StrengthChip } from "./strength.tsx";
import { InferredNote, Who } from "./who.tsx";
import { WithdrawnNote } from "./withdrawn-note.tsx";

/** A notice in plain words, clause by clause; its full text one tap away. */
export function NoticePage({ notice, ...context }: PageContext & { readonly notice: Notice }): VNode {
  const { site, view } = context;
  const say = words(view.language);
  const title = inLanguage(notice.title.value, view.language);
  const address = site.publicUrl + href(noticePath(notice), view);
  return (
    <Page {...context} title={title} crumbs={[{ label: say.home, path: "/" }]} scripts={NOTICE_SCRIPTS}>
      <WithdrawnNote notice={notice} language={view.language} />
      <div class="doc">
        <p class="m s">{inLanguage(notice.issuer.name, view.language)}{notice.publicRelease ? say.released : null}</p>
        <h1>{title}</h1>
        <p class="m">
          {notice.textKind === "restatement" ? say.restatement : say.plain}
          <a href={href(noticeTextPath(notice), view)}>{notice.textKind === "restatement" ? say.fullRestated : say.full}</a>
        </p>
      </div>
      <div class="cols">
        <div class="stack">
          <NoticeToolbar view={view} path={context.path} title={title} address={address} />
          <Note><p>{copyInWords(notice, view.language)}</p></Note>
          <div data-read>{notice.clauses.map((clause, position) => <ClauseDetails {...{ notice, clause, view }} open={position === 0} />)}</div>
          <InferredNote obligations={notice.clauses.flatMap(({ obligations }) => obligations)} addressees={notice.reading.addressees} language={view.language} />
        </div>
        <div class="stack">
          <PhoneCard address={address} view={view} />
          <OriginCard notice={notice} view={view} />
          <p class="s"><a href={href(versionsPath(notice), view)}>{say.versions(notice.version)}</a>{" · "}<a href={href(verifyPath(notice), view)}>{say.verify}</a></p>
        </div>
      </div>
    </Page>
  );
}

type ClauseProps = { readonly notice: Notice; readonly clause: NoticeClause; readonly view: PageContext["view"]; readonly open: boolean };

function ClauseDetails({ notice, clause, view, open }: ClauseProps): VNode {
  const { language } = view;
  const say = words(language);
  return (
    <details id={clause.key} open={open}>
      <summary>
        <span class="n">{clauseNumeral(clause.number, language)}</span><b>{inLanguage(clause.title, language)}</b>
        <span class="row">{strengths(clause).map((modality) => <StrengthChip modality={modality} language={language} />)}
          <span class="s m">{say.duties(clause.obligations.length)}</span>
        </span>
      </summary>
      <div class="in">
        <p>{inLanguage(clause.summary, language)}</p>
        <ul class="list duties">
          {clause.obligations.map((obligation) => (
            <li>
              <StrengthChip modality={obligation.modality} language={language} />
              <DutyWords obligation={obligation} language={language} />
              {obligation.actors.length === 0 ? null : <div class="s m">{say.who}<Who obligation={obligation} addressees={notice.reading.addressees} language={language} /></div>}
            </li>
          ))}
        </ul>
        <a class="go" href={href(clausePath(notice, clause), view)}>{say.more(clauseLabel(clause.number, language))}<Icon name="forward" /></a>
      </div>
    </details>
  );
}

/** The kinds of duty in a clause other than plain musts, which every clause has. */
function strengths(clause: NoticeClause) {
  return [...new Set(clause.obligations.map(({ modality }) => modality))].filter((modality) => modality !== "must");
}

const words = messages({
  versions: (version: number) => ({ zh: `第 ${version} 版，改过什么`, en: `Version ${version}: what was changed` }),
  verify: { zh: "验证签名", en: "Verify the signature" },
  home: { zh: "首页", en: "Home" },
  released: { zh: " · 公开发布", en: " · public release" },
  restatement: { zh: "白话版。依据的是转述，有疑问以原件为准。", en: "In plain words, after a restatement; the original prevails. " },
  plain: { zh: "白话版。有疑问以原文为准。", en: "In plain words; the original prevails. " },
  full: { zh: "看全文", en: "Read it in full" },
  fullRestated: { zh: "看全文（转述）", en: "Read it in full (restated, in Chinese)" },
  duties: (count: number) => ({ zh: `${count} 件事`, en: count === 1 ? "1 duty" : `${count} duties` }),
  who: { zh: "谁来做：", en: "Who acts: " },
  more: (label: string) => ({ zh: `${label}全文与细节`, en: `${label} in full` }),
});
