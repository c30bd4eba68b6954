import { Converter } from "opencc-js/t2cn";

/** Below this share of signs that differ, a text is simplified with a traditional name or quotation in it, which stays. */
const SHARE_MIN = 0.1;
const SIGNS_MIN = 8;

let converter: ((text: string) => string) | null = null;

/**
 * A text in traditional characters in simplified ones, sign for sign and by the words around them (後 → 后, 乾 stays in 乾隆), as the national standards
 * of official writing ask; a text that is simplified already comes back as it is.
 */
export function simplified(text: string): { readonly text: string; readonly converted: boolean } {
  const convert = converter ??= Converter({ from: "t", to: "cn" });
  const [signs, other] = [[...text], [...convert(text)]];
  const han = signs.filter((sign) => /\p{Script=Han}/u.test(sign)).length;
  const changed = signs.filter((sign, at) => sign !== other[at]).length;
  return changed >= SIGNS_MIN && changed >= han * SHARE_MIN ? { text: other.join(""), converted: true } : { text, converted: false };
}
