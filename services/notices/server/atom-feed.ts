import { inLanguage, messages, type Language, type LocalText } from "#platform/i18n";
import type { NoticeEdition, NoticeEditions } from "../edition.ts";
import { clauseChanges } from "../notice-changes.ts";
import { xmlText } from "#platform/http";

const ENTRIES_MAX = 50;

/**
 * What was released, newest first, as a feed (RFC 4287). An entry is a version: its `id` never changes, so a reader shows each release,
 * amendment and withdrawal once.
 */
export function atomFeed({ editions, site, cityName, language }: { readonly editions: NoticeEditions; readonly site: string; readonly cityName: LocalText; readonly language: Language }): string {
  const say = words(language);
  const base = language === "en" ? `${site}/en` : site;
  const entries = [...editions.values()].flatMap((history) => history.map((edition, index) => ({ edition, before: history[index + 1] ?? null })))
    .map(({ edition: { notice, release }, before }) => ({ notice, before, release }))
    .toSorted((one, other) => (one.release.releasedAt < other.release.releasedAt ? 1 : one.release.releasedAt > other.release.releasedAt ? -1 : 0)).slice(0, ENTRIES_MAX);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${xmlText(`${base}/feed.atom`)}</id><title>${xmlText(say.title(inLanguage(cityName, language)))}</title>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(`${base}/feed.atom`)}"/><link rel="alternate" type="text/html" hreflang="${language}" href="${xmlText(`${base}/`)}"/>`,
    `<updated>${entries[0]?.release.releasedAt ?? "1970-01-01T00:00:00Z"}</updated>`,
    ...entries.map(({ notice, before, release }) => [
      `<entry><id>${xmlText(`${base}/n/${notice.key}/versions#v${notice.version}`)}</id>`,
      `<title>${xmlText(`${release.drill ? say.drill : ""}${say[release.action]}${inLanguage(notice.title.value, language)}`)}</title>`,
      `<updated>${release.releasedAt}</updated><published>${release.releasedAt}</published>`,
      `<author><name>${xmlText(inLanguage(notice.issuer.name, language))}</name></author>`,
      `<link rel="alternate" type="text/html" hreflang="${language}" href="${xmlText(`${base}/n/${notice.key}`)}"/>`,
      `<link rel="related" type="application/json" href="${xmlText(`${site}/n/${notice.key}/versions/${notice.version}/notice.json`)}"/>`,
      `<summary>${xmlText(summaryOf(notice, before, language))}</summary></entry>`,
    ].join("\n")),
    "</feed>\n",
  ].join("\n");
}

function summaryOf(notice: NoticeEdition["notice"], before: NoticeEdition | null, language: Language): string {
  const say = words(language);
  if (notice.withdrawn !== null) return say.reason(inLanguage(notice.withdrawn.reason, language));
  const titles = before === null ? notice.clauses.map(({ title }) => title) : clauseChanges(before.notice, notice).filter(({ kind }) => kind !== "same").map(({ title }) => title);
  const list = titles.map((title) => inLanguage(title, language)).join(language === "en" ? "; " : "；");
  return before === null ? list : say.changed(list);
}

const words = messages({
  title: (city: string) => ({ zh: `${city}：通知的发布和修改`, en: `${city}: notices released and amended` }),
  drill: { zh: "【演练】", en: "[Drill] " },
  release: { zh: "发布：", en: "Released: " }, amend: { zh: "修改：", en: "Amended: " }, withdraw: { zh: "撤回：", en: "Withdrawn: " },
  reason: (reason: string) => ({ zh: `不再执行。原因：${reason}`, en: `No longer in force. Reason: ${reason}` }),
  changed: (list: string) => (list === "" ? { zh: "说明有改动。", en: "Its explanations were changed." } : { zh: `改动的条款：${list}`, en: `Clauses changed: ${list}` }),
});
