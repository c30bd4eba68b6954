import type { FieldProblem } from "../problem.ts";

/**
 * Texts that no database keeps and no other program reads back the same: U+0000, which PostgreSQL holds nowhere, and halves of a
 * surrogate pair, which are no letter in any encoding. Looked for in everything that is sent, names of members too, before a schema sees it.
 */
export function unkeepableTexts(sent: unknown, where: string): readonly FieldProblem[] {
  const faults: FieldProblem[] = [];
  // A stack of our own: what is nested thousands deep must not end in an overflow.
  const waiting: { readonly value: unknown; readonly field: string }[] = [{ value: sent, field: "" }];
  for (let next = waiting.pop(); next !== undefined && faults.length < FAULTS_MAX; next = waiting.pop()) {
    const { value, field } = next;
    const named = field === "" ? where : field;
    if (typeof value === "string" && !isKeepable(value)) faults.push({ field: named, ...UNKEEPABLE });
    if (typeof value !== "object" || value === null) continue;
    const members = Object.entries(value);
    if (members.some(([name]) => !isKeepable(name))) { faults.push({ field: named, ...UNKEEPABLE }); continue; }
    // Backwards, so that faults are told in the order they were sent in.
    for (const [name, member] of members.toReversed()) waiting.push({ value: member, field: field === "" ? name : `${field}.${name}` });
  }
  return faults;
}

/** As many as a person would put right at once. */
const FAULTS_MAX = 20;

const isKeepable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

const UNKEEPABLE = {
  problem: { zh: "里面有不是文字的字符（空字符或半个字符）", en: "It holds signs that are no text (a null or half a character)" },
  remedy: { zh: "多半是复制时带进来的。删掉重新输入，或者先粘贴到记事本再复制过来。", en: "They usually come along when copying. Type it again, or paste it into a plain editor first and copy it from there." },
};
