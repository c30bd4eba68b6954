import type { Obligation, Reading, Section } from "#engines/reading";
import { messages, type Language } from "#platform/i18n";
import type { VNode } from "preact";
import { ClauseHeading, DutyRow } from "./duty-row.tsx";
import type { ReadCorrection } from "./read-correction.ts";

type OutlineProps = {
  readonly text: string;
  /** As read; gives the rows and their order. */
  readonly reading: Reading;
  readonly corrected: Reading;
  readonly corrections: readonly ReadCorrection[];
  /** Names of the fields whose bounds did not hold. */
  readonly refused: readonly string[];
  readonly language: Language;
};

/** The orders clause by clause, in the order of the text. */
export function Outline({ text, reading, corrected, corrections, refused, language }: OutlineProps): VNode {
  const shown = new Map(corrected.obligations.map((obligation) => [obligation.id, obligation]));
  const chosen = new Map(corrections.map((correction) => [correction.id, correction]));
  const headings = sectionsByPath(reading);
  return (
    <>
      {byClause(reading.obligations).map(({ clause, rows }) => (
        <section class="card">
          <ClauseHeading {...headingOf(clause, headings, language)} />
          <ul class="list">
            {rows.map(({ obligation, number }) => (
              <DutyRow
                {...{ number, text, language }}
                read={obligation}
                shown={shown.get(obligation.id) ?? obligation}
                correction={chosen.get(obligation.id)}
                refused={refused.includes(`s:${obligation.id}`)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type Row = { readonly obligation: Obligation; readonly number: number };

/** Neighbouring orders of one clause under one heading; rows keep their running number. */
function byClause(obligations: readonly Obligation[]): { clause: string; rows: Row[] }[] {
  const groups: { clause: string; rows: Row[] }[] = [];
  for (const [index, obligation] of obligations.entries()) {
    const last = groups.at(-1);
    const row = { obligation, number: index + 1 };
    if (last?.clause === obligation.clause) last.rows.push(row);
    else groups.push({ clause: obligation.clause, rows: [row] });
  }
  return groups;
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
