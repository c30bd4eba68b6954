import { messages } from "#platform/i18n";
import { Card, href, Icon, type PageContext } from "#platform/portal-ui";
import type { Notice, NoticeClause } from "#services/notices";
import type { VNode } from "preact";
import { TRAVEL_PATH } from "./travel-paths.ts";

/** On the page of a clause that the travel rule carries out: the way to one's own answer. Null on every other page, and once the notice is withdrawn. */
export function travelCard({ notice, clause, view, ground }: { readonly notice: Notice; readonly clause: NoticeClause; readonly view: PageContext["view"]; readonly ground: { readonly notice: string | null; readonly clauses: ReadonlySet<string> } }): VNode | null {
  const isOurs = notice.withdrawn === null && ground.notice === notice.key && (ground.clauses.has(clause.key) || clause.obligations.some(({ key }) => key !== null && ground.clauses.has(key)));
  if (!isOurs) return null;
  const say = words(view.language);
  return <Card title={say.title}><p class="m">{say.hint}</p><p class="noprint"><a class="btn" href={href(TRAVEL_PATH, view)}>{say.ask}<Icon name="forward" /></a></p></Card>;
}

const words = messages({
  title: { zh: "您自己能出行吗", en: "May you travel?" }, hint: { zh: "几个问题，就有答案和依据，不用登录。", en: "A few questions, and you have the answer with its ground. No sign-in." }, ask: { zh: "问一问", en: "Ask" },
});
