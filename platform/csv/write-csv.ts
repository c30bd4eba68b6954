/** Rows as CSV (RFC 4180, CRLF), with the mark by which spreadsheets know UTF-8. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
}

function field(words: string): string {
  const safe = withoutFormula(words);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Spreadsheets run cells that begin like a formula, full-width signs included; an apostrophe makes them text. */
function withoutFormula(words: string): string {
  return /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(words) ? `'${words}` : words;
}
