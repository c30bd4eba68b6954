import { inLanguage, messages } from "#platform/i18n";
import { Card, href, Page, Steps, Telephone, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { NoticeEdition } from "../edition.ts";
import type { Notice } from "../notice.ts";
import { noticePath, versionsPath } from "../notice-paths.ts";
import { WithdrawnNote } from "./withdrawn-note.tsx";

/** Why a clause that had an address stands there no more. */
export type GoneReason = "hidden" | "removed";

/** Why the latest version shows no such clause although an earlier one did; null when it never had one, or still has it. */
export function goneReason([latest, ...earlier]: readonly NoticeEdition[], key: string): GoneReason | null {
  const has = ({ notice }: NoticeEdition): boolean => notice.clauses.some((clause) => clause.key === key);
  if (latest === undefined || has(latest) || !earlier.some(has)) return null;
  return latest.notice.withheld?.some((kept) => kept.key === key) === true ? "hidden" : "removed";
}

/** Stands at the stable address of a clause that is no longer public, or no longer part of the notice; its words are not repeated. */
export function GoneClausePage({ notice, reason, ...context }: PageContext & { readonly notice: Notice; readonly reason: GoneReason }): VNode {
  const { site, view } = context;
  const say = words(view.language);
  return (
    <Page {...context} title={say[reason]} crumbs={[{ label: say.home, path: "/" }, { label: say.notice, path: noticePath(notice) }]}>
      <WithdrawnNote notice={notice} language={view.language} />
      <div class="doc"><p class="m s">{inLanguage(notice.title.value, view.language)}</p><h1>{say[reason]}</h1></div>
      <div class="narrow">
        <Card title={say.what}>
          <p>{reason === "hidden" ? say.hiddenMeans(notice.version) : say.removedMeans(notice.version)}</p>
          <Steps steps={[
            <a href={href(noticePath(notice), view)}>{say.read}</a>,
            <a href={href(versionsPath(notice), view)}>{say.versions}</a>,
            <>{say.call}<Telephone number={site.helpline.value} /></>,
          ]} />
        </Card>
      </div>
    </Page>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  notice: { zh: "通知", en: "The notice" },
  hidden: { zh: "这一条改为不公开", en: "This clause is no longer public" },
  removed: { zh: "这一条已经删去", en: "This clause is no longer part of the notice" },
  what: { zh: "现在可以这样做", en: "What you can do now" },
  hiddenMeans: (version: number) => ({ zh: `现在用的是第 ${version} 版，这一条由落实的单位掌握，不再公开。`, en: `Version ${version} is in force. This clause is kept for those who carry it out and is not shown to the public any more.` }),
  removedMeans: (version: number) => ({ zh: `现在用的是第 ${version} 版，里面没有这一条了。`, en: `Version ${version} is in force and does not have this clause any more.` }),
  read: { zh: "看通知现在怎么说", en: "Read what the notice says now" },
  versions: { zh: "看改过什么", en: "See what was changed" },
  call: { zh: "和您有关、看不明白的，请打 ", en: "If it concerns you and is not clear, call " },
});
