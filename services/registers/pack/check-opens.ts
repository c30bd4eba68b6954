import { checkAnswers, type Field, type Form, type FormSetting } from "#engines/forms";
import type { RecordTest, RecordType } from "#engines/registers";
import { fault, type PackProblem } from "#platform/pack";
import type { PackRegister } from "./load-registers.ts";

/** A type of cases as far as a record that opens one must know it: what is asked, and which answer says whose case it is. */
export type OpenedType = { readonly key: string; readonly form: Form; readonly district: string };

type Opens = RecordType["opens"][number];
type Found = { readonly part: readonly string[]; readonly problem: ReturnType<typeof fault> };

/**
 * Checks that the cases a record opens can be opened: the type is of the pack, its questions are those that are answered, each from a field that fits, everything it always asks is there, and
 * what is personal stays personal.
 */
export function checkOpens(registers: readonly PackRegister[], caseTypes: readonly OpenedType[]): readonly PackProblem[] {
  return registers.flatMap(({ type, problemAt }) => type.opens.flatMap((opens, at) => {
    const opened = caseTypes.find(({ key }) => key === opens.case);
    const found: readonly Found[] = opened === undefined ? [{ part: ["case"], problem: NO_CASE }] : answerFaults(type, opens, opened);
    return found.map(({ part, problem }) => problemAt(["opens", at, ...part], problem));
  }));
}

function answerFaults(type: RecordType, { when, answers }: Opens, { form, district }: OpenedType): readonly Found[] {
  const found: Found[] = [];
  for (const [key, said] of Object.entries(answers)) {
    const part = ["answers", key];
    const question = form.find((each) => each.key === key);
    if (question === undefined) { found.push({ part, problem: NO_QUESTION }); continue; }
    if (key === district && said !== `$${type.district}`) { found.push({ part, problem: OTHER_DISTRICT }); continue; }
    if (!said.startsWith("$")) { if (!isAnswer(question, said)) found.push({ part, problem: NO_ANSWER }); continue; }
    const field = type.fields.find((each) => each.key === said.slice(1));
    // A field that is not there is told by the type itself.
    if (field === undefined) continue;
    if (!fits(field, question)) found.push({ part, problem: notFitting(field.kind, question.kind) });
    if (field.privacy === "personal" && question.privacy === "open") found.push({ part, problem: PERSONAL });
    if (isAlwaysAsked(question) && !isThere(field, when)) found.push({ part, problem: MAY_BE_EMPTY });
  }
  for (const question of form) if (isAlwaysAsked(question) && answers[question.key] === undefined) found.push({ part: ["answers"], problem: notAnswered(question) });
  return found;
}

const isAlwaysAsked = ({ required, onlyIf }: Field): boolean => required && onlyIf === null;

/** Is the field there in every record for which the case is opened? */
function isThere({ key, required, onlyIf }: Field, when: RecordTest | null): boolean {
  const says = (test: RecordTest): boolean => ("of" in test ? (test.test === "all" ? test.of.some(says) : test.of.every(says)) : test.test !== "missing" && (test.field === key || ("than" in test && test.than === key)));
  return (required && onlyIf === null) || (when !== null && says(when));
}

/** Kinds that are kept as a text anybody can read. */
const TEXTS: readonly Field["kind"][] = ["text", "long-text", "day", "moment", "telephone", "hours"];

function fits(field: Field, question: Field): boolean {
  if (question.kind === "text" || question.kind === "long-text") return TEXTS.includes(field.kind) && (!("lengthMax" in field) || field.lengthMax <= question.lengthMax);
  if (question.kind === "choice" || question.kind === "choices") return field.kind === question.kind && field.choices.every(({ key }) => question.choices.some((each) => each.key === key));
  return field.kind === question.kind && field.kind !== "files" && field.kind !== "identity-number";
}

/** A word that stands in the pack, as it would be taken. Districts and hours are known to the installation alone. */
function isAnswer(question: Field, said: string): boolean {
  if (question.kind === "hours") return true;
  return checkAnswers([{ ...question, onlyIf: null }], { [question.key]: said }, NOTHING_KNOWN).faults.length === 0;
}
const NOTHING_KNOWN: FormSetting = { districts: [], hours: () => null };

const NO_CASE = fault("资料包里没有这种事项", "the pack has no such type of cases", "写 cases 里一个文件的名字", "name one of the files in cases");
const NO_QUESTION = fault("这种事项没有这一问", "that type of cases has no such question", "写那种事项 form 里的一个名字", "name a question of its form");
const NO_ANSWER = fault("这个词不是那一问的答案", "this word is no answer to that question", "写那一问能收下的答案，选项写它的名字（key）", "write an answer it takes; of a choice, its key");
const PERSONAL = fault("个人信息不能带进公开的一问", "what is personal cannot be taken into a question that is open", "把那一问写成 privacy: personal，或者去掉这一项", "make the question privacy: personal, or leave it out");
const MAY_BE_EMPTY = fault("这一项可能是空的，那一问却一定要答", "this field may be empty, and the question must be answered", "这一项写 required: true，或者在 when 里要求它有内容", "write required: true for the field, or let when say that it is there");
const OTHER_DISTRICT = fault("事项和记录要在同一个地方", "a case belongs to the district of its record", "写记录的地方那一项，例如 $district", "write the record's own district, such as $district");
const notFitting = (field: string, question: string) => fault(`${field} 类的内容不能答 ${question} 类的一问，或者比它能收的长、多`, `a field of kind ${field} does not fit a question of kind ${question}, or may hold more than it takes`, "换一项，或者改两边的 kind、选项、lengthMax", "name another field, or make kinds, choices and lengthMax agree");
const notAnswered = ({ key, name }: Field) => fault(`没有回答“${name.zh}”（${key}），这一问一定要答`, `“${name.en}” (${key}) is not answered, and must be`, "在 answers 里加上它", "add it to answers");
