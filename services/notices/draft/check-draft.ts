import { applyCorrections, type Reading } from "#engines/reading";
import type { LocalText } from "#platform/i18n";
import { fault, key as keyForm, type City, type Fault, type PackProblem, type YamlFile } from "#platform/pack";
import type { Notice } from "../notice.ts";
import { assembleNotice } from "../pack/assemble-notice.ts";
import { belongsTo, placesOf } from "../pack/clauses.ts";
import type { RecordedCorrection } from "../pack/corrections-file.ts";
import type { NoticeSettings } from "../pack/settings-file.ts";
import { OWN_TEXT } from "./begin-draft.ts";
import type { DraftContent, DraftDuty } from "./draft-content.ts";
import { placeInWords } from "./place-words.ts";
import { refusalInWords } from "./refusal-words.ts";
import { lostName, remarkName } from "./remark-name.ts";
import { z } from "zod";

/** Something that keeps a draft from being released; `field` is its path in the draft, `clauses[2].key`. */
export type DraftFault = Fault & { readonly field: string };

/** A draft looked at as a whole. `notice` is what would be released; null while something it needs is missing. */
export type CheckedDraft = { readonly notice: Notice | null; readonly reading: Reading; readonly faults: readonly DraftFault[] };

/** What a draft is checked against. `today`: ISO date facts are said to be taken on. */
export type DraftGround = {
  readonly noticeKey: string;
  readonly version: number;
  readonly text: string;
  readonly reading: Reading;
  readonly city: Pick<City, "bodies">;
  readonly today: string;
};

/**
 * Puts the notice together that this draft would become, and lists everything that keeps it from being released: clauses
 * without a confirmed key, words missing in a language, remarks nobody has looked at, corrections that do not apply.
 */
export function checkDraft(content: DraftContent, ground: DraftGround): CheckedDraft {
  const { reading: corrected, refused } = applyCorrections(ground.reading, ground.text, content.corrections);
  const faults: DraftFault[] = [...missing(content), ...unseen(content, ground.reading), ...lostUnseen(content)];
  const settings = settingsOf(content, ground, corrected);
  const { notice, problems } = assembleNotice({
    key: ground.noticeKey, textFile: "text", text: ground.text, reading: ground.reading, city: ground.city,
    settings: asFile(settings),
    corrections: asFile({ corrections: content.corrections.map((correction): RecordedCorrection => ({ ...correction, reason: "-", by: "-", on: ground.today })) }),
  });
  faults.push(...refused.flatMap((refusal): DraftFault[] => { const kind = content.corrections[refusal.index]?.change.kind; return kind === undefined ? [] : [{ field: `corrections[${refusal.index}]`, ...refusalInWords(refusal, kind) }]; }));
  faults.push(...problems.filter(({ field }) => !field.startsWith("corrections[") && (!/^(?:clauses\[\d+\]\.key|issuer|publisher|operator)$/u.test(field) || !faults.some((known) => known.field === field))).map((found) => forOfficers(found, corrected, settings)));
  return { notice: faults.length === 0 ? notice : null, reading: corrected, faults };
}

/** A withdrawal looked at as a whole: the version in force with the reason why it ends, which residents will read. */
export function checkWithdrawal({ withdrawal }: Pick<DraftContent, "withdrawal">, inForce: Notice, version: number): CheckedDraft {
  const faults: DraftFault[] = [];
  need(faults, "withdrawal", withdrawal, { zh: "撤回的原因", en: "The reason for the withdrawal" });
  return { notice: withdrawal === null || faults.length > 0 ? null : { ...inForce, version, withdrawn: { reason: withdrawal } }, reading: inForce.reading, faults };
}

