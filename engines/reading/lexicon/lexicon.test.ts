import { describe, expect, test } from "vitest";
import { MODAL_WORDS } from "./modal-words.ts";
import { NOT_MODAL } from "./not-modal.ts";
import { NOUN_LIKE_VERBS, ORDER_VERBS, REFRAIN_VERBS } from "./order-verbs.ts";
import { ADVERBS, CONNECTIVES, OPENERS } from "./phrases.ts";

describe("the lexicon", () => {
  test.each(Object.entries({ NOT_MODAL, ORDER_VERBS, NOUN_LIKE_VERBS, REFRAIN_VERBS, ADVERBS, CONNECTIVES, OPENERS }))("%s holds every word once", (_, words) => {
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
  test("a verb is either an order or noun-like", () => expect(NOUN_LIKE_VERBS.filter((word) => ORDER_VERBS.includes(word))).toEqual([]));
  test("a modal word has one strength", () => {
    const words = MODAL_WORDS.map(({ word }) => word);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
  test("a word that hides a modal is longer than it", () => {
    for (const word of NOT_MODAL) expect(MODAL_WORDS.every((modal) => modal.word !== word)).toBe(true);
  });
});
