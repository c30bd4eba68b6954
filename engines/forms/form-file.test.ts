import { describe, expect, test } from "vitest";
import { checkForm } from "./check-form.ts";
import { field, named } from "./example-forms.ts";
import { formInFile } from "./form-file.ts";

const name = { zh: "名", en: "Name" };

describe("a form in a pack's file", () => {
  test("what is left out stands at its usual value; money is written in yuan and kept in fen", () => {
    expect(formInFile.parse([{ key: "amount", kind: "money", name, maxYuan: 1000.1 }, { key: "note", kind: "text", name }, { key: "count", kind: "number", name }])).toEqual([
      { key: "amount", kind: "money", name, hint: null, required: false, onlyIf: null, privacy: "open", max: 100_010 },
      { key: "note", kind: "text", name, hint: null, required: false, onlyIf: null, privacy: "open", lengthMax: 80 },
      { key: "count", kind: "number", name, hint: null, required: false, onlyIf: null, privacy: "open", unit: null, decimals: 0, min: 0, max: null },
    ]);
  });
  test.each([
    ["a kind that is none", { key: "a", kind: "date", name }], ["a part of another kind", { key: "a", kind: "day", name, lengthMax: 3 }], ["capitals in a key", { key: "aB", kind: "day", name }],
    ["a key that every object has", { key: "constructor", kind: "day", name }], ["one language alone", { key: "a", kind: "day", name: { zh: "名" } }], ["no choices", { key: "a", kind: "choice", name, choices: [] }],
    ["six files", { key: "a", kind: "files", name, most: 6 }], ["four decimals", { key: "a", kind: "number", name, decimals: 4 }],
  ])("refuses %s", (_, written) => { expect(formInFile.safeParse([written]).success).toBe(false); });
});

describe("a form that cannot be asked", () => {
  const choice = (...names: readonly (readonly [string, string])[]) => field({ kind: "choice", choices: names.map(([key, zh]) => ({ key, name: named(zh, key) })) }, { key: "a" });
  const text = (onlyIf: Parameters<typeof field>[1]) => field({ kind: "text", lengthMax: 9 }, { key: "b", ...onlyIf });
  test.each([
    ["a key used twice", [text({}), text({})], [1, "key"]],
    ["a choice used twice", [choice(["x", "一"], ["x", "二"])], [0, "choices"]],
    ["choices a table cannot tell apart", [choice(["x", "米饭（1份）"], ["y", "米饭(1份)"])], [0, "choices"]],
    ["a least above the most", [field({ kind: "number", unit: null, decimals: 0, min: 5, max: 4 })], [0, "min"]],
    ["an identity number open to all", [field({ kind: "identity-number" }, { privacy: "open" })], [0, "privacy"]],
    ["a condition on a later question", [text({ onlyIf: { field: "a", is: ["x"] } }), choice(["x", "一"])], [0, "onlyIf"]],
    ["a condition on itself", [text({ onlyIf: { field: "b", is: ["x"] } })], [0, "onlyIf"]],
    ["a condition on words", [text({}), field({ kind: "day" }, { key: "c", onlyIf: { field: "b", is: ["x"] } })], [1, "onlyIf"]],
    ["a condition on an answer that is not offered", [choice(["x", "一"]), text({ onlyIf: { field: "a", is: ["z"] } })], [1, "onlyIf"]],
    ["a condition on no answer", [choice(["x", "一"]), text({ onlyIf: { field: "a", is: [] } })], [1, "onlyIf"]],
  ])("%s", (_, form, [at, part]) => { expect(checkForm(form).map((each) => [each.at, each.part])).toEqual([[at, part]]); });
  test("one that can is left alone", () => { expect(checkForm([choice(["x", "一"], ["y", "二"]), text({ onlyIf: { field: "a", is: ["x", "y"] } })])).toEqual([]); });
});
