import type { Choice, Form, Words } from "./form.ts";
import { plainName } from "./reading/read-text.ts";

/** What is wrong with a form itself: at which of its fields, in which part of it, and what to do. */
export type FormFault = { readonly at: number; readonly part: string; readonly problem: Words; readonly remedy: Words };

/** Checks that every question can be asked: keys unique, conditions on earlier questions with answers that these have, choices named once, bounds in order. */
export function checkForm(form: Form): readonly FormFault[] {
  const faults: FormFault[] = [];
  form.forEach((field, at) => {
    if (form.findIndex(({ key }) => key === field.key) < at) faults.push({ at, part: "key", problem: { zh: `“${field.key}”重复`, en: `“${field.key}” is used twice` }, remedy: { zh: "改成另一个名字。", en: "Give it another key." } });
    if ((field.kind === "choice" || field.kind === "choices") && new Set(field.choices.map(({ key }) => key)).size < field.choices.length) faults.push({ at, part: "choices", problem: { zh: "有两个选项同名", en: "Two choices share a key" }, remedy: { zh: "每个选项用自己的名字。", en: "Give each choice its own key." } });
    if ((field.kind === "choice" || field.kind === "choices") && isAmbiguous(field.choices)) faults.push({ at, part: "choices", problem: { zh: "有两个选项名称一样", en: "Two choices have the same name" }, remedy: { zh: "写成能分清的名称。", en: "Name them so that they can be told apart." } });
    if (field.kind === "number" && field.min !== null && field.max !== null && field.min > field.max) faults.push({ at, part: "min", problem: { zh: "最小值比最大值大", en: "The least is more than the most" }, remedy: { zh: "核对 min 和 max。", en: "Check min and max." } });
    if (field.kind === "identity-number" && field.privacy !== "personal") faults.push({ at, part: "privacy", problem: { zh: "身份证号码是个人信息", en: "An identity number is personal" }, remedy: { zh: "写 privacy: personal。", en: "Write privacy: personal." } });
    const { onlyIf } = field;
    if (onlyIf === null) return;
    const earlier = form.slice(0, at).find(({ key }) => key === onlyIf.field);
    if (earlier === undefined) { faults.push({ at, part: "onlyIf", problem: { zh: `前面没有“${onlyIf.field}”这一问`, en: `No question “${onlyIf.field}” comes before` }, remedy: { zh: "写前面一问的名字。", en: "Name a question that comes before." } }); return; }
    const possible: readonly (string | boolean)[] | null = earlier.kind === "yes-no" ? [true, false] : earlier.kind === "choice" || earlier.kind === "choices" ? earlier.choices.map(({ key }) => key) : null;
    if (possible === null) faults.push({ at, part: "onlyIf", problem: { zh: "条件只能看选择题或者是非题", en: "A condition can only look at a choice or a yes-no question" }, remedy: { zh: "换一问做条件。", en: "Let it hang on such a question." } });
    else if (onlyIf.is.length === 0 || onlyIf.is.some((each) => !possible.includes(each))) faults.push({ at, part: "onlyIf", problem: { zh: "条件里的答案不在那一问的选项里", en: "The condition names an answer that question does not have" }, remedy: { zh: "从那一问的选项里写。", en: "Name answers of that question." } });
  });
  return faults;
}

/** Could a table that names a choice mean two of them? */
function isAmbiguous(choices: readonly Choice[]): boolean {
  const names = choices.flatMap(({ key, name }) => [...new Set([key, name.zh, name.en].map(plainName))]);
  return new Set(choices.map(({ key }) => key)).size === choices.length && new Set(names).size < names.length;
}
