import type { Obligation } from "#engines/reading";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleNotice } from "../example-notice.ts";
import { cutPoints } from "./cut-points.ts";
import { beginning, leftOut } from "./left-out.ts";
import { applyReadCorrections, outerBounds, sentenceAround, type ReadCorrection } from "./read-correction.ts";
import { parseReadForm, steadyText } from "./read-form.ts";

const { reading, text } = exampleNotice();
const [first, second] = reading.obligations;
if (first === undefined || second === undefined) throw new Error("the example has duties");

function as(obligation: Obligation, change: Partial<ReadCorrection> = {}): ReadCorrection {
  const [start, end] = outerBounds(obligation);
  const { id, modality, actors, approver, condition, deadline } = obligation;
  return { id, modality, actors, approver, condition, deadline, start, end, dropped: false, ...change };
}

describe("corrections", () => {
  test("what was not changed stays, the mark of inference too", () => {
    expect(applyReadCorrections(reading, text, reading.obligations.map((obligation) => as(obligation)))).toEqual({ reading, refusals: [] });
  });
  test("strength, actors and bounds change; named actors are no longer inferred; the quote follows", () => {
    const [start, end] = outerBounds(first);
    const { reading: { obligations: [changed] } } = applyReadCorrections(reading, text, [as(first, { modality: "encouraged", actors: ["社区"], start: start + 3, end: end - 2 })]);
    expect(changed).toMatchObject({ modality: "encouraged", actors: ["社区"], actorsInferred: false, ranges: [[start + 3, end - 2]], quote: text.slice(start + 3, end - 2) });
  });
  test("approver, case and time limit are put right or taken out", () => {
    const { reading: { obligations: [changed] } } = applyReadCorrections(reading, text, [as(first, { approver: "镇防汛指挥部", condition: null, deadline: "7月10日前" })]);
    expect(changed).toMatchObject({ approver: "镇防汛指挥部", condition: null, deadline: "7月10日前", quote: first.quote });
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
  const row = { [`m:${first.id}`]: "must", [`a:${first.id}`]: "社区、 学校；", [`p:${first.id}`]: " 镇政府 ", [`c:${first.id}`]: "", [`d:${first.id}`]: "月底前", [`s:${first.id}`]: "12", [`e:${first.id}`]: "20" };
  test("is read into text, action and corrections", () => {
    expect(parseReadForm({ text: "要做好。", action: "xlsx", ...row, [`x:${first.id}`]: "1" }, null)).toEqual({
      kind: "form",
      form: { text: "要做好。", action: "xlsx", corrections: [{ id: first.id, modality: "must", actors: ["社区", "学校"], approver: "镇政府", condition: null, deadline: "月底前", start: 12, end: 20, dropped: true }] },
    });
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
