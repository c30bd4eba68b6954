/** An element as moddle gives it: its type, and its attributes and children by name. */
export type RawElement = Readonly<Record<string, unknown>> & { readonly $type: string };

/** A child element; null where there is none. */
export function child(element: RawElement, name: string): RawElement | null {
  const value = element[name];
  return isElement(value) ? value : null;
}

/** All children of a name. */
export function children(element: RawElement, name: string): readonly RawElement[] {
  const value = element[name];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** Every child element. What refers upwards is no child. */
export function childrenOf(element: RawElement): readonly RawElement[] {
  return Object.entries(element).flatMap(([name, value]) => (name.startsWith("$") ? [] : Array.isArray(value) ? value.filter(isElement) : isElement(value) ? [value] : []));
}

/** An attribute, or the text of a child that holds only text; null where there is none or it is empty. */
export function words(element: RawElement, name: string): string | null {
  const value = element[name];
  if (typeof value !== "string") return null;
  const trimmed = value.trim();
  return trimmed === "" ? null : trimmed;
}

/** What kind of element it is: `Decision`, `InputData`, … */
export function kindOf(element: RawElement): string {
  return element.$type.replace(/^.*:/u, "");
}

/** How an element is called in a problem: its kind with its name or id. */
export function titleOf(element: RawElement): string {
  const kind = kindOf(element);
  const name = words(element, "name") ?? words(element, "label") ?? words(element, "id");
  return `${kind.slice(0, 1).toLowerCase()}${kind.slice(1)}${name === null ? "" : ` ${name}`}`;
}

function isElement(value: unknown): value is RawElement {
  return typeof value === "object" && value !== null && "$type" in value;
}
