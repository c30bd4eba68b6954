import type { Field, FormSetting, Value, Words } from "../form.ts";
import { identityNumber } from "./identity-number.ts";
import { isDay, readText, type TextReading } from "./read-text.ts";
import { tooLong } from "./text-bounds.ts";

/** Checks one value of a field: its kind and its bounds. Gives the value in its usual form. Never throws. */
export function checkValue(field: Field, value: unknown, setting: FormSetting): TextReading {
  switch (field.kind) {
    case "text": return textOf(value, field.lengthMax, false);
    case "long-text": return textOf(value, field.lengthMax, true);
    case "number": return numberOf(value, field);
    case "money": return amountOf(value, field);
    case "yes-no": return typeof value === "boolean" ? right(value) : wrong(KIND);
    case "choices": return choicesOf(value, field.choices);
    case "files": return filesOf(value, field.most);
    case "point": return pointOf(value);
    case "day": return typeof value === "string" && isDay(value) ? right(value) : byText(field, value, setting);
    case "identity-number": return typeof value === "string" && identityNumber(value) !== null ? right(identityNumber(value) ?? "") : byText(field, value, setting);
    case "moment": case "choice": case "district": case "telephone": case "hours": return byText(field, value, setting);
  }
}

const right = (value: Value): TextReading => ({ value, fault: null });
const wrong = (fault: { readonly problem: Words; readonly remedy: Words }): TextReading => ({ value: null, fault });

/** Kinds that are kept as the text they are read from. */
function byText(field: Field, value: unknown, setting: FormSetting): TextReading {
  if (typeof value !== "string") return wrong(KIND);
  const read = readText(field, value, setting);
  return read.value === null && read.fault === null ? wrong(KIND) : read;
}

function textOf(value: unknown, lengthMax: number, lines: boolean): TextReading {
  if (typeof value !== "string") return wrong(KIND);
  const text = lines ? value.normalize("NFC").replaceAll("\r\n", "\n").trim() : value.normalize("NFC").trim().replaceAll(/\s+/gu, " ");
  // What no database keeps and no screen shows.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/u.test(text) || !text.isWellFormed()) return wrong(CONTROL);
  const length = [...text].length;
  return length > lengthMax ? wrong(tooLong(length, lengthMax)) : right(text);
}

function numberOf(value: unknown, { decimals, min, max }: { readonly decimals: number; readonly min: number | null; readonly max: number | null }): TextReading {
  if (typeof value !== "number" || !Number.isFinite(value)) return wrong(KIND);
  const scaled = value * 10 ** decimals;
  const whole = Math.round(scaled);
  if (!Number.isSafeInteger(whole)) return wrong(TOO_LARGE);
  // 0.1 + 0.2 is meant to be 0.3; more than binary fractions lose is another number.
  if (Math.abs(scaled - whole) > 4 * Number.EPSILON * Math.max(1, Math.abs(scaled))) return wrong(decimals === 0 ? WHOLE : moreDecimals(decimals));
  const number = whole / 10 ** decimals + 0;
  return (min !== null && number < min) || (max !== null && number > max) ? wrong(outside(min, max)) : right(number);
}

function amountOf(value: unknown, { max }: { readonly max: number | null }): TextReading {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return wrong(KIND);
  if (value < 0) return wrong(outside(0, max === null ? null : max / 100));
  return max !== null && value > max ? wrong(outside(0, max / 100)) : right(value + 0);
}

function choicesOf(value: unknown, choices: readonly { readonly key: string }[]): TextReading {
  if (!Array.isArray(value) || !value.every((each): each is string => typeof each === "string")) return wrong(KIND);
  return value.every((each) => choices.some(({ key }) => key === each)) ? right([...new Set(value)]) : wrong(CHOICE);
}

function filesOf(value: unknown, most: number): TextReading {
  if (!Array.isArray(value) || !value.every((each): each is string => typeof each === "string" && /^[0-9a-f-]{36}$/u.test(each))) return wrong(KIND);
  return value.length > most ? wrong(tooMany(most)) : right(value);
}

function pointOf(value: unknown): TextReading {
  if (typeof value !== "object" || value === null || !("latitude" in value) || !("longitude" in value)) return wrong(KIND);
  const { latitude, longitude } = value;
  const inRange = (degrees: unknown, most: number): degrees is number => typeof degrees === "number" && Math.abs(degrees) <= most;
  return inRange(latitude, 90) && inRange(longitude, 180) ? right({ latitude, longitude }) : wrong(KIND);
}

const KIND = { problem: { zh: "填的内容不符合这一项的要求", en: "This answer does not fit the field" }, remedy: { zh: "照这一项的说明重新填。", en: "Answer it as the field asks." } };
const CONTROL = { problem: { zh: "文字里有看不见的控制符", en: "The text holds invisible control signs" }, remedy: { zh: "重新输入这段文字。", en: "Type the text again." } };
const TOO_LARGE = { problem: { zh: "这个数太大", en: "The number is too large" }, remedy: { zh: "核对以后改过来。", en: "Check it and put it right." } };
const WHOLE = { problem: { zh: "这里要填整数", en: "This takes a whole number" }, remedy: { zh: "去掉小数。", en: "Leave out the decimals." } };
const CHOICE = { problem: { zh: "没有这个选项", en: "There is no such choice" }, remedy: { zh: "从列出的选项里选。", en: "Choose among those listed." } };

function moreDecimals(decimals: number): { readonly problem: Words; readonly remedy: Words } {
  return { problem: { zh: `最多 ${decimals} 位小数`, en: `At most ${decimals} decimals` }, remedy: { zh: `保留 ${decimals} 位小数。`, en: `Round it to ${decimals} decimals.` } };
}
function outside(min: number | null, max: number | null): { readonly problem: Words; readonly remedy: Words } {
  const [from, to] = [min ?? "", max ?? ""];
  const zh = min === null ? `不大于 ${to}` : max === null ? `不小于 ${from}` : `在 ${from} 到 ${to} 之间`;
  const en = min === null ? `at most ${to}` : max === null ? `at least ${from}` : `between ${from} and ${to}`;
  return { problem: { zh: `数字应该${zh}`, en: `The number is to be ${en}` }, remedy: { zh: "核对以后改过来。", en: "Check it and put it right." } };
}
function tooMany(most: number): { readonly problem: Words; readonly remedy: Words } {
  return { problem: { zh: `最多传 ${most} 个文件`, en: `At most ${most} files` }, remedy: { zh: "去掉几个再传。", en: "Leave some out." } };
}
