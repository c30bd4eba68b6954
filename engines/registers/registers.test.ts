import { formInFile, type Answers } from "#engines/forms";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addTotals, burdens, checkElements, checkRecordType, completeRecord, differenceInWords, dueOn, elementsOf, fieldsPerWeek, flagsOf, flagsTurnOn, holds, maskedValue, periodOf, recordKey, recordTypeInFile, sealedValues, sortText, staleFrom, type RecordType, whoseEntry,
} from "./index.ts";

const words = (zh: string) => ({ zh, en: zh });
const field = (key: string, kind: string, more: object = {}) => ({ key, kind, name: words(key), ...more });
const TODAY = "2021-01-26";
const digest = (name: string, value: string): string => `digest-of-${name}-${[...value].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003, 7)}`;
const districts = (code: string) => words(code === "150702" ? "海拉尔区" : code);
const setting = { form: { districts: [{ code: "150702", names: ["海拉尔区"] }], hours: () => null }, digest, today: TODAY };

/** A type as a pack's file would write it. */
function typeOf(given: object, key = "stock"): RecordType {
  return { key, ...recordTypeInFile.parse({
    name: words("库存"), about: words("说明"), notice: "stay-put", clause: "supply", duties: ["supply.stock"], identity: ["district", "shop", "item"], columns: ["shop", "amount"], retention: { days: 30, source: words("拟定"), asOf: "2026-11-29" },
    fields: [field("district", "district", { required: true }), field("shop", "text", { required: true }), field("item", "text", { required: true }), field("amount", "number"), field("floor", "number"), field("until", "day"), field("holder", "text", { privacy: "personal" })],
    flags: [{ key: "short", name: words("短缺"), when: { test: "below", field: "amount", than: "floor" } }, { key: "late", name: words("过期"), when: { test: "passed", field: "until" } }], ...given,
  }) };
}
const STOCK = typeOf({});

describe("what is said of a record", () => {
  const values = { amount: 3, floor: 5, until: "2021-01-25", kind: "a", kinds: ["a", "b"], ready: true };
  test.each([
    [{ test: "below", field: "amount", than: "floor" }, true], [{ test: "above", field: "amount", than: "floor" }, false], [{ test: "below", field: "amount", than: "nothing" }, false],
    [{ test: "before", field: "until", than: "until" }, false], [{ test: "missing", field: "nothing" }, true], [{ test: "present", field: "amount" }, true], [{ test: "passed", field: "until" }, true], [{ test: "passed", field: "nothing" }, false],
    [{ test: "is", field: "kind", is: ["a", "b"] }, true], [{ test: "is", field: "kinds", is: ["b"] }, true], [{ test: "is", field: "ready", is: [false] }, false],
    [{ test: "all", of: [{ test: "present", field: "amount" }, { test: "missing", field: "amount" }] }, false], [{ test: "any", of: [{ test: "present", field: "amount" }, { test: "missing", field: "amount" }] }, true],
  ] as const)("%j is %s", (given, is) => { expect(holds(given, values, TODAY)).toBe(is); });

  test("flags follow from the record and the day alone, and turn on the day that is told, not before", () => {
    const day = fc.integer({ min: 0, max: 20 }).map((more) => new Date(Date.UTC(2021, 0, 15 + more)).toISOString().slice(0, 10));
    fc.assert(fc.property(fc.record({ amount: fc.integer({ min: 0, max: 9 }), floor: fc.integer({ min: 0, max: 9 }), until: day }), day, (record, on) => {
      const flags = flagsOf(STOCK, record, on);
      expect(flagsOf(STOCK, { ...record }, on)).toEqual(flags);
      const turn = flagsTurnOn(STOCK, record, on);
      const dayAfter = (each: string): string => new Date(Date.parse(each) + 86_400_000).toISOString().slice(0, 10);
      for (let each = on; each < (turn ?? "2021-03-01"); each = dayAfter(each)) expect(flagsOf(STOCK, record, each)).toEqual(flags);
      if (turn !== null) expect(flagsOf(STOCK, record, turn)).not.toEqual(flags);
    }));
  });
});

