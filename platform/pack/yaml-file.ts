import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from "yaml";
import type { z } from "zod";
import { fault, faultOf, repeated, UNKNOWN_FIELD, type NamedFaults } from "./faults.ts";
import { fieldName, type Fault, type PackProblem } from "./problem.ts";

/** A checked YAML file that still knows its lines. `value` is null when the file does not fit its schema. */
export type YamlFile<T> = {
  readonly file: string;
  readonly value: T | null;
  readonly problems: readonly PackProblem[];
  /** A problem at a place of this file; a place that is not there is told by the nearest line above. */
  readonly problemAt: (path: readonly PropertyKey[], fault: Fault) => PackProblem;
  /** Problems for each value that comes again under `field` (`""`: the items themselves) in the lists at `paths`; `*` is every item. */
  readonly repeatedIn: (paths: readonly (readonly PropertyKey[])[], field: string) => PackProblem[];
};

/**
 * Reads and checks one YAML file (1.2 core schema, no aliases, no tags). Never throws: every problem found is listed.
 * `named` explains the messages that the schema carries by name.
 */
export function readYaml<S extends z.ZodType>(file: string, content: string, schema: S, named: NamedFaults = {}): YamlFile<z.output<S>> {
  const parsed = parse(content);
  const problemAt = (path: readonly PropertyKey[], found: Fault): PackProblem =>
    ({ file, line: parsed.lineAt(path), field: fieldName(path), ...found });
  const written = parsed.faults.map(({ line, field, ...found }) => ({ file, line, field, ...found }));
  const repeatedIn = (paths: readonly (readonly PropertyKey[])[], field: string) =>
    repeatedValues(parsed.data, paths, field).map(({ path, value, first }) => problemAt(path, repeated(value, parsed.lineAt(first))));
  if (!parsed.readable) return { file, value: null, problems: written, problemAt, repeatedIn };
  const checked = schema.safeParse(parsed.data);
  const refused = checked.success ? [] : checked.error.issues.flatMap((issue) => problemsOf(issue, parsed.data, named, problemAt));
  const value = checked.success && written.length === 0 ? checked.data : null;
  return { file, value, problems: [...written, ...refused], problemAt, repeatedIn };
}

type WrittenFault = Fault & { readonly line: number; readonly field: string };
type Parsed = {
  readonly data: unknown;
  readonly readable: boolean;
  readonly faults: readonly WrittenFault[];
  readonly lineAt: (path: readonly PropertyKey[]) => number;
};

const CHARACTERS_MAX = 1_000_000;

function parse(content: string): Parsed {
  const unreadable = (found: Fault): Parsed => ({ data: undefined, readable: false, faults: [{ ...found, line: 1, field: "" }], lineAt: () => 1 });
  if (content.length > CHARACTERS_MAX) return unreadable(TOO_LONG);
  try {
    return parseWithLines(content);
  } catch {
    // The parser recurses: brackets nested thousands deep end its stack.
    return unreadable(TOO_DEEP);
  }
}

function parseWithLines(content: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false, schema: "core", version: "1.2", logLevel: "silent" });
  const lineOf = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const faults: WrittenFault[] = [...document.errors, ...document.warnings].map((error) => ({
    ...(error.code === "DUPLICATE_KEY" ? FIELD_TWICE : badSyntax(error.code, error.message)),
    line: lineOf(error.pos[0]), field: error.code === "DUPLICATE_KEY" ? wordAt(content, error.pos[0]) : "",
  }));
  visit(document, {
    Alias: (_key, node) => { faults.push({ ...ALIAS, line: lineOf(node.range?.[0] ?? 0), field: "" }); },
  });
  const own = onePerLine(faults);
  const readable = own.every((found) => found.problem === FIELD_TWICE.problem);
  return { data: readable ? document.toJS() : undefined, readable, faults: own, lineAt: (path) => lineOf(offsetOf(document, path)) };
}

