import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openAt } from "./open-at.ts";
import { readHours } from "./read-hours.ts";

describe("opening hours are read as people write them", () => {
  test.each([
    ["工作日 08:00-17:00；休息日 09:00-12:00；法定节假日 不开", "工作日 08:00-17:00；休息日 09:00-12:00；法定节假日 不开"],
    ["每天 00:00-24:00", "每天 00:00-24:00"], ["24小时", "每天 00:00-24:00"], ["全天２４小时营业", "每天 00:00-24:00"], ["24/7", "每天 00:00-24:00"],
    ["周一至周五 8:00-11:30、14:00-17:30", "周一至周五 08:00-11:30、14:00-17:30"],
    ["星期一到星期五８：００～１１：３０，１４：００～１７：３０；星期六日 休息", "周一至周五 08:00-11:30、14:00-17:30；周六、周日 不开"],
    ["8:00-17:00", "每天 08:00-17:00"], ["上午8点至12点，下午2点至5点半", "每天 08:00-12:00、14:00-17:30"], ["工作日 8时30分-17时", "工作日 08:30-17:00"], ["下午2:00-5:00", "每天 14:00-17:00"],
    ["周末及法定节假日 9:00-16:00", "周末、法定节假日 09:00-16:00"], ["每天 20:00-次日6:00", "每天 20:00-06:00"],
    ["Mo-Fr 08:00-12:00,14:00-17:30; Sa 09:00-12:00; PH off", "周一至周五 08:00-12:00、14:00-17:30；周六 09:00-12:00；法定节假日 不开"],
    ["工作日 14:00-17:00；工作日 8:00-12:00", "工作日 08:00-12:00、14:00-17:00"], ["周一、周三、周四 9:00-10:00", "周一、周三、周四 09:00-10:00"],
  ])("%s", (text, usual) => {
    expect(readHours(text)?.text).toBe(usual);
    expect(readHours(usual)?.text).toBe(usual);
  });
  test.each(["", "看情况", "工作日", "8-17", "工作日 25:00-26:00", "工作日 08:00-12:00、11:00-13:00", "工作日 不开 8:00-9:00", "工作日 8:00-9:00；工作日 不开", "每天 8:00-8:00", "每天 8:75-9:00", "除夕 8:00-9:00", "周一至周五 8:00-9:00；周三、周六 10:00-11:00", "每天 20:00-06:00、05:00-07:00"])("“%s” says none", (text) => { expect(readHours(text)).toBeNull(); });
  test("whatever is written, nothing breaks, and what is read is read again", () => {
    const piece = fc.constantFrom("工作日", "周一至周五", "周六", "每天", "法定节假日", "休息日", " ", "；", "、", "8:00-12:00", "14:00-17:30", "22:00-02:00", "不开", "和", "下午");
    fc.assert(fc.property(fc.oneof(fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join("")), fc.string({ maxLength: 40 })), (text) => {
      const hours = readHours(text);
      if (hours !== null) expect(readHours(hours.text)).toEqual(hours);
    }), { numRuns: 500 });
  });
});

const at = (text: string, moment: string) => {
  const hours = readHours(text);
  if (hours === null) throw new Error(`not read: ${text}`);
  const state = openAt(hours, `${moment}:00+08:00`);
  const time = (epoch: number | null) => (epoch === null ? null : new Date(epoch + 8 * 3_600_000).toISOString().slice(5, 16).replace("T", " "));
  if (state.kind === "open") return `open until ${time(state.until)}${state.soon ? " soon" : ""}`;
  return state.kind === "closed" ? `opens ${time(state.opensAt)}` : state.kind === "not-announced" ? `not announced ${state.year}` : state.kind;
};
const OFFICE = "工作日 08:00-17:00；休息日 09:00-12:00；法定节假日 不开";

