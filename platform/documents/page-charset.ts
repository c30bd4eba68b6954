/** The charset a web page or its sender names: the sender first, then the page's own `meta`; null when neither does. */
export function pageCharset(bytes: Uint8Array, declaredType: string): string | null {
  return charsetOf(declaredType) ?? charsetOf(metaTag(bytes));
}

const HEAD_BYTES = 4096;

function metaTag(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  return (head.match(/<(?:meta|\?xml)\s[^<>]*(?:charset|encoding)\s*=[^<>]*>/i) ?? [""])[0];
}

function charsetOf(text: string): string | null {
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(text)?.[1] ?? null;
}
