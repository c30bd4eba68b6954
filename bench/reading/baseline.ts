import type { Modality, Range } from "#engines/reading";

const SECTION = /(?:^|[\n。：\u3000])\s*([一二三四五六七八九十]{1,3})、([^。\n]{1,30})/gu;
const MODAL: readonly [Modality, RegExp][] = [
  ["needs-approval", /(?:经|报|未经)[^，。；]{0,20}(?:批准|同意|审批)/u],
  ["must-not", /严禁|禁止|不得|不准|一律不|暂停/u],
  ["in-principle", /原则上/u],
  ["encouraged", /鼓励|倡导|提倡|支持/u],
  ["permitted", /可以|允许/u],
  ["must", /要|应当|应|必须|务必|确保|加强|做好|落实|开展|建立|完善|推进|强化|严格/u],
];

/** The reader a hurried person would write: a word list over the pieces between marks. */
export function baseline(text: string): { sections: { no: string; heading: string }[]; orders: { range: Range; modality: Modality }[] } {
  const sections = [...text.matchAll(SECTION)].map((match) => ({ no: match[1] ?? "", heading: (match[2] ?? "").trim() }));
  const orders: { range: Range; modality: Modality }[] = [];
  for (const match of text.matchAll(/[^，。；！？：\n]+/gu)) {
    const hit = MODAL.find(([, pattern]) => pattern.test(match[0]));
    if (hit !== undefined) orders.push({ range: [match.index, match.index + match[0].length], modality: hit[0] });
  }
  return { sections, orders };
}