describe("the key of a record", () => {
  const keyOf = (values: Answers) => recordKey(STOCK, values, digest);
  test("is the same however its name is written, and another for another name", () => {
    expect(keyOf({ district: "150702", shop: " 友谊 商店（一）", item: "ＭＡＳＫ" })).toBe(keyOf({ district: "150702", shop: "友谊商店(一)", item: "mask" }));
    expect(keyOf({ district: "150702", shop: "友谊", item: "商店口罩" })).not.toBe(keyOf({ district: "150702", shop: "友谊商店", item: "口罩" }));
    expect(keyOf({ district: "150702", shop: "友谊" })).toBeNull();
  });
  test("no two pairs of names share one", () => {
    const name = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom("a", "|", "商", " ", "-", "1") }).filter((text) => text.trim() !== "");
    fc.assert(fc.property(name, name, name, name, (shop, item, otherShop, otherItem) => {
      const same = keyOf({ district: "1", shop, item }) === keyOf({ district: "1", shop: otherShop, item: otherItem });
      const plain = (text: string): string => text.replaceAll(/[^a商1]/gu, "") || text.trim().replaceAll("|", "/");
      expect(same).toBe(plain(shop) === plain(otherShop) && plain(item) === plain(otherItem));
    }));
  });
  test("holds of what is personal a digest alone, and no identity number is kept", () => {
    const pay = typeOf({ identity: ["district", "number"], fields: [field("district", "district", { required: true }), field("number", "identity-number", { required: true, privacy: "personal" })], flags: [], columns: ["district"] });
    const sealed = sealedValues(pay, { district: "150702", number: "110101199003070011" }, digest);
    expect(sealed["number"]).toMatch(/^digest-of-number-\d+…0011$/u);
    expect(sealedValues(pay, sealed, digest)).toEqual(sealed);
    expect(recordKey(pay, sealed, digest)).toMatch(/^150702\|digest-of-number-\d+$/u);
    expect(sortText(pay, sealed)).toBe("");
    expect(maskedValue({ kind: "text" }, "张小三")).toBe("张*三");
  });
});

describe("a whole record", () => {
  const pay = typeOf({
    identity: ["district", "number"], columns: ["district"], flags: [], fields: [field("district", "district", { required: true }), field("number", "identity-number", { required: true, privacy: "personal" }), field("due", "money"), field("paid", "money")],
    checks: [{ refuse: { test: "above", field: "paid", than: "due" }, field: "paid", problem: words("已发多于应发"), remedy: words("核对") }],
  });
  const NUMBER = "11010119900307001X";
  const valid = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"].map((last) => NUMBER.slice(0, 17) + last).find((number) => completeRecord(pay, { district: "150702", number }, null, setting).faults.length === 0) ?? "";
  test("is refused for what its type refuses", () => {
    expect(completeRecord(pay, { district: "150702", number: valid, due: 100, paid: 200 }, null, setting).faults).toMatchObject([{ field: "paid", problem: { zh: "已发多于应发" } }]);
  });
  test("sent back as it was shown keeps its number; one that only looks sealed does not pass", () => {
    const { values } = completeRecord(pay, { district: "150702", number: valid }, null, setting);
    expect(completeRecord(pay, { district: "150702", number: `…${valid.slice(-4)}`, due: 100 }, values, setting)).toEqual({ values: { ...values, due: 100 }, faults: [] });
    expect(completeRecord(pay, { district: "150702", number: "made-up…1234" }, values, setting).faults).toMatchObject([{ field: "number" }]);
    expect(completeRecord(pay, { district: "150702", number: `…${valid.slice(-4)}` }, null, setting).faults).toMatchObject([{ field: "number" }]);
  });
});

test("a record is stale so long after it was confirmed, or when the day it names has ended, unless it was seen to", () => {
  const source = { source: words("拟定"), asOf: "2026-11-29" };
  const confirmed = new Date("2021-01-26T01:00:00Z");
  const daily = typeOf({ freshness: { kind: "every", hours: 24, ...source } });
  const byDay = typeOf({ freshness: { kind: "by-field", field: "until", doneWhen: { test: "present", field: "amount" }, ...source } });
  expect(staleFrom(STOCK, {}, confirmed, TODAY)).toBeNull();
  expect(staleFrom(daily, {}, confirmed, TODAY)?.toISOString()).toBe("2021-01-27T01:00:00.000Z");
  const from = staleFrom(byDay, { until: TODAY }, confirmed, TODAY);
  expect([from?.toISOString(), dueOn(from), staleFrom(byDay, { until: TODAY, amount: 1 }, confirmed, TODAY)]).toEqual(["2021-01-26T16:00:00.000Z", TODAY, null]);
});

