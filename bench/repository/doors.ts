import { posix } from "node:path";
import { textOf } from "./files.ts";

/** What a door exports without a word of its own in front: `door: name`. */
export function exportsWithoutDocstring(door: string): readonly string[] {
  return exportedNames(door).filter(({ file, name }) => !hasDocstring(file, name)).map(({ file, name }) => `${door}: ${name} (${file})`);
}

type Exported = { readonly file: string; readonly name: string };

/** Every name a file exports, with the file that declares it; what is passed on is followed. */
function exportedNames(file: string): readonly Exported[] {
  const text = textOf(file);
  const own = [...text.matchAll(DECLARED)].map(([, name]) => ({ file, name: name ?? "" }));
  const passedOn = [...text.matchAll(PASSED_ON)].flatMap(([, names, from]) => {
    const target = posix.join(posix.dirname(file), from ?? "");
    if (names === "*") return exportedNames(target);
    const wanted = (names ?? "").replace(/[{}\n]|\btype /g, " ").split(",").map((name) => name.trim()).filter((name) => name !== "");
    return wanted.flatMap((name) => exportedNames(target).filter((exported) => exported.name === (name.split(" as ")[0] ?? name)));
  });
  return [...own, ...passedOn];
}

const DECLARED = /^export (?:async )?(?:function\*?|const|let|class|abstract class|type|interface|enum) (\w+)/gm;
const PASSED_ON = /^export (?:type )?(\*|\{[^}]*\}) from "(\.[^"]+)"/gm;

/** A docstring ends on the line before; overloads and constants of one idea may share the one above them. */
function hasDocstring(file: string, name: string): boolean {
  const lines = textOf(file).split("\n");
  let line = lines.findIndex((words) => new RegExp(`^export .*\\b${name}\\b`).test(words)) - 1;
  while (line >= 0 && /^export /.test(lines[line] ?? "")) line -= 1;
  return /\*\/\s*$/.test(lines[line] ?? "");
}
