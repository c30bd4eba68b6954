import { inLanguage, messages } from "#platform/i18n";
import { Card, href, Icon, Page, type Door, type PageContext, type View } from "#platform/portal-ui";
import type { Notice, NoticeClause } from "#services/notices";
import type { VNode } from "preact";
import type { PackQuestion } from "../question/index.ts";
import { QUESTIONS_PATH, questionPath } from "./question-paths.ts";

/** Everything that rules answer at once. */
export function QuestionsPage({ questions, ...context }: PageContext & { readonly questions: readonly PackQuestion[] }): VNode {
  const say = words(context.view.language);
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }]}>
      <div class="doc"><h1>{say.title}</h1><p class="lead">{say.intro}</p></div>
      <div class="narrow stack"><Card title={say.list}><QuestionList questions={questions} view={context.view} /></Card></div>
    </Page>
  );
}

/** The door on the home page, with the first questions it answers. */
export function questionsDoor(questions: readonly PackQuestion[]): Door {
  const shown = questions.slice(0, 2).map(({ question }) => question);
  return { icon: "look", path: QUESTIONS_PATH, title: { zh: "当场回答", en: "Answered at once" }, hint: { zh: shown.map(({ zh }) => zh).join(""), en: shown.map(({ en }) => en).join(" ") } };
}

type CardProps = {
  readonly notice: Pick<Notice, "key" | "withdrawn">;
  readonly clause: Pick<NoticeClause, "key"> & { readonly obligations: readonly Pick<NoticeClause["obligations"][number], "key">[] };
  readonly view: View;
  readonly questions: readonly PackQuestion[];
  /** The clauses and duties that the rule in force names, by the rule. */
  readonly clausesOf: (rule: string) => readonly string[];
};

/** The questions that a clause's own rules answer, on the clause's page; null where there are none. */
export function questionCard({ notice, clause, view, questions, clausesOf }: CardProps): VNode | null {
  const keys = new Set([clause.key, ...clause.obligations.flatMap(({ key }) => key ?? [])]);
  const own = questions.filter((each) => each.notice === notice.key && clausesOf(each.rule).some((named) => keys.has(named)));
  if (own.length === 0 || notice.withdrawn !== null) return null;
  return <Card title={words(view.language).title} id="ask"><QuestionList questions={own} view={view} /></Card>;
}

function QuestionList({ questions, view }: { readonly questions: readonly PackQuestion[]; readonly view: View }): VNode {
  return (
    <ul class="list links asks">
      {questions.map(({ rule, question, about }) => <li><a href={href(questionPath(rule), view)}><span class="t">{inLanguage(question, view.language)}</span><span class="s m">{inLanguage(about, view.language)}</span><Icon name="forward" /></a></li>)}
    </ul>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" }, title: { zh: "当场回答", en: "Answered at once" }, list: { zh: "想问哪一个", en: "Which one" },
  intro: { zh: "选几项，马上有答案，写明依据哪一条。不用登录，不留记录。", en: "Choose a few things and have the answer at once, with the clause behind it. No sign-in; nothing is kept." },
});