/** The settings the pack's own way of putting a notice together asks for. Duties the officer gave no key are numbered under their clause. */
function settingsOf(content: DraftContent, ground: DraftGround, reading: Reading): NoticeSettings {
  const { today } = ground;
  const places = placesOf(reading);
  const bound = new Set<string>();
  return {
    version: ground.version, textKind: content.textKind, textNote: content.textNote, origin: content.origin,
    title: { value: content.title, source: sourceOf(content.titleSource), asOf: today },
    documentNumber: content.documentNumber,
    date: content.date === null ? null : { value: content.date, source: sourceOf(content.dateSource), asOf: today },
    issuer: content.issuer ?? "", publisher: content.publisher ?? "", operator: content.operator ?? "",
    clauses: content.clauses.flatMap((clause, index): NoticeSettings["clauses"] => {
      const place = places.find(({ address }) => address === clause.place);
      const key = clause.key ?? `unconfirmed-${index}`;
      const own = place === undefined ? [] : reading.obligations.filter((obligation) => belongsTo(obligation, place));
      const kept = content.duties.filter((duty) => duty.key.startsWith(`${key}.`));
      const taken = new Set(kept.map((duty) => duty.key));
      let number = 0;
      const duties = own.map((obligation) => {
        const known = kept.find((duty) => !bound.has(duty.key) && duty.modality === obligation.modality && obligation.quote.includes(duty.quote));
        if (known !== undefined) { bound.add(known.key); return { key: known.key, quote: obligation.quote, modality: obligation.modality, order: obligation.id, plain: filledOrNull(known.plain) }; }
        do number += 1; while (taken.has(`${key}.duty-${number}`));
        return { key: `${key}.duty-${number}`, quote: obligation.quote, modality: obligation.modality, order: obligation.id, plain: null };
      });
      const isNumbered = place?.number !== null && place !== undefined;
      return [{ key, part: isNumbered ? "item" : PARTS.find((part) => part === clause.place) ?? "item", number: isNumbered ? clause.place : null, title: clause.title, summary: clause.summary, hidden: clause.hidden, duties }];
    }),
  };
}

const PARTS = ["preamble", "closing", "body"] as const;
const sourceOf = (words: LocalText): LocalText => (words.zh === "" && words.en === "" ? OWN_TEXT : words);

/** Plain words are shown once both languages are there; English names of who acts go along. */
function filledOrNull(words: DraftDuty["plain"]): DraftDuty["plain"] {
  if (words === null || words.zh.trim() === "" || words.en.trim() === "") return null;
  const { actors, ...plain } = words;
  return actors === undefined || actors.length === 0 ? plain : { ...plain, actors };
}

function missing(content: DraftContent): DraftFault[] {
  const faults: DraftFault[] = [];
  need(faults, "title", content.title, { zh: "标题", en: "The title" });
  need(faults, "titleSource", content.titleSource, { zh: "标题的来源", en: "Where the title comes from" });
  need(faults, "origin.name", content.origin.name, { zh: "原件在哪里", en: "Where the original stands" });
  if (content.origin.address !== null && !z.url({ protocol: /^https?$/, hostname: /[.]/ }).safeParse(content.origin.address).success) faults.push({ field: "origin.address", ...ADDRESS_SHAPE });
  if (content.date !== null) need(faults, "dateSource", content.dateSource, { zh: "日期的来源", en: "Where the date comes from" });
  if (content.textKind === "restatement") need(faults, "textNote", content.textNote, { zh: "转述的说明", en: "The note that this restates" });
  for (const role of ["issuer", "publisher", "operator"] as const) if (content[role] === null) faults.push({ field: role, ...BODY_MISSING[role] });
  const keys = new Map<string, number>();
  content.clauses.forEach((clause, index) => {
    const at = `clauses[${index}]`;
    const [zh, en] = [placeInWords(clause.place, "zh-CN"), placeInWords(clause.place, "en")];
    if (clause.key === null) faults.push({ field: `${at}.key`, ...keyMissing(zh, en) });
    else if (!keyForm.safeParse(clause.key).success) faults.push({ field: `${at}.key`, ...KEY_SHAPE });
    else if (keys.has(clause.key)) faults.push({ field: `${at}.key`, ...KEY_TWICE });
    else keys.set(clause.key, index);
    need(faults, `${at}.title`, clause.title, { zh: `${zh}的小标题`, en: `The title of ${en}` });
    need(faults, `${at}.summary`, clause.summary, { zh: `${zh}的大白话`, en: `The plain summary of ${en}` });
  });
  return faults;
}

function need(faults: DraftFault[], field: string, words: LocalText | null, what: LocalText): void {
  if (words === null || words.zh.trim() === "") faults.push({ field: `${field}.zh`, ...fault(`${what.zh}没有写`, `${what.en} is missing in Chinese`, "写上中文", "write it in Chinese") });
  if (words === null || words.en.trim() === "") faults.push({ field: `${field}.en`, ...fault(`${what.zh}没有英文`, `${what.en} is missing in English`, "写上英文", "write it in English") });
}

