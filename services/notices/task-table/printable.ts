/**
 * The text without characters that XML, and so no office file, can hold: control characters, lone surrogates, non-characters.
 * Line ends become `\n`.
 */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "");
}

// oxlint-disable-next-line no-control-regex -- these are what must go
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\p{Surrogate}]/gu;
