import { inLanguage, messages } from "#platform/i18n";
import { Card, href, Icon, Page, Telephone, type PageContext } from "#platform/portal-ui";
import { clauseLabel } from "#services/notices";
import type { VNode } from "preact";
import type { ClauseOf, OfferedType } from "../portal-views.ts";
import { clauseOfPath, requestPath, TRACK_PATH } from "./request-paths.ts";

/** What may be opened, in the order of the clauses. */
export type RequestsPageProps = { readonly offered: readonly OfferedType[] };

type Open = { readonly type: OfferedType["type"]; readonly clause: ClauseOf };

/** What can be reported and applied for, each under its clause with its one line; the way to how a request stands. */
export function RequestsPage({ offered, ...context }: PageContext & RequestsPageProps): VNode {
  const { site, view } = context;
  const say = words(view.language);
  const open = offered.flatMap(({ type, clause }): Open[] => (clause === null ? [] : [{ type, clause }]));
  const groups = (["report", "apply"] as const).map((group) => ({ group, types: open.filter(({ type }) => type.group === group) })).filter(({ types }) => types.length > 0);
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }]}>
      <div><h1>{say.title}</h1><p class="lead m">{say.lead}</p></div>
      <div class="cols plain">
        <div class="stack">
          {groups.length === 0 ? <Card title={say.none}><p>{say.noneHelp}</p><p><Telephone number={site.helpline.value} large /></p></Card> : null}
          {groups.map(({ group, types }) => <Card title={group === "report" ? say.report : say.apply} id={group}><ByClause types={types} view={view} /></Card>)}
        </div>
        <div class="stack">
          <Card title={say.track}><p class="m">{say.trackHint}</p><p class="noprint"><a class="btn alt wide" href={href(TRACK_PATH, view)}><Icon name="look" />{say.trackGo}</a></p></Card>
          <Card title={say.call}><p class="m">{say.callHint}</p><p><Telephone number={site.helpline.value} large /></p></Card>
        </div>
      </div>
    </Page>
  );
}

function ByClause({ types, view }: { readonly types: readonly Open[]; readonly view: PageContext["view"] }): VNode {
  const { language } = view;
  const clauses = [...new Map(types.map(({ clause }) => [`${clause.notice}/${clause.clause}`, clause])).values()];
  return (
    <>
      {clauses.map((clause) => (
        <>
          <h3><a href={href(clauseOfPath(clause), view)}>{clauseLabel(clause.number, language)}</a> · {inLanguage(clause.title, language)}</h3>
          <RequestLinks types={types.filter((each) => each.clause.notice === clause.notice && each.clause.clause === clause.clause).map(({ type }) => type)} view={view} />
        </>
      ))}
    </>
  );
}

/** Kinds of requests as links, each with its one line. */
export function RequestLinks({ types, view }: { readonly types: readonly OfferedType["type"][]; readonly view: PageContext["view"] }): VNode {
  const { language } = view;
  return (
    <ul class="list links asks">
      {types.map((type) => (
        <li><a href={href(requestPath(type), view)}><span><span class="t">{inLanguage(type.name, language)}</span><span class="s m">{inLanguage(type.about, language)}</span></span><Icon name="forward" /></a></li>
      ))}
    </ul>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" }, title: { zh: "我要反映、申请", en: "Report or apply" },
  lead: { zh: "不用登录。交上去就有受理号，办到哪一步、最迟什么时候有下一步，都能查。", en: "No sign-in. You get a number at once, and can see by when what happens." },
  report: { zh: "反映情况", en: "Report something" }, apply: { zh: "申请", en: "Apply for something" },
  none: { zh: "现在没有可以在这里办的事", en: "Nothing can be asked here at present" }, noneHelp: { zh: "有事请打电话。", en: "Please call." },
  track: { zh: "查办理进度", en: "How does my request stand?" }, trackHint: { zh: "用受理号和查询码查。", en: "With its number and its code." }, trackGo: { zh: "去查", en: "Look it up" },
  call: { zh: "打电话也一样", en: "By telephone just as well" }, callHint: { zh: "打电话的人替您记下来，同样有受理号。", en: "It is taken down for you and gets a number as well." },
});
