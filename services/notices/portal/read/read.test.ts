import type { Obligation } from "#engines/reading";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleNotice } from "../example-notice.ts";
import { cutPoints } from "./cut-points.ts";
import { beginning, leftOut } from "./left-out.ts";
import type { ReadAddition } from "./read-addition.ts";
import { applyReadCorrections, outerBounds, sentenceAround, type ReadCorrection } from "./read-correction.ts";
import { parseReadForm, steadyText } from "./read-form.ts";

const { reading, text } = exampleNotice();
const [first, second] = reading.obligations;
if (first === undefined || second === undefined) throw new Error("the example has duties");

function as(obligation: Obligation, change: Partial<ReadCorrection> = {}): ReadCorrection {
  const [start, end] = outerBounds(obligation);
  const { id, modality, actors, approver, condition, exception, deadline } = obligation;
  return { id, modality, actors, approver, condition, exception, deadline, start, end, dropped: false, ...change };
}

describe("corrections", () => {
  test("what was not changed stays, the mark of inference too", () => {
    expect(applyReadCorrections(reading, text, reading.obligations.map((obligation) => as(obligation)))).toMatchObject({ reading, refusals: [] });
  });
  test("strength, actors and bounds change; named actors are no longer inferred; the quote follows", () => {
    const [start, end] = outerBounds(first);
    const { reading: { obligations: [changed] } } = applyReadCorrections(reading, text, [as(first, { modality: "encouraged", actors: ["社区"], start: start + 3, end: end - 2 })]);
    expect(changed).toMatchObject({ modality: "encouraged", actors: ["社区"], actorsInferred: false, ranges: [[start + 3, end - 2]], quote: text.slice(start + 3, end - 2) });
  });
  test("approver, case, exception and time limit are put right or taken out", () => {
    const { reading: { obligations: [changed] } } = applyReadCorrections(reading, text, [as(first, { approver: "镇防汛指挥部", condition: null, exception: "救护车", deadline: "7月10日前" })]);
    expect(changed).toMatchObject({ approver: "镇防汛指挥部", condition: null, exception: "救护车", deadline: "7月10日前", quote: first.quote });
  });
  test("what is no duty is left out, and only that", () => {
    const { reading: corrected } = applyReadCorrections(reading, text, [as(first, { dropped: true })]);
    expect(corrected.obligations).toEqual(reading.obligations.slice(1));
  });
  test("an order never leaves its sentence, and never ends before it begins", () => {
    const [start, end] = outerBounds(second);
    for (const bounds of [{ start: end, end: start }, { start: 0, end }, { start, end: text.length }]) {
      const outcome = applyReadCorrections(reading, text, [as(second, bounds)]);
      expect(outcome.refusals.map(({ field }) => field)).toEqual([`s:${second.id}`]);
      expect(outcome.reading.obligations[1]?.ranges).toEqual(second.ranges);
    }
  });
  test("corrections of another text are ignored", () => {
    expect(applyReadCorrections(reading, text, [as({ ...first, id: "廿#9" })]).reading).toEqual(reading);
  });
  test("words between interrupted ranges stay out", () => {
    const [start, end] = outerBounds(first);
    const broken = { ...first, ranges: [[start, start + 5], [start + 9, end]] as const };
    const { reading: { obligations } } = applyReadCorrections({ ...reading, obligations: [broken] }, text, [as(broken, { start: start + 1 })]);
    expect(obligations[0]?.ranges).toEqual([[start + 1, start + 5], [start + 9, end]]);
  });
});

describe("orders the reader missed", () => {
  const bare: ReadAddition = { key: 1, words: "", modality: "must", actors: [], approver: null, condition: null, exception: null, deadline: null, dropped: false };
  const lone = { ...reading, obligations: reading.obligations.slice(1) };
  const add = (change: Partial<ReadAddition>, ...more: ReadAddition[]) => applyReadCorrections(lone, text, [], [{ ...bare, ...change }, ...more]);

  test("stand in their clause and in the order of the text, and say what was written and no more", () => {
    const { reading: { obligations: [added, ...others] }, rows, refusals } = add({ words: first.quote, modality: "must-not", actors: ["社区"], exception: "救护车" });
    expect(refusals).toEqual([]);
    expect(added).toMatchObject({ quote: first.quote, clause: first.clause, modality: "must-not", polarity: "refrain", actors: ["社区"], actorsInferred: false, approver: null, exception: "救护车", deadline: null });
    expect(others).toEqual(lone.obligations);
    expect(rows[0]).toMatchObject({ number: lone.obligations.length + 1, addition: { key: 1 } });
    expect(rows.slice(1).map(({ number }) => number)).toEqual(lone.obligations.map((_, index) => index + 1));
  });
  test("taken back, one stays on the page and leaves the table", () => {
    const { reading: { obligations }, rows } = add({ words: first.quote, dropped: true });
    expect([obligations, rows[0]?.dropped]).toEqual([lone.obligations, true]);
    expect(add({ words: "天上没有的话", dropped: true })).toMatchObject({ refusals: [] });
  });
  test.each([
    ["words the text has not", "各单位要上天入地", "原文里没有"],
    ["words that stand in several places", "，", "不止一处"],
    ["words that were read already", second.quote, "已经读出来了"],
    ["no words", "", "还没有原文里的话"],
  ])("%s are refused at their field, and change nothing", (_what, words, problem) => {
    const { reading: after, refusals } = add({ words, modality: words === second.quote ? second.modality : "must", actors: ["社区"] });
    expect(refusals).toMatchObject([{ field: "q:+1", problem: { zh: expect.stringContaining(problem) } }]);
    expect(after).toEqual(lone);
  });
  test("the same one twice is taken once", () => {
    const { reading: { obligations }, refusals } = add({ words: first.quote }, { ...bare, key: 2, words: first.quote });
    expect([obligations.length, refusals.map(({ field }) => field)]).toEqual([lone.obligations.length + 1, ["q:+2"]]);
  });
});

