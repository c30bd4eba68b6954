import { dayInWords, dayInChina, inLanguage, messages } from "#platform/i18n";
import { Chip, href, Page, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { NoticeEdition } from "../edition.ts";
import { noticeChanges } from "../notice-changes.ts";
import { ChangesWords } from "./changes-words.tsx";
import { noticeJsonPath, noticePath, signatureJsonPath, verifyPath } from "../notice-paths.ts";
import { WithdrawnMark } from "./withdrawn-note.tsx";

type VersionsProps = PageContext & { readonly editions: readonly [NoticeEdition, ...NoticeEdition[]] };

/** Every version of a notice, newest first, with what each changed in the one before. */
export function VersionsPage({ editions, ...context }: VersionsProps): VNode {
  const { view } = context;
  const { language } = view;
  const say = words(language);
  const [{ notice }] = editions;
  const title = inLanguage(notice.title.value, language);
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }, { label: say.notice, path: noticePath(notice) }]}>
      <div class="doc"><p class="m s">{title}</p><h1>{say.title}</h1>{notice.withdrawn === null ? null : <p><WithdrawnMark notice={notice} language={language} /></p>}</div>
      <div class="narrow stack">
        {editions.map((edition, index) => <VersionCard edition={edition} before={editions[index + 1] ?? null} view={view} />)}
        <p><a class="go" href={href(verifyPath(notice), view)}>{say.verify}</a></p>
      </div>
    </Page>
  );
}

function VersionCard({ edition: { notice, release }, before, view }: { readonly edition: NoticeEdition; readonly before: NoticeEdition | null; readonly view: PageContext["view"] }): VNode {
  const { language } = view;
  const say = words(language);
  const day = dayInWords(dayInChina(new Date(release.policyAt)), language);
  return (
    <section class="card" id={`v${notice.version}`}>
      <h2>{say.version(notice.version)}</h2>
      <p><Chip tone={release.action === "withdraw" ? "no" : "pine"}>{say[release.action]}</Chip><span class="m s"> {day}</span>{release.drill ? <b class="s"> {say.drillDate}</b> : null}</p>
      {notice.withdrawn === null ? null : <p>{say.reason}{inLanguage(notice.withdrawn.reason, language)}</p>}
      {before === null ? <p class="m">{say.first}</p> : notice.withdrawn === null || before.notice.withdrawn !== null ? <ChangesWords changes={noticeChanges(before.notice, notice)} language={language} /> : null}
      <p class="s"><a href={noticeJsonPath(notice)}>notice.json</a>{" · "}<a href={signatureJsonPath(notice)}>signature.json</a></p>
    </section>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  notice: { zh: "通知", en: "The notice" },
  title: { zh: "改过什么", en: "What was changed" },
  version: (version: number) => ({ zh: `第 ${version} 版`, en: `Version ${version}` }),
  release: { zh: "发布", en: "Released" }, amend: { zh: "修改", en: "Amended" }, withdraw: { zh: "撤回", en: "Withdrawn" },
  drillDate: { zh: "（演练里的日期）", en: "(the date in the drill)" },
  reason: { zh: "原因：", en: "Reason: " },
  first: { zh: "这是第一次发布。", en: "This is the first release." },
  verify: { zh: "怎样验证是真的", en: "How to verify that it is genuine" },
});
