import { inLanguage, lunarDayInWords, messages, weekdayInWords } from "#platform/i18n";
import { Card, ChineseWords, Doors, Hero, href, Page, Telephone, type Door, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { Notice } from "../notice.ts";
import { absentInWords } from "./copy-in-words.ts";
import { clauseNumeral } from "../clause-label.ts";
import { clausePath, noticePath } from "../notice-paths.ts";
import { SearchForm } from "./search-page.tsx";
import { inForceFirst, WithdrawnMark } from "./withdrawn-note.tsx";

type HomeProps = PageContext & { readonly notices: readonly Notice[]; readonly doors: readonly Door[] };

/** The front page: live doors, the notices with every clause one tap away, the telephone. */
export function HomePage({ notices, doors, ...context }: HomeProps): VNode {
  const { site, view } = context;
  const say = words(view.language);
  const lunar = view.language === "en" ? null : <>{" · "}<ChineseWords>{lunarDayInWords(site.today)}</ChineseWords></>;
  const hero = <Hero title={view.elder ? say.elderLine : say.line}><p>{weekdayInWords(site.today, view.language)}{lunar}</p></Hero>;
  return (
    <Page {...context} title={say.home} hero={hero} scripts={["home"]}>
      <SearchForm view={view} query="" />
      <h2 class="vh">{say.services}</h2>
      <Doors doors={doors} view={view} />
      <section class="card" hidden data-favourites><h2>{say.kept}</h2><ul class="list links" /></section>
      <div class="cols">
        <div class="stack">{inForceFirst(notices).map((notice) => <NoticeCard notice={notice} view={view} />)}</div>
        <div class="stack">
          <Card title={view.elder ? say.noPhone : say.unclear}>
            <p><Telephone number={site.helpline.value} large /></p>
            <p class="m">{say.callHint}</p>
          </Card>
          <Card title={say.careful}>
            <p class="m">{say.free}{say.feeReport(inLanguage(site.feeReport.value, view.language))}</p>
            <p><a class="go" href={href("/genuine", view)}>{say.genuine}</a></p>
          </Card>
        </div>
      </div>
    </Page>
  );
}

function NoticeCard({ notice, view }: { readonly notice: Notice; readonly view: PageContext["view"] }): VNode {
  const say = words(view.language);
  const facts = [
    inLanguage(notice.issuer.name, view.language),
    notice.publicRelease ? say.released : null,
    say.clauses(notice.clauses.filter(({ number }) => number !== null).length),
  ];
  return (
    <section class="card doc">
      <p class="s m">{notice.withdrawn !== null ? <WithdrawnMark notice={notice} language={view.language} /> : notice.textKind === "restatement" ? say.noticeRestated : say.notice}</p>
      <h2>{inLanguage(notice.title.value, view.language)}</h2>
      <p class="m s">{facts.filter((fact) => fact !== null).join(" · ")}</p>
      <p class="m s">{absentInWords(notice, view.language)}</p>
      <ul class="list links">
        {notice.clauses.map((clause) => (
          <li>
            <a href={href(clausePath(notice, clause), view)}>
              <span class="n">{clauseNumeral(clause.number, view.language)}</span><span class="t">{inLanguage(clause.title, view.language)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p><a class="btn" href={href(noticePath(notice), view)}>{say.plain}</a></p>
    </section>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  line: { zh: "通知说什么，这里有准话", en: "What the notice says, in plain words" },
  elderLine: { zh: "通知说什么，一看就明白", en: "What the notice says, in plain words" },
  services: { zh: "服务", en: "Services" },
  kept: { zh: "我收藏的", en: "What I kept" },
  notice: { zh: "通知", en: "Notice" },
  noticeRestated: { zh: "通知（转述）", en: "Notice, restated" },
  released: { zh: "公开发布", en: "public release" },
  clauses: (count: number) => ({ zh: `现有 ${count} 条`, en: `${count} clauses held` }),
  plain: { zh: "看白话版", en: "Read it in plain words" },
  unclear: { zh: "说不清楚？打电话问", en: "Not clear? Ask by telephone" },
  noPhone: { zh: "不会用手机？打电话", en: "No smartphone? Call" },
  callHint: { zh: "政务服务便民热线。告诉接线员您想问通知的哪一条。", en: "The public service line. Tell them which clause of the notice you are asking about." },
  careful: { zh: "小心骗子", en: "Beware of fraud" },
  free: { zh: "看通知、用工具都不收费。", en: "Reading notices and using the tool costs nothing. " },
  feeReport: (where: string) => ({ zh: `有人借它收费，请向${where}反映。`, en: `If anyone charges you for it, tell ${where}.` }),
  genuine: { zh: "怎样辨真假", en: "How to tell it is genuine" },
});
