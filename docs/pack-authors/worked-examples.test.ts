import { caseTypeInFile, checkCaseType } from "#engines/cases";
import { checkForm, formInFile } from "#engines/forms";
import { recordTypeInFile } from "#engines/registers";
import { readYaml } from "#platform/pack";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const pageOf = (name: string): string => readFileSync(join(import.meta.dirname, name), "utf8");
const blocksOf = (name: string): readonly string[] => [...pageOf(name).matchAll(/```yaml\n([\s\S]*?)```/gu)].map(([, block]) => block ?? "");
const wholeOf = (name: string): string => blocksOf(name)[0] ?? "";
const notice = parse(readFileSync(join(import.meta.dirname, "../../packs/beiling-2027-cold-wave/notices/cold-wave/notice.yaml"), "utf8")) as { clauses: { key: string; duties: { key: string }[] }[] };
const dutiesOf = (clause: string): readonly string[] => notice.clauses.find(({ key }) => key === clause)?.duties.map(({ key }) => key) ?? [];

test("the guide's case type is one, of the notice it names", () => {
  const { value, problems } = readYaml("cases/emergency-aid.yaml", wholeOf("cases.md"), caseTypeInFile);
  expect(problems).toEqual([]);
  expect(value === null ? null : checkCaseType({ key: "emergency-aid", ...value })).toEqual([]);
  expect(dutiesOf(value?.clause ?? "")).toEqual(expect.arrayContaining([...(value?.duties ?? [])]));
});

test("the guide's register is one, of the notice it names", () => {
  const { value, problems } = readYaml("registers/home-visits.yaml", wholeOf("registers.md"), recordTypeInFile);
  expect(problems).toEqual([]);
  expect(checkForm(value?.fields ?? [])).toEqual([]);
  expect(dutiesOf(value?.clause ?? "")).toEqual(expect.arrayContaining([...(value?.duties ?? [])]));
});

test("the guide's questions can be asked", () => {
  const form = formInFile.parse(parse(wholeOf("fields.md")));
  expect(checkForm(form)).toEqual([]);
});

test("the guide explains every key of a type, a state, a move and a register", () => {
  const type = caseTypeInFile.in.shape;
  const missing = (page: string, shape: Readonly<Record<string, unknown>>): readonly string[] => Object.keys(shape).filter((key) => !pageOf(page).includes(`\`${key}\``));
  expect([...missing("cases.md", type), ...missing("cases.md", type.states.element.in.shape), ...missing("cases.md", type.moves.element.in.shape), ...missing("registers.md", recordTypeInFile.in.shape)]).toEqual([]);
});
