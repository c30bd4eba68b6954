import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseTckFile } from "./tck-cases.ts";

const file = (cases: string): string => `<?xml version="1.0"?>
<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <modelName>m.dmn</modelName><!-- <testCase id="put aside"/> -->${cases}</testCases>`;

describe("a file of the TCK's tests", () => {
  test("gives facts and expectations: values, lists, components, null, errors", () => {
    const { modelName, cases } = parseTckFile(file(`
      <testCase id="1">
        <inputNode name="age"><value xsi:type="xsd:decimal">18.5</value></inputNode>
        <inputNode name="person"><component name="name"><value xsi:type="xsd:string"> a &lt; b </value></component><component name="tall" xsi:nil="true"/></inputNode>
        <inputNode name="list"><list><item><value xsi:type="xsd:boolean">true</value></item><item><value xsi:nil="true"/></item></list></inputNode>
        <resultNode name="r" type="decision"><expected><value xsi:type="xsd:string">x</value></expected></resultNode>
        <resultNode name="e" errorResult="true"><expected><value xsi:nil="true"/></expected></resultNode>
      </testCase>
      <testCase type="decisionService" invocableName="s"><resultNode name="r"><expected><list/></expected></resultNode></testCase>`));
    expect(modelName).toBe("m.dmn");
    expect(cases).toEqual([
      { id: "1", service: null, facts: { age: 18.5, person: { name: " a < b ", tall: null }, list: [true, null] }, expected: [{ node: "r", value: "x", isError: false }, { node: "e", value: null, isError: true }] },
      { id: "2", service: "s", facts: {}, expected: [{ node: "r", value: [], isError: false }] },
    ]);
  });

  test.each([
    ["xsd:date", "2026-03-01"], ["xsd:date", "-2017-12-31"], ["xsd:time", "10:30:00Z"], ["xsd:dateTime", "2026-03-01T10:30:00+08:00"], ["xsd:duration", "P1Y2M"],
  ])("%s %s is a value of FEEL", (type, text) => {
    const [one] = parseTckFile(file(`<testCase><resultNode name="r"><expected><value xsi:type="${type}">${text}</value></expected></resultNode></testCase>`)).cases;
    expect(one?.expected[0]?.value).toHaveProperty("iso");
  });
});

describe("npm run tck", () => {
  test.each([[[]], [["nowhere"]]])("without the TCK's folder (%j) says so and fails", (words) => {
    const { status, stderr } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", join(import.meta.dirname, "run.ts"), ...words], { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain("Nothing was measured.");
  });
});
