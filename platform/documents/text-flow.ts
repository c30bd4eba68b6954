/** Collects the words of a page as a browser would lay them out: spaces collapsed, blocks on lines of their own, cells by tabs. */
export class TextFlow {
  readonly #parts: string[] = [];
  /** Line breaks owed before the next word: by a table row, and by anything else. */
  #rowBreaks = 0;
  #lineBreaks = 0;
  #tabs = 0;
  /** White space owed; a line break in the source vanishes between two Chinese characters. */
  #space: "none" | "space" | "break" = "none";
  #endsWide = false;
  /** Cells seen in the current row, of each table that is open. */
  readonly #cellCounts: number[] = [];

  /** Text of the page. White space is as in the source; a no-break space counts as a visible space. */
  words(run: string): void {
    for (const piece of run.match(PIECES) ?? []) {
      if (!isBlank(piece)) this.#word(piece);
      else if (this.#space !== "break") this.#space = piece.includes("\n") ? "break" : "space";
    }
  }

  /** Text whose line breaks and spaces count, as in `pre`. */
  verbatim(run: string): void {
    for (const [index, line] of run.split(/\r\n|\r|\n/).entries()) {
      if (index > 0) this.lineBreak();
      if (line !== "") this.#word(line);
    }
  }

  /** A block begins or ends; directly after the start of a cell there is no line to end. */
  block(): void {
    if (this.#tabs === 0) this.#lineBreaks = Math.max(this.#lineBreaks, 1);
  }

  /** Two in a row leave an empty line, more do not. */
  lineBreak(): void {
    if (this.#tabs === 0) this.#lineBreaks = Math.min(this.#lineBreaks + 1, 2);
  }

  tableStart(): void {
    this.block();
    if (this.#cellCounts.length < TABLE_DEPTH_MAX) this.#cellCounts.push(0);
  }

  tableEnd(): void {
    this.#cellCounts.pop();
    this.row();
    this.block();
  }

  row(): void {
    this.#rowBreaks = 1;
    this.#tabs = 0;
    this.#lineBreaks = Math.min(this.#lineBreaks, 1);
    if (this.#cellCounts.length > 0) this.#cellCounts[this.#cellCounts.length - 1] = 0;
  }

  /** A new cell; line breaks that the cell before it left open give way to the tab. */
  cell(): void {
    const depth = this.#cellCounts.length;
    if (depth === 0) return this.block();
    const before = this.#cellCounts[depth - 1] ?? 0;
    this.#cellCounts[depth - 1] = before + 1;
    if (before === 0) return;
    this.#lineBreaks = 0;
    this.#tabs += 1;
  }

  finish(): string {
    return this.#parts.join("").split("\n").map((line) => line.replace(CONTROLS, "").trimEnd()).join("\n").trim();
  }

  #word(word: string): void {
    this.#settle(word);
    this.#parts.push(word.replaceAll("\u00a0", " "));
    this.#endsWide = WIDE_END.test(word);
  }

  #settle(word: string): void {
    const breaks = Math.max(this.#rowBreaks, this.#lineBreaks);
    if (this.#parts.length > 0) {
      if (breaks + this.#tabs > 0) this.#parts.push("\n".repeat(breaks), "\t".repeat(this.#tabs));
      else if (this.#space === "space" || (this.#space === "break" && !(this.#endsWide && WIDE_START.test(word)))) this.#parts.push(" ");
    }
    this.#rowBreaks = this.#lineBreaks = this.#tabs = 0;
    this.#space = "none";
  }
}

/** Tables within tables beyond this depth are hostile; their cells become lines. */
const TABLE_DEPTH_MAX = 1_000;
const PIECES = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
const WIDE = "\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u{20000}-\\u{3ffff}";
const WIDE_START = new RegExp(`^[${WIDE}]`, "u");
const WIDE_END = new RegExp(`[${WIDE}]$`, "u");
// oxlint-disable-next-line no-control-regex -- these are what must go
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

function isBlank(piece: string): boolean {
  const code = piece.charCodeAt(0);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}
