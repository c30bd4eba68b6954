import type { Modality } from "../reading.ts";

/**
 * Words that set the strength of an order. `predicate` words count only where the sentence's own verb stands;
 * the others wherever they are a word of their own. To add a word, add it to its line; where its characters also
 * hide inside longer words, add those to `not-modal.ts`.
 */
export type ModalWord = {
  readonly word: string;
  readonly modality: Modality;
  readonly polarity: "do" | "refrain";
  readonly where: "anywhere" | "predicate";
};

const line = (modality: Modality, polarity: ModalWord["polarity"], where: ModalWord["where"], words: string): ModalWord[] =>
  words.split(" ").map((word) => ({ word, modality, polarity, where }));

export const MODAL_WORDS: readonly ModalWord[] = [
  ...line("must", "do", "anywhere", "要 应 应当 应该 须 必须 务必 务须 均应 都要 需 均须 均需 均要 也要 还要 还应 也应 只能"),
  ...line("must", "do", "predicate", "请 敬请 一律 严防 谨防 严守 限期 责成"),
  ...line("must-not", "refrain", "anywhere", "严禁 严格禁止 一律禁止 坚决禁止 不得 不准 不许 一律不 一律不得 一律不准 一律不予 不应 不应当 不能 不要 切勿 请勿 勿 绝不允许 决不允许 不允许 绝不能 决不能 不可以 无权 不予"),
  ...line("must-not", "refrain", "predicate", "禁止 暂停 停止 暂缓 杜绝"),
  ...line("in-principle", "do", "anywhere", "原则上"),
  ...line("encouraged", "do", "predicate", "鼓励 倡导 提倡 倡议 支持 建议 扶持和鼓励 鼓励支持 鼓励和支持 支持和鼓励 支持鼓励 鼓励引导 鼓励和引导 引导和鼓励 引导鼓励 鼓励、支持 支持、鼓励 鼓励、引导"),
  ...line("permitted", "do", "anywhere", "可以 可 后方可 也可 也可以 均可 允许 准许 可适当 可视 可按 可由"),
];
