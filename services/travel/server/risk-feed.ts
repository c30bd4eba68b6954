import { inLanguage, messages, type Language, type LocalText } from "#platform/i18n";
import { xmlText } from "#platform/http";
import { LEVEL_WORDS, type RiskStatement } from "../risk-list/index.ts";

/** What changed in the levels, newest first, as a feed (RFC 4287). An entry is a list or a change; its `id` never changes. */
export function riskFeed({ statements, site, cityName, language }: { readonly statements: readonly RiskStatement[]; readonly site: string; readonly cityName: LocalText; readonly language: Language }): string {
  const say = words(language);
  const base = `${language === "en" ? `${site}/en` : site}/travel/areas`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${xmlText(`${base}/feed.atom`)}</id><title>${xmlText(say.title(inLanguage(cityName, language)))}</title><author><name>${xmlText(inLanguage(cityName, language))}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(`${base}/feed.atom`)}"/><link rel="alternate" type="text/html" hreflang="${language}" href="${xmlText(base)}"/>`,
    `<updated>${statements[0]?.recordedAt.toISOString() ?? "1970-01-01T00:00:00Z"}</updated>`,
    ...statements.map((each) => [
      `<entry><id>${xmlText(`${base}/history#s${each.number}`)}</id><title>${xmlText(`${each.drill ? say.drill : ""}${each.kind === "list" ? say.list : say.change}`)}</title>`,
      `<updated>${each.recordedAt.toISOString()}</updated><published>${each.recordedAt.toISOString()}</published><link rel="alternate" type="text/html" hreflang="${language}" href="${xmlText(`${base}/history#s${each.number}`)}"/>`,
      `<summary>${xmlText(`${each.place === null ? say.changes(each.added, each.changed, each.removed) : `${each.place}${say.colon}${each.level === null ? say.lifted : inLanguage(LEVEL_WORDS[each.level], language)}${say.stop}`} ${each.source}`)}</summary></entry>`,
    ].join("\n")),
    "</feed>\n",
  ].join("\n");
}

const words = messages({
  title: (city: string) => ({ zh: `${city}：风险地区的变动`, en: `${city}: changes of risk areas` }), colon: { zh: "：", en: ": " }, stop: { zh: "。", en: "." }, lifted: { zh: "解除市里定的等级", en: "what the city stated is lifted" }, drill: { zh: "【演练】", en: "[Drill] " }, list: { zh: "风险地区名单", en: "List of risk areas" }, change: { zh: "市里调整风险等级", en: "Level set by the city" },
  changes: (added: number, changed: number, removed: number) => ({ zh: `新增 ${added} 个，改等级 ${changed} 个，解除 ${removed} 个。`, en: `${added} added, ${changed} at another level, ${removed} lifted.` }),
});
