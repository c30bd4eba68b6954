import { describe, expect, test } from "vitest";
import { CONSENT_SIGNS, CONSENT_VERBS, DECISION_WORDS, PERMIT_WORDS, REVIEW_WORDS, SIGNING_WORDS } from "../lexicon/consent-words.ts";
import { IDIOMS } from "./idioms.ts";
import { consentPartsIn } from "./parts.ts";

describe("the words of a consent are taken apart", () => {
  test.each([
    ["确需举办的须经市防汛指挥部批准", "consent", "through", "市防汛指挥部", "end"],
    ["开闸由市水务局审查批准后实施", "consent", "by", "市水务局", "after"],
    ["报县人民政府审批", "consent", "sent", "县人民政府", "end"],
    ["征得带班领导同意", "consent", "obtained", "带班领导", "end"],
    ["待县水务局批准后", "consent", "awaited", "县水务局", "afterEnd"],
    ["海事处同意后方可开航", "consent", "subject", "海事处", "release"],
    ["经批准的规划", "consent", "through", null, "thing"],
    ["经市水务局批准的", "consent", "through", "市水务局", "of"],
    ["未经批准不得开闸", "consent", "through", null, "ban"],
    ["除经市水务局许可的以外", "consent", "through", "市水务局", "except"],
    ["报乡镇人民政府审核后", "review", "sent", "乡镇人民政府", "afterEnd"],
    ["报请县长决定", "decision", "sent", "县长", "end"],
    ["由召集人签发", "signing", "by", "召集人", "end"],
    ["经村民会议通过后", "passing", "through", "村民会议", "afterEnd"],
    ["应当依法取得采砂许可证", "permit", "obtained", "采砂", "end"],
    ["应当办理占道审批手续", "procedure", "handled", "占道", "end"],
    ["实行占道许可制度", "regime", "run", "占道", "end"],
    ["按程序报批", "filing", "none", null, "end"],
    ["须向所在单位请假", "leave", "subject", null, "end"],
  ])("%s", (chunk, head, link, body, tail) => {
    const part = consentPartsIn(chunk).at(-1);
    expect(part).toMatchObject({ head, link, tail });
    if (body !== null) expect(chunk.slice(part?.body?.start, part?.body?.end)).toBe(body);
  });

  test("what only holds the characters speaks of no consent", () => {
    for (const chunk of ["对有关单位通报批评", "经济发展和经营管理", "审批部门要公开信息", "许可证管理机构"]) expect(consentPartsIn(chunk).filter(({ head }) => head === "consent" || head === "filing")).toEqual([]);
  });

  test("each word of consent is found by itself", () => {
    for (const word of [...CONSENT_VERBS, ...PERMIT_WORDS, ...DECISION_WORDS, ...SIGNING_WORDS]) expect(consentPartsIn(`须经市水务局${word}`).map((part) => part.word).join("")).toContain(word);
  });
});

test.each(IDIOMS.map(({ example, pattern }) => [example, pattern] as const))("%s is found by its own set phrase", (example, pattern) => {
  expect(IDIOMS.find((each) => each.pattern.test(example))?.pattern).toBe(pattern);
});

test("every word of consent and every set phrase holds a sign of consent, without which none is looked for", () => {
  for (const words of [...CONSENT_VERBS, ...REVIEW_WORDS, ...DECISION_WORDS, ...SIGNING_WORDS, ...PERMIT_WORDS, ...IDIOMS.map(({ example }) => example)]) expect(words).toMatch(CONSENT_SIGNS);
});
