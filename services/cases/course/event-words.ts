import type { CaseEvent, CaseType } from "#engines/cases";
import { type Answers, type Form, valueInWords } from "#engines/forms";
import type { LocalText } from "#platform/i18n";

/** An answer beside its question. */
export type ShownAnswer = { readonly name: LocalText; readonly shown: LocalText };
/** What places are called, by code. */
export type PlaceNames = (code: string) => LocalText;

/** Answers beside their questions, in the order they were asked; those that hold files are left to the list of files. */
export function shownAnswers(form: Form, answers: Answers, places: PlaceNames): readonly (ShownAnswer & { readonly key: string; readonly personal: boolean })[] {
  return form.flatMap((field) => {
    const value = answers[field.key];
    if (value === undefined || field.kind === "files") return [];
    const shown = (language: "zh" | "en"): string => valueInWords(field, value, language, (code) => places(code)[language]);
    return [{ key: field.key, name: field.name, shown: { zh: shown("zh"), en: shown("en") }, personal: field.privacy === "personal" }];
  });
}

/** What happened, for officers. */
export function eventWords(type: CaseType, event: CaseEvent, places: PlaceNames, nameOf: (person: string) => string): LocalText {
  switch (event.kind) {
    case "opened": return OPENED[event.via];
    case "moved": {
      const { zh, en } = type.moves.find(({ key }) => key === event.move)?.name ?? { zh: event.move, en: event.move };
      return event.mergedFrom === undefined ? { zh, en } : { zh: `${zh}（并入的 ${event.mergedFrom.number} 的申请人）`, en: `${en} (the applicant of ${event.mergedFrom.number}, merged here)` };
    }
    case "escalated": return { zh: "过了期限，市里一起督办", en: "The deadline passed: the city sees to it too" };
    case "assigned": return event.to === null ? { zh: "交回给大家办", en: "Given back to everybody" } : { zh: `交给${nameOf(event.to)}办`, en: `Given to ${nameOf(event.to)}` };
    case "handed-over": return { zh: `转给${places(event.district).zh}办理`, en: `Handed over to ${places(event.district).en}` };
    case "supplemented": return { zh: "申请人补充了材料", en: "The applicant added something" };
    case "nudged": return { zh: "申请人催办", en: "The applicant asked for it to be hurried" };
    case "noted": return { zh: "内部记录", en: "A note for officers" };
    case "merged": return { zh: `并入 ${event.into.number}`, en: `Merged into ${event.into.number}` };
    case "rated": return event.satisfied ? { zh: "申请人评价：满意", en: "The applicant was satisfied" } : { zh: "申请人评价：不满意", en: "The applicant was not satisfied" };
  }
}

/** The same for the person who asked; null: it is no business of theirs. */
export function publicWords(type: CaseType, event: CaseEvent, places: PlaceNames): LocalText | null {
  switch (event.kind) {
    case "opened": return TOLD[event.via];
    case "moved": {
      const move = type.moves.find(({ key }) => key === event.move);
      return move?.public ?? type.states.find(({ key }) => key === event.to)?.public ?? null;
    }
    case "escalated": return { zh: "过了期限还没办完，市里一起督办", en: "The deadline has passed: the city is seeing to it too" };
    case "handed-over": return { zh: `转给${places(event.district).zh}办理`, en: `Passed on to ${places(event.district).en}` };
    case "supplemented": return { zh: "您补充了材料", en: "You added something" };
    case "nudged": return { zh: "您催办了一次", en: "You asked for it to be hurried" };
    case "merged": return { zh: "有人反映过同一件事，两件一起办", en: "Somebody had told of the same thing: both go on together" };
    case "rated": return event.satisfied ? { zh: "您评价：满意", en: "You were satisfied" } : { zh: "您评价：不满意", en: "You were not satisfied" };
    case "assigned": case "noted": return null;
  }
}

/** What somebody said with it. */
export function wordsOf(event: CaseEvent): string | null {
  if (event.kind === "moved" || event.kind === "handed-over") return event.reason === "" ? null : event.reason;
  if (event.kind === "supplemented" || event.kind === "noted" || event.kind === "rated") return event.text === "" ? null : event.text;
  return null;
}

type Via = Extract<CaseEvent, { kind: "opened" }>["via"];
const OPENED: Readonly<Record<Via, LocalText>> = {
  portal: { zh: "网上提交", en: "Sent in on the website" }, telephone: { zh: "电话反映，工作人员登记", en: "By telephone, taken down by an officer" }, counter: { zh: "当面反映，工作人员登记", en: "In person, taken down by an officer" },
  paper: { zh: "来信，工作人员登记", en: "By letter, taken down by an officer" }, officer: { zh: "工作人员立件", en: "Opened by an officer" }, record: { zh: "由登记记录立件", en: "Opened by a record of a register" },
};
const TOLD: Readonly<Record<Via, LocalText>> = { ...OPENED, portal: { zh: "您提交了", en: "You sent it in" }, telephone: { zh: "您打来电话，工作人员登记了", en: "You telephoned, and an officer took it down" }, counter: { zh: "您当面提出，工作人员登记了", en: "You came in person, and an officer took it down" }, paper: { zh: "您来信，工作人员登记了", en: "You wrote, and an officer took it down" } };
