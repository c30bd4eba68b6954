import { duration } from "feelin";
import { parseDocument } from "htmlparser2";
import type { FeelContext, FeelValue } from "../../engines/rules/dmn/feel-value.ts";
import { dateAndTimeOf, dateOf, timeOf } from "../../engines/rules/dmn/temporal-text.ts";

/** One thing a test expects: the value of a node, or an error there. */
export type Expectation = { readonly node: string; readonly value: FeelValue; readonly isError: boolean };

/** One test of the TCK: what is given, what is asked, what is expected. */
export type TckCase = { readonly id: string; readonly service: string | null; readonly facts: FeelContext; readonly expected: readonly Expectation[] };

/** A file of tests: its model's file and its cases, after testCases.xsd. */
export type TckFile = { readonly modelName: string; readonly cases: readonly TckCase[] };

/** What a file of tests says. */
export function parseTckFile(xml: string): TckFile {
  const root = tags(parseDocument(xml, { xmlMode: true }).children as unknown as readonly Tag[], "testCases")[0];
  if (root === undefined) return { modelName: "", cases: [] };
  return { modelName: textOf(first(root, "modelName")).trim(), cases: tags(root.children, "testCase").map((each, index) => testCase(each, index)) };
}

type Tag = { readonly type: string; readonly name: string; readonly attribs: Readonly<Record<string, string>>; readonly children: readonly Tag[]; readonly data?: string };

function testCase(tag: Tag, index: number): TckCase {
  return {
    id: tag.attribs["id"] ?? String(index + 1),
    service: tag.attribs["type"] === "decisionService" ? tag.attribs["invocableName"] ?? null : null,
    facts: Object.fromEntries(tags(tag.children, "inputNode").map((node) => [node.attribs["name"] ?? "", valueOf(node)])),
    expected: tags(tag.children, "resultNode").map((node) => {
      const expected = first(node, "expected");
      return { node: node.attribs["name"] ?? "", value: expected === undefined ? null : valueOf(expected), isError: node.attribs["errorResult"] === "true" };
    }),
  };
}

/** A value, a context of components or a list of items. */
function valueOf(holder: Tag): FeelValue {
  const list = first(holder, "list");
  if (list !== undefined) return isNil(list) ? null : tags(list.children, "item").map(valueOf);
  const components = tags(holder.children, "component");
  if (components.length > 0) return Object.fromEntries(components.map((each) => [each.attribs["name"] ?? "", isNil(each) ? null : valueOf(each)]));
  const value = first(holder, "value");
  return value === undefined || isNil(value) ? null : simple(textOf(value), value.attribs["xsi:type"] ?? "xsd:string");
}

function simple(text: string, type: string): FeelValue {
  switch (type.replace(/^.*:/u, "")) {
    case "boolean": return text.trim() === "true" || text.trim() === "1";
    case "decimal": case "double": case "integer": case "int": case "long": case "float": return Number(text);
    case "date": return temporal(dateOf, text);
    case "time": return temporal(timeOf, text);
    case "dateTime": return temporal(dateAndTimeOf, text);
    case "duration": return temporal(duration, text);
    default: return text;
  }
}

/** What cannot be represented (years beyond 271,820) stays a word, which equals no date. */
function temporal(read: (text: string) => FeelValue, text: string): FeelValue {
  try {
    return read(text.trim()) ?? text;
  } catch {
    return text;
  }
}

function isNil(tag: Tag): boolean {
  return tag.attribs["xsi:nil"] === "true";
}

function tags(list: readonly Tag[], name: string): readonly Tag[] {
  return list.filter((each) => each.type === "tag" && each.name.replace(/^.*:/u, "") === name);
}

function first(tag: Tag, name: string): Tag | undefined {
  return tags(tag.children, name)[0];
}

function textOf(tag: Tag | undefined): string {
  return (tag?.children ?? []).map(({ type, data, children }) => (type === "text" ? data ?? "" : children === undefined ? "" : children.map((each) => each.data ?? "").join(""))).join("");
}
