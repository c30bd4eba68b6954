import { inLanguage, messages, numberInWords, type Language } from "#platform/i18n";
import { Card, href, Icon, Page, Telephone, type PageContext, type View } from "#platform/portal-ui";
import { clauseLabel } from "#services/notices";
import type { VNode } from "preact";
import type { ClauseOf, PublicRegister } from "../portal-views.ts";
import { clauseOfPath, registerPath } from "./register-paths.ts";

/** Registers that residents may look at, in the order of the clauses. */
export type ListsPageProps = { readonly registers: readonly PublicRegister[] };

/** What can be looked up, by clause, with how much there is or how many are open now. */
export function ListsPage({ registers, ...context }: PageContext & ListsPageProps): VNode {
  const { site, view } = context;
  const { language } = view;
  const say = words(language);
  const shown = registers.flatMap((each) => (each.clause === null ? [] : [{ register: each, clause: each.clause }]));
  const clauses = [...new Map(shown.map(({ clause }): [string, ClauseOf] => [`${clause.notice}/${clause.clause}`, clause])).values()];
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }]}>
      <div><h1>{say.title}</h1><p class="lead m">{say.lead}</p></div>
      <div class="narrow stack">
        {shown.length === 0 ? <Card title={say.none}><p><Telephone number={site.helpline.value} large /></p></Card> : null}
        {clauses.map((clause) => (
          <section class="card">
            <h2><a href={href(clauseOfPath(clause), view)}>{clauseLabel(clause.number, language)}</a> · {inLanguage(clause.title, language)}</h2>
            <RegisterLinks registers={shown.filter((each) => each.clause.notice === clause.notice && each.clause.clause === clause.clause).map(({ register }) => register)} view={view} />
          </section>
        ))}
        <p class="m">{say.call} <Telephone number={site.helpline.value} /></p>
      </div>
    </Page>
  );
}

/** Registers as links, each with its live fact. */
export function RegisterLinks({ registers, view }: { readonly registers: readonly PublicRegister[]; readonly view: View }): VNode {
  const { language } = view;
  return (
    <ul class="list links asks">
      {registers.map((register) => (
        <li><a href={href(registerPath(register), view)}><span><span class="t">{inLanguage(register.type.name, language)}</span><span class="s m">{[inLanguage(register.type.about, language), factOf(register, language)].filter((each) => each !== "").join(" · ")}</span></span><Icon name="forward" /></a></li>
      ))}
    </ul>
  );
}

/** How many there are, or are open now. */
function factOf({ type, count, openNow }: PublicRegister, language: Language): string {
  const say = words(language);
  if (openNow !== null) return say.open(numberInWords(openNow, language), numberInWords(count, language));
  return type.public?.kind === "own" ? say.own : say.count(numberInWords(count, language));
}

const words = messages({
  home: { zh: "首页", en: "Home" }, title: { zh: "查一查", en: "Look it up" }, lead: { zh: "各单位登记的情况，什么时候、由谁确认，都写明。不用登录。", en: "What bodies record, with when and by whom it was confirmed. No sign-in." },
  none: { zh: "现在没有可以查的", en: "There is nothing to look up at present" }, call: { zh: "不会查？打电话问：", en: "Hard to find? Ask by telephone:" },
  open: (open: string, count: string) => ({ zh: `现在有 ${open} 处开门，共 ${count} 处`, en: `${open} of ${count} open now` }), own: { zh: "用姓名和身份证号查自己的", en: "your own, by name and identity number" }, count: (count: string) => ({ zh: `${count} 条`, en: `${count} entries` }),
});
