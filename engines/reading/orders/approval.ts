/**
 * A consent the words make an act depend on. Offsets of the words given; `alone`: the words order nothing besides;
 * `with`: the words say so only together with a ban (未经…批准，不得…) or a permission (经…批准，可以…).
 */
export type Approval = { readonly approver: { start: number; end: number } | null; readonly alone: boolean; readonly with: "ban" | "permission" | null };

const REVIEW = "(?:审核|审查|审定|会签)";
const CONSENT = "(?:审查同意|审核同意|审核批准|审查批准|审批同意|批准同意|批准|同意|审批|核准|许可|审定|批复)";
const BODY = "[^，。；：、\\s]{1,36}?(?:[、和或][^，。；：\\s]{1,24}?)?";

type Pattern = { readonly pattern: RegExp; readonly alone: (before: string, after: string) => boolean; readonly holds: (before: string, after: string) => boolean };

const PROSPECT = /(?:须|需|应|应当|必须|要|方可|可|可以)(?:事先|先|逐级|依法|按规定|按程序|提前|书面|及时)?$/u;
// A consent already given (已经…批准, 经…同意，现…) is a fact; one named in a phrase (经…批准的规划) describes a thing.
const describes = (after: string): boolean => /^(?:的|改为|调整为|转为|文件|文号|书|事项|权|制度|程序|时间|机关|部门)|^[\u4e00-\u9fff]{2,4}的/u.test(after);
const afterwards = (after: string): boolean => /^(?:后|，?方可|，?才能|之后|并|可(?!能|行|靠))/u.test(after);

const PATTERNS: readonly Pattern[] = [
  { pattern: new RegExp(`未(?:经|获|取得|得到)(?<approver>${BODY})?(?:的)?(?:${CONSENT}|允许|准许)`, "u"), holds: () => true, alone: () => false },
  { pattern: new RegExp(`(?:报|提请|呈|商)?请?经(?<approver>${BODY})?(?:的)?${CONSENT}`, "u"), holds: (before, after) => !describes(after) && !/(?:已|曾|业)$/u.test(before) && (PROSPECT.test(before) || (afterwards(after) && !/^(?:后)?[，,]?现/u.test(after))), alone: (_, after) => !/^(?:并|且|，并|可)/u.test(after) },
  { pattern: new RegExp(`(?:须|需|应|应当|必须|要)(?:事先|先)?经(?:过)?${CONSENT}`, "u"), holds: (_, after) => !describes(after), alone: () => true },
  { pattern: new RegExp(`征得(?<approver>${BODY})的?同意`, "u"), holds: (_, after) => !describes(after), alone: (_, after) => !/^(?:并|且)/u.test(after) },
  { pattern: new RegExp(`(?:报|报请|报经|报送|提请|呈报|上报)(?<approver>${BODY})(?:依法|按程序)?${CONSENT}`, "u"), holds: (before, after) => !describes(after) && !/(?:已|曾|业|现)$/u.test(before), alone: () => false },
  { pattern: new RegExp(`(?:须|需|应|应当|必须|要)[^，。；]{0,8}?经(?:过)?(?<approver>${BODY})${REVIEW}(?=$|后|并|，)`, "u"), holds: () => true, alone: (_, after) => after === "" },
  { pattern: new RegExp(`(?:须|需|应|应当|必须|要)[^，。；]{0,8}?(?:报|报请|报经)(?<approver>${BODY})${REVIEW}(?=$|后|并|，)`, "u"), holds: () => true, alone: () => false },
  { pattern: new RegExp(`经(?<approver>${BODY})${REVIEW}(?:后|，?方可)`, "u"), holds: (before, after) => !/(?:已|曾|业)$/u.test(before) && !/^[，,]?现/u.test(after), alone: () => true },
  { pattern: /(?:按程序|按规定|逐级|及时|依法)?报批|办理[^，。；]{0,16}(?:审批|报批|核准|许可)手续|履行[^，。；]{0,10}(?:审批|报批|核准)(?:手续|程序)/u, holds: (_, after) => !describes(after), alone: () => false },
  { pattern: new RegExp(`由(?<approver>${BODY})${REVIEW}(?=后|同意)`, "u"), holds: () => true, alone: (_, after) => !/^(?:并|且)/u.test(after) },
  { pattern: new RegExp(`由(?<approver>${BODY})(?:负责)?(?:审批|批准|核准|审查批准|审核批准|审查同意|审核同意)`, "u"), holds: (_, after) => !describes(after), alone: () => true },
  { pattern: new RegExp(`(?:须|需|应|应当|必须|要)[^，。；]{0,6}?(?:取得|获得|征求并取得)(?<approver>${BODY})的?(?:批准|同意|许可)`, "u"), holds: (_, after) => !describes(after), alone: (_, after) => !/^(?:并|且)/u.test(after) },
  { pattern: new RegExp(`(?:须|需|必须)(?<approver>[^，。；报经由取获征得有]${BODY})(?:同意|批准)(?=$|后|方可)`, "u"), holds: () => true, alone: () => true },
  { pattern: new RegExp(`^[^，]{0,20}?经(?<approver>${BODY})?(?:的)?${CONSENT}$`, "u"), holds: (before) => !/(?:已|曾|业)$/u.test(before), alone: () => false },
  { pattern: new RegExp(`(?:取得|获得|征求并取得)(?<approver>${BODY})的?(?:批准|同意|许可)(?=后|，?方可)`, "u"), holds: () => true, alone: (_, after) => !/^(?:并|且)/u.test(after) },
];

/** The consent this chunk speaks of, or null. Bounded: looks at the chunk's first 300 characters. */
export function approvalIn(chunk: string): Approval | null {
  const words = chunk.slice(0, 300);
  for (const { pattern, holds, alone } of PATTERNS) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const before = words.slice(0, match.index);
    const after = words.slice(match.index + match[0].length);
    if (!holds(before, after)) continue;
    return { approver: approverSpan(match), alone: alone(before, after), with: companionOf(match[0], before, after) };
  }
  return null;
}

function companionOf(consent: string, before: string, after: string): Approval["with"] {
  if (consent.startsWith("未") || /(?:未|没有|不|不再|无须|无需|取消)$/u.test(before)) return "ban";
  return after === "" && before === "" && /经/u.test(consent) && !/[须需应要报]/u.test(consent) ? "permission" : null;
}

function approverSpan(match: RegExpExecArray): { start: number; end: number } | null {
  const approver = match.groups?.["approver"];
  if (approver === undefined || approver === "") return null;
  const start = match.index + match[0].indexOf(approver, 1);
  return { start, end: start + approver.length };
}
