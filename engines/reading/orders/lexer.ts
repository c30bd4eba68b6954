import { MODAL_WORDS, type ModalWord } from "../lexicon/modal-words.ts";
import { NOT_MODAL } from "../lexicon/not-modal.ts";
import { LIGHT_VERBS, NOUN_LIKE_VERBS, ORDER_VERBS, REFRAIN_VERBS, REFUSED_VERBS } from "../lexicon/order-verbs.ts";
import { ADVERBS, CONNECTIVES, NOT_OPENERS, OPENERS } from "../lexicon/phrases.ts";

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

for (const word of [...NOT_MODAL, ...NOT_OPENERS]) entryFor(word);
for (const modal of MODAL_WORDS) entryFor(modal.word).modal = modal;
for (const word of ORDER_VERBS) entryFor(word).verb = true;
for (const word of NOUN_LIKE_VERBS) entryFor(word).nounLike = true;
for (const word of LIGHT_VERBS) entryFor(word).light = true;
for (const word of REFRAIN_VERBS) entryFor(word).refrain = true;
for (const word of ADVERBS) entryFor(word).adverb = true;
for (const word of CONNECTIVES) entryFor(word).connective = true;
for (const word of OPENERS) entryFor(word).opener = true;
for (const entries of byFirst.values()) entries.sort((left, right) => right.word.length - left.word.length);

/** Words of the lexicon in `text`, longest match from left to right, but for a modal word that a longer word hides (应收回); other characters lie between them. Linear. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const entry = byFirst.get(text.charCodeAt(at))?.find((candidate) => text.startsWith(candidate.word, at));
    if (entry === undefined) { at += 1; continue; }
    const found = hidesModal(text, at, entry) ?? entry;
    words.push({ start: at, end: at + found.word.length, entry: found });
    at += found.word.length;
  }
  return words;
}

/** 应收回 is 应 and 收回, though 应收 is a word (应收款): the modal word a longer word hides, where a verb reaches over that word's end, or null. */
function hidesModal(text: string, at: number, { word, modal, verb, nounLike, light, adverb, opener }: Entry): Entry | null {
  if (word.length < 2 || modal !== null || verb || nounLike || light || adverb || opener) return null;
  const own = byFirst.get(text.charCodeAt(at))?.find((candidate) => candidate.word.length === 1);
  // 应检查项目包括…: what is to be done, not an order.
  if (own === undefined || own.modal === null || (at === 0 && /^.{2,14}?(?:的|已|共|见|包括|要求，)/u.test(text.slice(0, 16)))) return null;
  if (word === "应对") return CONCERNS.test(text.slice(at, at + 60)) && !COPES.test(text.slice(Math.max(0, at - 4), at)) ? own : null;
  const behind = byFirst.get(text.charCodeAt(at + 1))?.find((candidate) => text.startsWith(candidate.word, at + 1));
  const act = behind !== undefined && (behind.verb || behind.nounLike || behind.light || behind.refrain) ? behind.word : REFUSED_VERBS.find((each) => each.length > 1 && text.startsWith(each, at + 1));
  return act !== undefined && 1 + act.length > word.length ? own : null;
}

/** 应对申请材料进行审查: 应, and 对 before what is examined; 应对疫情 is one word. */
const CONCERNS = /^应对[^，。；：]{1,40}?(?:进行|予以|给予|作出|做出|加以|严格)(?!了|的|方案)/u;
const COPES = /(?:成功|加强|做好|提高|有效|妥善|积极|科学|全力|共同|联合|及时|抓好|为|来|的)$/u;
