import type { Choice, Field, FormSetting, Value, Words } from "../form.ts";
import { identityNumber } from "./identity-number.ts";
import { textBound, tooLong } from "./text-bounds.ts";

/** What a text says as an answer: a value, nothing, or why it is none. */
export type TextReading = { readonly value: Value | null; readonly fault: { readonly problem: Words; readonly remedy: Words } | null };

/**
 * Reads one answer as people write it in a field of a page or a cell of a table: full-width digits, thousands separators, 年月日, names of choices and districts. Whether an
 * answer must be given, and what fits beside others, is not looked at. Never throws.
 */
export function readText(field: Field, written: string, setting: FormSetting): TextReading {
  const trimmed = written.trim();
  if (trimmed === "") return { value: null, fault: null };
  const most = textBound(field, setting);
  if (trimmed.length > most) return wrong(beyond(field, trimmed.length, most));
  const text = trimmed.normalize("NFC").replaceAll("\r\n", "\n");
  switch (field.kind) {
    case "text": return told(text.replaceAll(/\s+/gu, " "));
    case "long-text": return told(text);
    case "number": return numberIn(text, field.unit);
    case "money": return yuanIn(text);
    case "day": return orFault(dayIn(text), DAY);
    case "moment": return orFault(momentIn(text), MOMENT);
    case "yes-no": return orFault(truthIn(text), YES_NO);
    case "choice": return orFault(choiceIn(field, text), notAChoice(field.choices));
    case "choices": return choicesIn(field, text);
    case "district": return orFault(setting.districts.find(({ code, names }) => [code, ...names].some((each) => plainName(each) === plainName(text)))?.code ?? null, DISTRICT);
    case "telephone": return orFault(telephoneIn(text), TELEPHONE);
    case "identity-number": return orFault(identityNumber(halfWidth(text)), IDENTITY);
    case "hours": return orFault(setting.hours(text), HOURS);
    case "point": return orFault(pointIn(text), POINT);
    case "files": return told(text.split(/[\s,]+/u));
  }
}

const told = (value: Value): TextReading => ({ value, fault: null });
const wrong = (fault: { readonly problem: Words; readonly remedy: Words }): TextReading => ({ value: null, fault });
const orFault = (value: Value | null, fault: { readonly problem: Words; readonly remedy: Words }): TextReading => (value === null ? wrong(fault) : told(value));

function beyond(field: Field, length: number, most: number): { readonly problem: Words; readonly remedy: Words } {
  switch (field.kind) {
    case "text": case "long-text": return tooLong(length, field.lengthMax);
    case "choice": case "choices": return notAChoice(field.choices);
    case "number": return NUMBER;
    case "money": return MONEY;
    case "day": return DAY;
    case "moment": return MOMENT;
    case "yes-no": return YES_NO;
    case "district": return DISTRICT;
    case "telephone": return TELEPHONE;
    case "identity-number": return IDENTITY;
    case "hours": return HOURS;
    case "point": return POINT;
    case "files": return tooLong(length, most);
  }
}

/** Signs of the full-width block as their usual ones. */
export function halfWidth(text: string): string {
  return text.replaceAll(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xFE_E0)).replaceAll("\u3000", " ").trim();
}

/** Thousands are set apart by a comma only where each group has three digits, so that a decimal comma is not taken for one. */
function plainNumber(text: string): string | null {
  const half = halfWidth(text).replaceAll(/\s/gu, "");
  const joined = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(half) ? half.replaceAll(",", "") : half;
  return /^[+-]?\d{1,15}(?:\.\d{1,6})?$/u.test(joined) ? joined : null;
}

/** The unit may stand behind it: 36.5摄氏度. */
function numberIn(text: string, unit: Words | null): TextReading {
  const half = halfWidth(text);
  const behind = unit === null ? undefined : [unit.zh, unit.en].map(halfWidth).find((each) => each !== "" && half.endsWith(each));
  const plain = plainNumber(behind === undefined ? half : half.slice(0, -behind.length));
  // Nobody tells less than nothing from nothing.
  return plain === null ? wrong(NUMBER) : told(Number(plain) + 0);
}

/** Whole fen; read sign by sign, so that no sum is lost to a binary fraction. */
function yuanIn(text: string): TextReading {
  const plain = plainNumber(halfWidth(text).replace(/^(?:[¥￥]|CNY|RMB)/iu, "").replace(/(?:元|yuan|CNY|RMB)$/iu, ""));
  const [, sign = "", yuan = "", fen = ""] = plain === null ? [] : /^([+-]?)(\d+)(?:\.(\d{1,2}))?0*$/u.exec(plain) ?? [];
  if (yuan === "" || yuan.length > 13) return wrong(MONEY);
  const amount = Number(yuan) * 100 + Number(fen.padEnd(2, "0"));
  return told(sign === "-" && amount > 0 ? -amount : amount);
}

function dayIn(text: string): string | null {
  const [, year = "", month = "", date = ""] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(halfWidth(text)) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(halfWidth(text)) ?? [];
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

/** Is it a day of the calendar, written `2021-01-26`? */
export function isDay(day: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/u.test(day)) return false;
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === day;
}

