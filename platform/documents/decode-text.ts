import type { TextEncoding } from "./outcome.ts";

/** Decoded characters of the bytes; `guessed` unless a byte order mark, a declaration or valid UTF-8 settles the encoding. */
export type Decoded = { readonly text: string; readonly encoding: TextEncoding; readonly guessed: boolean };

/**
 * Decodes text of unknown encoding; null when no encoding makes sense of it. Byte order marks stay in the text.
 * `declared` is a charset named by the page or its sender; it is believed only where the bytes agree.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): Decoded | null {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return { text: decode(bytes, marked), encoding: marked, guessed: false };
  const utf8 = decodeStrictly(bytes, "utf-8");
  if (utf8 !== null && !utf8.includes("\0")) return { text: utf8, encoding: "utf-8", guessed: false };
  const named = declared === null ? null : knownEncoding(declared);
  const guess = guessEncoding(bytes, named);
  if (guess === null) return utf8 === null ? null : { text: utf8, encoding: "utf-8", guessed: false };
  return { text: decode(bytes, guess), encoding: guess, guessed: guess !== named };
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byteOrderMark(bytes: Uint8Array): TextEncoding | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? null : "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33 ? "gb18030" : null;
}

/** The encoding behind a charset label such as `gb2312` or `x-gbk`; null for those that are not read here. */
function knownEncoding(label: string): TextEncoding | null {
  const name = label.trim().toLowerCase();
  if (/^(x-)?(gbk?|gb_?2312(-80)?|gb18030|cp936|euc-cn|chinese)$/.test(name)) return "gb18030";
  if (/^(cn-big5|big5(-hkscs|-eten)?|x-x-big5|cp950)$/.test(name)) return "big5";
  if (/^(windows-1252|cp1252|iso-8859-1|latin1)$/.test(name)) return "windows-1252";
  return name === "utf-16le" || name === "utf-16be" ? name : null;
}

function guessEncoding(bytes: Uint8Array, named: TextEncoding | null): TextEncoding | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const shares: readonly (readonly [TextEncoding, number])[] = [
    ["utf-8", utf8Share(sample)],
    ["gb18030", pairShare(sample, isCommonGb)],
    ["big5", pairShare(sample, isCommonBig5)],
    ["utf-16le", wideShare(sample, 1)],
    ["utf-16be", wideShare(sample, 0)],
  ];
  const namedShare = shares.find(([encoding]) => encoding === named)?.[1] ?? 0;
  if (named !== null && namedShare >= DECLARED_SHARE_MIN) return named;
  const [best, share] = shares.reduce((one, other) => (other[1] > one[1] ? other : one));
  if (share >= GUESSED_SHARE_MIN) return best;
  return latinShare(sample) >= LATIN_SHARE_MIN ? "windows-1252" : null;
}

const SAMPLE_BYTES = 262_144;
/** Real text has over 0.95 of its characters in the common half of its own character set; other encodings read as it, below 0.6. */
const GUESSED_SHARE_MIN = 0.8;
const DECLARED_SHARE_MIN = 0.65;
const LATIN_SHARE_MIN = 0.9;

/** UTF-8 with a few broken bytes, as when a page was cut off in the middle of a character. */
function utf8Share(sample: Uint8Array): number {
  if (sample.includes(0)) return 0;
  let whole = 0;
  let broken = 0;
  for (let index = 0; index < sample.length;) {
    const lead = sample[index] ?? 0;
    const length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    const tail = sample.subarray(index + 1, index + Math.max(length, 1));
    const isWhole = length > 0 && tail.length === length - 1 && tail.every((byte) => (byte & 0xc0) === 0x80);
    if (!isWhole) broken += 1;
    else if (length > 1) whole += 1;
    index += isWhole ? length : 1;
  }
  return broken * 20 > whole ? 0 : whole / (whole + broken);
}

/** Share of two-byte characters that are common ones: character sets put the frequent characters in front. */
function pairShare(sample: Uint8Array, isCommon: (lead: number, trail: number) => boolean): number {
  if (sample.includes(0)) return 0;
  let common = 0;
  let other = 0;
  for (let index = 0; index < sample.length;) {
    const lead = sample[index] ?? 0;
    const trail = sample[index + 1] ?? 0;
    if (lead < 0x80) index += 1;
    else {
      if (isCommon(lead, trail)) common += 1;
      else if (index + 1 < sample.length) other += 1;
      index += trail < 0x30 ? 1 : 2;
    }
  }
  return common === 0 ? 0 : common / (common + other);
}

/** GB 2312 marks and first-level characters, GBK's enclosed numbers. */
function isCommonGb(lead: number, trail: number): boolean {
  return trail >= 0xa1 && trail !== 0xff && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
}

/** Big5 marks and first-level characters. */
function isCommonBig5(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe));
}

/** Share of UTF-16 units that are common Chinese, ASCII or wide marks; English in pairs looks Chinese too, but without any mark. */
function wideShare(sample: Uint8Array, highByte: 0 | 1): number {
  let common = 0;
  let marks = 0;
  const unitCount = Math.floor(sample.length / 2);
  for (let index = 0; index < unitCount; index += 1) {
    const high = sample[2 * index + highByte] ?? 0;
    const low = sample[2 * index + 1 - highByte] ?? 0;
    const isMark = (high === 0 && low >= 0x09 && low < 0x7f) || (high === 0x30 && low <= 0x20) || (high === 0xff && low <= 0x5e);
    if (isMark) marks += 1;
    if (isMark || (high >= 0x4e && high <= 0x9f)) common += 1;
  }
  return marks * 50 < unitCount || sample.length % 2 === 1 || unitCount === 0 ? 0 : common / unitCount;
}

function latinShare(sample: Uint8Array): number {
  const plain = sample.filter((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d)).length;
  return sample.includes(0) || sample.length === 0 ? 0 : plain / sample.length;
}
