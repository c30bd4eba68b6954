import { renderPage } from "#platform/portal-ui";
import type { Language } from "#platform/i18n";
import { describe, expect, test } from "vitest";
import type { PublicShares } from "../headcount/index.ts";
import { EXAMPLE_STAYING } from "../server/example-staying.ts";
import { stayingCard } from "./index.ts";

const SHARES: PublicShares = {
  day: "2021-01-26", kinds: [{ kind: "school", bodies: 7, latest: 5, staying: 70, leaving: 20, open: 10 }, { kind: "firm", bodies: 5, latest: 5, staying: 100, leaving: 0, open: 0 }],
  reasons: [{ reason: "other", percent: 74 }, { reason: "medical", percent: 20 }, { reason: null, percent: 6 }],
};
const CLAUSE = { key: "travel", obligations: [{ key: "travel.lead" }, { key: "travel.stay" }] };
const NOTICE = { key: "stay-put", withdrawn: null };
const card = (given: Partial<Parameters<typeof stayingCard>[0]> = {}) => stayingCard({ notice: NOTICE, clause: CLAUSE, view: { language: "zh-CN", elder: false }, staying: EXAMPLE_STAYING, shares: SHARES, ...given });
const textIn = (language: Language) => renderPage(card({ view: { language, elder: false } }) ?? <p />).replaceAll(/<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ");

describe("the card of a clause", () => {
  test("tells the shares of each kind in Chinese, as of which day, of how many bodies", () => {
    const text = textIn("zh-CN");
    for (const words of ["留下来的人", "截至2021年1月26日", "学校 留下 70%，离开 20%，还没定 10%", "7 个单位里，5 个报的是这一天", "对应上面第 2 件事", "企业 留下 100%，离开 0% ", "其他 74%，看病 20%，没有归类 6%"]) expect(text).toContain(words);
  });
  test("and in English, without a Chinese word", () => {
    const text = textIn("en");
    for (const words of ["Who stays", "as of 26 January 2021", "Schools 70% stay, 20% leave, 10% not decided", "5 of 7 bodies filed for this day", "Measures duty 1 above", "Other 74%, Medical care 20%, Not sorted 6%"]) expect(text).toContain(words);
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });
  test("names no number where the notice no longer has the duty", () => {
    expect(renderPage(card({ clause: { ...CLAUSE, obligations: [] } }) ?? <p />)).not.toContain("#o-");
  });
  test("is not there without shares, on another clause or notice, or once the notice is withdrawn", () => {
    expect([card({ shares: null }), card({ clause: { ...CLAUSE, key: "relief" } }), card({ notice: { ...NOTICE, key: "other" } }), card({ notice: { ...NOTICE, withdrawn: { reason: { zh: "好转", en: "Better" } } } })]).toEqual([null, null, null, null]);
  });
});
