import dmn13 from "dmn-moddle/resources/dmn/json/dmn13.json" with { type: "json" };
import { DmnModdle, type Moddle } from "dmn-moddle";

/** The namespace of DMN 1.5, in which files are written. */
export const DMN_NAMESPACE = "https://www.omg.org/spec/DMN/20230324/MODEL/";

/** The namespaces of the versions that are read, and of their diagrams; elements are the same, or fewer. */
const NAMESPACES: Readonly<Record<string, string>> = {
  "http://www.omg.org/spec/DMN/20151101/dmn.xsd": "1.1",
  "http://www.omg.org/spec/DMN/20180521/MODEL/": "1.2",
  "https://www.omg.org/spec/DMN/20191111/MODEL/": "1.3",
  "https://www.omg.org/spec/DMN/20211108/MODEL/": "1.4",
  [DMN_NAMESPACE]: "1.5",
};

const DIAGRAMS = ["http://www.omg.org/spec/DMN/20180521/DMNDI/", "https://www.omg.org/spec/DMN/20191111/DMNDI/", "https://www.omg.org/spec/DMN/20230324/DMNDI/"];
const DIAGRAM_NAMESPACE = "https://www.omg.org/spec/DMN/20191111/DMNDI/";

type Property = { name: string; type: string; isAttr?: boolean; isMany?: boolean; xml?: { serialize: string } };
type Type = { name: string; superClass?: readonly string[]; isAbstract?: boolean; properties: readonly Property[] };

const child = (name: string, type: string): Property => ({ name, type, xml: { serialize: "property" } });

/** What DMN 1.4 and 1.5 have and the descriptor of 1.3 has not: boxed conditional, filter, iterator (10.2.2) and the type constraint (7.3.3). */
const SINCE_1_4: readonly Type[] = [
  { name: "ChildExpression", properties: [{ name: "id", type: "String", isAttr: true }, { name: "expression", type: "Expression" }] },
  { name: "TypedChildExpression", superClass: ["ChildExpression"], properties: [{ name: "typeRef", type: "String", isAttr: true }] },
  { name: "Conditional", superClass: ["Expression"], properties: [child("if", "ChildExpression"), child("then", "ChildExpression"), child("else", "ChildExpression")] },
  { name: "Filter", superClass: ["Expression"], properties: [child("in", "ChildExpression"), child("match", "ChildExpression")] },
  { name: "Iterator", superClass: ["Expression"], isAbstract: true, properties: [{ name: "iteratorVariable", type: "String", isAttr: true }, child("in", "TypedChildExpression")] },
  { name: "For", superClass: ["Iterator"], properties: [child("return", "ChildExpression")] },
  { name: "Quantified", superClass: ["Iterator"], isAbstract: true, properties: [child("satisfies", "ChildExpression")] },
  { name: "Some", superClass: ["Quantified"], properties: [] },
  { name: "Every", superClass: ["Quantified"], properties: [] },
];

const dmn15 = { ...dmn13, uri: DMN_NAMESPACE, types: [...dmn13.types.map(since15), ...SINCE_1_4] };

function since15(type: (typeof dmn13.types)[number]): object {
  if (type.name === "ItemDefinition") return { ...type, properties: [...type.properties, child("typeConstraint", "UnaryTests")] };
  // moddle takes only ASCII for an id; XML takes 决策 too. As a plain attribute it may be any, and we look for doubles ourselves.
  if (type.name === "DMNElement") return { ...type, properties: type.properties.map((property) => (property.name === "id" ? { name: "id", type: "String", isAttr: true } : property)) };
  return type;
}

/** The version of DMN a file says it has; null when it is none that is known. */
export function versionOf(xml: string): string | null {
  for (const [, , uri = ""] of declarations(xml)) if (NAMESPACES[uri] !== undefined) return NAMESPACES[uri];
  return null;
}

/** The file with the namespaces of 1.5: the elements of older versions mean the same there. */
export function withCurrentNamespaces(xml: string): string {
  return xml.replace(DECLARATION, (all, before: string, uri: string) => {
    if (NAMESPACES[uri] !== undefined) return `${before}"${DMN_NAMESPACE}"`;
    return DIAGRAMS.includes(uri) ? `${before}"${DIAGRAM_NAMESPACE}"` : all;
  });
}

/** A reader and writer of XML that knows every element of DMN 1.5. It holds the schema and nothing of a file, so one is enough. */
export function moddle(): Moddle {
  known ??= DmnModdle({ dmn: dmn15 });
  return known;
}

let known: Moddle | undefined;

const DECLARATION = /(\sxmlns(?::[\w.-]+)?\s*=\s*)["']([^"']*)["']/gu;

function declarations(xml: string): Iterable<RegExpExecArray> {
  return xml.matchAll(DECLARATION);
}
