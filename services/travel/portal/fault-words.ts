import type { LocalText } from "#platform/i18n";
import type { QuestionFault, RuleText } from "../decision/index.ts";

/** What is wrong with a field of the question and what to do, in words. */
export function faultWords({ field, code }: Pick<QuestionFault, "field"> & { readonly code: string }, facts: RuleText["facts"]): { readonly problem: LocalText; readonly remedy: LocalText } {
  const name = FIELDS[field] ?? (Object.hasOwn(facts, field) ? facts[field]?.name : undefined) ?? { zh: field, en: field };
  const words = WORDS[code] ?? WORDS["no-value"];
  const filled = ({ zh, en }: LocalText): LocalText => ({ zh: zh.replace("{field}", name.zh), en: en.replace("{field}", name.en) });
  return { problem: filled(words?.[0] ?? name), remedy: filled(words?.[1] ?? name) };
}

const FIELDS: Readonly<Record<string, LocalText>> = {
  from: { zh: "住在哪里", en: "where you live" }, to: { zh: "要去哪里", en: "where you go" }, via: { zh: "中途停留的地方", en: "where you stop on the way" }, on: { zh: "哪天走", en: "the day you leave" }, until: { zh: "哪天回来", en: "the day you are back" },
};
const WORDS: Readonly<Record<string, readonly [LocalText, LocalText]>> = {
  empty: [{ zh: "还没填：{field}", en: "Not filled in yet: {field}" }, { zh: "填上再看结果。", en: "Fill it in to see the answer." }],
  "unknown-place": [{ zh: "没有找到这个地方：{field}", en: "This place was not found: {field}" }, { zh: "写省、市、县区的全名，例如“河北省石家庄市藁城区”。", en: "Write province, city and county in full, in Chinese or pinyin, e.g. 河北省石家庄市藁城区." }],
  several: [{ zh: "好几个地方叫这个名字：{field}", en: "Several places have this name: {field}" }, { zh: "从下面选一个，或者把省、市写全。", en: "Choose one below, or write its province and city too." }],
  "two-places": [{ zh: "这里像是写了两个地方：{field}", en: "This looks like two places: {field}" }, { zh: "只写一个；中途停留的写在“中途”里。", en: "Write one; stops on the way have a field of their own." }],
  "no-district": [{ zh: "还要写哪个旗县市区：{field}", en: "Which district of the city: {field}" }, { zh: "选一个旗县市区；各地的规定可能不一样。", en: "Choose a district; rules may differ between them." }],
  contradicts: [{ zh: "选的旗县市区和下面写的地方对不上", en: "The district chosen and the place written below do not agree" }, { zh: "改其中一个；不住在本市的，选最后一项。", en: "Change one of them; if you live outside the city, choose the last entry." }],
  "not-on-lists": [{ zh: "风险名单不包括这个地方：{field}", en: "The lists of risk areas say nothing of this place: {field}" }, { zh: "请打电话问。", en: "Please ask by telephone." }],
  past: [{ zh: "这一天已经过去了：{field}", en: "This day is over: {field}" }, { zh: "写今天或者以后的日子。", en: "Write today or a later day." }],
  "no-date": [{ zh: "看不懂这个日子：{field}", en: "This is no day: {field}" }, { zh: "写成 2021-02-01。", en: "Write it as 2021-02-01." }],
  before: [{ zh: "回来的日子在走的日子之前", en: "You would be back before you leave" }, { zh: "改一下哪天走或者哪天回来。", en: "Change one of the two days." }],
  "too-late": [{ zh: "这个日子太远：{field}", en: "This day is too far ahead: {field}" }, { zh: "最多问一年以内。", en: "Ask for a year ahead at most." }],
  "too-long": [{ zh: "地名太长：{field}", en: "This name is too long: {field}" }, { zh: "写到街道、乡镇或者小区就够了。", en: "A township or an estate is enough." }],
  "too-many": [{ zh: "中途停留的地方太多", en: "Too many stops" }, { zh: "最多写四个。", en: "Name four at most." }],
  "no-value": [{ zh: "没有这个选项：{field}", en: "There is no such choice: {field}" }, { zh: "从选项里选一个。", en: "Choose one of those given." }],
};
