import type { PrintedLine } from "./pdf-lines.ts";

/**
 * Joins printed lines into paragraphs, one a line, across pages. A line goes on in the next one when it reaches the right edge
 * and the next starts at the left edge without indent, in letters of the same size. Page numbers keep their own line, after the paragraph
 * they would otherwise cut in two.
 */
export function joinParagraphs(pages: readonly (readonly PrintedLine[])[]): string {
  const paragraphs: string[] = [];
  let pageNumbers: string[] = [];
  let open: { text: string; last: PrintedLine; edges: Edges } | null = null;
  for (const page of pages) {
    const edges = edgesOf(page);
    for (const line of page) {
      if (PAGE_NUMBER.test(line.text)) pageNumbers.push(line.text);
      else if (open !== null && goesOn(open.last, open.edges, line, edges)) {
        open = { text: open.text + seam(open.text, line.text) + line.text, last: line, edges };
      } else {
        if (open !== null) paragraphs.push(open.text);
        paragraphs.push(...pageNumbers);
        pageNumbers = [];
        open = { text: line.text, last: line, edges };
      }
    }
  }
  if (open !== null) paragraphs.push(open.text);
  return [...paragraphs, ...pageNumbers].join("\n");
}

/** `1`, `- 2 -`, `— 3 —`, `第 4 页`, `第4页 共9页`, `4/9`. */
const PAGE_NUMBER = /^(?:[-–—－·•]{0,3}\s*\d{1,4}\s*[-–—－·•]{0,3}|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;

type Edges = { readonly left: number; readonly right: number };

/** Where full lines begin and end: the outermost places where letters of running text stand. */
function edgesOf(page: readonly PrintedLine[]): Edges {
  const body = page.filter((line) => line.text.length >= RUNNING_LENGTH_MIN);
  const lines = body.length > 0 ? body : page;
  return { left: Math.min(...lines.map(({ left }) => left)), right: Math.max(...lines.map(rightEdge)) };
}

/** A mark may hang over the edge. */
function rightEdge({ text, right, size }: PrintedLine): number {
  return /[、，。；：”』）]$/.test(text) ? right - size : right;
}

const RUNNING_LENGTH_MIN = 12;

function goesOn(line: PrintedLine, edges: Edges, next: PrintedLine, nextEdges: Edges): boolean {
  const { size } = line;
  const isFull = line.right > edges.right - FULL_LINE_SLACK * size;
  const isFlush = next.left < nextEdges.left + INDENT_MIN * size && line.left < edges.left + LEFT_SLACK * size;
  return isFull && isFlush && Math.abs(next.size - size) < 0.1 * size && !line.text.includes("\t") && !next.text.includes("\t");
}

/** In widths of a letter. A number may not be broken: a full line can end early. */
const FULL_LINE_SLACK = 1.8;
const INDENT_MIN = 1;
/** First lines are indented by two letters; what starts further in is centred or set right. */
const LEFT_SLACK = 4;

function seam(before: string, after: string): string {
  return /[\w,.;:)]$/.test(before) && /^[\w(]/.test(after) ? " " : "";
}