function momentIn(text: string): string | null {
  // Spreadsheets write seconds that nobody told.
  const [, day = "", hours = "", minutes = "00"] = /^(.*?\d日|.*?\d(?=[\sT]))(?:\s*|T)(\d{1,2})\s*(?:[:时点]\s*(\d{1,2})分?(?::[0-5]\d)?|[时点])$/u.exec(halfWidth(text)) ?? [];
  const known = dayIn(day);
  if (known === null || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${known}T${hours.padStart(2, "0")}:${minutes.padStart(2, "0")}`;
}

function truthIn(text: string): boolean | null {
  if (/^(?:是|有|对|√|y|yes|true|1)$/iu.test(text)) return true;
  return /^(?:否|不是|没有|无|×|n|no|false|0)$/iu.test(text) ? false : null;
}

/** A name whatever the width of its signs, their case and its spaces: 米饭(1份) is 米饭（1份）. */
export function plainName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/\s/gu, "");
}

function choiceIn({ choices }: ChoiceField, text: string): string | null {
  let named = NAMED.get(choices);
  // The first of two that are named alike.
  if (named === undefined) NAMED.set(choices, named = new Map(choices.toReversed().flatMap(({ key, name }) => [key, name.zh, name.en].map((each) => [plainName(each), key] as const))));
  return named.get(plainName(text)) ?? null;
}
/** Choices by everything they are called, worked out once a form. */
const NAMED = new WeakMap<readonly Choice[], ReadonlyMap<string, string>>();

/** Names may hold the signs that stand between them (特种设备（电梯、锅炉等）): of the parts in a row, the most that make a name are one. */
function choicesIn(field: ChoiceField, text: string): TextReading {
  const parts = text.split(BETWEEN);
  const most = Math.max(...field.choices.flatMap(({ name }) => [name.zh, name.en]).map((name) => name.split(BETWEEN).length));
  const read: string[] = [];
  for (let from = 0; from < parts.length;) {
    const part = parts[from]?.trim() ?? "";
    if (part === "" || BETWEEN.test(part)) { from += 1; continue; }
    const named = longestName(field, parts.slice(from, from + most));
    if (named === null) return wrong(notAChoice(field.choices));
    read.push(named.key);
    from += named.length;
  }
  return told([...new Set(read)]);
}

function longestName(field: ChoiceField, parts: readonly string[]): { readonly key: string; readonly length: number } | null {
  for (let length = parts.length; length > 0; length -= 1) {
    const key = choiceIn(field, parts.slice(0, length).join(""));
    if (key !== null) return { key, length };
  }
  return null;
}
type ChoiceField = Extract<Field, { kind: "choice" | "choices" }>;
/** Kept among the parts, so that parts can be joined again. */
const BETWEEN = /([;；、,，\n])/u;

/** Mainland numbers, mobile or with area code, service numbers, or one from abroad with its plus. Kept as digits. */
function telephoneIn(text: string): string | null {
  const digits = halfWidth(text).replaceAll(/[\s()-]/gu, "");
  return /^(?:1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7}|1\d{2,4}|[48]00\d{7}|\+\d{7,15})$/u.test(digits) ? digits : null;
}

function pointIn(text: string): Value | null {
  const [, latitude, longitude] = /^([+-]?\d{1,2}(?:\.\d{1,8})?)\s*[,，\s]\s*([+-]?\d{1,3}(?:\.\d{1,8})?)$/u.exec(halfWidth(text)) ?? [];
  if (latitude === undefined || Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180) return null;
  return { latitude: Number(latitude) + 0, longitude: Number(longitude) + 0 };
}

const NUMBER = { problem: { zh: "这里要填数字", en: "This takes a number" }, remedy: { zh: "只写数字，例如 1200 或 36.5。", en: "Write digits alone, such as 1200 or 36.5." } };
const MONEY = { problem: { zh: "金额看不懂", en: "This is no sum of money" }, remedy: { zh: "写到分，例如 260 或 260.50，单位元。", en: "Write yuan, at most two decimals, such as 260 or 260.50." } };
const DAY = { problem: { zh: "日期看不懂，或者没有这一天", en: "This is no day of the calendar" }, remedy: { zh: "写成年-月-日，例如 2021-01-26。", en: "Write year-month-day, such as 2021-01-26." } };
const MOMENT = { problem: { zh: "时间看不懂", en: "This is no date and time" }, remedy: { zh: "写成 2021-01-26 09:00。", en: "Write it like 2021-01-26 09:00." } };
const YES_NO = { problem: { zh: "这里填“是”或“否”", en: "This takes yes or no" }, remedy: { zh: "改成“是”或“否”。", en: "Write yes or no." } };
const DISTRICT = { problem: { zh: "本市没有这个地方", en: "The city has no such district" }, remedy: { zh: "写地方全称，或者六位区划代码。", en: "Write the district's full name or its six-digit code." } };
const TELEPHONE = { problem: { zh: "电话号码不对", en: "This is no telephone number" }, remedy: { zh: "写手机号，或者区号加号码，例如 0470-8252525。", en: "Write a mobile number, or area code and number, such as 0470-8252525." } };
const IDENTITY = { problem: { zh: "身份证号码不对", en: "This is no identity number" }, remedy: { zh: "照着身份证核对18位号码，最后一位可能是X。", en: "Compare the 18 signs with the card; the last one may be X." } };
const HOURS = { problem: { zh: "营业时间看不懂", en: "These are no opening hours" }, remedy: { zh: "写成“工作日 08:00-17:00；休息日 09:00-12:00”，或“每天 00:00-24:00”。", en: "Write them like “工作日 08:00-17:00；休息日 09:00-12:00”, or “每天 00:00-24:00”." } };
const POINT = { problem: { zh: "位置看不懂", en: "This is no position" }, remedy: { zh: "写纬度和经度，例如 49.2122, 119.7658。", en: "Write latitude and longitude, such as 49.2122, 119.7658." } };

function notAChoice(choices: readonly { readonly name: Words }[]): { readonly problem: Words; readonly remedy: Words } {
  const named = (language: "zh" | "en", between: string): string => choices.slice(0, 12).map(({ name }) => name[language]).join(between);
  return { problem: { zh: "没有这个选项", en: "There is no such choice" }, remedy: { zh: `从这些里选：${named("zh", "、")}。`, en: `Choose one of: ${named("en", ", ")}.` } };
}
