import { parseDocument } from "htmlparser2";
import { href, type View } from "./view.ts";

type Element = { readonly name: string; readonly attribs: Readonly<Record<string, string>>; readonly text: string; readonly lang: string };

/**
 * For tests: what is wrong with the HTML of a page that stands at `path` (null: it came back from a form and is at no address, so it offers no other view of itself): headings and landmarks, links and forms that lose language or size, links that lead nowhere, ids used
 * twice, labels of nothing, Chinese on an English page, styles, handlers or scripts that are not ours.
 */
export function pageFindings(html: string, { view, path }: { readonly view: View; readonly path: string | null }): string[] {
  const all = elements(html);
  const every = (tag: string): readonly Element[] => all.filter(({ name }) => name === tag);
  const ids = all.flatMap(({ attribs }) => attribs["id"] ?? []);
  const findings: string[] = ["h1", "main", "title"].filter((tag) => every(tag).length !== 1).map((tag) => `${every(tag).length} ${tag}`);
  if (every("html")[0]?.attribs["lang"] !== view.language) findings.push("language of the page");
  findings.push(...ids.filter((id, at) => ids.indexOf(id) < at).map((id) => `id twice: ${id}`));
  for (const { attribs: { href: link } } of every("a")) if (link?.startsWith("#") === true && !ids.includes(link.slice(1))) findings.push(`leads nowhere: ${link}`);
  for (const { attribs: { for: control } } of every("label")) if (control !== undefined && !ids.includes(control)) findings.push(`label of nothing: ${control}`);
  for (const { attribs } of all) for (const id of (attribs["aria-describedby"] ?? "").split(" ").filter((each) => each !== "")) if (!ids.includes(id)) findings.push(`described by nothing: ${id}`);
  return [...findings, ...viewFindings(all, view, path), ...languageFindings(all, view), ...contentFindings(all)];
}

/** Every link and form of the portal is to carry language and size; a form sent by GET loses its query, and carries the size in a field. */
function viewFindings(all: readonly Element[], view: View, path: string | null): string[] {
  const others = path === null ? [] : [href(path, { ...view, elder: !view.elder }), href(path, { ...view, language: view.language === "en" ? "zh-CN" : "en" })];
  const addresses = all.flatMap(({ name, attribs }) => (name === "a" ? attribs["href"] ?? [] : name === "form" ? attribs["action"] ?? [] : [])).filter((address) => address.startsWith("/"));
  const missing = others.filter((other) => !addresses.includes(other)).map((other) => `no link to ${other}`);
  const lost = addresses.filter((address) => !others.includes(address) && (address.startsWith("/en") !== (view.language === "en") || new URL(address, "https://anxin.example").searchParams.get("size") !== (view.elder ? "large" : null))).map((address) => `view lost: ${address}`);
  const gets = all.filter(({ name, attribs }) => name === "form" && attribs["method"] !== "post").length;
  const sizes = all.filter(({ name, attribs }) => name === "input" && attribs["name"] === "size").length;
  return [...missing, ...lost, ...(sizes === (view.elder ? gets : 0) ? [] : ["size of a form"])];
}

function languageFindings(all: readonly Element[], view: View): string[] {
  if (view.language !== "en") return [];
  const chinese = /\p{Script=Han}/u;
  return all.filter(({ name, lang }) => name !== "style" && name !== "textarea" && lang === "en").flatMap(({ text, attribs }) => [text, attribs["aria-label"] ?? "", attribs["placeholder"] ?? ""]).filter((words) => chinese.test(words.replaceAll("、", ""))).map((words) => `not translated: ${words}`);
}

function contentFindings(all: readonly Element[]): string[] {
  return all.flatMap(({ name, attribs }) => [
    ...Object.keys(attribs).filter((attribute) => attribute === "style" || attribute.startsWith("on")).map((attribute) => `${name} ${attribute}`),
    ...(name === "script" && attribs["src"]?.startsWith("/assets/") !== true ? ["a script that is not ours"] : []),
    ...(["img", "iframe", "object"].includes(name) ? [name] : []),
  ]);
}

/** Elements in order, with the language they stand in and their own text. */
function elements(html: string): Element[] {
  type Parsed = ReturnType<typeof parseDocument>["children"][number];
  const visit = (node: Parsed, lang: string): Element[] => {
    if (!("children" in node) || !("attribs" in node)) return [];
    const own = node.attribs["lang"] ?? lang;
    const text = node.children.map((child) => (child.type === "text" && "data" in child ? child.data : "")).join("");
    return [{ name: node.name, attribs: node.attribs, text, lang: own }, ...node.children.flatMap((child) => visit(child, own))];
  };
  return parseDocument(html).children.flatMap((child) => visit(child, ""));
}
