import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** A page as the HTML text sent to the browser. Everything in it is escaped unless a component of this module says otherwise. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
