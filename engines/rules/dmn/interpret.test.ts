import { FeelFunction } from "feelin";
import { describe, expect, test } from "vitest";
import { decision, file, input, knowledge, literal, table } from "./example-models.ts";
import type { FeelContext, FeelValue } from "./feel-value.ts";
import { type Evaluation, interpret, type Question } from "./interpret.ts";
import { type Library, putTogether } from "./library.ts";
import { readDmn } from "./read-dmn.ts";

async function library(...files: readonly string[]): Promise<Library> {
  const models = await Promise.all(files.map(async (xml) => {
    const reading = await readDmn(xml);
    if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
    return reading.model;
  }));
  const [main, ...imported] = models;
  if (main === undefined) throw new Error("a library needs a model");
  const together = putTogether(main, imported);
  if (together.kind === "refused") throw new Error(JSON.stringify(together.problems));
  return together.library;
}

async function ask(elements: string, name: string, facts: FeelContext = {}, kind: Question["kind"] = "decision"): Promise<Evaluation> {
  return interpret(await library(file(elements)), { kind, name }, facts);
}

async function valueOf(...parameters: Parameters<typeof ask>): Promise<FeelValue> {
  const evaluation = await ask(...parameters);
  if (evaluation.kind !== "value") throw new Error(JSON.stringify(evaluation));
  return evaluation.value;
}

describe("hit policies (8.2.8)", () => {
  const fee = (attributes: string, rows: readonly (readonly string[])[], allowed?: string, fallback?: string): string =>
    input("age", "number") + decision("fee", table(attributes, ["age"], [{ ...(allowed === undefined ? {} : { allowed }), ...(fallback === undefined ? {} : { fallback }) }], rows), ["in-age"]);
  const overlapping = [["< 20", "1"], ["< 10", "3"], ["-", "2"]];

  test.each<[string, string, string | undefined, number, FeelValue]>([
    ["FIRST: the first row that holds", 'hitPolicy="FIRST"', undefined, 5, 1],
    ["PRIORITY: what stands first among the output values", 'hitPolicy="PRIORITY"', "3, 2, 1", 5, 3],
    ["RULE ORDER: all, as the rows stand", 'hitPolicy="RULE ORDER"', undefined, 5, [1, 3, 2]],
    ["OUTPUT ORDER: all, as the output values stand", 'hitPolicy="OUTPUT ORDER"', "3, 2, 1", 5, [3, 2, 1]],
    ["COLLECT: all", 'hitPolicy="COLLECT"', undefined, 15, [1, 2]],
    ["COLLECT SUM", 'hitPolicy="COLLECT" aggregation="SUM"', undefined, 5, 6],
    ["COLLECT MIN", 'hitPolicy="COLLECT" aggregation="MIN"', undefined, 5, 1],
    ["COLLECT MAX", 'hitPolicy="COLLECT" aggregation="MAX"', undefined, 5, 3],
    ["COLLECT COUNT", 'hitPolicy="COLLECT" aggregation="COUNT"', undefined, 15, 2],
    ["UNIQUE: the only row", 'hitPolicy="UNIQUE"', undefined, 30, 2],
    ["without a policy it is UNIQUE", "", undefined, 30, 2],
  ])("%s", async (_, attributes, allowed, age, expected) => {
    expect(await valueOf(fee(attributes, overlapping, allowed), "fee", { age })).toEqual(expected);
  });

  test("UNIQUE with two rows is an error", async () => {
    expect(await ask(fee("", overlapping), "fee", { age: 15 })).toMatchObject({ kind: "error", error: { code: "several-hits", element: "fee" } });
  });

  test("ANY takes rows that agree, and is an error where they do not", async () => {
    const rows = [["< 20", "1"], ["> 10", "1"], ["15", "2"]];
    expect(await valueOf(fee('hitPolicy="ANY"', rows), "fee", { age: 12 })).toBe(1);
    expect(await ask(fee('hitPolicy="ANY"', rows), "fee", { age: 15 })).toMatchObject({ kind: "error", error: { code: "different-outputs" } });
  });

  test("no row: null, which is no error, or the default output", async () => {
    expect(await ask(fee("", [["< 20", "1"]]), "fee", { age: 30 })).toMatchObject({ kind: "value", value: null });
    expect(await valueOf(fee("", [["< 20", "1"]], undefined, "7"), "fee", { age: 30 })).toBe(7);
  });

  test("several results are a context", async () => {
    const model = input("age", "number") + decision("offer", table("", ["age"], [{ name: "fee" }, { name: "note", fallback: '"none"' }], [["< 20", "1", '"young"']]), ["in-age"]);
    expect(await valueOf(model, "offer", { age: 10 })).toEqual({ fee: 1, note: "young" });
    expect(await valueOf(model, "offer", { age: 40 })).toEqual({ fee: null, note: "none" });
  });

  test("a cell may speak of ? and of other facts", async () => {
    const model = input("age", "number") + input("limit", "number") + decision("t", table('hitPolicy="FIRST"', ["age"], [{}], [["> limit", '"over"'], ["modulo(?, 2) = 1", '"odd"'], ["not(4, 6)", '"other"']]), ["in-age", "in-limit"]);
    expect(await Promise.all([50, 9, 8, 4].map((age) => valueOf(model, "t", { age, limit: 40 })))).toEqual(["over", "odd", "other", null]);
  });

  test("a value that is not among the input values has no answer", async () => {
    const model = (input("level", "string") + decision("t", table("", ["level"], [{}], [["-", "1"]]), ["in-level"])).replace("</inputExpression>", '</inputExpression><inputValues><text>"red","blue"</text></inputValues>');
    expect(await valueOf(model, "t", { level: "red" })).toBe(1);
    expect(await ask(model, "t", { level: "green" })).toMatchObject({ kind: "error", error: { code: "value-not-allowed" } });
  });
});

