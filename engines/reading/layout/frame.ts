import { BODY_NAME_ENDINGS, DOCUMENT_KINDS, KINDS_TO_ALL, PERSON_ENDINGS } from "../lexicon/titles.ts";

const KIND = DOCUMENT_KINDS.toSorted((left, right) => right.length - left.length).join("|");
const ENDING = BODY_NAME_ENDINGS.join("|");

const NUMBER_TAIL = /[〔[［（(【]\s?(?:19|20)\d{2}\s?[〕\]］）)】]\s?(?:第\s?)?\d{1,5}\s?号/u;
const AFTER_TITLE = new RegExp(`^.*(?:${KIND})([^的]{2,10})$`, "u");

/**
 * `国办发〔2014〕56号` in these words, with any brackets a typist may have used. On a run-on line the words before
 * the bracket also hold the title's end; the issuing letters begin after the kind of document (…的通知|国办发).
 */
export function documentNumberIn(words: string): { index: number; length: number; number: string } | null {
  const tail = NUMBER_TAIL.exec(words);
  if (tail === null) return null;
  const letters = /[\u4e00-\u9fff×ＸX＊*○]{1,14}\s?$/u.exec(words.slice(0, tail.index))?.[0] ?? "";
  const own = letters.length === tail.index && !/[的《]|关于/u.test(letters) ? letters : (AFTER_TITLE.exec(letters)?.[1] ?? letters);
  if (own.trim() === "") return null;
  const index = tail.index - own.length;
  const length = own.length + tail[0].length;
  return { index, length, number: words.slice(index, index + length).replace(/\s/gu, "") };
}

const ORDINAL = /[（(〔［[]?((?:(?:19|20)\d{2}年)?第(?:\d{1,5}|[一二三四五六七八九十百零〇]{1,5})号)[）)〕］\]]?$/u;
const LONGEST_ORDINAL = 28;

/** `（第17号）`, `2021年第5号` at the end of these words: the number of a 通告, 公告 or 令, which has no issuing letters. */
export function ordinalNumberIn(words: string): { index: number; number: string } | null {
  const from = Math.max(0, words.length - LONGEST_ORDINAL);
  const found = ORDINAL.exec(words.slice(from).replace(/[\s\u3000]/gu, ""));
  if (found === null) return null;
  // Back to the words as written: the number's characters, counted from the end over the pads between them.
  let index = words.length;
  for (let left = found[0].length; left > 0 && index > 0; index -= 1) if (!/[\s\u3000]/u.test(words[index - 1] ?? "")) left -= 1;
  return { index, number: found[1] ?? "" };
}

const ORDINAL_IN_TITLE = new RegExp(`((?:(?:19|20)\\d{2}年)?第[\\d一二三四五六七八九十百零〇]{1,5}号)(?:${KIND})$`, "u");

/** The number that stands inside a title, before its kind: 某县人民政府第17号令. Not in a title about another document. */
export function numberInTitle(title: string): string | null {
  return /关于|转发/u.test(title) ? null : (ORDINAL_IN_TITLE.exec(title)?.[1] ?? null);
}

const TO_ALL = new RegExp(`(?:${KINDS_TO_ALL.join("|")})(?:[（(][^（）()]{1,16}[）)])?$`, "u");

/** Does a document of this title speak to everybody, so that nobody misses its addressees? */
export function speaksToAll(title: string): boolean {
  return TO_ALL.test(title);
}

const TITLE_END = new RegExp(`(?:${KIND})(?:（[^（）]{1,16}）|\\([^()]{1,16}\\))?$`, "u");
const RUN_ON_TITLE = new RegExp(`^[^。；！？：\\n]{2,110}?(?:的(?:${KIND})|(?:${KIND})(?=各|你|有关))(?=[各你有市县区旗驻全广\\s\\u3000]|$)`, "u");
const BODY_NAME = new RegExp(`(?:${ENDING})$`, "u");

/** Do these words, pads aside, read like a title: no full stop, ending with a kind of document? */
export function isTitleLike(words: string): boolean {
  const bare = words.replace(/[\s\u3000]/gu, "");
  return bare.length >= 4 && bare.length <= 120 && !/[。；！？：:，]$/u.test(bare) && TITLE_END.test(bare) && !/^[（(•·●■◆▪▶►]/u.test(bare);
}

/** Is this line nothing but a kind of document, 通告 or 紧急通知? */
export function isKind(words: string): boolean {
  return DOCUMENT_KINDS.includes(words.replace(/[\s\u3000]/gu, ""));
}

/** The title at the start of a run-on head, by length; 0 when there is none. */
export function runOnTitleLength(words: string): number {
  return RUN_ON_TITLE.exec(words)?.[0].length ?? 0;
}

/** Is this line the name of a body (or several), as it stands under a notice? */
export function isBodyName(words: string): boolean {
  const bare = words.replace(/[\s\u3000]/gu, "");
  return bare.length >= 2 && bare.length <= 50 && !/[。，；：！？、,;:!?]/u.test(bare) && BODY_NAME.test(bare.replace(/[（(][^（）()]{0,20}[）)]$/u, ""));
}

const ADDRESSEE_WORD = new RegExp(`(?:${ENDING}|${PERSON_ENDINGS.join("|")}|省|市|县|区|旗|盟|州|镇|乡|村|园区|社区|自治区|直辖市|企业|委|直属)$`, "u");
// 凡违反规定者： says of whom something holds, not to whom it is written.
const CASE = /^(?:凡|对|如|若|有|因|经|在|为|未|违反).*者$/u;
const GREETING = /(?:^|[及和与])(?:尊敬的|亲爱的|广大|各位|全体)(?:(?![要应须请把将])[\u4e00-\u9fff]){2,16}$/u;
const isAddressee = (name: string): boolean => GREETING.test(name) || (ADDRESSEE_WORD.test(name) && !CASE.test(name));

/** Do the words before a colon name whom the notice addresses? `现将…通知如下` does not. */
export function isAddresseeList(words: string): boolean {
  const bare = words.replace(/（[^（）]*）|\([^()]*\)/gu, "").replace(/[\s\u3000]/gu, "");
  if (bare.length < 2 || bare.length > 400) return false;
  if (/[。；！？]|如下|以下|下列|职责|包括|要求|目标|为了|联系|电话|时间|地点|原则|附件|来源|内容|事项|是$|为$/u.test(bare)) return false;
  const names = bare.split(/[、，,]/u);
  return names.filter(isAddressee).length * 2 >= names.length && isAddressee(names.at(-1) ?? "");
}

/** Addressees as written, one by one; brackets stay whole. */
export function splitAddressees(words: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let name = "";
  for (const character of words) {
    if ("（(《".includes(character)) depth += 1;
    if ("）)》".includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && "、，,".includes(character)) { names.push(name); name = ""; } else name += character;
  }
  return [...names, name].map((each) => each.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, "").replace(/\s*[\n\r]+\s*/gu, "")).filter((each) => each !== "");
}
