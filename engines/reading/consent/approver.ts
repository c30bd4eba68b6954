import type { Approval, Waits } from "./approval.ts";
import { NAMED_BY_TOWARDS } from "../lexicon/phrases.ts";
import { isBody, PURE_BODY } from "./body.ts";
import { type ConsentInContext, isDirect } from "./context.ts";
import { isOpinion } from "./papers.ts";

const ASKED_OF = new RegExp(`(?<![做达收来得回])[向到](?<body>(?:(?!到|向(?!${NAMED_BY_TOWARDS}))[^，。；]){2,40}?)(?:提前|事先|事前|书面|逐级|严格|及时)*(?:提出)?$`, "du");
const GIVEN_BY = /^(?<body>[^，。；]{2,40}?)(?:颁发|核发|签发|发给|批准|发放|出具|开具)?的/du;

/** Who gives the consent, where the words name somebody; offsets of the chunk. */
export function approverOf(part: ConsentInContext, { with: waits }: Waits): Approval["approver"] {
  const { head, link, linked, body, known, between, word, tail } = part;
  if (head === "permit" || head === "leave" || head === "procedure" || link === "applied") return askedOf(part);
  if (head === "filing" && link !== "sent" && link !== "through") return askedOf(part);
  const nameless = head === "regime" || head === "granted";
  if (nameless || (isDirect(link) && /^审.*通过$/u.test(word))) return null;
  if (isDirect(link) && tail === "release" && PURE_BODY.test(between)) return body;
  // 未经合法性审核: what is examined, not who does it.
  if (head === "review" && waits === "ban" && !known) return null;
  if (linked === "征得") return body;
  // 取得市水务局许可: the name must be one; 防洪规划未批准: 未 belongs to none.
  if (isDirect(link) || link === "obtained" || link === "without" || link === "handled") return known && !(waits === "ban" && between.includes("未")) ? body : null;
  return body;
}

/** 取得市水务局核发的许可证; 向市水务局申请许可证. */
function askedOf({ head, word, linked, body, known, lead, before, between }: ConsentInContext): Approval["approver"] {
  const given = head === "permit" ? GIVEN_BY.exec(between)?.indices?.groups?.["body"] : undefined;
  const from = before.length + linked.length;
  if (given !== undefined && isBody(between.slice(...given))) return { start: from + given[0], end: from + given[1] };
  if (body !== null && known && isOpinion(word)) return body;
  const [start, end] = ASKED_OF.exec(lead)?.indices?.groups?.["body"] ?? [0, 0];
  return end > 0 && isBody(lead.slice(start, end)) ? { start, end } : null;
}
