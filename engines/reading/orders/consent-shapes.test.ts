import { expect, test } from "vitest";
import { CONSENT_SIGNS, CONSENT_WORDS, REVIEW_WORDS } from "../lexicon/consent-words.ts";
import { SHAPES, type Shape } from "./consent-shapes.ts";

/** Does this shape answer these words, when it is asked? */
function answers({ pattern, holds }: Shape, chunk: string): boolean {
  const match = pattern.exec(chunk);
  return match !== null && (holds === undefined || holds(chunk.slice(0, match.index), chunk.slice(match.index + match[0].length)));
}

test.each(SHAPES.map((shape) => [shape.example, shape] as const))("%s is answered by its own shape", (example, shape) => {
  const own = example.split("，").find((chunk) => answers(shape, chunk));
  expect(own).toBeDefined();
  expect(SHAPES.find((each) => answers(each, own ?? ""))?.example).toBe(example);
});

test("every consent word, review word and shape holds a sign of consent, without which none is looked for", () => {
  for (const words of [...CONSENT_WORDS, ...REVIEW_WORDS, ...SHAPES.map(({ example }) => example)]) expect(words).toMatch(CONSENT_SIGNS);
});
