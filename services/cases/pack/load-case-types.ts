import { formFaults } from "#engines/forms";
import { type CaseType, caseTypeInFile, checkCaseType } from "#engines/cases";
import { fault, readYaml, type PackParts, type PackProblem } from "#platform/pack";
import type { Notice } from "#services/notices";

/** A register of the pack as cases look at it: its key and those of its fields; null when its file could not be read, which is told of by itself. */
export type KnownRegister = { readonly key: string; readonly fields: readonly string[] | null };

/** The types of cases of a pack, in the order of the notice's clauses, then of their files' names; with problems there are none. */
export type CaseTypesReading = { readonly types: readonly CaseType[]; readonly problems: readonly PackProblem[] };

type Parts = Pick<PackParts, "files" | "notices">;

/**
 * Reads `cases/*.yaml`: each file is a type of cases, and its name the type's key. A pack without such files has no cases, and nothing is wrong. Clause and duties must be of the
 * notice, a matched register and its columns of the pack's registers, and no case may ever be stuck (`checkCaseType`). All problems are listed. Never throws.
 */
export function loadCaseTypes({ files, notices: keys }: Parts, notices: readonly Pick<Notice, "key" | "clauses">[], registers: readonly KnownRegister[]): CaseTypesReading {
  const read = [...files].filter(([file]) => file.startsWith(FOLDER)).toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, content]) => readType(file, content, keys, notices, registers));
  const problems = read.flatMap((each) => each.problems);
  if (problems.length > 0) return { types: [], problems };
  const clauses = notices.toSorted((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key)).flatMap(({ key, clauses: each }) => each.map((clause) => `${key} ${clause.key}`));
  const place = ({ notice, clause }: CaseType): number => clauses.indexOf(`${notice} ${clause}`);
  // Sorting keeps the order of names within a clause.
  return { types: read.flatMap(({ type }) => (type === null ? [] : [type])).toSorted((one, other) => place(one) - place(other)), problems: [] };
}

const FOLDER = "cases/";
const NAME = /^cases\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.yaml$/u;

function readType(file: string, content: string, keys: readonly string[], notices: readonly Pick<Notice, "key" | "clauses">[], registers: readonly KnownRegister[]): { readonly type: CaseType | null; readonly problems: readonly PackProblem[] } {
  const [, key] = NAME.exec(file) ?? [];
  const settings = readYaml(file, content, caseTypeInFile, formFaults);
  const { value, problemAt } = settings;
  const problems: PackProblem[] = [...settings.problems, ...(key === undefined ? [problemAt([], BAD_NAME)] : [])];
  if (value === null || key === undefined) return { type: null, problems };
  const type: CaseType = { key, ...value };
  problems.push(...checkCaseType(type).map(({ path, ...found }) => problemAt(path, found)));
  const notice = notices.find((each) => each.key === type.notice);
  const clause = notice?.clauses.find((each) => each.key === type.clause);
  // A notice that does not load is told by itself.
  if (!keys.includes(type.notice)) problems.push(problemAt(["notice"], NO_NOTICE));
  else if (notice !== undefined && clause === undefined) problems.push(problemAt(["clause"], NO_CLAUSE));
  else if (clause?.hidden === true && type.group !== "inner") problems.push(problemAt(["clause"], HIDDEN_CLAUSE));
  const duties = new Set(clause?.obligations.map((obligation) => obligation.key));
  type.duties.forEach((duty, at) => { if (clause !== undefined && !duties.has(duty)) problems.push(problemAt(["duties", at], NO_DUTY)); });
  const { match } = type;
  if (match === null) return { type, problems };
  const register = registers.find((each) => each.key === match.register);
  if (register === undefined) return { type, problems: [...problems, problemAt(["match", "register"], NO_REGISTER)] };
  const { fields } = register;
  if (fields === null) return { type, problems };
  match.on.forEach(({ column }, at) => { if (!fields.includes(column)) problems.push(problemAt(["match", "on", at, "column"], NO_COLUMN)); });
  for (const part of ["from", "to"] as const) {
    const column = match[part];
    if (column !== null && !fields.includes(column)) problems.push(problemAt(["match", part], NO_COLUMN));
  }
  return { type, problems };
}

const BAD_NAME = fault("文件名不是事项的名字", "the file's name is no key of a type of cases", "用小写英文字母、数字和连字符，以 .yaml 结尾，例如 cases/road-block.yaml", "use lower-case letters, digits and hyphens, and .yaml, such as cases/road-block.yaml");
const NO_NOTICE = fault("资料包里没有这份通知", "the pack has no such notice", "写 pack.yaml 里 notices 的一个名字", "name one of the notices in pack.yaml");
const NO_CLAUSE = fault("通知里没有这一条", "the notice has no such clause", "写 notice.yaml 里条款的名字", "name a clause of its notice.yaml");
const HIDDEN_CLAUSE = fault("这一条不对外公开", "this clause is hidden from the public", "换一条公开的，或者写 group: inner", "name a clause the public can see, or write group: inner");
const NO_DUTY = fault("这一条里没有这项任务", "the clause has no such duty", "写 notice.yaml 里这一条的任务名字", "name a duty of this clause in notice.yaml");
const NO_REGISTER = fault("资料包里没有这个登记", "the pack has no such register", "写 registers/ 里一个文件的名字", "name one of the files in registers/");
const NO_COLUMN = fault("这个登记没有这一栏", "the register has no such field", "写这个登记 fields 里的名字", "name one of the register's fields");
