import { readAnswers, type FormSetting } from "#engines/forms";
import { recordTypeInFile } from "#engines/registers";
import { readCsv } from "#platform/csv";
import { readYaml } from "#platform/pack";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const PACK = join(import.meta.dirname, "../../packs/hulunbuir-2021-spring-festival");
const INVENTED = "150799";
const tables = readdirSync(join(PACK, "drill")).filter((file) => file.endsWith(".csv"));
// Only the invented district is known, so that a row of a real one would be refused.
const SETTING: FormSetting = { districts: [{ code: INVENTED, names: ["云杉旗（虚构）"] }], hours: (text) => text };

function readTable(file: string) {
  const { value: type, problems } = readYaml(file, readFileSync(join(PACK, "registers", file.replace(/csv$/u, "yaml")), "utf8"), recordTypeInFile);
  const csv = readCsv(readFileSync(join(PACK, "drill", file)));
  if (type === null || csv.kind === "refused") throw new Error(`${file}: ${JSON.stringify(problems)}`);
  const keys = csv.head.map((header) => type.fields.find(({ name }) => name.zh === header)?.key ?? null);
  return { type, head: csv.head, keys, rows: csv.rows };
}

test("there are tables for a drill", () => { expect(tables.length).toBeGreaterThan(4); });

describe.each(tables)("%s", (file) => {
  const { type, head, keys, rows } = readTable(file);
  test("its first column marks every row as a drill, all others are fields of its register", () => {
    expect(head[0]).toBe("演练");
    expect(rows.every(([mark]) => mark?.startsWith("演练") === true)).toBe(true);
    expect(keys.slice(1)).not.toContain(null);
  });
  test("every row can be kept, each under its own key, all of the district that does not exist", () => {
    const read = rows.map((row) => readAnswers(type.fields, Object.fromEntries(keys.flatMap((key, at): [string, string][] => (key === null ? [] : [[key, row[at] ?? ""]]))), SETTING));
    expect(read.flatMap(({ faults }) => faults)).toEqual([]);
    expect(new Set(read.map(({ answers }) => type.identity.map((key) => String(answers[key])).join("|"))).size).toBe(rows.length);
    expect(read.every(({ answers }) => answers["district"] === INVENTED)).toBe(true);
  });
  test("numbers of people are those of the division that does not exist", () => {
    const people = type.fields.filter(({ kind }) => kind === "identity-number").map(({ key }) => keys.indexOf(key));
    expect(people.flatMap((at) => rows.map((row) => row[at])).every((number) => number?.startsWith(INVENTED) === true)).toBe(true);
  });
});