describe("what was left out", () => {
  test("is told by its beginning; a cut never stands behind another mark", () => {
    expect(beginning(" 打印\n本页。 ")).toBe("打印 本页。");
    expect(beginning("字".repeat(58) + "，" + "字".repeat(9))).toBe(`${"字".repeat(58)}…`);
    expect([...beginning("𠀀".repeat(99))].length).toBe(60);
  });
  test("is counted apart from what is to be looked at", () => {
    const remarks = [{ kind: "furniture", range: [0, 2], detail: "" }, { kind: "date-missing", range: null, detail: "" }, { kind: "repeated-body", range: [2, 3], detail: "" }] as const;
    expect(leftOut({ remarks }, "打印一")).toEqual({ furniture: ["打印"], repeats: 1 });
  });
});

describe("cut points", () => {
  test("every choice offered is accepted with the other end as it is", () => {
    for (const obligation of reading.obligations) {
      const { starts, ends } = cutPoints(text, obligation);
      const choices = [...starts.map(({ offset }) => as(obligation, { start: offset })), ...ends.map(({ offset }) => as(obligation, { end: offset }))];
      expect(starts.map(({ offset }) => offset)).toContain(outerBounds(obligation)[0]);
      expect(ends.map(({ offset }) => offset)).toContain(outerBounds(obligation)[1]);
      for (const choice of choices) expect(applyReadCorrections(reading, text, [choice]).refusals).toEqual([]);
    }
  });
  test("a sentence holds its order on any text", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("甲", "，", "。", "\n", "；"), minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (any, a, b) => {
      const [start, end] = [Math.min(a % any.length, b % any.length), Math.max(a % any.length, b % any.length) + 1];
      const [from, to] = sentenceAround(any, { ...first, ranges: [[start, end]] });
      expect(from <= start && to >= end).toBe(true);
    }));
  });
});

describe("the form", () => {
  const row = { [`m:${first.id}`]: "must", [`a:${first.id}`]: "社区、 学校；", [`p:${first.id}`]: " 镇政府 ", [`c:${first.id}`]: "", [`u:${first.id}`]: "", [`d:${first.id}`]: "月底前", [`s:${first.id}`]: "12", [`e:${first.id}`]: "20" };
  test("is read into text, action and corrections", () => {
    expect(parseReadForm({ text: "要做好。", action: "xlsx", ...row, [`x:${first.id}`]: "1" }, null)).toEqual({
      kind: "form",
      form: { text: "要做好。", action: "xlsx", corrections: [{ id: first.id, modality: "must", actors: ["社区", "学校"], approver: "镇政府", condition: null, exception: null, deadline: "月底前", start: 12, end: 20, dropped: true }], additions: [] },
    });
  });
  const more = (key: string, words: string, actors = "") => ({ [`q:+${key}`]: words, [`m:+${key}`]: "must", [`a:+${key}`]: actors, [`p:+${key}`]: "", [`c:+${key}`]: "", [`u:+${key}`]: "", [`d:+${key}`]: "" });
  test("missed orders are read by their own numbers, without the mark that closes a sentence; an empty one is none", () => {
    const outcome = parseReadForm({ text: "甲", ...row, ...more("3", " 要做好。\r\n"), ...more("2", "", "社区"), ...more("4", " ") }, null);
    expect(outcome).toMatchObject({ kind: "form", form: { corrections: [{ id: first.id }], additions: [{ key: 2, words: "", actors: ["社区"] }, { key: 3, words: "要做好" }] } });
  });
  test("missed orders that are not ours, or too many, are refused", () => {
    expect(parseReadForm({ text: "甲", ...more("1", "乙"), "m:+1": "maybe" }, null).kind).toBe("refused");
    expect(parseReadForm({ text: "甲", ...Object.assign({}, ...Array.from({ length: 101 }, (_, at) => more(String(at + 1), "乙"))) }, null).kind).toBe("refused");
  });
  test("a file goes before pasted words", () => {
    expect(parseReadForm({ text: "甲" }, "乙")).toMatchObject({ kind: "form", form: { text: "乙", action: "read" } });
  });
  test.each([[{ text: " \r\n" }, null, "text"], [{}, null, "text"], [{ text: "" }, "", "file"]])("nothing to read in %j is refused", (fields, upload, field) => {
    const outcome = parseReadForm(fields, upload);
    expect(outcome.kind === "refused" && outcome.refusals[0]?.field).toBe(field);
  });
  test.each([{ modality: "maybe" }, { start: "-1" }, { start: "" , end: "x" }])("a row that is not ours is refused: %j", (wrong: Record<string, string>) => {
    const fields = { text: "甲", ...row, ...Object.fromEntries(Object.entries(wrong).map(([name, value]) => [`${name.charAt(0)}:${first.id}`, value])) };
    expect(parseReadForm(fields, null).kind).toBe("refused");
  });
  test.each([null, "text", { action: "delete", text: "甲" }, { text: ["甲"] }])("%j is refused", (fields) => {
    expect(parseReadForm(fields, null).kind).toBe("refused");
  });
  test("a text comes back from a browser as it went", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (any) => {
      const sent = steadyText(any);
      const back = new TextDecoder().decode(new TextEncoder().encode(sent.replaceAll("\n", "\r\n")));
      expect(steadyText(back)).toBe(sent);
    }));
    expect(steadyText("\uFEFF甲\r\n乙\r丙\0\uD800")).toBe("甲\n乙\n丙\uFFFD\uFFFD");
  });
});