describe("the graph of requirements", () => {
  test("a decision sees what it requires, over other decisions, and nothing else", async () => {
    const model = input("a", "number") + input("b", "number") + decision("double", literal("a * 2"), ["in-a"]) + decision("sum", literal("double + 1"), ["de-double"]) + decision("blind", literal("a"), []);
    expect(await valueOf(model, "sum", { a: 4, b: 1 })).toBe(9);
    expect(await ask(model, "blind", { a: 4 })).toMatchObject({ kind: "value", value: null, troubles: [{ code: "feel-warning" }] });
  });

  test("names may have spaces and Chinese characters", async () => {
    expect(await valueOf(input("月收入", "number") + decision("x", literal("月收入 / 2"), ["in-月收入"]), "x", { 月收入: 5000 })).toBe(2500);
    expect(await valueOf(input("monthly rent", "number") + decision("x", literal("monthly rent / 2"), ["in-monthly rent"]), "x", { "monthly rent": 5000 })).toBe(2500);
  });

  test("a long chain is no recursion without end", async () => {
    const chain = Array.from({ length: 300 }, (_, place) => decision(`d${place}`, literal(place === 0 ? "1" : `d${place - 1} + 1`), place === 0 ? [] : [`de-d${place - 1}`])).join("");
    expect(await valueOf(chain, "d299")).toBe(300);
  });

  test("a chain longer than the stack, and a circle over two models, are named errors", async () => {
    const chain = Array.from({ length: 4_000 }, (_, place) => decision(`d${place}`, literal("1"), place === 0 ? [] : [`de-d${place - 1}`])).join("");
    expect(await ask(chain, "d3999")).toMatchObject({ kind: "error", error: { code: "recursion" } });
    const imports = (namespace: string): string => `<import name="other" namespace="${namespace}" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>`;
    const one = file(imports("urn:two") + decision("a", literal("other.b"), ["de-b"]).replace('href="#', 'href="urn:two#'), "1.5", "urn:one");
    const two = file(imports("urn:one") + decision("b", literal("other.a"), ["de-a"]).replace('href="#', 'href="urn:one#'), "1.5", "urn:two");
    expect(interpret(await library(one, two), { kind: "decision", name: "a" }, {})).toMatchObject({ kind: "error", error: { code: "recursion" } });
  });

  test("what does not exist is a named error", async () => {
    expect(await ask(decision("a", literal("1")), "b")).toMatchObject({ kind: "error", error: { code: "unknown-element", element: "b" } });
  });

  test("a decision without an expression is null, and said", async () => {
    expect(await ask(decision("a", ""), "a")).toMatchObject({ kind: "error", error: { code: "no-logic" } });
  });

  test("imported elements stand under the import's name", async () => {
    const lower = file(`<itemDefinition id="t" name="tAge"><typeRef>number</typeRef></itemDefinition>${input("age", "tAge")}${decision("adult", literal("age >= 18"), ["in-age"])}${knowledge("half", { n: "number" }, literal("n / 2"))}`, "1.5", "urn:lower");
    const upper = file(`<import name="base" namespace="urn:lower" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>${decision("x", literal("if base.adult then base.half(10) else 0"), ["de-adult", "kn-half"], "base.tAge").replaceAll('href="#', 'href="urn:lower#')}`);
    const both = await library(upper, lower);
    expect(interpret(both, { kind: "decision", name: "x" }, { age: 20 })).toMatchObject({ kind: "value", value: 5 });
    expect(interpret(both, { kind: "decision", name: "x" }, { "urn:lower#age": 3, age: 20 })).toMatchObject({ kind: "value", value: 0 });
    const alone = await readDmn(upper);
    expect(alone.kind === "read" && putTogether(alone.model)).toMatchObject({ kind: "refused", problems: [{ code: "import-missing", parameters: { namespace: "urn:lower" } }] });
  });
});

