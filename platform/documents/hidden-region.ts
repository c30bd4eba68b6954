/** Follows an element whose content nobody sees, until it ends; one at a time, since what is inside is hidden with it. */
export class HiddenRegion {
  #name: string | null = null;
  /** Elements of the same name (or, for rows and items, lists and tables) opened inside it. */
  #depth = 0;

  get isOpen(): boolean {
    return this.#name !== null;
  }

  /** Takes note of an opening tag; true when the tag itself is not seen. */
  opens(name: string, hides: boolean, selfClosed: boolean): boolean {
    if (this.#name !== null) {
      if (!this.#endsBefore(name)) return this.#deeper(name, selfClosed);
      this.#name = null;
    }
    if (!UNSEEN.has(name) && !(hides && !ALWAYS_SEEN.has(name))) return false;
    if (VOID.has(name) || (selfClosed && FOREIGN.has(name))) return true;
    this.#name = name;
    this.#depth = 0;
    return true;
  }

  /** Takes note of a closing tag; true when it is not seen. */
  closes(name: string): boolean {
    if (this.#name === null) return false;
    if (ITEMS.has(this.#name) && CONTAINERS.has(name)) {
      if (this.#depth > 0) this.#depth -= 1;
      else this.#name = null;
      return this.#name !== null;
    }
    if (name !== this.#name) return true;
    if (ITEMS.has(name)) {
      if (this.#depth === 0) this.#name = null;
    } else if (this.#depth > 0) this.#depth -= 1;
    else this.#name = null;
    return true;
  }

  /** Items, cells and paragraphs may be left without a closing tag: the next one ends them. */
  #endsBefore(name: string): boolean {
    if (this.#name === "p") return ENDS_PARAGRAPH.has(name);
    const group = this.#name === null ? undefined : ITEMS.get(this.#name);
    return group !== undefined && this.#depth === 0 && group.includes(name);
  }

  #deeper(name: string, selfClosed: boolean): true {
    const counts = this.#name !== null && ITEMS.has(this.#name) ? CONTAINERS.has(name) : name === this.#name;
    if (counts && !(selfClosed && FOREIGN.has(name))) this.#depth += 1;
    return true;
  }
}

/** Whether an attribute hides its element. Style sheets are not read: what they hide is seen here. */
export function hidesItself(attribute: string, value: string): boolean {
  if (attribute === "hidden") return value.toLowerCase() !== "until-found";
  return attribute === "style" && HIDING_STYLE.test(value);
}

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
const UNSEEN = new Set([
  "script", "style", "noscript", "template", "title", "nav", "iframe", "object", "embed", "applet", "svg", "math",
  "canvas", "audio", "video", "select", "datalist", "textarea", "noembed", "noframes",
]);
/** Pages that hide their whole body until a script has run are still pages. */
const ALWAYS_SEEN = new Set(["html", "body"]);
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]);
const FOREIGN = new Set(["svg", "math"]);
const CONTAINERS = new Set(["ul", "ol", "dl", "table"]);
const ITEMS = new Map([
  ["li", ["li"]], ["dt", ["dt", "dd"]], ["dd", ["dt", "dd"]], ["td", ["td", "th", "tr", "tbody"]], ["th", ["td", "th", "tr", "tbody"]],
  ["tr", ["tr", "tbody"]],
]);
const ENDS_PARAGRAPH = new Set([
  "p", "div", "table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "section", "article", "hr", "form",
  "footer", "header", "center", "address", "figure", "fieldset",
]);