test("what lies between two versions is told in words, what is personal masked", () => {
  expect(differenceInWords(STOCK, { district: "150702", shop: "友谊", amount: 3, holder: "张小三" }, { district: "150702", shop: "友谊", amount: 4, floor: 5 }, districts)).toEqual([
    { field: "amount", name: words("amount"), before: words("3"), after: words("4") }, { field: "floor", name: words("floor"), before: null, after: words("5") }, { field: "holder", name: words("holder"), before: words("张*三"), after: null },
  ]);
});

describe("sums for everybody", () => {
  const sums = (entries: readonly (readonly [string, Answers])[], type = STOCK, by: string | null = null) => {
    const adding = addTotals(type, { by, sums: ["amount"] }, TODAY, districts);
    for (const [who, values] of entries) adding.add({ district: "150702", who, values });
    return adding.totals();
  };
  test("are kept back of fewer than five, and where one is nearly all", () => {
    const five = ["a", "b", "c", "d", "e"].map((who) => [who, { amount: 10, floor: 11 }] as const);
    expect(sums(five)).toMatchObject([{ entries: 5, keptBack: false, sums: [{ shown: words("50") }], flags: [{ name: words("短缺"), entries: 5 }, { entries: 0 }] }]);
    expect(sums(five.slice(1))).toEqual([{ district: "150702", by: null, byName: null, entries: 0, keptBack: true, sums: [], flags: [] }]);
    // Five entries of four shops are four.
    expect(sums([...five.slice(1), ["b", { amount: 10 }]])).toMatchObject([{ keptBack: true }]);
    expect(sums([...five, ["f", { amount: 300 }]])).toMatchObject([{ keptBack: true }]);
  });
  test("stand though somebody wrote a day of a year to come, or reports next month early", () => {
    const monthly = typeOf({ identity: ["district", "shop", "item", "until"], unit: "shop", period: { field: "until", every: "month" } });
    const january = ["a", "b", "c", "d", "e"].map((shop) => [shop, { shop, until: "2021-01-31", amount: 10 }] as const);
    for (const until of ["2091-01-01", "2021-02-01"]) expect(sums([["a", { shop: "a", until, amount: 999 }], ...january, ["b", { shop: "b", until, amount: 999 }]], monthly)).toMatchObject([{ entries: 5, keptBack: false, sums: [{ shown: words("50") }] }]);
    const weekly = typeOf({ identity: ["district", "shop", "item", "until"], unit: "shop", period: { field: "until", every: "week" } });
    // The week of today has begun, whichever of its days a line names.
    expect(sums(["a", "b", "c", "d", "e"].map((shop) => [shop, { shop, until: "2021-01-31", amount: 10 }]), weekly)).toMatchObject([{ entries: 5 }]);
  });
  test("are taken of two hundred thousand people", () => {
    const many = Array.from({ length: 200_000 }, (_, at) => [`p${at}`, { amount: 1 }] as const);
    expect(sums(many)).toMatchObject([{ entries: 200_000, keptBack: false, sums: [{ shown: words("200000") }] }]);
    expect(sums([...many, ["p7", { amount: 900_000 }]])).toMatchObject([{ keptBack: true }]);
  });
  test("count of units that report by days the last day alone", () => {
    const daily = typeOf({ identity: ["district", "shop", "item", "until"], unit: "shop", period: { field: "until", every: "day" } });
    const days = ["2021-01-25", "2021-01-26", "2021-01-24"].flatMap((until) => ["a", "b", "c", "d", "e"].map((shop) => [shop, { shop, until, amount: until.endsWith("26") ? 1 : 100 }] as const));
    expect(sums(days, daily)).toMatchObject([{ entries: 5, sums: [{ shown: words("5") }] }]);
    expect([whoseEntry(daily, { shop: "A 店" }, "x"), whoseEntry(typeOf({ identity: ["district", "item", "until"], period: { field: "until", every: "day" } }), {}, "150702|mask|20210126")]).toEqual(["a店", "150702|mask|"]);
  });
});

