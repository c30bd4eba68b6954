import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { daysOffFile, type FileOptions } from "./days-off-file.ts";

const MADE: FileOptions = { language: "zh", madeAt: new Date("2026-11-25T01:02:03Z") };

function textOf(year: number, options = MADE): string {
  const file = daysOffFile(year, options);
  if (file.kind !== "file") throw new Error(`not announced: ${file.year}`);
  return new TextDecoder().decode(file.content);
}

type Event = { readonly uid: string; readonly summary: string; readonly start: string; readonly end: string; readonly description: string };

function eventsOf(text: string): readonly Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => {
    const { uid, summary, startDate, endDate, description } = new ICAL.Event(component);
    return { uid, summary, start: startDate.toString(), end: endDate.toString(), description };
  });
}

describe("the calendar file of 2021", () => {
  test("has an all-day event for each holiday and each make-up day, in order; the end is the day after", () => {
    const events = eventsOf(textOf(2021));
    expect(events.map(({ summary, start, end }) => `${start}/${end} ${summary}`).slice(0, 5)).toEqual([
      "2021-01-01/2021-01-04 元旦放假", "2021-02-07/2021-02-08 春节调休上班", "2021-02-11/2021-02-18 春节放假", "2021-02-20/2021-02-21 春节调休上班", "2021-04-03/2021-04-06 清明节放假",
    ]);
    expect(events).toHaveLength(7 + 7);
    expect(events[2]).toMatchObject({ uid: "day-off-2021-02-11@anxin", description: "国务院办公厅关于2021年部分节假日安排的通知（国办发明电〔2020〕27号）" });
  });

  test("is written as RFC 5545 has it: CRLF, lines of at most 75 octets, no character cut apart, the stamp it was given", () => {
    const text = textOf(2021, { ...MADE, language: "en" });
    expect(text.startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const lines = text.split("\r\n");
    expect(lines.filter((line) => new TextEncoder().encode(line).length > 75 || line.includes("\n") || line.includes("�"))).toEqual([]);
    for (const line of ["VERSION:2.0", "DTSTAMP:20261125T010203Z", "DTSTART;VALUE=DATE:20210211", "DTEND;VALUE=DATE:20210218", "UID:day-off-2021-02-11@anxin", "SUMMARY:Spring Festival: day off"]) expect(lines).toContain(line);
    expect(lines.some((line) => line.startsWith(" "))).toBe(true);
  });
});

test("a holiday lengthened by a later paper is one event under its first day's name, with both papers", () => {
  const spring = eventsOf(textOf(2020)).find(({ uid }) => uid === "day-off-2020-01-24@anxin");
  expect(spring).toMatchObject({ start: "2020-01-24", end: "2020-02-03", description: "国务院办公厅关于2020年部分节假日安排的通知（国办发明电〔2019〕16号）\n国务院办公厅关于延长2020年春节假期的通知（国办发明电〔2020〕1号）" });
});

test("the December before belongs to the year it was arranged for", () => {
  expect(eventsOf(textOf(2019))[0]).toMatchObject({ uid: "make-up-day-2018-12-29@anxin" });
  expect(eventsOf(textOf(2018)).some(({ start }) => start >= "2018-12-01")).toBe(false);
});

test("all years can be read back, and no two events have one UID", () => {
  const events = Array.from({ length: 20 }, (_, at) => eventsOf(textOf(2007 + at))).flat();
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  expect(events.every(({ start, end }) => start < end)).toBe(true);
});

test("made again it is the same file; a year without a paper has none", () => {
  expect(textOf(2026)).toBe(textOf(2026));
  expect(daysOffFile(2027, MADE)).toEqual({ kind: "not-announced", year: 2027 });
});
