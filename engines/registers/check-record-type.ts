import { checkForm, type Field, type Words } from "#engines/forms";
import { unitKind } from "./burden.ts";
import { holdsPeople } from "./people.ts";
import { fieldsOfTest } from "./record-test.ts";
import type { RecordTest, RecordType } from "./record-type.ts";

/** What is wrong with a type of records: at which place of its file, and what to do. */
export type TypeFault = { readonly path: readonly (string | number)[]; readonly problem: Words; readonly remedy: Words };

/** Checks that a type of records can be kept: what it names is there, of the right kind, and nothing personal is shown to everybody. */
export function checkRecordType(type: RecordType): readonly TypeFault[] {
  const faults: TypeFault[] = checkForm(type.fields).map(({ at, part, problem, remedy }) => ({ path: ["fields", at, part], problem, remedy }));
  const fieldAt = (path: TypeFault["path"], key: string | null, suits: (field: Field) => Omit<TypeFault, "path"> | null = () => null): void => {
    if (key === null) return;
    const field = type.fields.find((each) => each.key === key);
    const fault = field === undefined ? noField(key) : suits(field);
    if (fault !== null) faults.push({ path, ...fault });
  };
  const testAt = (path: TypeFault["path"], test: RecordTest | null): void => {
    for (const key of test === null ? [] : fieldsOfTest(test)) fieldAt(path, key, ({ privacy }) => (privacy === "personal" ? PERSONAL_TEST : null));
    if (test !== null) faults.push(...testFaults(test, type.fields).map((each) => ({ path, ...each })));
  };
  const always = (field: Field): Omit<TypeFault, "path"> | null => (field.required && field.onlyIf === null ? null : NOT_ALWAYS);
  const shown = (field: Field): Omit<TypeFault, "path"> | null => (field.privacy === "personal" ? PERSONAL_SHOWN : null);
  const ofKind = (kinds: readonly Field["kind"][]) => (field: Field): Omit<TypeFault, "path"> | null => (kinds.includes(field.kind) ? null : wrongKind(kinds));
  const first = (...possible: readonly (Omit<TypeFault, "path"> | null)[]): Omit<TypeFault, "path"> | null => possible.find((each) => each !== null) ?? null;

  type.fields.forEach(({ kind }, at) => { if (kind === "files") faults.push({ path: ["fields", at, "kind"], ...NO_FILES }); });
  if (holdsPeople(type) && type.retention === null) faults.push({ path: ["retention"], ...NO_END });
  type.identity.forEach((key, at) => fieldAt(["identity", at], key, (field) => first(always(field), field.kind === "long-text" || field.kind === "choices" || field.kind === "files" ? NO_NAME : null)));
  fieldAt(["district"], type.district, (field) => first(ofKind(["district"])(field), always(field), shown(field)));
  fieldAt(["unit"], type.unit, (field) => first(always(field), shown(field)));
  if (type.period !== null) fieldAt(["period", "field"], type.period.field, (field) => first(ofKind(["day", "moment"])(field), always(field), type.identity.includes(field.key) ? null : PERIOD_NOT_NAMED));
  for (const key of Object.keys(type.elements)) fieldAt(["elements", key], key, shown);
  type.columns.forEach((key, at) => fieldAt(["columns", at], key, ({ kind, privacy }) => (privacy === "personal" && kind !== "text" && kind !== "identity-number" && kind !== "telephone" ? NOT_MASKED : null)));
  type.checks.forEach(({ refuse, field }, at) => { testAt(["checks", at, "refuse"], refuse); fieldAt(["checks", at, "field"], field); });
  type.flags.forEach(({ key, when }, at) => { testAt(["flags", at, "when"], when); if (type.flags.findIndex((each) => each.key === key) < at) faults.push({ path: ["flags", at, "key"], ...TWICE }); });
  if (type.freshness?.kind === "by-field") { fieldAt(["freshness", "field"], type.freshness.field, ofKind(["day", "moment"])); testAt(["freshness", "doneWhen"], type.freshness.doneWhen); }
  checkPublic();
  type.opens.forEach(({ when, answers }, at) => {
    testAt(["opens", at, "when"], when);
    for (const [answer, from] of Object.entries(answers)) if (from.startsWith("$")) fieldAt(["opens", at, "answers", answer], from.slice(1), ({ kind }) => (kind === "identity-number" ? NO_NUMBER : null));
  });
  return faults;

  function checkPublic(): void {
    const view = type.public;
    if (view === null) return;
    const totals = view.kind === "totals" ? view : view.kind === "own" ? view.totals : null;
    const at = view.kind === "own" ? ["public", "totals"] : ["public"];
    if (totals !== null) {
      fieldAt([...at, "by"], totals.by, (field) => first(shown(field), ofKind(["choice", "yes-no", "district", "text", "day"])(field)));
      totals.sums.forEach((key, index) => fieldAt([...at, "sums", index], key, (field) => first(shown(field), ofKind(["number", "money"])(field))));
    }
    if (view.kind === "places") {
      fieldAt(["public", "hours"], view.hours, ofKind(["hours"]));
      fieldAt(["public", "point"], view.point, (field) => first(ofKind(["point"])(field), shown(field)));
      fieldAt(["public", "address"], view.address, shown);
      fieldAt(["public", "telephone"], view.telephone, (field) => first(ofKind(["telephone"])(field), shown(field)));
      if (type.identity.every((key) => key === type.district || type.fields.find((field) => field.key === key)?.privacy !== "open")) faults.push({ path: ["identity"], ...NAMELESS });
    }
    if (view.kind === "places" || view.kind === "list") view.fields.forEach((key, index) => fieldAt(["public", "fields", index], key, shown));
    if (view.kind === "own") {
      fieldAt(["public", "identity"], view.identity, (field) => first(ofKind(["identity-number"])(field), always(field)));
      fieldAt(["public", "person"], view.person, (field) => first(ofKind(["text"])(field), field.privacy === "open" ? PERSON_OPEN : null, always(field)));
      view.fields.forEach((key, index) => fieldAt(["public", "fields", index], key));
    }
  }
}

