import { createHash } from "node:crypto";
import type { NoticeRecord } from "./notice-record.ts";

/** As a program that knew this form kept it: its hash is over what it wrote. */
export function writtenIn(form: number, { settings, ...record }: NoticeRecord): NoticeRecord {
  const written = form === 1 ? { ...settings, clauses: settings.clauses.map(({ hidden: _unknown, ...clause }) => clause) } as unknown as NoticeRecord["settings"] : settings;
  const sorted = (value: unknown): string => JSON.stringify(value, (_key, inner: unknown) => (inner !== null && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1))) : inner));
  return { ...record, form, settings: written, contentSha256: createHash("sha256").update(sorted({ form, text: record.text, settings: written, reading: record.reading })).digest("hex") };
}
