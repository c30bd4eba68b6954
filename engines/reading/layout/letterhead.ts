import { DOCUMENT_KINDS, LETTER_KINDS } from "../lexicon/titles.ts";
import { isBodyName, isTitleLike } from "./frame.ts";

/** The lines above a title that only say who issues (北林市人民政府文件): first and last line, and the bodies named. */
export type Letterhead = { readonly first: number; readonly last: number; readonly bodies: readonly string[] };

const HIGHEST_LINES = 8;
const PRINTED_KIND = /^(.*?)(文件|公告|通告|公报|命令|令)$/u;

/**
 * The red letterhead among the lines of a head. 文件 is always one; 某局公告, or a body's bare name above the document
 * number, is one only when the title proper stands below that number. Otherwise it is the title itself.
 */
export function letterheadOf(lines: readonly string[], numberLine: number): Letterhead | null {
  for (let last = 0; last < Math.min(lines.length, HIGHEST_LINES); last += 1) {
    const bare = bareOf(lines[last]);
    const printed = PRINTED_KIND.exec(bare);
    const body = printed === null ? bare : (printed[1] ?? "");
    if (body !== "" && !isBodyName(body)) continue;
    if (printed?.[2] !== "文件" && !(last === numberLine - 1 && titleBelow(lines, numberLine, printed !== null))) continue;
    let first = last;
    while (first > 0 && isBodyName(lines[first - 1] ?? "")) first -= 1;
    const bodies = [...lines.slice(first, last).map(bareOf), body].filter((name) => name !== "");
    if (bodies.length > 0) return { first, last, bodies };
  }
  return null;
}

/** Is this the whole red line of a letterhead, as 北林市人民政府文件? */
export function isLetterhead(words: string): boolean {
  return bareOf(words).endsWith("文件") && isBodyName(bareOf(words).slice(0, -2));
}

const bareOf = (words: string | undefined): string => (words ?? "").replace(/[\s\u3000]/gu, "");

function titleBelow(lines: readonly string[], numberLine: number, withAbout: boolean): boolean {
  return lines.slice(numberLine + 1).some((line) => isTitleLike(line) && (!withAbout || line.includes("关于")));
}

const BEFORE_ABOUT = /^(.{2,40}?)关于/u;
// Endings that are no part of another word; 处, 会, 所 may be (处罚, 会议, 所有).
const SURE_BODY = /^[\u4e00-\u9fff]{2,24}?(?:人民政府|委员会|指挥部|领导小组|工作组|办公厅|管理局|公安局|国务院)(?:办公室|办公厅)?/u;
const KINDS_LONGEST_FIRST = DOCUMENT_KINDS.toSorted((left, right) => right.length - left.length);

/**
 * The body a title begins with: 某县人民政府 of 某县人民政府森林防火禁火令. Only titles of letters tell; in the title of
 * rules (村民委员会选举办法) the body is what they are about.
 */
export function bodyInTitle(title: string): string | null {
  const about = BEFORE_ABOUT.exec(title)?.[1];
  if (about !== undefined) return about;
  const bare = title.replace(/[（(][^（）()]*[）)]$/u, "");
  const kind = KINDS_LONGEST_FIRST.find((each) => bare.endsWith(each));
  if (kind === undefined || !LETTER_KINDS.some((letter) => kind.endsWith(letter))) return null;
  const before = bare.slice(0, -kind.length).replace(/(?:(?:19|20)\d{2}年)?第?[\d一二三四五六七八九十百]{1,5}号$/u, "");
  if (before.length >= 4 && isBodyName(before)) return before;
  return SURE_BODY.exec(before)?.[0] ?? null;
}
