import { isPad } from "./paragraphs.ts";
import type { Item } from "./outline.ts";
import type { Paragraph } from "./paragraphs.ts";

type Span = { readonly start: number; readonly end: number };

const LONGEST_RUN_ON_HEADING = 30;
// A first sentence with one of these commands somebody; no heading does.
const COMMANDS = /(?:^|[^主重需必只首摘纲概扼紧提])要(?![求素点件闻么领])|应当|应按|应由|均应|必须|不得|严禁|请|可以|，可(?![能行靠持])|原则上|(?:[^相适反供效对回感响]|^)应(?![急对用付变收聘邀])/u;
// A sentence that says one of these is an order, not what the words below it are about.
const ORDERS = /须|禁止|一律|暂停|停止|(?:由|报|经|征得)[^，。]{2,16}(?:审批|批准|同意|核准|审定)|报批|由[^，。]{2,16}负责|^各(?:单位|部门|镇|乡|县|区|科室|学校|村|社区)[^，。]{0,6}(?:每[日天周月]|加强|做好|落实|立即|及时)/u;
// 禁止燃放区域, 报批材料: what the words below are about all the same.
const TOPIC_END = /(?:区域|范围|时间|时限|地点|路段|行为|事项|情形|程序|流程|材料|原则|须知|制度|清单|要点|安排|要求|方式)$/u;
const orders = (words: string): boolean => ORDERS.test(words) && !TOPIC_END.test(words);

/**
 * Finds each item's heading: a line of its own, or on run-on pages a short first sentence that commands nothing and
 * is followed by more text. A lone short sentence, or a line that ends as a sentence, counts when most of its brothers
 * begin with one too; in an article (第九条) neither is a heading: it is what the article says.
 */
export function headingsOf(text: string, items: readonly Item[], paragraphs: readonly Paragraph[], headings: Map<Item, Span> = new Map()): Map<Item, Span> {
  const candidates = items.map((item) => candidateOf(text, item, paragraphs));
  const short = candidates.filter((candidate) => candidate !== null).length;
  const most = short * 5 >= items.length * 3;
  items.forEach((item, index) => {
    const candidate = candidates[index];
    if (candidate !== null && candidate !== undefined && !candidate.orders && (candidate.ownLine || most || candidate.end - candidate.start <= 14)) headings.set(item, { start: candidate.start, end: candidate.end });
    headingsOf(text, item.children, paragraphs, headings);
  });
  return headings;
}

function candidateOf(text: string, item: Item, paragraphs: readonly Paragraph[]): (Span & { ownLine: boolean; orders: boolean }) | null {
  let start = item.marker.end;
  while (start < item.end && isPad(text.charCodeAt(start))) start += 1;
  const limit = Math.min(item.end, item.children[0]?.start ?? item.end);
  const paragraph = paragraphAt(paragraphs, start);
  const lineEnd = Math.min(limit, paragraph?.end ?? limit);
  const line = text.slice(start, Math.min(lineEnd, start + 200));
  const more = item.children.length > 0 || text.slice(lineEnd, item.end).trim() !== "";
  const article = item.marker.style.name === "article";
  const stopped = line.endsWith("。");
  if (stopped && (article || (!/[。！？]/u.test(line.slice(0, -1)) && orders(line.slice(0, -1))))) return article ? null : { start, end: lineEnd, ownLine: false, orders: true };
  if (line.length <= 60 && line !== "" && more && !/[。：；:;]/u.test(line.slice(0, -1)) && !/[：；:;]$/u.test(line) && !COMMANDS.test(line)) return { start, end: lineEnd, ownLine: !stopped, orders: false };
  const stop = line.search(/[。！？]/u);
  if (article || stop < 0 || stop > LONGEST_RUN_ON_HEADING || start + stop + 1 >= item.end) return null;
  const words = line.slice(0, stop);
  if (/[；：:;]/u.test(words) || COMMANDS.test(words) || text.slice(start + stop + 1, item.end).trim() === "") return null;
  if (words.includes("，") && words.length > 24) return null;
  return { start, end: start + stop, ownLine: false, orders: orders(words) };
}

function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | undefined {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return paragraphs[low];
}
