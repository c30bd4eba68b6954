import { formFaults } from "#engines/forms";
import { checkElements, checkRecordType, recordTypeInFile, type RecordType } from "#engines/registers";
import { fault, readYaml, type PackParts, type PackProblem, type YamlFile } from "#platform/pack";
import type { Notice } from "#services/notices";

/** A register as the pack gives it, with the file it stands in. */
export type PackRegister = { readonly type: RecordType; readonly file: string; readonly problemAt: YamlFile<unknown>["problemAt"] };

/**
 * Reads `registers/*.yaml`, each a type of records whose key is the file's name: which clause it measures, its fields, who sees what. A pack without such files has no registers and nothing
 * is wrong. They come in the order of the notice's clauses, then of their files' names. All problems are listed. Never throws.
 */
export function loadRegisters({ files, notices: keys }: Pick<PackParts, "files" | "notices">, notices: readonly Pick<Notice, "key" | "clauses">[]): { readonly registers: readonly PackRegister[]; /** Every register there is a file of, with its fields where they could be read: what looks registers up is not blamed for what is wrong inside one. */ readonly there: readonly { readonly key: string; readonly fields: readonly string[] | null }[]; readonly problems: readonly PackProblem[] } {
  const problems: PackProblem[] = [];
  const registers: PackRegister[] = [];
  const there: { readonly key: string; readonly fields: readonly string[] | null }[] = [];
  for (const [file, content] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const [, key] = FILE.exec(file) ?? [];
    if (key === undefined) continue;
    const { value, problems: found, problemAt } = readYaml(file, content, recordTypeInFile, formFaults);
    problems.push(...found);
    if (!KEY.test(key)) problems.push(problemAt([], BAD_NAME));
    there.push({ key, fields: value === null ? null : value.fields.map((field) => field.key) });
    if (value === null) continue;
    const register: PackRegister = { type: { key, ...value }, file, problemAt };
    registers.push(register);
    problems.push(...checkRecordType(register.type).map(({ path, problem, remedy }) => problemAt(path, { problem, remedy })), ...clauseProblems(register, keys, notices));
  }
  for (const { register: key, path, problem, remedy } of checkElements(registers.map(({ type }) => type))) {
    const register = registers.find(({ type }) => type.key === key);
    if (register !== undefined) problems.push(register.problemAt(path, { problem, remedy }));
  }
  const clauses = notices.toSorted((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key)).flatMap(({ key, clauses: each }) => each.map((clause) => `${key} ${clause.key}`));
  const place = ({ type: { notice, clause } }: PackRegister): number => clauses.indexOf(`${notice} ${clause}`);
  // Sorting keeps the order of names within a clause.
  return problems.length > 0 ? { registers: [], there, problems } : { registers: registers.toSorted((one, other) => place(one) - place(other)), there, problems: [] };
}

const FILE = /^registers\/([^/]+)\.yaml$/u;
const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u;

function clauseProblems({ type, problemAt }: PackRegister, keys: readonly string[], notices: readonly Pick<Notice, "key" | "clauses">[]): readonly PackProblem[] {
  const notice = notices.find(({ key }) => key === type.notice);
  // A notice that does not load is told by itself.
  if (notice === undefined) return keys.includes(type.notice) ? [] : [problemAt(["notice"], NO_NOTICE)];
  const clause = notice.clauses.find(({ key }) => key === type.clause);
  if (clause === undefined) return [problemAt(["clause"], NO_CLAUSE)];
  // What the public is never shown cannot be pointed to from its pages.
  if (clause.hidden === true && type.public !== null) return [problemAt(["clause"], HIDDEN_CLAUSE)];
  const duties = new Set(clause.obligations.map(({ key }) => key));
  return type.duties.flatMap((duty, at) => (duties.has(duty) ? [] : [problemAt(["duties", at], NO_DUTY)]));
}

const BAD_NAME = fault("文件名只能用小写英文字母、数字和连字符，以字母开头", "the file's name is lower-case letters, digits and hyphens, beginning with a letter", "例如 testing-sites.yaml", "name it like testing-sites.yaml");
const NO_NOTICE = fault("资料包里没有这份通知", "the pack has no such notice", "写 pack.yaml 里 notices 的一个名字", "name one of the notices in pack.yaml");
const NO_CLAUSE = fault("通知里没有这一条", "the notice has no such clause", "写 notice.yaml 里条款的名字", "name a clause of its notice.yaml");
const HIDDEN_CLAUSE = fault("这一条不对外公开", "this clause is hidden from the public", "换一条公开的，或者去掉 public", "name a clause the public can see, or leave public out");
const NO_DUTY = fault("这一条里没有这项任务", "the clause has no such duty", "写 notice.yaml 里这一条的任务名字", "name a duty of this clause in notice.yaml");
