import type { Modality, Obligation, Reading } from "#engines/reading";
import type { City } from "#platform/pack";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assembleNotice } from "./assemble-notice.ts";
import { readCorrections } from "./corrections-file.ts";
import { readNoticeSettings } from "./settings-file.ts";

const TEXT = `一、交通。各区要清扫积雪。未经区政府批准，严禁自行封路。
三、供暖。鼓励热心人帮助邻居。
各区要时刻把群众冷暖放在心上。
（此件公开发布）
`;

const SETTINGS = `version: 1
textKind: restatement
textNote: { zh: 这是转述, en: a restatement }
origin: { name: { zh: 网站, en: website }, address: null }
title: { value: { zh: 过冬通知, en: Winter notice }, source: { zh: 资料包, en: pack }, asOf: 2021-01-01 }
documentNumber: null
date: null
issuer: town-hall
publisher: town-hall
operator: town-hall
clauses:
  - key: roads
    number: 一
    title: { zh: 路, en: Roads }
    summary: { zh: 路要通, en: Roads stay open }
    duties:
      - key: roads.snow
        quote: 清扫积雪
        plain: { zh: 扫雪, en: Clear snow }
      - key: roads.no-blocks
        quote: 严禁自行封路
        modality: must-not
        plain: { zh: 不准封路, en: No blocking }
      - key: roads.approval
        quote: 严禁自行封路
        modality: needs-approval
        plain: { zh: 封路要批准, en: Blocking takes approval }
  - key: heat
    number: 三
    title: { zh: 暖, en: Heat }
    summary: { zh: 家里暖和, en: Warm homes }
    duties:
      - key: heat.neighbours
        quote: 鼓励热心人
        plain: { zh: 帮邻居, en: Help neighbours }
  - key: closing
    part: closing
    number: null
    title: { zh: 心上, en: In mind }
    summary: { zh: 想着大家, en: Keep people in mind }
    duties:
      - key: closing.care
        quote: 冷暖放在心上
        plain: { zh: 想着大家, en: Keep people in mind }
`;

const CITY: Pick<City, "bodies"> = { bodies: [{ key: "town-hall", name: { zh: "市政府", en: "City Government" }, phone: null, source: { zh: "网站", en: "website" }, asOf: "2021-01-01" }] };

function order(id: string, quote: string, modality: Modality): Obligation {
  const start = TEXT.indexOf(quote);
  return {
    id, clause: id.split("#")[0] ?? "", part: "body", ranges: [[start, start + quote.length]], quote, modality, polarity: "do",
    actors: [], actorsInferred: true, approver: null, condition: null, exception: null, deadline: null,
  };
}

const lines = [...TEXT.matchAll(/.*\n/g)].map((found) => [found.index, found.index + found[0].length] as const);
const [FIRST, THIRD, CLOSING, MARK] = lines as [readonly [number, number], readonly [number, number], readonly [number, number], readonly [number, number]];

const READING: Reading = {
  title: null, documentNumber: null, date: null, issuer: null, publisher: null, addressees: [], attachments: [],
  sections: [
    { no: "一", heading: "交通", range: FIRST, path: "一", children: [] },
    { no: "三", heading: "供暖", range: THIRD, path: "三", children: [] },
  ],
  obligations: [
    order("一#1", "各区要清扫积雪", "must"), order("一#2", "未经区政府批准，严禁自行封路", "must-not"),
    order("一#3", "未经区政府批准，严禁自行封路", "needs-approval"), order("三#1", "鼓励热心人帮助邻居", "encouraged"),
    order("closing#1", "各区要时刻把群众冷暖放在心上", "must"),
  ],
  leaves: [{ kind: "item", range: FIRST }, { kind: "item", range: THIRD }, { kind: "closing", range: CLOSING }, { kind: "signature", range: MARK }],
  remarks: [{ kind: "numbering-gap", range: null, detail: "二" }],
};

function assemble(settings: string, corrections = "corrections: []\n", reading = READING) {
  return assembleNotice({
    key: "winter", textFile: "notices/winter/notice.txt", text: TEXT, city: CITY, reading,
    settings: readNoticeSettings("notices/winter/notice.yaml", settings),
    corrections: readCorrections("notices/winter/corrections.yaml", corrections),
  });
}

test("a notice is put together from its reading, and every duty has its key", () => {
  const { notice, problems } = assemble(SETTINGS);
  expect(problems).toEqual([]);
  expect(notice?.clauses.map(({ key, number, heading }) => [key, number, heading])).toEqual([["roads", "一", "交通"], ["heat", "三", "供暖"], ["closing", null, ""]]);
  expect(notice?.clauses.flatMap((clause) => clause.obligations).map(({ key, id }) => [key, id])).toEqual([
    ["roads.snow", "一#1"], ["roads.no-blocks", "一#2"], ["roads.approval", "一#3"], ["heat.neighbours", "三#1"], ["closing.care", "closing#1"],
  ]);
  expect(notice).toMatchObject({ absentNumbers: ["二"], publicRelease: true, correctionCount: 0, issuer: { key: "town-hall" }, date: null });
});

