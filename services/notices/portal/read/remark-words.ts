import type { Remark, RemarkKind } from "#engines/reading";
import { messages, type Language } from "#platform/i18n";

/** A remark of the reader as a sentence a clerk can act on. */
export function remarkInWords(remark: Remark, language: Language): string {
  return words(language)[remark.kind](remark.detail);
}

/** Quoted words may bring their own full stop. */
function closed(words: string, stop: string): string {
  return /[。.！!？?…]$/u.test(words) ? words : words + stop;
}

type RemarkWords = Record<RemarkKind, (detail: string) => { zh: string; en: string }>;

const words = messages({
  "numbering-gap": (detail) => ({
    zh: `条目编号不连续，缺：${detail}。没有重新编号，请对照原件。`,
    en: `The numbering has gaps: ${detail} missing. Nothing was renumbered; check the original.`,
  }),
  "numbering-repeated": (detail) => ({ zh: `编号重复：${detail}。两处都保留了。`, en: `A number is used twice: ${detail}. Both were kept.` }),
  "repeated-body": () => ({ zh: "正文印了两遍，只读第一遍。", en: "The body is printed twice; the first copy was read." }),
  furniture: (detail) => ({
    zh: `有些文字没有当作通知正文来读${detail ? `：${closed(detail, "。")}` : "。"}`,
    en: `Some words were not read as part of the notice${detail ? `: ${closed(detail, ".")}` : "."}`,
  }),
  attachment: (detail) => ({ zh: `带有附件${detail ? `：${closed(detail, "。")}` : "。"}`, en: `It carries an attachment${detail ? `: ${closed(detail, ".")}` : "."}` }),
  "title-missing": () => ({ zh: "文本里没有标题。", en: "The text has no title." }),
  "date-missing": () => ({ zh: "文本里没有日期。", en: "The text has no date." }),
  "issuer-missing": () => ({ zh: "文本里没有写制发机关。", en: "The text names no issuing body." }),
  "addressees-missing": () => ({ zh: "文本里没有写发给谁。", en: "The text names no addressees." }),
  "encoding-guessed": (detail) => ({
    zh: `文件没有写明文字编码，按${detail || "推测的编码"}读的。有乱码请另存为 UTF-8。`,
    en: `The file does not state its encoding; it was read as ${detail || "a guess"}. If characters look wrong, save it as UTF-8.`,
  }),
  "traditional-converted": () => ({ zh: "原件是繁体字，转成简体后读的。", en: "The original is in traditional characters; it was converted to simplified ones." }),
  "text-truncated": () => ({ zh: "文本像是没有完，末尾可能缺字。", en: "The text seems to stop short; its end may be missing." }),
  "no-text": () => ({ zh: "没有读到文字。", en: "No text was found." }),
  "not-chinese": () => ({ zh: "这不像中文公文，可能读不出任务。", en: "This does not look like a Chinese official text; duties may not be found." }),
} satisfies RemarkWords);
