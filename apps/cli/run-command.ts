import { inLanguage, type Language, type LocalText } from "#platform/i18n";
import { parseArgs } from "node:util";
import type { Out, Surroundings } from "./surroundings.ts";

/** Runs one command line; gives the exit code: 0 done, 1 the file could not be read (reason on `err`), 2 wrong usage. */
export async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { out, err, environment } = surroundings;
  const language = terminalLanguage(environment);
  const parsed = parse(words);
  if (parsed === null) return wrongUsage(err, language);
  const { positionals: [command, ...rest], values } = parsed;
  if (values.help === true || command === "help") {
    out.write(`${inLanguage(USAGE, language)}\n`);
    return 0;
  }
  // Loaded when needed: writing Word files takes longer to load than reading takes.
  if (command === "read" && rest.length === 1 && fits(values)) {
    const { readFileCommand } = await import("./read-file.ts");
    return readFileCommand({ ...surroundings, file: String(rest[0]), language, json: values.json === true, withText: values.text === true, table: values.table ?? null });
  }
  if (command === "pack" && rest[0] === "check" && rest.length <= 2 && values.table === undefined && values.text !== true) {
    const { packCheck } = await import("./pack-check.ts");
    return packCheck(rest[1], out, { json: values.json === true, language });
  }
  if (command === "audit" && rest[0] === "verify" && rest.length === 1 && values.table === undefined && values.text !== true) {
    const { auditVerify } = await import("./audit-verify.ts");
    return auditVerify({ ...surroundings, language, json: values.json === true });
  }
  if (command === "keys" && rest[0] === "rotate" && rest.length === 2 && values.table === undefined && values.text !== true) {
    const { keysRotate } = await import("./keys-rotate.ts");
    return keysRotate(String(rest[1]), { ...surroundings, language });
  }
  if (command === "people" && rest[0] === "add-administrator" && rest.length === 3 && isBare(values)) {
    const { peopleAddAdministrator } = await import("./people-add-administrator.ts");
    return peopleAddAdministrator({ login: String(rest[1]), name: String(rest[2]) }, { ...surroundings, language });
  }
  return wrongUsage(err, language);
}

type Options = { readonly json?: boolean | undefined; readonly text?: boolean | undefined; readonly table?: string | undefined };

function isBare({ json, text, table }: Options): boolean {
  return json !== true && text !== true && table === undefined;
}

function fits({ json, text, table }: Options): boolean {
  return (text !== true || json === true) && (table === undefined || json !== true);
}

function parse(words: readonly string[]): { positionals: string[]; values: Options & { help?: boolean | undefined } } | null {
  try {
    return parseArgs({
      args: [...words], allowPositionals: true,
      options: { json: { type: "boolean" }, text: { type: "boolean" }, table: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
  } catch {
    return null;
  }
}

/** English only for a terminal set to English; Chinese comes first. */
function terminalLanguage(environment: Surroundings["environment"]): Language {
  const setting = [environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]].find((value) => value !== undefined && value !== "");
  return setting?.startsWith("en") === true ? "en" : "zh-CN";
}

function wrongUsage(err: Out, language: Language): number {
  err.write(`${inLanguage(USAGE, language)}\n`);
  return 2;
}

const USAGE: LocalText = {
  zh: [
    "用法：",
    "  anxin read 文件                       读一份通知，列出条款和任务",
    "  anxin read 文件 --json [--text]       同上，输出 JSON；--text 连同读到的文字",
    "  anxin read 文件 --table 任务表.xlsx   生成任务分解表，也可以是 .docx .csv .ics",
    "  anxin pack check 资料包文件夹 [--json]  检查资料包，指出文件、行、问题和改法",
    "  anxin audit verify [--json]           证明审计记录没有被改过，或指出第一处断开的地方",
    "  anxin keys rotate 用途                换一把签名钥匙（notices、audit）；旧的仍能验证",
    "  anxin people add-administrator 登录名 姓名  加一位全市的管理员（第一位就这样来），显示一次性密码",
  ].join("\n"),
  en: [
    "Usage:",
    "  anxin read FILE                      read a notice and list its clauses and duties",
    "  anxin read FILE --json [--text]      the same as JSON; --text adds the text that was read",
    "  anxin read FILE --table TABLE.xlsx   write the task table; .docx, .csv and .ics as well",
    "  anxin pack check DIRECTORY [--json]  check a pack: file, line, problem and remedy",
    "  anxin audit verify [--json]          prove that the audit was not changed, or name the first broken link",
    "  anxin keys rotate PURPOSE            a new signing key (notices, audit); the old one goes on verifying",
    "  anxin people add-administrator LOGIN NAME  an administrator of the whole city (the first one comes so); prints a one-time password",
  ].join("\n"),
};
