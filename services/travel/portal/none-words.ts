import type { LocalText } from "#platform/i18n";

/** Why nobody can tell, and what helps. */
export type NoneReason = "no-list" | "other-lists" | "no-rule" | "withheld" | "no-answer";
export const NONE_WORDS: Readonly<Record<NoneReason, { readonly what: LocalText; readonly help: LocalText }>> = {
  "no-list": { what: { zh: "还没有风险地区名单，不知道哪里是什么等级。", en: "There is no list of risk areas yet, so no place has a level." }, help: { zh: "请打电话问。", en: "Please ask by telephone." } },
  "other-lists": { what: { zh: "现在的名单按另一版防控方案划定，这份通知的规定不能照着用。", en: "The list of today follows another edition of the control plan, so this notice cannot be applied to it." }, help: { zh: "请打电话问现在的规定。", en: "Please ask by telephone what applies now." } },
  "no-rule": { what: { zh: "那一天没有生效的规定。", en: "No rule is in force on that day." }, help: { zh: "换一个日子，或者打电话问。", en: "Choose another day, or ask by telephone." } },
  withheld: { what: { zh: "规则表现在核对不了真伪，先不回答。", en: "The rule cannot be proved genuine at the moment, so it is not answered by." }, help: { zh: "请打电话问。", en: "Please ask by telephone." } },
  "no-answer": { what: { zh: "规则表没有写这种情况。", en: "The rule says nothing of this case." }, help: { zh: "请打电话问。", en: "Please ask by telephone." } },
};