/** Whoever writes a pack is told of its files; an officer of the form that is open. */
function forOfficers({ field, problem, remedy }: PackProblem, { obligations }: Reading, { clauses }: NoticeSettings): DraftFault {
  if (field === "issuer" || field === "publisher" || field === "operator") return { field, ...BODY_UNKNOWN };
  const [, clause, duty] = /^clauses\[(\d+)\]\.duties\[(\d+)\]/u.exec(field) ?? [];
  const bound = clauses[Number(clause ?? -1)]?.duties[Number(duty ?? -1)]?.order;
  if (bound !== undefined) return { field: `order-${bound}`, problem, remedy };
  const order = obligations.find(({ id }) => id === field);
  return order === undefined ? { field, problem, remedy } : { field: `order-${order.id}`, ...unnamed(order.quote) };
}

function unseen(content: DraftContent, reading: Reading): DraftFault[] {
  return reading.remarks.map(remarkName).flatMap((name, index) => (content.acknowledged.includes(name) ? [] : [{ field: `acknowledged[${index}]`, ...REMARK_UNSEEN }]));
}

/** Work of the version before that the amended text does not bear: it must not go without anybody noticing. */
function lostUnseen({ lost = [], acknowledged }: DraftContent): DraftFault[] {
  return lost.flatMap((correction, index) => (acknowledged.includes(lostName(correction)) ? [] : [{ field: `lost[${index}]`, ...correctionLost(correction.change.kind === "add" ? correction.change.excerpt : correction.quote) }]));
}

const correctionLost = (words: string): Fault => fault(`上一版的一处人工改动这次没有接上：“${words}”`, `An edit of the version before does not fit this text: “${words}”`, "对照新的原文看一下，要的话重新改，再勾“看过了”", "look at the new text, make the edit again if it is wanted, then tick that you have seen it");
const bodyMissing = (zh: string, en: string): Fault => fault(`没有选${zh}`, `The ${en} is not chosen`, "从本市的机构里选一个", "choose one of the city's bodies");
const BODY_MISSING = { issuer: bodyMissing("制发机关", "issuing body"), publisher: bodyMissing("发布机关", "publishing body"), operator: bodyMissing("承办单位", "operating body") };
const BODY_UNKNOWN = fault("本市没有这个机构", "The city has no such body", "从列表里重新选", "choose one from the list");
const unnamed = (quote: string): Fault => { const start = quote.length > 24 ? `${quote.slice(0, 24)}…` : quote; return fault(`这项任务不在任何一条里：${start}`, `This duty stands in no clause: ${start}`, "撤销加上它的那处改动；它在原文的编号以外", "undo the edit that added it; it stands outside the text's numbered parts"); };
const KEY_SHAPE = fault("条款的名字不合规则", "The key of the clause has the wrong shape", "只用小写英文字母、数字和连字符，字母开头，不以连字符结尾，例如 stay-put", "use lower-case letters, digits and hyphens, a letter first and no hyphen at the end, such as stay-put");
const ADDRESS_SHAPE = fault("网址不完整", "The address is not complete", "从浏览器里原样复制，以 https:// 或 http:// 开头", "copy it from the browser as it is, beginning with https:// or http://");
const KEY_TWICE = fault("两个条款用了同一个名字", "Two clauses have the same key", "给其中一个换个名字", "give one of them another key");
const REMARK_UNSEEN = fault("读的时候有一处提醒，还没有人看过", "The reader remarked on something nobody has looked at", "对照原文看一下，再勾“看过了”", "look at the place in the text, then tick that you have seen it");
const keyMissing = (zh: string, en: string): Fault => fault(`${zh}还没有起名字`, `${en} has no key yet`, "选一个已有的名字，或起一个新名字", "choose a key that exists, or give it a new one");

/** A value that comes from the desk instead of a file: problems are told by field alone. */
function asFile<Value>(value: Value): YamlFile<Value> {
  const problemAt = (path: readonly PropertyKey[], found: Fault): PackProblem => ({ file: "", line: 0, field: path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`)).join(""), ...found });
  return { file: "", value, problems: [], problemAt, repeatedIn: () => [] };
}
