import type { Correction, CorrectionRefusal } from "#engines/reading";
import type { LocalText } from "#platform/i18n";

/** Why an edit of the reading cannot be taken, as an officer who made it with a form needs to hear it. */
export function refusalInWords({ reason, words }: Pick<CorrectionRefusal, "reason" | "words">, kind: Correction["change"]["kind"]): { readonly problem: LocalText; readonly remedy: LocalText } {
  const say = kind === "merge" && reason === "merge-across-sentences" ? NOT_ONE_SENTENCE : WORDS[reason];
  const start = words.length > 24 ? `${words.slice(0, 24)}…` : words;
  return { problem: { zh: say.problem.zh.replace("*", start), en: say.problem.en.replace("*", start) }, remedy: say.remedy };
}

const said = (problemZh: string, problemEn: string, remedyZh: string, remedyEn: string) => ({ problem: { zh: problemZh, en: problemEn }, remedy: { zh: remedyZh, en: remedyEn } });

const WORDS: Readonly<Record<CorrectionRefusal["reason"], ReturnType<typeof said>>> = {
  "no-such-order": said("现在读出的任务里没有“*”", "No duty as read now has the words “*”", "撤销这处改动，在那项任务上重新改", "undo this edit and make it again at the duty"),
  "several-orders": said("“*”不止一处，分不出说的是哪一项", "“*” stands in several places, so it is not clear which is meant", "多复制几个字，只对得上一处", "copy a few more words, so that only one place fits"),
  "words-not-in-text": said("原文里没有“*”", "The text of the notice does not hold “*”", "从原文里原样复制，一个字也不改", "copy it from the text exactly as it stands"),
  "excerpt-not-in-sentence": said("“*”和那项任务不在同一句里", "“*” is not in the same sentence as that duty", "只复制同一句里的字", "copy words of that one sentence"),
  "already-there": said("“*”已经读出来了", "“*” was already read as a duty", "在上面的任务里找到它，要改就改那一项", "find it among the duties above and change it there"),
  "split-outside-order": said("这项任务不能从“*”拆开", "This duty cannot be split at “*”", "从这项任务里复制第二件事开头的几个字", "copy the first words of the second thing from this duty"),
  "merge-across-sentences": said("“*”跨了两句", "“*” goes over more than one sentence", "一项任务只复制一句里的字；有两句就加两次", "copy words of one sentence; for two sentences add two duties"),
};
const NOT_ONE_SENTENCE = said("下一项在另一句里，并不起来", "The next duty stands in another sentence and cannot be joined", "两项分开留着，或者把其中一项去掉", "keep both, or take one of them away");
