import { asks, type Waits } from "./approval.ts";
import { BANNED, type ConsentInContext, endsWith, isDirect } from "./context.ts";

// Consents that are lacking (未经批准，不得…) and acts excepted for a consent (除经批准外，一律…).

/** An offence told of: 违反本条例规定，…. */
const OFFENCE = /(?:^|[；。\s])(?:[^，。；不禁]{0,20})违反[^，。；]{0,40}，/u;
/** 不得为未经核准的泵站供电, 不得分包给未取得…的企业: whom it is given to, not what is asked. */
const GIVEN_TO = /(?:通过|委托|聘用|选择|使用|[为给向与])(?:未|没有|不|非)(?:依法|事先|按规定)?$/u;
const BANNED_TO = /(?:不得|不准|禁止|严禁)[^，]{0,12}(?:向|将|把|为|给|通过|委托)[^，]*$/u;
const WORK = /^的(?:投资|建设|新建|改建|扩建)*(?:项目|工程|规划|方案|设施|产品|企业)$/u;
/** 未取得经营许可证的单位，不得…; 未经审核或者审核不合格的文件，不得…. */
const OWNERS = /^(?:(?:、|或者?)[^，。；]{1,20})?的[^，。；]{1,14}$/u;
const WITHOUT_LENGTH_MAX = 16;

/** 未经批准，不得…; 没有许可证的，不得…; 批准前不得…. */
export function lacked(part: ConsentInContext): Waits | null {
  const { head, link, word, tail, before, between, after, lead, lacking } = part;
  if (isBefore(part)) return asks(false, "ban");
  if (describesSomebody(part)) return null;
  const stops = endsWith(part, "end", "ban", "of", "before") || /^的[^，。；]{1,8}(?:不得|不准|禁止)/u.test(after);
  if (link === "without" && (head === "consent" || head === "permit" || head === "procedure") && between.length <= WITHOUT_LENGTH_MAX && !BANNED.test(between)) {
    const theirs = /^的[^，。；]{1,12}(?:单位|企业|个人|者|人员)$/u.test(after);
    return stops || theirs || (BANNED.test(before) && (endsWith(part, "other", "act", "more") || after.startsWith("或者违反"))) ? asks(false, "ban") : null;
  }
  if (!lacking) return null;
  if (isDirect(link)) return /未(?:依法|按规定)?$/u.test(lead) && (head === "consent" || head === "leave") && (stops || (/^凡?未$/u.test(lead) && OWNERS.test(after))) ? asks(false, "ban") : null;
  if (head === "consent" && link !== "handled") {
    if (isItem(part)) return OFFENCE.test(part.earlier) ? null : asks(true);
    return link === "obtained" && tail === "thing" && BANNED.test(before) && !/^的(?:情况|情形|条件)下/u.test(after) ? null : asks(false, "ban");
  }
  if (head === "passing" && !/审[查核议]/u.test(word)) return null;
  // 对未完成任务的县暂停审批: what is not done is something else.
  if (link === "handled" && between.includes("的")) return null;
  if (head === "regime" || head === "filing" || head === "granted" || head === "decision") return null;
  return stops || (!BANNED.test(before) && WORK.test(after)) || (before === "未" && OWNERS.test(after)) ? asks(false, "ban") : null;
}

/** 市水务局批准前，不得…. */
const isBefore = ({ head, link, before, after, lacking, told }: ConsentInContext): boolean =>
  (head === "consent" || head === "granted") && !lacking && !told && link !== "sent" && !before.endsWith("自") && /^(?:之)?前(?:$|，?(?:一律)?(?:不得|不准|不许|禁止|严禁))/u.test(after);

const describesSomebody = ({ lead, before, after }: ConsentInContext): boolean =>
  (GIVEN_TO.test(lead) && /^[^，。；]{0,16}的/u.test(after)) || (BANNED_TO.test(before) && /^[^，]{0,12}的(?!不得|$)/u.test(after)) || /^(?:而|，?擅自)[^，]*的/u.test(after);

/** 未经批准在公共设施上悬挂横幅: an item of what is banned. */
const isItem = (part: ConsentInContext): boolean =>
  part.link === "through" && part.before === "未" && endsWith(part, "other", "act") && part.after.length > 2 && !/^[^，。；]{1,6}的/u.test(part.after) && !BANNED.test(part.after) && !/(?:的|者|行为|问题|现象|情况)$/u.test(part.after);

/** 除经…批准外，一律不得…; 经…批准的除外. */
export function excepted({ head, link, tail, known, before, between, after, lacking }: ConsentInContext): Waits | null {
  if (head === "permit" && tail === "except" && link === "held" && before.endsWith("除")) return asks(false, "exception");
  if (tail !== "except" || lacking || link === "sent" || !(head === "consent" || head === "filing" || head === "granted")) return null;
  if (head === "consent" && link !== "through" && !known && !/[按依]照?[^，。；]*(?:规定|程序|权限)$/u.test(between)) return null;
  if (/除/u.test(before + between)) return asks(false, /(?<!除)外$/u.test(after) && head !== "filing" ? "exception" : "ban");
  return head === "consent" && (link === "through" || link === "subject") ? asks(true) : null;
}
