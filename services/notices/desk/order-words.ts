import { messages } from "#platform/i18n";

/** The words of duties on every screen of the desk: strengths, and what else can be said of one. */
export const orderWords = messages({
  must: { zh: "必须", en: "Must" }, "must-not": { zh: "严禁", en: "Must not" }, "in-principle": { zh: "原则上", en: "In principle" },
  encouraged: { zh: "鼓励", en: "Encouraged" }, permitted: { zh: "可以", en: "Allowed" }, "needs-approval": { zh: "须经批准", en: "Needs approval" },
  strength: { zh: "力度", en: "Strength" },
  actors: { zh: "谁来做", en: "Who" },
  approver: { zh: "谁批准", en: "Approved by" },
  condition: { zh: "什么条件下", en: "Condition" },
  exception: { zh: "什么除外", en: "Exception" },
  deadline: { zh: "时限（原文的字）", en: "Time limit (in the notice's words)" },
});
