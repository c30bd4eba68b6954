import type { CaseType } from "#engines/cases";
import { holds, type RecordType } from "#engines/registers";
import { checkAnswers, type Answers, type FormSetting } from "#engines/forms";
import { dayInChina } from "#platform/i18n";
import type { RecordOrder } from "#services/cases/server";
import { WritingRefused, type RecordKept } from "#services/registers/server";

/** The cases that a record which was just kept opens, by its type: their answers stand in the pack, or are taken from the record (`$field`). Only a new record opens any. */
export function ordersOf({ type, district, id, isNew, values, at }: Pick<RecordKept, "type" | "district" | "id" | "isNew" | "values" | "at">): readonly RecordOrder[] {
  if (!isNew) return [];
  return type.opens.filter(({ when }) => when === null || holds(when, values, dayInChina(at))).map((opens, number): RecordOrder => ({ type: opens.case, source: `${type.key}:${district}:${id}:${number}`, answers: taken(opens, { ...values, [type.district]: district }) }));
}

function taken({ answers }: RecordType["opens"][number], values: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).flatMap(([field, said]) => {
    const value = said.startsWith("$") ? values[said.slice(1)] : said;
    return value === undefined ? [] : [[field, value]];
  }));
}

/** Throws, in words for whoever keeps the record, when it cannot open its case: a text is too long for it, or the type is not served. */
export function expectOpenable(register: Pick<RecordType, "opens" | "district">, order: RecordOrder, type: CaseType | undefined, form: FormSetting): void {
  const name = type?.name ?? { zh: order.type, en: order.type };
  const faults = type === undefined ? [{ field: "", problem: NOT_SERVED, remedy: TELL }] : checkAnswers(type.form, order.answers, form).faults;
  if (faults.length === 0) return;
  const answers = register.opens.filter(({ case: key }) => key === order.type).flatMap((opens) => Object.entries(opens.answers));
  throw new WritingRefused(faults.map(({ field, problem, remedy }) => {
    const from = answers.find(([key, said]) => key === field && said.startsWith("$"))?.[1].slice(1);
    return { field: from ?? register.district, problem: { zh: `这条记录开不了事项“${name.zh}”：${problem.zh}`, en: `This record cannot open its case “${name.en}”: ${problem.en}` }, remedy };
  }));
}

const NOT_SERVED = { zh: "现在没有这种事项", en: "there is no such type of cases now" };
const TELL = { zh: "告诉管理资料包的人。", en: "Tell whoever looks after the pack." };
