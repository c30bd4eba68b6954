import { type CaseEvent, type CaseType, type MoveRefusal } from "#engines/cases";
import { newId } from "#platform/db/server";
import type { LocalText } from "#platform/i18n";
import type { ClientBase } from "pg";
import { allDistricts, appendEvent, type CaseParts, changeCase, done, loadCase } from "./case-record.ts";
import type { ActingOfficer, Changed, ChangeRefusal, CommandOn } from "./change-case.ts";
import type { CaseAddress, KeptCase } from "./kept-case.ts";
import { insertUnderFreeNumber } from "./free-number.ts";
import { answersOf, findCase, findContact, eventsOf, insertAnswers, insertContact, insertEvent, insertFile, leavePersonal } from "./store.ts";

/** Merges a case into another of the same type: what comes of that one is told to everybody who asked. Whoever calls it has seen to it that the officer handles cases in both districts. */
export function mergeCase(parts: CaseParts, on: CommandOn, by: ActingOfficer, into: CaseAddress): Promise<Changed> {
  const { clock, audit } = parts;
  return changeCase<ChangeRefusal>(parts, { ...on, person: by.person, action: "cases.merge", body: { into }, alsoIn: [into.district], alsoLock: into }, async (tx, { kept, type, facts }) => {
    if (!kept.open) return refused("closed", CLOSED);
    if (!type.mergeable) return refused("other-state", DECIDED_EACH);
    const target = await findCase(tx, into);
    if (target === null || (target.district === kept.district && target.number === kept.number)) return refused("no-record", NO_TARGET);
    if (target.type !== kept.type) return refused("unknown-record", OTHER_TYPE);
    // One that is closed or goes on elsewhere would lead whoever asked to an end.
    if (!target.open) return refused("other-state", TARGET_CLOSED);
    // Whoever objected is owed an answer by somebody else; joining the two would take it away.
    if (isObjectedTo(type, facts.events) || isObjectedTo(type, (await loadCase(tx, parts, target)).facts.events)) return refused("other-state", OBJECTED);
    const next = await appendEvent(tx, parts, kept, type, { seq: kept.revision + 1, at: clock.policyNow().toISOString(), actor: by, kind: "merged", into: { district: target.district, number: target.number } });
    await audit(tx, { district: kept.district, actor: by.person, action: "cases.merge", object: `case:${kept.number}`, details: { into: `${target.district}/${target.number}` } });
    return done(next);
  });
}

/**
 * Hands a case to another district's officers: it goes on there in a row of its own with everything that happened to it, under its number where that is free. The row it leaves points
 * to it and keeps nothing personal. The time that is left does not begin anew.
 */
export function handOverCase(parts: CaseParts, on: CommandOn, by: ActingOfficer, { district, reason }: { readonly district: string; readonly reason: string }): Promise<Changed> {
  const { clock, audit, city } = parts;
  return changeCase<ChangeRefusal>(parts, { ...on, person: by.person, action: "cases.hand-over", body: { district, reason }, alsoIn: allDistricts(city).includes(district) ? [district] : [] }, async (tx, { kept, type, files }) => {
    if (!kept.open) return refused("closed", CLOSED);
    if (district === kept.district || district === city.code || !allDistricts(city).includes(district)) return refused("unknown-record", NO_DISTRICT);
    const event: CaseEvent = { seq: kept.revision + 1, at: clock.policyNow().toISOString(), actor: by, kind: "handed-over", district, reason };
    const [events, answers, contact] = [await eventsOf(tx, kept), await answersOf(tx, kept), await findContact(tx, kept)];
    const there = await insertThere(tx, parts, kept, district);
    if (there === null) return refused("unknown-record", NONE_FREE);
    for (const each of events) await insertEvent(tx, there, each);
    await insertAnswers(tx, there, answers);
    if (contact !== null) await insertContact(tx, there, contact);
    for (const file of files) await insertFile(tx, there, file);
    const next = await appendEvent(tx, parts, there, type, event);
    const left = await appendEvent(tx, parts, kept, type, event, { handedTo: { district, number: there.number } });
    await leavePersonal(tx, left, type.form.filter(({ privacy }) => privacy === "open").map(({ key }) => key));
    // Of two districts always the same one first: two who hand over to each other at once would wait for each other for good.
    const entries = [
      { district: kept.district, actor: by.person, action: "cases.hand-over", object: `case:${kept.number}`, details: { to: `${district}/${there.number}` } },
      { district, actor: by.person, action: "cases.take-over", object: `case:${there.number}`, details: { from: `${kept.district}/${kept.number}` } },
    ].toSorted((one, other) => (one.district < other.district ? -1 : 1));
    for (const entry of entries) await audit(tx, entry);
    return done(next);
  });
}

function insertThere(tx: ClientBase, { clock }: CaseParts, kept: KeptCase, district: string): Promise<KeptCase | null> {
  // The source opened it there; here it is not opened again.
  return insertUnderFreeNumber(tx, kept, (number): KeptCase => ({ ...kept, district, id: newId(clock.machineNow()), number, assignee: null, from: { district: kept.district, number: kept.number }, source: null }), kept.number);
}

type Said = { readonly problem: LocalText; readonly remedy: LocalText };
const refused = (reason: MoveRefusal["reason"], words: Said): ChangeRefusal => ({ kind: "refused", refusal: { reason, ...words } });

/** Was it contested or appealed? */
export function isObjectedTo({ moves }: CaseType, events: readonly CaseEvent[]): boolean {
  const objections = new Set(moves.filter(({ kind }) => kind === "contest" || kind === "appeal").map(({ key }) => key));
  return events.some((event) => event.kind === "moved" && objections.has(event.move));
}

const DECIDED_EACH: Said = { problem: { zh: "这种事项要一件一件办，不能合并", en: "Cases of this type are decided one by one and are not merged" }, remedy: { zh: "分别办理。", en: "Handle each by itself." } };
const OBJECTED: Said = { problem: { zh: "有人对其中一件提过异议或者申诉，不能合并", en: "One of them was contested or appealed, so they are not merged" }, remedy: { zh: "分别办理。", en: "Handle each by itself." } };
const CLOSED: Said = { problem: { zh: "这件事已经办结，或者在别处办理", en: "This case is closed, or goes on elsewhere" }, remedy: { zh: "刷新页面看看。", en: "Reload the page and see." } };
const NO_TARGET: Said = { problem: { zh: "没有找到要并入的那一件", en: "The case to merge into is not there" }, remedy: { zh: "核对地方和编号；不能并入自己。", en: "Check its district and number; a case is not merged into itself." } };
const OTHER_TYPE: Said = { problem: { zh: "两件不是同一种事项", en: "The two are not of the same type" }, remedy: { zh: "只能并入同一种事项。", en: "Merge only cases of one type." } };
const TARGET_CLOSED: Said = { problem: { zh: "要并入的那一件已经办结，或者在别处办理", en: "The case to merge into is closed, or goes on elsewhere" }, remedy: { zh: "换一件正在办的。", en: "Choose one that is open." } };
const NONE_FREE: Said = { problem: { zh: "那个地方这一天的受理号已经用完", en: "That district has no numbers left for the day of this case" }, remedy: { zh: "由市里的工作人员在原地办理。", en: "Let the city's officers handle it where it lies." } };
const NO_DISTRICT: Said = { problem: { zh: "不能转到这个地方", en: "It cannot be handed to that district" }, remedy: { zh: "从列表里选另一个地方。", en: "Choose another district of the list." } };
