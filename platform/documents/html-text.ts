import { Tokenizer } from "htmlparser2";
import { HiddenRegion, hidesItself } from "./hidden-region.ts";
import { TextFlow } from "./text-flow.ts";

/**
 * What a reader of the page sees, in source order: blocks and `<br>` become line breaks, table cells tabs, entities characters.
 * Scripts, styles, navigation, form lists and hidden elements are left out; nothing is run. Numbers that a browser would add to
 * `<ol>` are not written. Works on the token stream, never on a tree, so deep nesting costs no more than any other text.
 */
export function extractHtmlText(html: string): string {
  const flow = new TextFlow();
  const hidden = new HiddenRegion();
  let name = "";
  let attributeName = "";
  let attributeValue = "";
  let hides = false;
  let preDepth = 0;

  function seen(text: string): void {
    if (hidden.isOpen) return;
    if (preDepth > 0) flow.verbatim(text);
    else flow.words(text);
  }

  function opened(selfClosed: boolean): void {
    if (hidden.opens(name, hides, selfClosed)) return;
    if (name === "pre") preDepth += 1;
    place(flow, name, true);
  }

  const tokenizer = new Tokenizer({}, {
    ontext: (start, end) => seen(html.slice(start, end)),
    ontextentity: (codePoint) => seen(String.fromCodePoint(codePoint)),
    oncdata: () => undefined,
    oncomment: () => undefined,
    ondeclaration: () => undefined,
    onprocessinginstruction: () => undefined,
    onend: () => undefined,
    onopentagname: (start, end) => {
      name = html.slice(start, end).toLowerCase();
      hides = false;
    },
    onattribname: (start, end) => {
      attributeName = html.slice(start, end).toLowerCase();
      attributeValue = "";
    },
    onattribdata: (start, end) => { attributeValue += html.slice(start, end); },
    onattribentity: (codePoint) => { attributeValue += String.fromCodePoint(codePoint); },
    onattribend: () => { hides ||= hidesItself(attributeName, attributeValue); },
    onopentagend: () => opened(false),
    onselfclosingtag: () => opened(true),
    onclosetag: (start, end) => {
      const closing = html.slice(start, end).toLowerCase();
      if (hidden.closes(closing)) return;
      if (closing === "pre") preDepth = Math.max(0, preDepth - 1);
      place(flow, closing, false);
    },
  });
  tokenizer.write(html);
  tokenizer.end();
  return flow.finish();
}

/** What a tag does to the lines; a closing `</br>` counts as `<br>`, as in browsers. */
function place(flow: TextFlow, name: string, opens: boolean): void {
  if (name === "br") flow.lineBreak();
  else if (name === "table" && opens) flow.tableStart();
  else if (name === "table") flow.tableEnd();
  else if (name === "tr") flow.row();
  else if ((name === "td" || name === "th") && opens) flow.cell();
  else if (BLOCKS.has(name)) flow.block();
}

const BLOCKS = new Set([
  "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
  "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li",
  "main", "ol", "p", "pre", "section", "summary", "ul",
]);
