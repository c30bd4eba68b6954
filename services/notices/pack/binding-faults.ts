import type { Modality } from "#engines/reading";
import { fault, type Fault } from "#platform/pack";

export type { Fault };

export const NOT_IN_TEXT = fault(
  "通知里没有这段话", "these words are not in the notice",
  "从 notice.txt 里原样摘一小段", "copy a few words exactly from notice.txt",
);

export const NO_ORDER_THERE = fault(
  "这段话不在任何一项任务之内", "these words lie in no single duty as read",
  "摘任务本身的话，不跨句；读错了就在 corrections.yaml 里更正",
  "quote words of the duty itself, inside one sentence, or correct the reading in corrections.yaml",
);

/** The key names another page of the notice. */
export const KEY_RESERVED = fault(
  "这个名字是通知别的页面用的", "this key names another page of the notice",
  "换一个名字", "choose another key",
);

/** The quote stands in another clause than the one it is listed under. */
export function inOtherClause(clause: string): Fault {
  return fault(
    `这段话在“${clause}”条，不在这一条`, `these words stand in clause ${clause}, not in this one`,
    "移到那一条下，或换一段话", "move the duty there, or quote other words",
  );
}

/** The quote fits, the modality given does not. */
export function otherModality(read: readonly Modality[]): Fault {
  return fault(
    `读出的强度是 ${read.join("、")}，和这里写的不同`, `the reading says ${read.join(", ")} here`,
    "改成读出的强度；读错了就在 corrections.yaml 里更正", "write the modality read, or correct the reading in corrections.yaml",
  );
}

/** The quote lies in several duties. */
export function ambiguous(read: readonly Modality[]): Fault {
  const byModality = new Set(read).size === read.length;
  return fault(
    `这段话在${read.length}项任务里都有（${read.join("、")}）`, `these words lie in ${read.length} duties (${read.join(", ")})`,
    byModality ? "加一行 modality，写明是哪一项" : "换一段只在这一项里出现的话",
    byModality ? "add a modality line to tell which" : "quote words that lie in this duty alone",
  );
}

/** Two keys for one and the same order. */
export function boundTwice(other: string): Fault {
  return fault(
    `这项任务已经叫 ${other}`, `this duty is already called ${other}`,
    "一项任务只留一个名字", "keep one key for one duty",
  );
}

/** The English names of who acts do not go with the actors as read. */
export function otherActors(read: readonly string[]): Fault {
  return fault(
    read.length === 0 ? "读出的任务没有写谁来做，这里却写了英文名称" : `读出谁来做共 ${read.length} 个（${read.join("、")}），英文名称的个数不同`,
    read.length === 0 ? "English names of who acts, but the duty as read names nobody" : `the reading names ${read.length} who act (${read.join(", ")}), the English names are another number`,
    "一个对一个，按同样的次序写；读错了先更正", "write one name for each, in the same order; correct the reading first if it is wrong",
  );
}

/** An order of the notice that no key stands for: such a pack cannot be released. */
export function unmatched(modality: Modality, quote: string): Fault {
  const start = quote.length > 24 ? `${quote.slice(0, 24)}…` : quote;
  return fault(
    `这项任务没有名字（${modality}）：${start}`, `this duty has no key (${modality}): ${start}`,
    "在 notice.yaml 相应条款的 duties 里给它一个名字；读错了就在 corrections.yaml 里更正",
    "give it a key under its clause's duties in notice.yaml, or correct the reading in corrections.yaml",
  );
}

/** An item of the notice without settings. */
export function clauseUnnamed(number: string): Fault {
  return fault(
    `第${number}条没有名字`, `clause ${number} has no key`,
    "在 notice.yaml 的 clauses 里加上这一条", "add it to the clauses in notice.yaml",
  );
}

/** Settings for an item the notice does not have; `present` are those it has. */
export function clauseAbsent(place: string, present: readonly string[]): Fault {
  return fault(
    `通知里没有“${place}”`, `the notice has no ${place}`,
    `通知里有：${present.join("、")}；改编号，或删去这一条`, `it has: ${present.join(", ")}; correct the number or remove the clause`,
  );
}

/** A reference to a body that city.yaml does not list. */
export function bodyUnknown(known: readonly string[]): Fault {
  return fault(
    "city.yaml 里没有这个机构", "city.yaml has no such body",
    `写 city.yaml 的 bodies 里的名字：${known.join("、")}`, `write one of its bodies: ${known.join(", ")}`,
  );
}

/** A correction the reading cannot take; `detail` says why. */
export function correctionRefused(detailZh: string, detailEn: string): Fault {
  return fault(
    `这条更正用不上：${detailZh}`, `this correction does not apply: ${detailEn}`,
    "对照读出的结果修改 quote 或 modality", "correct its quote or modality after the reading",
  );
}
