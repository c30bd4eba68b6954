import type { Reading, Section } from "#engines/reading";
import { messages, type Language } from "#platform/i18n";
import type { View } from "#platform/portal-ui";
import type { VNode } from "preact";
import { DutyRow } from "./duty-row.tsx";
import type { ReadRow } from "./read-correction.ts";
import type { ReadRefusal } from "./stated-facts.ts";

type OutlineProps = {
  readonly text: string;
  /** As read; gives the clauses. */
  readonly reading: Reading;
  readonly rows: readonly ReadRow[];
  readonly refusals: readonly ReadRefusal[];
  readonly view: View;
};

/** The orders clause by clause, in the order of the text. */
export function Outline({ text, reading, rows: all, refusals, view }: OutlineProps): VNode {
  const headings = sectionsByPath(reading);
  const refusalOf = new Map(refusals.map((refusal) => [refusal.field, refusal]));
  return (
    <>
      {byClause(all).map(({ clause, rows }) => (
        <section class="card">
          <ClauseHeading {...headingOf(clause, headings, view.language)} />
          <ul class="list">{rows.map((row) => <DutyRow {...{ row, text, view }} refusal={refusalOf.get(`s:${row.read.id}`)} />)}</ul>
        </section>
      ))}
    </>
  );
}

/** Neighbouring orders of one clause under one heading. */
function byClause(all: readonly ReadRow[]): { clause: string; rows: ReadRow[] }[] {
  const groups: { clause: string; rows: ReadRow[] }[] = [];
  for (const row of all) {
    const last = groups.at(-1);
    if (last?.clause === row.read.clause) last.rows.push(row);
    else groups.push({ clause: row.read.clause, rows: [row] });
  }
  return groups;
}

/** The line that stands for a clause heading in the outline. */
function ClauseHeading({ number, heading, chinese }: { readonly number: string; readonly heading: string; readonly chinese: boolean }): VNode {
  return <h3 lang={chinese ? "zh-CN" : undefined}><span class="n">{number}</span> {heading}</h3>;
}

function sectionsByPath(reading: Reading): ReadonlyMap<string, Section> {
  const found = new Map<string, Section>();
  const visit = (section: Section): void => {
    found.set(section.path, section);
    section.children.forEach(visit);
  };
  [...reading.sections, ...reading.attachments.flatMap(({ sections }) => sections)].forEach(visit);
  return found;
}

/** The full path leads, so that 一/2 is not taken for 二; orders outside the numbered items say where they stand. */
function headingOf(clause: string, headings: ReadonlyMap<string, Section>, language: Language): { number: string; heading: string; chinese: boolean } {
  const section = headings.get(clause);
  if (section !== undefined) return { number: section.path.replaceAll("/", " · "), heading: section.heading, chinese: true };
  const say = words(language);
  const places: Readonly<Record<string, string>> = { preamble: say.preamble, closing: say.closing, body: say.body };
  return { number: places[clause] ?? clause, heading: "", chinese: !Object.hasOwn(places, clause) };
}

const words = messages({
  preamble: { zh: "开头", en: "Opening" },
  closing: { zh: "结尾", en: "Closing" },
  body: { zh: "正文", en: "Body" },
});
