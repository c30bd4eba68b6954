import { EXAMPLE_RULE } from "../draft/example-rule.ts";
import { expect, test } from "vitest";
import { loadQuestions } from "./load-questions.ts";

const RULES = [{ key: "travel", district: null, content: EXAMPLE_RULE }, { key: "travel", district: "150799", content: EXAMPLE_RULE }];
const load = (text: string, file = "rules/travel/question.yaml") => loadQuestions({ files: new Map([[file, text]]) }, RULES);
const WORDS = "question: { zh: 能走吗？, en: May I go? }\nabout: { zh: 当场答, en: At once }\n";

test("a rule with a question is asked once, for the city", () => {
  expect(load(`${WORDS}sources:\n  1-01: { source: { zh: 令, en: order }, asOf: 2026-11-29 }\n`)).toEqual({
    problems: [], questions: [{ rule: "travel", notice: "stay-put", question: { zh: "能走吗？", en: "May I go?" }, about: { zh: "当场答", en: "At once" }, sources: { "1-01": { source: { zh: "令", en: "order" }, asOf: "2026-11-29" } } }],
  });
});
test("a source of a row that is not there, and words that are missing, are told with their lines", () => {
  expect(load(`${WORDS}sources:\n  9-99: { source: { zh: 令, en: order }, asOf: 2026-11-29 }\n`)).toMatchObject({ questions: [], problems: [{ file: "rules/travel/question.yaml", line: 4, problem: { zh: "规则表里没有这一行" } }] });
  expect(load("question: { zh: 能走吗？ }\n").problems.map(({ field }) => field)).toEqual(["question.en", "about"]);
});
test("a pack without questions has none", () => {
  expect(loadQuestions({ files: new Map() }, RULES)).toEqual({ questions: [], problems: [] });
});
