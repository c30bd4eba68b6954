import fc from "fast-check";
import { askedFields } from "./conditions.ts";
import type { Answers, Condition, Field, FieldKind, Form, FormSetting, Value } from "./form.ts";

/** A form, an installation and answers as tests need them. */

export const named = (zh: string, en: string = zh) => ({ zh, en });

/** A question with everything it may leave out at its usual value. */
export const field = (kind: FieldKind, more: Partial<Pick<Field, "key" | "name" | "required" | "onlyIf" | "privacy" | "hint">> = {}): Field =>
  ({ key: kind.kind, name: named(kind.kind), hint: null, required: false, onlyIf: null, privacy: kind.kind === "identity-number" ? "personal" : "open", ...more, ...kind });

/** Names that hold what stands between names, differ in width alone from what people type, or begin like another. */
export const CHOICES = [
  { key: "gas", name: named("城市燃气", "City gas") }, { key: "equipment", name: named("特种设备（电梯、锅炉等）", "Special equipment (lifts, boilers and the like)") },
  { key: "snow", name: named("雪", "Snow") }, { key: "snow-ice", name: named("雪、冰", "Snow, ice") }, { key: "other", name: named("其他", "Other") },
];

export const SETTING: FormSetting = {
  districts: [{ code: "150702", names: ["海拉尔区", "Hailar District"] }, { code: "150781", names: ["满洲里市", "Manzhouli City"] }],
  hours: (text) => (/^(?:工作日|每天) \d{2}:\d{2}-\d{2}:\d{2}$/u.test(text) ? text : null),
};

export const KINDS: readonly FieldKind[] = [
  { kind: "text", lengthMax: 20 }, { kind: "long-text", lengthMax: 60 }, { kind: "number", unit: null, decimals: 0, min: 0, max: 5_000 },
  { kind: "number", unit: named("摄氏度", "°C"), decimals: 2, min: -40, max: 40 }, { kind: "money", max: 1_000_000 }, { kind: "day" }, { kind: "moment" }, { kind: "yes-no" },
  { kind: "choice", choices: CHOICES }, { kind: "choices", choices: CHOICES }, { kind: "district" }, { kind: "telephone" }, { kind: "identity-number" }, { kind: "hours" }, { kind: "point" }, { kind: "files", most: 3 },
];

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** The number of nobody: its division does not exist. */
export const identityOf = (birth: string, sequence: number): string => {
  const body = `150799${birth}${String(sequence).padStart(3, "0")}`;
  const rest = [...body].reduce((sum, sign, at) => sum + Number(sign) * (WEIGHTS[at] ?? 0), 0) % 11;
  // Written out the other way round than where it is checked: what is missing to 1 more than a multiple of 11.
  const check = (12 - rest) % 11;
  return body + (check === 10 ? "X" : String(check));
};

const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((each) => each.join(""));
const day = fc.date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const line = (lengthMax: number) => fc.string({ unit: "binary", maxLength: lengthMax }).map((text) => [...text.replaceAll(/[\p{C}\p{Z}]/gu, " ").normalize("NFC").replaceAll(/\s+/gu, " ").trim()].slice(0, lengthMax).join("").trim()).filter((text) => text !== "");
const degrees = (most: number) => fc.integer({ min: -most * 1_000_000, max: most * 1_000_000 }).map((millionths) => millionths / 1_000_000 + 0);

/** Answers of a kind in the form in which they are kept. */
export function valueOf(kind: FieldKind): fc.Arbitrary<Value> {
  switch (kind.kind) {
    case "text": case "long-text": return line(kind.lengthMax);
    case "number": return fc.integer({ min: (kind.min ?? -9_999) * 10 ** kind.decimals, max: (kind.max ?? 9_999) * 10 ** kind.decimals }).map((scaled) => scaled / 10 ** kind.decimals + 0);
    case "money": return fc.integer({ min: 0, max: kind.max ?? 900_000_000_000_000 });
    case "day": return day;
    case "moment": return fc.tuple(day, fc.integer({ min: 0, max: 1_439 })).map(([on, minute]) => `${on}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`);
    case "yes-no": return fc.boolean();
    case "choice": return fc.constantFrom(...kind.choices.map(({ key }) => key));
    case "choices": return fc.subarray(kind.choices.map(({ key }) => key), { minLength: 1 });
    case "district": return fc.constantFrom(...SETTING.districts.map(({ code }) => code));
    case "telephone": return fc.oneof(digits(9).map((end) => `13${end}`), digits(7).map((end) => `0470${end}`), fc.constantFrom("12345", "110", "4008123456", "+4930123456"));
    case "identity-number": return fc.tuple(day, fc.integer({ min: 0, max: 999 })).map(([birth, sequence]) => identityOf(birth.replaceAll("-", ""), sequence));
    case "hours": return fc.constantFrom("工作日 08:00-17:00", "每天 00:00-24:00");
    case "point": return fc.record({ latitude: degrees(90), longitude: degrees(180) }, { noNullPrototype: true });
    case "files": return fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: kind.most });
  }
}

/** What no question of a kind takes, whatever the installation. */
const WRONG: Readonly<Record<FieldKind["kind"], readonly unknown[]>> = {
  text: [3, true, "字".repeat(21), ["a"]], "long-text": [3, {}, "字".repeat(61)], number: ["12", 5_001, -41, Infinity], money: [-1, 1.5, 1_000_001, "26"], day: ["2021-02-30", 20210126, "昨天"], moment: ["2021-01-26", "2021-01-26T25:00", 9],
  "yes-no": ["也许", 1], choice: ["elsewhere", 1, ["gas"]], choices: [["elsewhere"], "gas", [1]], district: ["海", 150702], telephone: ["7", 13900000000], "identity-number": ["12", 15],
  hours: [8], point: ["49,119", { latitude: 91, longitude: 0 }, { latitude: 1 }], files: [["a"], "a"],
};

/** Forms whose questions hang on earlier ones, some of which hang themselves. */
export const FORMS: fc.Arbitrary<Form> = fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.boolean(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 9 }).map((drawn) =>
  drawn.reduce<readonly Field[]>((form, [kind, required, pick, hangs]) => {
    const earlier = form.filter((each) => each.kind === "yes-no" || each.kind === "choice" || each.kind === "choices");
    const on = hangs ? earlier[pick % Math.max(1, earlier.length)] : undefined;
    const onlyIf: Condition | null = on === undefined ? null : { field: on.key, is: on.kind === "yes-no" ? [pick % 2 === 0] : ["gas", "other"].slice(0, 1 + (pick % 2)) };
    return [...form, field(kind, { key: `q${form.length}`, required, onlyIf })];
  }, []));

/** Answers to a form as JSON: some right, some wrong, some left out; what is not asked is left out, as whoever fills it in sees it. */
export const answersTo = (form: Form): fc.Arbitrary<Answers> =>
  fc.tuple(...form.map((each) => fc.oneof({ weight: 5, arbitrary: valueOf(each) as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: fc.constantFrom(...WRONG[each.kind]) }, { weight: 2, arbitrary: fc.constant(undefined) }))).map((values) => {
    const given = Object.fromEntries(form.flatMap(({ key }, at): [string, Value][] => (values[at] === undefined ? [] : [[key, values[at] as Value]])));
    const asked = new Set(askedFields(form, given).map(({ key }) => key));
    return Object.fromEntries(Object.entries(given).filter(([key]) => asked.has(key)));
  });