/** Tests that could never hold: of two fields that cannot be compared, of a day where there is none, of an answer a field does not have. */
function testFaults(test: RecordTest, fields: RecordType["fields"]): readonly Omit<TypeFault, "path">[] {
  if ("of" in test) return test.of.flatMap((each) => testFaults(each, fields));
  const field = fields.find(({ key }) => key === test.field);
  if (field === undefined) return [];
  if ("than" in test) {
    const other = fields.find(({ key }) => key === test.than);
    const kinds = test.test === "below" || test.test === "above" ? (["number", "money"] as const) : (["day", "moment"] as const);
    return [...(kinds.some((kind) => kind === field.kind) ? [] : [wrongKind(kinds)]), ...(other === undefined || other.kind === field.kind ? [] : [notAlike(field.kind, other.kind)])];
  }
  if (test.test === "passed") return field.kind === "day" || field.kind === "moment" ? [] : [wrongKind(["day", "moment"])];
  if (test.test !== "is") return [];
  if (field.kind !== "choice" && field.kind !== "choices" && field.kind !== "yes-no") return [wrongKind(["choice", "choices", "yes-no"])];
  const possible: readonly (string | boolean)[] = field.kind === "yes-no" ? [true, false] : field.choices.map(({ key }) => key);
  return test.is.every((each) => possible.includes(each)) ? [] : [noAnswer(possible)];
}

/** The same data element asked of the same kind of unit in the same period by two registers: each is told, with the one it repeats. */
export function checkElements(types: readonly RecordType[]): readonly (TypeFault & { readonly register: string })[] {
  const asked = types.flatMap((type) => Object.entries(type.elements).map(([field, element]) => ({ type, field, asked: `${element} ${unitKind(type).zh} ${type.period?.every ?? ""}`, element })));
  return asked.flatMap((each, at) => {
    const before = asked.slice(0, at).find((other) => other.asked === each.asked);
    return before === undefined ? [] : [{ register: each.type.key, path: ["elements", each.field], ...askedTwice(each.element, before.type, before.field) }];
  });
}

function askedTwice(element: string, { key, name }: RecordType, field: string): Omit<TypeFault, "path"> {
  return {
    problem: { zh: `“${element}”在“${name.zh}”（${key}，${field}）里已经要过，同样的单位、同样的时间`, en: `“${element}” is asked already in “${name.en}” (${key}, ${field}), of the same units in the same period` },
    remedy: { zh: "只在一处要这个数，另一处去掉。", en: "Ask for it in one place and leave it out in the other." },
  };
}
const said = (zh: string, en: string, remedyZh: string, remedyEn: string): Omit<TypeFault, "path"> => ({ problem: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } });
const noField = (key: string) => said(`没有“${key}”这一项`, `There is no field “${key}”`, "写 fields 里的一个名字。", "Name one of the fields.");
const wrongKind = (kinds: readonly string[]) => said(`这里要用 ${kinds.join("、")} 类的项`, `This takes a field of kind ${kinds.join(", ")}`, "换一项，或者改那一项的 kind。", "Name another field, or change its kind.");
const notAlike = (one: string, other: string) => said(`${one} 和 ${other} 不能比`, `${one} and ${other} cannot be compared`, "两项用同一种 kind。", "Compare two fields of one kind.");
const noAnswer = (possible: readonly (string | boolean)[]) => said("没有这个答案", "The field has no such answer", `从这些里写：${possible.join("、")}。`, `Write one of: ${possible.join(", ")}.`);
const NOT_ALWAYS = said("这一项不是每条记录都有", "Not every record has this field", "写 required: true，不要写 onlyIf。", "Write required: true and no onlyIf.");
const NO_NAME = said("这一类内容不能用来认出一条记录", "Such a field cannot name a record", "用短的文字、编号、日期。", "Use a short text, a number or a day.");
const NO_FILES = said("记录里不收文件", "Records take no files", "去掉这一项；需要文件的，做成事项。", "Leave it out; where files are needed, make it a case.");
const NO_END = said("有个人信息的台账要写保存多久", "A register of people must say how long they are kept", "写 retention：天数、依据和日期。", "Write retention: days, source and asOf.");
const PERIOD_NOT_NAMED = said("按时间报的记录，时间要写进 identity", "A record of a period is named by it", "把这一项加到 identity 里。", "Add the field to identity.");
const PERSONAL_SHOWN = said("个人信息不能用在这里", "What is personal cannot be used here", "换一项公开的。", "Use a field that is open.");
const PERSONAL_TEST = said("个人信息不能用来判断", "What is personal cannot be tested", "换一项公开的。", "Test a field that is open.");
const NOT_MASKED = said("这一类个人信息在名单里遮不住", "Personal fields of this kind cannot be masked in a list", "从 columns 里去掉。", "Leave it out of columns.");
const PERSON_OPEN = said("姓名是个人信息", "A person's name is personal", "写 privacy: personal。", "Write privacy: personal.");
const NO_NUMBER = said("身份证号码不能带进事项", "An identity number cannot be taken into a case", "去掉这一项。", "Leave it out.");
const NAMELESS = said("公开的地点要有名字", "A public place needs a name", "把公开的名称加到 identity 里。", "Add an open field with its name to identity.");
const TWICE = said("这个名字用了两次", "This key is used twice", "改成另一个名字。", "Give it another key.");
