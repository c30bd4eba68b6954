import type { FieldProblem } from "#platform/http";
import { bodyKey, type Headcount, type StayingPack } from "./headcount.ts";

/** What is wrong with a headcount, each fault with its field; nothing when it may be filed. `today` is the day of the policy clock. */
export function headcountFaults(headcount: Headcount, { kinds, reasons }: Pick<StayingPack, "kinds" | "reasons">, today: string): readonly FieldProblem[] {
  const { body, kind, day, total, staying, leaving } = headcount;
  const given = Object.entries(headcount.reasons);
  const sum = given.reduce((all, [, people]) => all + people, 0);
  const wrong: FieldProblem[] = [];
  if (bodyKey(body).length < 2) wrong.push({ field: "body", ...NO_BODY });
  if (!kinds.some(({ key }) => key === kind)) wrong.push({ field: "kind", ...NO_KIND });
  if (day > today) wrong.push({ field: "day", ...TO_COME });
  else if (daysBetween(day, today) > DAYS_BACK_MAX) wrong.push({ field: "day", ...TOO_OLD });
  for (const [reason] of given) if (!reasons.value.some(({ key }) => key === reason)) wrong.push({ field: `reasons.${reason}`, ...NO_REASON });
  if (staying + leaving > total) wrong.push({ field: "total", ...moreThanAll(total, staying, leaving) });
  if (sum !== leaving) wrong.push({ field: "reasons", ...otherSum(leaving, sum) });
  return wrong;
}

/** Longer ago is a slip of the year rather than a late filing. */
const DAYS_BACK_MAX = 60;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

const NO_BODY = { problem: { zh: "没有写单位名称", en: "The name of the body is missing" }, remedy: { zh: "写单位全称，至少两个字。", en: "Write its full name, two signs at least." } };
const NO_KIND = { problem: { zh: "没有选单位类别", en: "No kind of body is chosen" }, remedy: { zh: "从列表里选一类。", en: "Choose one from the list." } };
const TO_COME = { problem: { zh: "这一天还没到", en: "This day is still to come" }, remedy: { zh: "填今天或者以前的日子。", en: "Give today or a day before." } };
const TOO_OLD = { problem: { zh: `这一天过去超过 ${DAYS_BACK_MAX} 天了`, en: `This day is more than ${DAYS_BACK_MAX} days ago` }, remedy: { zh: "核对年份和月份。", en: "Check year and month." } };
const NO_REASON = { problem: { zh: "没有这个离开原因", en: "There is no such reason" }, remedy: { zh: "用表上列出的原因；都不合适就算在“其他”里。", en: "Use the reasons listed; count people under Other where none fits." } };

function moreThanAll(total: number, staying: number, leaving: number): Omit<FieldProblem, "field"> {
  return {
    problem: { zh: `留下 ${staying} 人、离开 ${leaving} 人，合计比总人数 ${total} 还多`, en: `${staying} staying and ${leaving} leaving are more than ${total} in all` },
    remedy: { zh: "核对这三个数；还没定的人不用填，算在总人数里。", en: "Check the three numbers; people who have not decided are in the total alone." },
  };
}

function otherSum(leaving: number, sum: number): Omit<FieldProblem, "field"> {
  return {
    problem: { zh: `各项原因合计 ${sum} 人，离开的是 ${leaving} 人，对不上`, en: `The reasons add up to ${sum}, but ${leaving} are leaving` },
    remedy: { zh: "改到两个数相等；不清楚原因的算在“其他”里。", en: "Make the two the same; count people under Other where the reason is not known." },
  };
}
