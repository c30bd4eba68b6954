import type { Words } from "#engines/forms";

/** Why a move cannot be made. */
export type MoveRefusal = { readonly reason: "no-such-move" | "closed" | "other-state" | "not-yours" | "city-only" | "another-person" | "only-if" | "too-late" | "no-record" | "unknown-record" | "record-found" | "not-alone"; readonly problem: Words; readonly remedy: Words };

/** The words of a refusal. */
export function refusalWords(reason: MoveRefusal["reason"]): MoveRefusal {
  return { reason, ...WORDS[reason] };
}

const words = (zh: string, en: string, remedyZh: string, remedyEn: string): { readonly problem: Words; readonly remedy: Words } => ({ problem: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } });

const WORDS: Readonly<Record<MoveRefusal["reason"], { readonly problem: Words; readonly remedy: Words }>> = {
  "no-such-move": words("没有这一步", "There is no such step", "刷新页面，从列出的步骤里选。", "Reload the page and choose among the steps listed."),
  "closed": words("这件事已经办结", "This case is closed", "需要的话另提一件。", "Open another one if it is needed."),
  "other-state": words("现在不是这一步的时候", "This step cannot be taken from where the case stands", "刷新页面，看看现在到了哪一步。", "Reload the page and see where the case stands."),
  "not-yours": words("这一步不由您来办", "This step is not yours to take", "等负责的人来办。", "Leave it to whoever is to take it."),
  "city-only": words("这一步由市里办", "This step is the city's", "请市里的工作人员来办。", "Ask an officer of the city."),
  "another-person": words("这一步要由另一个人办，您办过前面的", "Another person is to take this step: you took one before it", "请同事来办。", "Ask a colleague."),
  "only-if": words("这件事的情况不适用这一步", "This step does not apply to this case", "选别的步骤。", "Choose another step."),
  "too-late": words("过了可以提出的期限", "The time for this has passed", "可以另提一件，或者打热线。", "Open another case, or call the helpline."),
  "no-record": words("没有选登记的记录", "No record of the register was chosen", "从列出的记录里选一条。", "Choose one of the records listed."),
  "unknown-record": words("选的记录对不上，或者今天无效", "That record does not fit the case, or is not valid today", "刷新页面，再选一条。", "Reload the page and choose again."),
  "not-alone": words("别人也反映了同一件事，两件一起办，不能撤回", "Others told of the same thing and it is handled for all of you: it cannot be withdrawn", "您可以不再管它；有变化请补充。", "You need not do anything more; add what has changed, if anything."),
  "record-found": words("登记里有一条今天有效的记录", "The register holds a record that is valid today", "先看这条记录，按查到记录的步骤办。", "Look at that record, then take the step for a record found."),
};
