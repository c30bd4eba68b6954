/** A stretch between two marks inside a sentence; `mark` is what ends it. Offsets of the text given. */
export type Chunk = { readonly start: number; readonly end: number; readonly mark: string };

/** A sentence: up to 。！？ or the paragraph's end. `shown` hides what stands in brackets and quotes, character for character. */
export type Sentence = { readonly start: number; readonly end: number; readonly shown: string; readonly chunks: readonly Chunk[] };

const PAIRS: Readonly<Record<string, string>> = { "（": "）", "(": ")", "《": "》", "“": "”", "「": "」", "『": "』", "〔": "〕", "【": "】", "〈": "〉" };
const BRACKETS = /[（）()《》“”「」『』〔〕【】〈〉]/gu;
const LONGEST_BRACKET = 240;
const HIDDEN = "＊";

/** Sentences of one paragraph with their chunks. A bracket that never closes hides nothing. */
export function sentencesOf(text: string, start: number, end: number): Sentence[] {
  const shown = hideBrackets(text.slice(start, end));
  const sentences: Sentence[] = [];
  let from = 0;
  const add = (to: number): void => {
    if (to > from && shown.slice(from, to).trim() !== "") sentences.push(sentenceOf(shown, from, to, start));
    from = to;
  };
  for (const { index } of shown.matchAll(/[。！？!?]/gu)) add(index + 1);
  add(shown.length);
  return sentences;
}

function sentenceOf(shown: string, from: number, to: number, offset: number): Sentence {
  const words = shown.slice(from, to);
  const chunks: Chunk[] = [];
  let begin = 0;
  for (const { index, 0: mark } of words.matchAll(/[，；：,;:。！？!?]/gu)) {
    if (joinsDigits(shown, from + index)) continue;
    addChunk(chunks, words, begin, index, mark);
    begin = index + 1;
  }
  addChunk(chunks, words, begin, words.length, "");
  return { start: offset + from, end: offset + to, shown: words, chunks };
}

/** A colon in a time or a ratio (17:00, 6：4), a comma in a number (3,000). 附件1：2022年…, 附件3：1.… go on behind theirs. */
function joinsDigits(text: string, at: number): boolean {
  if (!/[\d０-９]/u.test(text[at - 1] ?? "")) return false;
  const behind = text.slice(at + 1, at + 8);
  const mark = text[at];
  if (mark === ",") return /^\d{3}(?!\d)/u.test(behind);
  return (mark === ":" || mark === "：") && /^[\d０-９]{1,3}(?![\d０-９]|[、．]|\.(?!\d))/u.test(behind);
}

function addChunk(chunks: Chunk[], shown: string, begin: number, end: number, mark: string): void {
  let from = begin;
  let to = end;
  while (from < to && /[\s\u3000]/u.test(shown[from] ?? "")) from += 1;
  while (to > from && /[\s\u3000]/u.test(shown[to - 1] ?? "")) to -= 1;
  if (to > from) chunks.push({ start: from, end: to, mark: mark === "," ? "，" : mark === ";" ? "；" : mark === ":" ? "：" : mark });
}

function hideBrackets(text: string): string {
  const hidden: [number, number][] = [];
  const open: { close: string; at: number }[] = [];
  for (const { index: at, 0: character } of text.matchAll(BRACKETS)) {
    const close = PAIRS[character];
    if (close !== undefined) { open.push({ close, at }); if (open.length > 8) open.shift(); continue; }
    const index = open.findLastIndex((each) => each.close === character);
    if (index < 0) continue;
    const start = open[index]?.at ?? at;
    open.length = index;
    if (at - start <= LONGEST_BRACKET) hidden.push([start, at + 1]);
  }
  if (hidden.length === 0) return text;
  hidden.sort((left, right) => left[0] - right[0]);
  const parts: string[] = [];
  let last = 0;
  for (const [start, end] of hidden) {
    if (start < last) continue;
    parts.push(text.slice(last, start), HIDDEN.repeat(end - start));
    last = end;
  }
  parts.push(text.slice(last));
  return parts.join("");
}
