import { inLanguage, messages } from "#platform/i18n";
import { href, Icon, Page, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { Notice, NoticeClause, NoticeObligation } from "../notice.ts";
import { clauseLabel } from "../clause-label.ts";
import { DutyWords } from "./duty-words.tsx";
import { MarkedText } from "./marked-text.tsx";
import { clausePath, noticePath } from "../notice-paths.ts";
import { NOTICE_SCRIPTS, NoticeToolbar } from "./notice-toolbar.tsx";
import { OriginCard, PhoneCard, RestatementNote } from "./side-cards.tsx";
import { StrengthChip } from "./strength.tsx";
import { DutyFacts, InferredNote } from "./who.tsx";
import { WithdrawnNote } from "./withdrawn-note.tsx";

type ClauseProps = PageContext & { readonly notice: Notice; readonly clause: NoticeClause; readonly extras: readonly VNode[] };

/** One clause at its stable address: what it means, each duty with its ground, the text itself. */
export function ClausePage({ notice, clause, extras, ...context }: ClauseProps): VNode {
  const { site, view } = context;
  const { language } = view;
  const say = words(language);
  const title = inLanguage(clause.title, language);
  const address = site.publicUrl + href(clausePath(notice, clause), view);
  const crumbs = [{ label: say.home, path: "/" }, { label: say.notice, path: noticePath(notice) }];
  return (
    <Page {...context} title={title} crumbs={crumbs} scripts={NOTICE_SCRIPTS}>
      <WithdrawnNote notice={notice} language={view.language} />
      <div class="doc" data-read>
        <p class="m s">{inLanguage(notice.title.value, language)} · {clauseLabel(clause.number, language)}</p>
        <h1>{title}</h1>
        <p class="lead">{inLanguage(clause.summary, language)}</p>
      </div>
      <div class="cols">
        <div class="stack">
          <NoticeToolbar view={view} path={context.path} title={title} address={address} />
          <Duties obligations={clause.obligations} addressees={notice.reading.addressees} language={language} />
          {extras}
          <FullText notice={notice} clause={clause} view={view} />
          <Neighbours notice={notice} clause={clause} view={view} />
        </div>
        <div class="stack">
          <PhoneCard address={address} view={view} />
          <OriginCard notice={notice} view={view} />
        </div>
      </div>
    </Page>
  );
}

type DutiesProps = {
  readonly obligations: readonly NoticeObligation[];
  readonly addressees: readonly string[];
  readonly language: PageContext["view"]["language"];
};

function Duties({ obligations, addressees, language }: DutiesProps): VNode {
  const say = words(language);
  return (
    <section class="card" data-read>
      <h2>{say.duties(obligations.length)}</h2>
      <ul class="list duties">
        {obligations.map((obligation, position) => (
          <li id={`o-${position + 1}`}>
            <StrengthChip modality={obligation.modality} language={language} />
            <b><DutyWords obligation={obligation} language={language} /></b>
            <blockquote lang="zh-CN"><a href={`#s-${position + 1}`}>{obligation.quote}</a></blockquote>
            <DutyFacts {...{ obligation, addressees, language }} />
          </li>
        ))}
      </ul>
      <InferredNote {...{ obligations, addressees, language }} />
    </section>
  );
}

function FullText({ notice, clause, view }: { readonly notice: Notice; readonly clause: NoticeClause; readonly view: PageContext["view"] }): VNode {
  const say = words(view.language);
  const markings = clause.obligations.map(({ ranges }, position) => ({ number: position + 1, ranges }));
  return (
    <section class="card stack">
      <h2>{notice.textKind === "restatement" ? say.restatedText : say.text}</h2>
      <p class="text" lang="zh-CN"><MarkedText text={notice.text.trimEnd()} range={clause.range} markings={markings} /></p>
      <RestatementNote notice={notice} view={view} />
    </section>
  );
}

function Neighbours({ notice, clause, view }: { readonly notice: Notice; readonly clause: NoticeClause; readonly view: PageContext["view"] }): VNode {
  const say = words(view.language);
  const position = notice.clauses.findIndex(({ key }) => key === clause.key);
  const [before, after] = [notice.clauses[position - 1], notice.clauses[position + 1]];
  return (
    <nav class="ends" aria-label={say.others}>
      {before === undefined ? null : (
        <a rel="prev" href={href(clausePath(notice, before), view)}>
          <span class="s"><Icon name="back" />{clauseLabel(before.number, view.language)}</span>{inLanguage(before.title, view.language)}
        </a>
      )}
      {after === undefined ? null : (
        <a rel="next" href={href(clausePath(notice, after), view)}>
          <span class="s">{clauseLabel(after.number, view.language)}<Icon name="forward" /></span>{inLanguage(after.title, view.language)}
        </a>
      )}
    </nav>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  notice: { zh: "通知", en: "The notice" },
  duties: (count: number) => ({ zh: `这一条说了 ${count} 件事`, en: count === 1 ? "What it asks: 1 duty" : `What it asks: ${count} duties` }),
  text: { zh: "这一条的全文", en: "The clause in full (in Chinese)" },
  restatedText: { zh: "这一条的全文（转述）", en: "The clause in full (restated, in Chinese)" },
  others: { zh: "上一条和下一条", en: "Previous and next clause" },
});