describe("functions", () => {
  const half = knowledge("half", { n: "number" }, literal("n / 2"));

  test("a knowledge model is called from FEEL, by place or by name, and by an invocation", async () => {
    const invocation = `<invocation>${literal("half")}<binding><parameter name="n"/>${literal("8")}</binding></invocation>`;
    const model = half + decision("a", literal("half(8)"), ["kn-half"]) + decision("b", literal("half(n: 8)"), ["kn-half"]) + decision("c", invocation, ["kn-half"]);
    expect(await Promise.all(["a", "b", "c"].map((name) => valueOf(model, name)))).toEqual([4, 4, 4]);
    expect(await valueOf(model, "half", { n: 3 }, "knowledge")).toBe(1.5);
  });

  test.each(["half()", "half(1, 2)", "half(m: 1)", 'half("x")'])("%s calls nothing", async (call) => {
    expect(await ask(half + decision("a", literal(call), ["kn-half"]), "a")).toMatchObject({ kind: "error", error: { code: "arguments" } });
  });

  test("a built-in function can be invoked too", async () => {
    const invocation = `<invocation>${literal("sum")}<binding><parameter name="list"/>${literal("[1, 2]")}</binding></invocation>`;
    expect(await valueOf(decision("a", invocation), "a")).toBe(3);
  });

  test("a recursion comes to its end, or is stopped", async () => {
    const factorial = knowledge("f", { n: "number" }, literal("if n <= 1 then 1 else n * f(n - 1)"));
    expect(await valueOf(factorial + decision("a", literal("f(5)"), ["kn-f"]), "a")).toBe(120);
    const endless = knowledge("f", { n: "number" }, literal("f(n + 1)"));
    expect(await ask(endless + decision("a", literal("f(5)"), ["kn-f"]), "a")).toMatchObject({ kind: "error", error: { code: "recursion" } });
  });

  test.each([["Java", "java"], ["PMML", "pmml"]] as const)("%s is declined", async (kind, language) => {
    const outside = knowledge("f", { n: "number" }, `<context><contextEntry><variable name="class"/>${literal('"java.lang.Math"')}</contextEntry></context>`, `kind="${kind}"`);
    expect(await ask(outside + decision("a", literal("f(1)"), ["kn-f"]), "a")).toMatchObject({ kind: "declined", language });
  });

  test("Java in a literal is declined", async () => {
    expect(await ask(decision("a", literal('function(x) external { java: { class: "java.lang.Math", method signature: "cos(double)" } }')), "a")).toMatchObject({ kind: "declined", language: "java" });
  });

  test("a decision service takes input data, then input decisions; several outputs are a context", async () => {
    const service = `<decisionService id="kn-s" name="s"><variable name="s"/><outputDecision href="#de-sum"/><outputDecision href="#de-double"/><inputDecision href="#de-double"/><inputData href="#in-b"/></decisionService>`;
    const model = input("a", "number") + input("b", "number") + decision("double", literal("a * 2"), ["in-a"]) + decision("sum", literal("double + b"), ["de-double", "in-b"]) + service + decision("outer", literal("s(1, 100).sum"), ["kn-s"]);
    expect(await valueOf(model, "s", { b: 1, double: 10 }, "service")).toEqual({ sum: 11, double: 10 });
    expect(await valueOf(model, "outer")).toBe(101);
  });

  test("a function is a value", async () => {
    expect(await valueOf(decision("a", `<functionDefinition><formalParameter name="x"/>${literal("x + 1")}</functionDefinition>`), "a")).toBeInstanceOf(FeelFunction);
  });
});

