import { numberOf } from "../layout/numerals.ts";

const NUMBER = "[\\d一二三四五六七八九十两]{1,4}";
const DEADLINES: readonly RegExp[] = [
  /(?:最迟|最晚)?(?:于|在|到|至|截至)?(?:每年|今年|明年|当年|本年|次年|(?:19|20)\d{2}年|[一二][九〇○零0][一二三四五六七八九〇○零0]{2}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})?[日号]?(?:底|末|初|上旬|中旬|下旬)?(?:\d{1,2}[时点](?:\d{1,2}分)?)?(?:之前|以前|前)/u,
  /(?:最迟|最晚)?(?:于|在|到|至)?(?:每年|今年|明年|当年|本年|次年|(?:19|20)\d{2}年)?(?:年底|年末|月底|月末|季度末|周末|节前|春节前|汛期前|入冬前|开学前|假期前|底|末)(?:之前|以前|前)?(?!后)/u,
  new RegExp(`(?:在|于)?(?:自[^，。；]{2,24}之日起)?(?:在)?(?:${NUMBER})个?(?:工作日|小时|分钟|日|天|周|月|个月|年)(?:之内|以内|内)`, "u"),
  /(?:到|至)(?:19|20)\d{2}年(?:底|末)?/u,
  /(?:(?:每年|每月|每周|每季度|每日)(?:\d{1,2}月)?(?:\d{1,2}日|底|末|初)?)(?:之前|前|以前)/u,
  /(?:在)?规定(?:的)?(?:期限|时限|时间)内|限期|按期|如期/u,
];

/** The words of a time limit in these words, as written; null when there is none. */
export function deadlineIn(words: string): { start: number; end: number } | null {
  for (const pattern of DEADLINES) {
    const match = pattern.exec(words);
    if (match === null || match[0].length < 2) continue;
    if (/^(?:底|末)$/u.test(match[0])) continue;
    const amount = new RegExp(`^${NUMBER}`, "u").exec(match[0]);
    if (amount !== null && numberOf(amount[0]) === 0) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** Does a chunk name a case that is left out (除…外, 非必要…)? */
export const isException = (chunk: string): boolean => /^(?:除|除了|除非).*(?:外|以外|之外|除非.+)$/u.test(chunk) || /^除[^，]*(?:外|以外)/u.test(chunk);

/** Does a chunk name the case in which the order holds (…的, …时, 如…, 对…)? */
export const isCondition = (chunk: string): boolean =>
  !isException(chunk) && (/(?:的|时|后|情况下|前提下|条件下|期间|之际|范围内)$/u.test(chunk) || /^(?:如|若|凡|遇|当|因|对|发生|符合|未|确需|确有|必要时|需要时)/u.test(chunk)) && !/^(?:按|按照|根据|依据|结合|以|为|围绕)/u.test(chunk);