describe("each mistake is told by file, line, field and remedy", () => {
  const cases: [name: string, from: string, to: string, line: number, field: string, problem: string, remedy: string][] = [
    ["words not in the notice", "quote: 清扫积雪", "quote: 清扫落叶", 18, "clauses[0].duties[0].quote", "not in the notice", "copy a few words"],
    ["words across two duties", "quote: 清扫积雪", "quote: 积雪。未经", 18, "clauses[0].duties[0].quote", "in no single duty", "inside one sentence"],
    ["words of another clause", "quote: 清扫积雪", "quote: 热心人帮助", 18, "clauses[0].duties[0].quote", "stand in clause 三", "move the duty"],
    ["ambiguous words", "        modality: must-not\n", "", 21, "clauses[0].duties[1].quote", "lie in 2 duties (must-not, needs-approval)", "modality line"],
    ["modality otherwise read", "modality: must-not", "modality: encouraged", 22, "clauses[0].duties[1].modality", "reading says must-not, needs-approval", "corrections.yaml"],
    ["one duty under two keys", "modality: needs-approval", "modality: must-not", 25, "clauses[0].duties[2].quote", "already called roads.no-blocks", "one key"],
    ["key of another clause", "key: roads.snow", "key: heat.snow", 17, "clauses[0].duties[0].key", "does not begin with its clause's key", "rename"],
    ["duty key twice", "key: roads.approval", "key: roads.no-blocks", 24, "clauses[0].duties[2].key", "used twice, first on line 20", "another value"],
    ["key without clause", "key: roads.snow", "key: snow", 17, "clauses[0].duties[0].key", "wrong shape", "clause.duty"],
    ["number the notice has not", "number: 三", "number: 二", 29, "clauses[1].number", "the notice has no 二", "correct the number"],
    ["numbered closing", "number: null", "number: 四", 38, "clauses[2].number", "do not agree", "number: null"],
    ["unknown body", "issuer: town-hall", "issuer: nobody", 8, "issuer", "no such body", "town-hall"],
    ["restatement without note", "textNote: { zh: 这是转述, en: a restatement }", "textNote: null", 3, "textNote", "needs a note", "original prevails"],
    ["title without source", "source: { zh: 资料包, en: pack }, ", "", 5, "title.source", "missing", "add it"],
    ["English names of nobody", "en: Clear snow }", "en: Clear snow, actors: [districts] }", 19, "clauses[0].duties[0].plain.actors", "names nobody", "correct the reading first"],
    ["amount slipped in", "date: null", "date: null\namount: 500", 8, "amount", "not known", "remove it"],
  ];
  test.each(cases)("%s", (_name, from, to, line, field, problem, remedy) => {
    expect(SETTINGS).toContain(from);
    const { problems } = assemble(SETTINGS.replace(from, to));
    const found = problems.find((candidate) => candidate.field === field && candidate.line === line);
    expect(found, JSON.stringify(problems, null, 1)).toMatchObject({ file: "notices/winter/notice.yaml" });
    expect(found?.problem.en).toContain(problem);
    expect(found?.remedy.en).toContain(remedy);
  });
});

test("an order without a key is named where it stands in the text", () => {
  const { notice, problems } = assemble(SETTINGS.replace(/ {6}- key: heat[^]*?(?= {2}- key: closing)/, "      []\n").replace("duties:\n      []", "duties: []"));
  expect(problems).toMatchObject([{ file: "notices/winter/notice.txt", line: 2, field: "三#1", problem: { en: "this duty has no key (encouraged): 鼓励热心人帮助邻居" } }]);
  expect(notice?.clauses[1]?.obligations[0]?.key).toBeNull();
});

test("an item without a clause key is named, and so are its orders", () => {
  const { problems } = assemble(SETTINGS.replace(/ {2}- key: heat\n[^]*?(?= {2}- key: closing)/, ""));
  expect(problems.map(({ file, line, field }) => [file, line, field])).toEqual([["notices/winter/notice.txt", 2, "三"], ["notices/winter/notice.txt", 2, "三#1"]]);
});

test("a bad correction is told by its line", () => {
  const { problems } = assemble(SETTINGS, "corrections:\n  - quote: 清扫积雪\n    change: { kind: erase }\n    reason: 读错\n    on: 2021-01-27\n");
  expect(problems.map(({ line, field, problem }) => [line, field, problem.en])).toEqual([
    [3, "corrections[0].change.kind", "this kind of correction is not known"], [2, "corrections[0].by", "this field is missing"],
  ]);
});

test("whatever is written in the settings, nothing is thrown, and a notice without problems has every duty keyed", () => {
  const change = fc.tuple(fc.nat(SETTINGS.length), fc.nat(30), fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("\n", "  ", "- ", ": ", "null", "严禁", "{", "*a")));
  fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
    const settings = changes.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), SETTINGS);
    const { notice, problems } = assemble(settings);
    if (problems.length > 0) return;
    expect(notice?.clauses.flatMap((clause) => clause.obligations).every((obligation) => obligation.key !== null)).toBe(true);
  }), { numRuns: 400 });
});