test("fields asked by the week are counted for each kind of unit", () => {
  const daily = typeOf({ identity: ["district", "shop", "until"], unit: "shop", period: { field: "until", every: "day" } }, "daily");
  const confirmed = typeOf({ unit: "shop", freshness: { kind: "every", hours: 84, source: words("拟定"), asOf: TODAY } }, "confirmed");
  const ofDistrict = typeOf({ identity: ["district", "until"], period: { field: "until", every: "month" } }, "monthly");
  expect([daily, confirmed, ofDistrict, STOCK].map(fieldsPerWeek)).toEqual([49, 14, 1.6, 0]);
  expect(burdens([STOCK, ofDistrict, daily, confirmed])).toEqual([
    { unit: words("shop"), fieldsPerWeek: 63, registers: ["daily", "confirmed"] }, { unit: { zh: "地方", en: "District" }, fieldsPerWeek: 1.6, registers: ["monthly"] },
  ]);
});

test("a data element is known by unit and period", () => {
  const weekly = typeOf({ identity: ["district", "shop", "until"], unit: "shop", period: { field: "until", every: "week" }, elements: { amount: "stock.amount" } });
  expect(elementsOf(weekly, { shop: "友谊 商店", until: "2021-01-31", amount: 1 })).toEqual([{ element: "stock.amount", unit: "友谊商店", period: "2021-01-25" }]);
  expect(elementsOf(weekly, { shop: "友谊", until: "2021-01-31" })).toEqual([]);
  expect(periodOf(weekly, { until: "2021-02-01" })).toBe("2021-02-01");
});

describe("a type that cannot be kept is told where and why", () => {
  const problems = (given: object) => checkRecordType(typeOf(given)).map(({ path, problem }) => `${path.join(".")}: ${problem.en}`);
  test("a sound one is not", () => { expect(problems({ public: { kind: "list", fields: ["shop", "amount"] } })).toEqual([]); });
  test.each([
    [{ identity: ["district", "amount"] }, "identity.1: Not every record has this field"], [{ columns: ["nothing"] }, "columns.0: There is no field “nothing”"], [{ district: "shop" }, "district: This takes a field of kind district"],
    [{ public: { kind: "list", fields: ["holder"] } }, "public.fields.0: What is personal cannot be used here"], [{ public: { kind: "places", hours: "shop", address: "shop" } }, "public.hours: This takes a field of kind hours"],
    [{ public: { kind: "own", identity: "shop", person: "holder", fields: ["amount"] } }, "public.identity: This takes a field of kind identity-number"], [{ public: { kind: "totals", sums: ["shop"] } }, "public.sums.0: This takes a field of kind number, money"],
    [{ period: { field: "amount", every: "day" } }, "period.field: This takes a field of kind day, moment"], [{ flags: [{ key: "a", name: words("a"), when: { test: "present", field: "holder" } }] }, "flags.0.when: What is personal cannot be tested"],
    [{ opens: [{ case: "hazard", answers: { place: "$nowhere" } }] }, "opens.0.answers.place: There is no field “nowhere”"],
  ])("%j", (given, problem) => { expect(problems(given)).toContain(problem); });
  test("one of people must say how long they are kept", () => {
    expect(problems({ retention: null })).toEqual(["retention: A register of people must say how long they are kept"]);
    expect(problems({ retention: null, identity: ["district", "shop"], fields: [field("district", "district", { required: true }), field("shop", "text", { required: true })], columns: ["shop"], flags: [] })).toEqual([]);
  });
  test("so is the same element asked of the same units in the same period by two registers, naming both", () => {
    const asking = (key: string, unit: string | null) => typeOf({ unit, elements: { amount: "stock.amount" } }, key);
    expect(checkElements([asking("one", "shop"), asking("two", "shop"), asking("three", null)]).map(({ register, path, problem }) => [register, path.join("."), problem.en])).toEqual([["two", "elements.amount", "“stock.amount” is asked already in “库存” (one, amount), of the same units in the same period"]]);
  });
});

test("fields of a pack's file keep their usual values", () => { expect(formInFile.parse([field("a", "text")])[0]).toMatchObject({ lengthMax: 80, privacy: "open" }); });
