/** Files of DMN for tests: a head for each version, and elements in few words. */

const NAMESPACES = {
  "1.1": "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
  "1.2": "http://www.omg.org/spec/DMN/20180521/MODEL/",
  "1.3": "https://www.omg.org/spec/DMN/20191111/MODEL/",
  "1.4": "https://www.omg.org/spec/DMN/20211108/MODEL/",
  "1.5": "https://www.omg.org/spec/DMN/20230324/MODEL/",
} as const;

/** A file with these elements. */
export function file(elements: string, version: keyof typeof NAMESPACES = "1.5", namespace = "urn:example"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="${NAMESPACES[version]}" id="d" name="example" namespace="${namespace}">${elements}</definitions>`;
}

/** A fact from outside. */
export function input(name: string, type = "Any"): string {
  return `<inputData id="in-${name}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`;
}

/** A decision with what it requires: `in-…`, `de-…` or `kn-…`. */
export function decision(name: string, expression: string, requires: readonly string[] = [], type = "Any"): string {
  const requirements = requires.map((id) => {
    if (id.startsWith("in-")) return `<informationRequirement><requiredInput href="#${id}"/></informationRequirement>`;
    return id.startsWith("de-") ? `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>` : `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`;
  });
  return `<decision id="de-${name}" name="${name}"><variable name="${name}" typeRef="${type}"/>${requirements.join("")}${expression}</decision>`;
}

/** A function decisions may require. */
export function knowledge(name: string, parameters: Readonly<Record<string, string>>, body: string, attributes = "", requires: readonly string[] = []): string {
  const formal = Object.entries(parameters).map(([parameter, type]) => `<formalParameter name="${parameter}" typeRef="${type}"/>`).join("");
  const requirements = requires.map((id) => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`).join("");
  return `<businessKnowledgeModel id="kn-${name}" name="${name}"><variable name="${name}"/><encapsulatedLogic ${attributes}>${formal}${body}</encapsulatedLogic>${requirements}</businessKnowledgeModel>`;
}

/** A literal expression. */
export function literal(text: string): string {
  return `<literalExpression><text>${escaped(text)}</text></literalExpression>`;
}

type Column = { readonly name?: string; readonly allowed?: string; readonly fallback?: string };

/** A decision table: `rows` are cells of tests, then of results. */
export function table(attributes: string, inputs: readonly string[], outputs: readonly Column[], rows: readonly (readonly string[])[]): string {
  const text = (tag: string, words: string | undefined): string => (words === undefined ? "" : `<${tag}><text>${escaped(words)}</text></${tag}>`);
  return `<decisionTable ${attributes}>${[
    ...inputs.map((expression) => `<input>${text("inputExpression", expression)}</input>`),
    ...outputs.map(({ name, allowed, fallback }) => `<output${name === undefined ? "" : ` name="${name}"`}>${text("outputValues", allowed)}${text("defaultOutputEntry", fallback)}</output>`),
    ...rows.map((cells) => `<rule>${cells.map((cell, place) => text(place < inputs.length ? "inputEntry" : "outputEntry", cell)).join("")}</rule>`),
  ].join("")}</decisionTable>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