describe("Spring Festival 2021: 11 to 17 February off, 7 and 20 February worked", () => {
  test.each([
    ["2021-02-05 09:00", OFFICE, "open until 02-05 17:00"], ["2021-02-05 16:40", OFFICE, "open until 02-05 17:00 soon"], ["2021-02-05 17:00", OFFICE, "opens 02-06 09:00"],
    // A Saturday off, and the Sunday after it worked.
    ["2021-02-06 09:30", OFFICE, "open until 02-06 12:00"], ["2021-02-07 16:00", OFFICE, "open until 02-07 17:00"], ["2021-02-20 16:00", OFFICE, "open until 02-20 17:00"],
    // Thursday the 11th to Wednesday the 17th.
    ["2021-02-11 10:00", OFFICE, "opens 02-18 08:00"], ["2021-02-17 23:59", OFFICE, "opens 02-18 08:00"], ["2021-02-21 10:00", OFFICE, "open until 02-21 12:00"],
    ["2021-02-12 10:00", "工作日 08:00-17:00；休息日 09:00-12:00", "open until 02-12 12:00"],
    ["2021-02-12 10:00", "工作日 08:00-17:00", "not-known"], ["2021-02-12 10:00", "周一至周五 08:00-17:00", "not-known"], ["2021-02-10 18:00", "工作日 08:00-17:00", "opens null"],
    ["2021-02-12 10:00", "每天 08:00-17:00", "open until 02-12 17:00"], ["2021-02-12 10:00", "周一至周日 08:00-17:00", "open until 02-12 17:00"], ["2021-02-12 10:00", "每天 08:00-17:00；法定节假日 10:30-11:00", "opens 02-12 10:30"],
    // The make-up Saturday: whoever names days of the week does not say what it is, unless they say the same of Saturday.
    ["2021-02-20 10:00", "周一至周五 08:00-17:00", "not-known"], ["2021-02-20 10:00", "周一至周六 08:00-17:00", "open until 02-20 17:00"], ["2021-02-20 10:00", "工作日 08:00-17:00；周六 13:00-14:00", "open until 02-20 17:00"],
    ["2021-02-20 10:00", "周末 08:00-17:00", "opens 02-21 08:00"],
  ])("at %s, %s: %s", (moment, text, state) => { expect(at(text, moment.replace(" ", "T"))).toBe(state); });
});

describe("around midnight and over a year's end", () => {
  test.each([
    ["2021-01-27 01:00", "每天 20:00-02:00", "open until 01-27 02:00"], ["2021-01-27 02:00", "每天 20:00-02:00", "opens 01-27 20:00"], ["2021-01-26 23:00", "每天 20:00-02:00", "open until 01-27 02:00"],
    ["2021-01-26 23:00", "每天 00:00-24:00", "open until null"], ["2021-01-29 23:00", "工作日 00:00-24:00", "open until 01-30 00:00"], ["2021-02-11 01:00", "工作日 20:00-02:00；法定节假日 不开", "open until 02-11 02:00"],
    ["2021-02-18 01:00", "工作日 20:00-02:00", "not-known"], ["2021-02-18 03:00", "工作日 20:00-02:00", "opens 02-18 20:00"],
    ["2027-03-10 10:00", "工作日 08:00-17:00", "not announced 2027"], ["2027-03-10 10:00", "每天 08:00-17:00", "open until 03-10 17:00"],
  ])("at %s, %s: %s", (moment, text, state) => { expect(at(text, moment.replace(" ", "T"))).toBe(state); });
});

test("minute by minute, a place that is open stays so until it closes, and one that is closed until it opens", () => {
  const texts = ["工作日 08:00-12:00、13:00-17:00；休息日 09:00-12:00；法定节假日 10:00-11:00", "每天 20:00-02:00", "周一至周六 22:00-06:00；法定节假日 不开；周日 不开"];
  const start = Date.parse("2021-02-01T00:00:00+08:00");
  fc.assert(fc.property(fc.constantFrom(...texts), fc.integer({ min: 0, max: 28 * 1_440 }), (text, minute) => {
    const hours = readHours(text);
    if (hours === null) throw new Error(text);
    const now = start + minute * 60_000;
    const state = openAt(hours, now);
    if (state.kind === "open") {
      expect(openAt(hours, (state.until ?? 0) - 1).kind).toBe("open");
      expect(openAt(hours, state.until ?? 0).kind).not.toBe("open");
    }
    if (state.kind === "closed" && state.opensAt !== null) {
      expect(openAt(hours, state.opensAt - 1).kind).not.toBe("open");
      expect(openAt(hours, state.opensAt).kind).toBe("open");
    }
  }), { numRuns: 300 });
});
