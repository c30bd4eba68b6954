import type { LocalText } from "#platform/i18n";
import type { z } from "zod";
import type { Fault } from "./problem.ts";

/** The messages that the schemas of this folder and of the services carry by name. */
export type NamedFaults = Readonly<Record<string, Fault>>;

/** Says in both languages what a schema refused, and what to write instead. `value` is what stands there. */
export function faultOf(issue: z.core.$ZodIssue, value: unknown, named: NamedFaults): Fault {
  const byName = named[issue.message] ?? NAMED[issue.message];
  if (value === undefined) return MISSING;
  if (byName !== undefined) return byName;
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, value);
    case "invalid_value":
      return wrongValue(issue.values.map(String));
    case "too_small":
      return issue.origin === "string" || issue.origin === "array" ? EMPTY : TOO_SMALL;
    case "invalid_format":
      return issue.format === "date" ? NOT_A_DATE : issue.format === "url" ? NOT_AN_ADDRESS : NOT_ALLOWED;
    default:
      return NOT_ALLOWED;
  }
}

/** A field the schema does not know; `known` are the names it does. */
export const UNKNOWN_FIELD: Fault = fault(
  "不认识这一项", "this field is not known",
  "删去这一项，或改成正确的名字", "remove it, or correct its name",
);

/** One and the same value where each must be its own; `first` is the line of the first. */
export function repeated(value: string, first: number): Fault {
  return fault(
    `“${value}”重复，第${first}行已经有了`, `"${value}" is used twice, first on line ${first}`,
    "改成另一个，或删去其中一个", "give it another value, or remove one of the two",
  );
}

/** Both texts of a fault in one line of code. */
export function fault(problemZh: string, problemEn: string, remedyZh: string, remedyEn: string): Fault {
  return { problem: local(problemZh, problemEn), remedy: local(remedyZh, remedyEn) };
}

function local(zh: string, en: string): LocalText {
  return { zh, en };
}

const MISSING = fault("缺少这一项", "this field is missing", "补上这一项", "add it");
const EMPTY = fault("这一项是空的", "this field is empty", "填上内容", "fill it in");
const TOO_SMALL = fault("数字太小", "the number is too small", "填一个更大的整数", "write a larger whole number");
const NOT_A_DATE = fault("不是日期", "this is not a date", "写成年-月-日，例如 2021-01-26", "write year-month-day, such as 2021-01-26");
const NOT_AN_ADDRESS = fault("不是网址", "this is not a web address", "写完整网址，以 https:// 开头；没有就写 null", "write the whole address beginning with https://, or null");
const NOT_ALLOWED = fault("内容不符合要求", "this value is not allowed", "对照资料包说明修改", "correct it after the pack guide");

const NAMED: NamedFaults = {
  "division-code": fault(
    "区划代码不是六位数字", "the division code is not six digits",
    "写六位数字，并加引号，例如 \"150702\"", "write six digits in quotes, such as \"150702\"",
  ),
  key: fault(
    "名字只能用小写英文字母、数字和连字符，以字母开头", "a key is lower-case letters, digits and hyphens, beginning with a letter",
    "例如 city-headquarters", "write it like city-headquarters",
  ),
  phone: fault(
    "不是电话号码", "this is not a telephone number",
    "只写数字和连字符，并加引号，例如 \"0471-4825916\"", "write digits and hyphens in quotes, such as \"0471-4825916\"",
  ),
  "drill-start": fault(
    "演练开始时刻写法不对", "the start of the drill is not a date and time",
    "写成 2021-01-26T09:00；没有演练就写 null", "write it like 2021-01-26T09:00, or null when there is no drill",
  ),
};

const TYPE_NAMES: Readonly<Record<string, LocalText>> = {
  string: local("文字", "text"),
  number: local("数字", "a number"),
  int: local("整数", "a whole number"),
  boolean: local("true 或 false", "true or false"),
  array: local("列表", "a list"),
  object: local("一组“名字: 内容”", "a group of name: value lines"),
  null: local("null", "null"),
};

function wrongType(expected: string, value: unknown): Fault {
  const wanted = TYPE_NAMES[expected] ?? local(expected, expected);
  const actual = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const found = TYPE_NAMES[actual] ?? local(actual, actual);
  const quoteIt = expected === "string" && (actual === "number" || actual === "boolean");
  return fault(
    `应是${wanted.zh}，写成了${found.zh}`, `expected ${wanted.en}, found ${found.en}`,
    quoteIt ? "给它加上引号" : `改成${wanted.zh}`, quoteIt ? "put it in quotes" : `write ${wanted.en}`,
  );
}

function wrongValue(allowed: readonly string[]): Fault {
  return fault(
    "不在可选的内容里", "this is not one of the allowed values",
    `从这些里选一个：${allowed.join("、")}`, `choose one of: ${allowed.join(", ")}`,
  );
}
