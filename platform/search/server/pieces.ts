/** Signs of a piece: its terms are some 100 bytes a sign at worst, in two languages, and PostgreSQL keeps 1 MB of them in a row. */
const PIECE_LENGTH = 2_000;
/** What two pieces share where a run had to be cut: longer than any query. */
const OVERLAP = 60;

/** A text as pieces that follow one another, one at least. Cut between words, so that no term is lost; only a run of letters longer than a piece is cut itself, and its pieces overlap. */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const [stretch] of text.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu)) for (const part of partsOf(stretch)) {
    if (piece !== "" && piece.length + part.length > PIECE_LENGTH) {
      pieces.push(piece);
      piece = "";
    }
    piece += part;
  }
  return [...pieces, piece];
}

function partsOf(stretch: string): readonly string[] {
  if (stretch.length <= PIECE_LENGTH) return [stretch];
  const signs = [...stretch];
  const size = PIECE_LENGTH / 2;
  return Array.from({ length: Math.ceil(signs.length / size) }, (_, at) => signs.slice(Math.max(0, at * size - OVERLAP), (at + 1) * size).join(""));
}
