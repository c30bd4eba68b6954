/** A piece of text on a page as the PDF places it: points from the lower left corner; `size` is the height of its letters. */
export type PlacedText = { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number };

/** One printed line; `size` is that of its longest piece, since a number may be set smaller than its text. */
export type PrintedLine = { text: string; readonly left: number; right: number; readonly y: number; size: number };

/** Groups the pieces of a page, in their given order, into printed lines; gaps become spaces, never between Chinese characters set close. */
export function printedLines(pieces: readonly PlacedText[]): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (const piece of pieces) {
    if (piece.text.trim() === "" || piece.size <= 0) continue;
    const line = lines.at(-1);
    if (line !== undefined && continues(line, piece)) append(line, piece);
    else lines.push({ text: piece.text.trim(), left: piece.x, right: piece.x + piece.width, y: piece.y, size: piece.size });
  }
  return lines;
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2014\u2018-\u201d\u2026]/;

function continues(line: PrintedLine, piece: PlacedText): boolean {
  const size = Math.max(line.size, piece.size);
  return Math.abs(piece.y - line.y) < 0.5 * size && piece.x > line.right - size;
}

function append(line: PrintedLine, piece: PlacedText): void {
  if (piece.width > line.right - line.left) line.size = piece.size;
  line.text += gapText(line, piece) + piece.text.trim();
  line.right = Math.max(line.right, piece.x + piece.width);
}

/** A wide gap parts columns or is set by hand, as in 附　件; a narrow one parts words of Latin letters. */
function gapText(line: PrintedLine, piece: PlacedText): string {
  const gap = (piece.x - line.right) / Math.max(line.size, piece.size);
  if (gap > COLUMN_GAP) return "\t";
  const bothWide = WIDE.test(line.text.slice(-1)) && WIDE.test(piece.text.trimStart().slice(0, 1));
  if (bothWide) return gap > HAND_SET_GAP ? "\u3000" : "";
  return gap > WORD_GAP ? " " : "";
}

/** In widths of a letter. */
const COLUMN_GAP = 3;
const HAND_SET_GAP = 0.8;
const WORD_GAP = 0.18;