/** Offset of the key or list item at a path, or of the nearest thing above it that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

function problemsOf(
  issue: z.core.$ZodIssue, data: unknown, named: NamedFaults, problemAt: (path: readonly PropertyKey[], found: Fault) => PackProblem,
): PackProblem[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => problemAt([...issue.path, key], UNKNOWN_FIELD));
  return [problemAt(issue.path, faultOf(issue, valueAt(data, issue.path), named))];
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) =>
    (typeof value === "object" && value !== null && Object.hasOwn(value, step) ? (value as Record<PropertyKey, unknown>)[step] : undefined), data);
}

type RepeatedValue = { readonly path: PropertyKey[]; readonly first: PropertyKey[]; readonly value: string };

function repeatedValues(data: unknown, paths: readonly (readonly PropertyKey[])[], field: string): RepeatedValue[] {
  const seen = new Map<string, PropertyKey[]>();
  const found: RepeatedValue[] = [];
  for (const listPath of paths.flatMap((path) => spread(data, path))) {
    const list = valueAt(data, listPath);
    for (const index of Array.isArray(list) ? list.keys() : []) {
      const path = field === "" ? [...listPath, index] : [...listPath, index, field];
      const value = valueAt(data, path);
      if (typeof value !== "string" && typeof value !== "number") continue;
      const first = seen.get(String(value));
      if (first === undefined) seen.set(String(value), path);
      else found.push({ path, first, value: String(value) });
    }
  }
  return found;
}

/** The paths meant by one with `*` in it. */
function spread(data: unknown, path: readonly PropertyKey[]): PropertyKey[][] {
  const star = path.indexOf("*");
  if (star === -1) return [[...path]];
  const list = valueAt(data, path.slice(0, star));
  return Array.isArray(list) ? [...list.keys()].flatMap((index) => spread(data, path.with(star, index))) : [];
}

function wordAt(content: string, offset: number): string {
  return /^[\w-]+/.exec(content.slice(offset, offset + 40))?.[0] ?? "";
}

/** One slip often makes the parser complain several times on the spot; the first complaint is the useful one. */
function onePerLine(faults: readonly WrittenFault[]): WrittenFault[] {
  return [...new Map(faults.toReversed().map((found) => [found.line, found])).values()].toReversed();
}

function badSyntax(code: string, detail: string): Fault {
  if (code === "RESOURCE_EXHAUSTION") return TOO_DEEP;
  const kind = SYNTAX_ZH[code];
  return fault(
    kind === undefined ? "YAML 写法有误" : `YAML 写法有误：${kind}`, `the YAML cannot be read: ${detail.split("\n")[0] ?? ""}`,
    "检查这一行的缩进、冒号、括号和引号", "check indentation, colons, brackets and quotes here",
  );
}

/** The parser's own codes, in Chinese. */
const SYNTAX_ZH: Readonly<Record<string, string>> = {
  BAD_INDENT: "缩进不对", MISSING_CHAR: "少了冒号、括号或引号", TAB_AS_INDENT: "用了制表符缩进，应用空格", UNEXPECTED_TOKEN: "多出了内容",
  MULTILINE_IMPLICIT_KEY: "名字跨了行，可能少了冒号", BLOCK_AS_IMPLICIT_KEY: "缩进不对，或多了冒号", BAD_SCALAR_START: "内容开头的符号要加引号",
  BAD_DQ_ESCAPE: "双引号里的反斜线不对", TAG_RESOLVE_FAILED: "不能用 ! 标签", BAD_COLLECTION_TYPE: "内容种类不对",
};

const FIELD_TWICE = fault("这一项写了两次", "this field is written twice", "删去其中一个", "remove one of the two");
const ALIAS = fault("不能用 * 引用", "aliases (*) are not allowed", "把内容直接写出来", "write the value itself");
const TOO_LONG = fault("文件太大", "the file is too large", "文件不超过一百万字", "keep it under a million characters");
const TOO_DEEP = fault("层级太深", "the file is nested too deeply", "减少层级", "use fewer levels");
