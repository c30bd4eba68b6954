import type { Modality } from "../reading.ts";

/**
 * Words that set the strength of an order. `predicate` words count only where the sentence's own verb stands;
 * the others wherever they are a word of their own. Add a word here and, where it hides in longer words,
 * add those to `not-modal.ts`.
 */
export type ModalWord = {
  readonly word: string;
  readonly modality: Modality;
  readonly polarity: "do" | "refrain";
  readonly where: "anywhere" | "predicate";
};

const anywhere = (modality: Modality, polarity: "do" | "refrain", words: string): ModalWord[] =>
  words.split(" ").map((word) => ({ word, modality, polarity, where: "anywhere" }));
const predicate = (modality: Modality, polarity: "do" | "refrain", words: string): ModalWord[] =>
  words.split(" ").map((word) => ({ word, modality, polarity, where: "predicate" }));

export const MODAL_WORDS: readonly ModalWord[] = [
  ...anywhere("must", "do", "要 应 应当 应该 须 必须 务必 务须 均应 都要 需 均须 均需 均要 也要 还要 还应 也应"),
  ...predicate("must", "do", "请 敬请 一律 严防 谨防 严守 只能 限期"),
  ...anywhere("must-not", "refrain", "严禁 严格禁止 一律禁止 坚决禁止 不得 不准 不许 一律不 一律不得 一律不准 不应 不应当 不能 不要 切勿 请勿 绝不允许 决不允许 坚决不 绝不能 决不能 不允许"),
  ...predicate("must-not", "refrain", "禁止 暂停"),
  ...anywhere("in-principle", "do", "原则上"),
  ...predicate("encouraged", "do", "鼓励 倡导 提倡 支持 大力支持 鼓励支持 鼓励和支持 支持和鼓励 支持鼓励 鼓励引导 鼓励和引导 引导和鼓励 引导鼓励 积极鼓励 积极支持 优先支持 积极倡导 大力倡导 大力提倡"),
  ...anywhere("permitted", "do", "可以 可 也可 也可以 均可 允许 准许 可适当 可视"),
];
