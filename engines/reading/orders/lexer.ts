import { MODAL_WORDS, type ModalWord } from "../lexicon/modal-words.ts";
import { NOT_MODAL } from "../lexicon/not-modal.ts";
import { LIGHT_VERBS, NOUN_LIKE_VERBS, ORDER_VERBS, REFRAIN_VERBS } from "../lexicon/order-verbs.ts";
import { ADVERBS, CONNECTIVES, OPENERS } from "../lexicon/phrases.ts";

/** What the lexicon says of a word; a word may be several things and the grammar decides by place. */
export type Entry = {
  readonly word: string;
  modal: ModalWord | null;
  verb: boolean;
  nounLike: boolean;
  light: boolean;
  refrain: boolean;
  adverb: boolean;
  connective: boolean;
  opener: boolean;
};

/** A word of the lexicon found in a text. Offsets are of that text. */
export type Word = { readonly start: number; readonly end: number; readonly entry: Entry };

const byFirst = new Map<number, Entry[]>();

function entryFor(word: string): Entry {
  const code = word.charCodeAt(0);
  const entries = byFirst.get(code) ?? [];
  const known = entries.find((entry) => entry.word === word);
  if (known !== undefined) return known;
  const entry: Entry = { word, modal: null, verb: false, nounLike: false, light: false, refrain: false, adverb: false, connective: false, opener: false };
  entries.push(entry);
  byFirst.set(code, entries);
  return entry;
}

for (const word of NOT_MODAL) entryFor(word);
for (const modal of MODAL_WORDS) entryFor(modal.word).modal = modal;
for (const word of ORDER_VERBS) entryFor(word).verb = true;
for (const word of NOUN_LIKE_VERBS) entryFor(word).nounLike = true;
for (const word of LIGHT_VERBS) entryFor(word).light = true;
for (const word of REFRAIN_VERBS) entryFor(word).refrain = true;
for (const word of ADVERBS) entryFor(word).adverb = true;
for (const word of CONNECTIVES) entryFor(word).connective = true;
for (const word of OPENERS) entryFor(word).opener = true;
for (const entries of byFirst.values()) entries.sort((left, right) => right.word.length - left.word.length);

/** Words of the lexicon in `text`, longest match from left to right; other characters lie between them. Linear. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const entry = byFirst.get(text.charCodeAt(at))?.find((candidate) => text.startsWith(candidate.word, at));
    if (entry === undefined) { at += 1; continue; }
    words.push({ start: at, end: at + entry.word.length, entry });
    at += entry.word.length;
  }
  return words;
}
