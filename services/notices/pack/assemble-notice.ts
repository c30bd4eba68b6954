import type { Reading } from "#engines/reading";
import type { Body, PackProblem } from "#platform/pack";
import { createHash } from "node:crypto";
import type { Notice } from "../notice.ts";
import { bodyUnknown } from "./binding-faults.ts";
import { clausesOf } from "./clauses.ts";
import { correctReading } from "./correct-reading.ts";
import type { NoticeParts } from "./notice-parts.ts";
import type { NoticeSettings } from "./settings-file.ts";

/**
 * Puts a notice together: the reading as corrected is the only source of duties; settings give keys, plain words and
 * sourced facts. `notice` is null when the settings or the city do not hold; with other problems it is a draft that must not be released.
 */
export function assembleNotice(parts: NoticeParts): { readonly notice: Notice | null; readonly problems: readonly PackProblem[] } {
  const { text, settings: { value: settings }, corrections: { value: recorded } } = parts;
  const problems: PackProblem[] = [...parts.settings.problems, ...parts.corrections.problems];
  if (settings === null || recorded === null) return { notice: null, problems };
  const corrected = correctReading(parts.reading, text, parts.corrections);
  const { clauses, problems: unbound } = clausesOf(parts, settings, corrected.reading);
  const { bodies, problems: unknown } = bodiesOf(parts, settings);
  problems.push(...corrected.problems, ...unbound, ...unknown);
  if (bodies === null) return { notice: null, problems };
  const { version, textKind, textNote, origin, title, documentNumber, date } = settings;
  const notice: Notice = {
    key: parts.key, version, textSha256: createHash("sha256").update(text, "utf8").digest("hex"),
    text, textKind, textNote, origin, title, documentNumber, date, ...bodies,
    publicRelease: text.includes("此件公开发布"),
    reading: corrected.reading, withdrawn: null, correctionCount: recorded.corrections.length,
    ...(recorded.corrections.length === 0 ? {} : { corrections: recorded.corrections.map(({ quote, modality, change }) => ({ quote, change, ...(modality === undefined ? {} : { modality }) })) }),
    clauses, absentNumbers: absentNumbers(corrected.reading),
  };
  return { notice, problems };
}

type Bodies = { readonly issuer: Body; readonly publisher: Body; readonly operator: Body };

function bodiesOf(parts: NoticeParts, settings: NoticeSettings): { bodies: Bodies | null; problems: PackProblem[] } {
  if (parts.city === null) return { bodies: null, problems: [] };
  const known = parts.city.bodies;
  const find = (key: string) => known.find((body) => body.key === key);
  const [issuer, publisher, operator] = [find(settings.issuer), find(settings.publisher), find(settings.operator)];
  const problems = (["issuer", "publisher", "operator"] as const)
    .filter((role) => find(settings[role]) === undefined)
    .map((role) => parts.settings.problemAt([role], bodyUnknown(known.map((body) => body.key))));
  return { bodies: issuer && publisher && operator ? { issuer, publisher, operator } : null, problems };
}

/** The reader says which numbers its text skips; nothing is typed in here. */
function absentNumbers(reading: Reading): string[] {
  return reading.remarks.filter((remark) => remark.kind === "numbering-gap").flatMap((remark) => remark.detail.split(/\s+/).filter(Boolean));
}