describe("boxed expressions (10.2)", () => {
  const held = (tag: string, text: string): string => `<${tag}>${literal(text)}</${tag}>`;
  const entry = (name: string | null, text: string): string => `<contextEntry>${name === null ? "" : `<variable name="${name}"/>`}${literal(text)}</contextEntry>`;

  test.each<[string, string, FeelValue]>([
    ["a context: each line sees those above", `<context>${entry("a", "1")}${entry("b", "a + 1")}</context>`, { a: 1, b: 2 }],
    ["a context with a result", `<context>${entry("a", "1")}${entry(null, "a + 1")}</context>`, 2],
    ["a list", `<list>${literal("1")}${literal('"x"')}</list>`, [1, "x"]],
    ["a relation", `<relation><column name="a"/><column name="b"/><row>${literal("1")}${literal("2")}</row><row>${literal("3")}${literal("4")}</row></relation>`, [{ a: 1, b: 2 }, { a: 3, b: 4 }]],
    ["a conditional", `<conditional>${held("if", "1 > 2")}${held("then", "1")}${held("else", "2")}</conditional>`, 2],
    ["a filter", `<filter>${held("in", "[1, 2, 3]")}${held("match", "item > 1")}</filter>`, [2, 3]],
    ["a filter by an item's own names", `<filter>${held("in", "[{a: 1}, {a: 2}]")}${held("match", "a = 2")}</filter>`, [{ a: 2 }]],
    ["an iteration", `<for iteratorVariable="x">${held("in", "[1, 2]")}${held("return", "x * 10")}</for>`, [10, 20]],
    ["an iteration over a range, with the results so far", `<for iteratorVariable="x">${held("in", "[1..4]")}${held("return", "if x < 3 then 1 else partial[-1] + partial[-2]".replace("<", "<"))}</for>`, [1, 1, 2, 3]],
    ["some", `<some iteratorVariable="x">${held("in", "[1, 2]")}${held("satisfies", "x = 2")}</some>`, true],
    ["every", `<every iteratorVariable="x">${held("in", "[1, 2]")}${held("satisfies", "x = 2")}</every>`, false],
  ])("%s", async (_, expression, expected) => {
    expect(await valueOf(decision("a", expression), "a")).toEqual(expected);
  });

  test.each([
    ["a condition that is no truth", `<conditional>${held("if", '"yes"')}${held("then", "1")}${held("else", "2")}</conditional>`, "condition"],
    ["a match that is no truth", `<filter>${held("in", "[1]")}${held("match", '"yes"')}</filter>`, "filter"],
    ["an iteration over a number", `<for iteratorVariable="x">${held("in", "7")}${held("return", "x")}</for>`, "iteration"],
    ["an invocation of a number", `<invocation>${literal("7")}</invocation>`, "no-function"],
    ["words that are not FEEL", literal("1 +"), "expression-unreadable"],
  ])("%s is a named error", async (_, expression, code) => {
    expect(await ask(decision("a", expression), "a")).toMatchObject({ kind: "error", error: { code, element: "a" } });
  });
});

describe("types (7.3.3, 10.3.2.9.4)", () => {
  const types = [
    '<itemDefinition name="tLevel"><typeRef>string</typeRef><allowedValues><text>"red", "blue"</text></allowedValues></itemDefinition>',
    '<itemDefinition name="tLevels" isCollection="true"><typeRef>tLevel</typeRef><typeConstraint><text>count(?) &lt; 3</text></typeConstraint></itemDefinition>',
    '<itemDefinition name="tPerson"><itemComponent name="name"><typeRef>string</typeRef></itemComponent><itemComponent name="levels" isCollection="true"><typeRef>tLevel</typeRef></itemComponent></itemDefinition>',
  ].join("");

  test.each<[what: string, type: string, given: FeelValue, kept: FeelValue]>([
    ["a value of the type", "tLevel", "red", "red"],
    ["null is of every type", "tLevel", null, null],
    ["a list of one becomes its item", "tLevel", ["red"], "red"],
    ["a value becomes a list of one", "tLevels", "red", ["red"]],
    ["a structure", "tPerson", { name: "a", levels: ["red"] }, { name: "a", levels: ["red"] }],
    ["more than the structure says", "tPerson", { name: "a", levels: [], age: 3 }, { name: "a", levels: [], age: 3 }],
  ])("%s", async (_, type, given, kept) => {
    expect(await ask(types + input("x", type) + decision("a", literal("x"), ["in-x"]), "a", { x: given })).toMatchObject({ kind: "value", value: kept });
  });

  test.each<[what: string, type: string, given: FeelValue]>([
    ["a value outside the allowed ones", "tLevel", "green"],
    ["a value of another type", "tLevel", 7],
    ["an item outside the allowed ones", "tLevels", ["red", "green"]],
    ["a list longer than its constraint", "tLevels", ["red", "red", "blue"]],
    ["a structure with a part missing", "tPerson", { name: "a" }],
    ["a structure with a part of another type", "tPerson", { name: 7, levels: [] }],
  ])("%s becomes null, as fact and as result", async (_, type, given) => {
    expect(await ask(types + input("x", type) + decision("a", literal("x"), ["in-x"]), "a", { x: given })).toMatchObject({ kind: "error", error: { code: "fact-type", element: "x" } });
    expect(await ask(types + input("x") + decision("a", literal("x"), ["in-x"], type), "a", { x: given })).toMatchObject({ kind: "error", error: { code: "result-type", element: "a" } });
  });

  test("a date becomes its first moment", async () => {
    expect(await valueOf(decision("a", literal('date("2026-03-01")'), [], "date and time") + decision("b", literal("string(a)"), ["de-a"]), "b")).toBe("2026-03-01T00:00:00Z");
  });
});
