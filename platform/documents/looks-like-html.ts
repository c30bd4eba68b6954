/**
 * Whether a text is the source of a web page (or a piece of one) rather than text in which a few stray tags were left.
 * Reading plain text as a page would lose its line breaks, so pieces must be mostly tags.
 */
export function looksLikeHtml(text: string): boolean {
  const sample = text.slice(0, SAMPLE_LENGTH);
  if (PAGE_START.test(sample)) return true;
  const tagCount = (sample.match(KNOWN_TAG) ?? []).length;
  if (tagCount < 2) return false;
  return STARTS_WITH_TAG.test(sample) || (tagCount >= 6 && tagCount > 2 * (sample.match(/\n/g) ?? []).length);
}

const SAMPLE_LENGTH = 65_536;
const PAGE_START = /^[\s\ufeff]*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i;
const NAMES = "a|article|b|blockquote|br|center|dd|div|dl|dt|em|font|form|h[1-6]|hr|i|img|li|main|meta|ol|p|pre|script|section|span|strong|style|table|tbody|td|th|thead|tr|u|ul";
const KNOWN_TAG = new RegExp(`</?(?:${NAMES})(?:\\s[^<>]*)?/?>`, "gi");
const STARTS_WITH_TAG = new RegExp(`^[\\s\\ufeff]*<(?:!--|(?:${NAMES})(?:\\s[^<>]*)?/?>)`, "i");
