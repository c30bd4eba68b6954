import ICAL from "ical.js";
import { inLanguage } from "#platform/i18n";
import { clauseWords, strengthWords } from "./columns.ts";
import { printable } from "./printable.ts";
import { NOTE } from "./source-facts.ts";
import type { TaskRow } from "./task-rows.ts";
import type { TaskTableContent } from "./table-content.ts";

// The library counts 75 octets without the space that begins a folded line.
ICAL.foldLength = 74;

/** The tasks for a calendar (RFC 5545): dated ones as all-day events on their last day, the others as to-dos without due date. */
export function calendarFile(content: TaskTableContent): Uint8Array {
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//Anxin//Task table//ZH");
  calendar.updatePropertyWithValue("x-wr-calname", printable(content.title));
  for (const row of content.rows) calendar.addSubcomponent(taskComponent(row, content));
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}

function taskComponent(row: TaskRow, content: TaskTableContent): ICAL.Component {
  const component = new ICAL.Component(row.dueDate === null ? "vtodo" : "vevent");
  component.updatePropertyWithValue("uid", `${content.textSha256.slice(0, 32)}-${encodeURIComponent(printable(row.obligation.id))}@anxin`);
  component.updatePropertyWithValue("dtstamp", ICAL.Time.fromJSDate(content.madeAt, true));
  if (row.dueDate !== null) {
    component.updatePropertyWithValue("dtstart", ICAL.Time.fromDateString(row.dueDate));
    component.updatePropertyWithValue("transp", "TRANSPARENT");
  }
  component.updatePropertyWithValue("summary", summary(row, content));
  component.updatePropertyWithValue("description", description(row, content));
  return component;
}

const SUMMARY_LENGTH = 40;

function summary(row: TaskRow, { language }: TaskTableContent): string {
  const words = [...printable(row.obligation.quote).replace(/\s+/g, " ").trim()];
  const start = words.length > SUMMARY_LENGTH ? `${words.slice(0, SUMMARY_LENGTH).join("")}…` : words.join("");
  return `[${strengthWords(row, language)}] ${start}`;
}

function description(row: TaskRow, { title, language }: TaskTableContent): string {
  const { quote, deadline } = row.obligation;
  const lines = [title, clauseWords(row.clause, language), quote, deadline === null ? "" : inLanguage({ zh: `时限：${deadline}`, en: `Deadline: ${deadline}` }, language), inLanguage(NOTE, language)];
  return printable(lines.filter((line) => line !== "").join("\n"));
}
