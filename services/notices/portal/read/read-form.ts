import { MODALITIES } from "#engines/reading";
import { z } from "zod";
import { ADDITIONS_MAX, type ReadAddition } from "./read-addition.ts";
import type { ReadCorrection } from "./read-correction.ts";
import type { ReadRefusal } from "./stated-facts.ts";

/** What a button of the tool asks for: read, apply the corrections, or a task table in a file. */
export const READ_ACTIONS = ["read", "update", "xlsx", "docx", "csv", "ics"] as const;
export type ReadAction = (typeof READ_ACTIONS)[number];

/** A form that can be acted on: `text` has been through `steadyText`, corrections are by order id, `additions` are orders the reader missed. */
export type ReadForm = { readonly text: string; readonly action: ReadAction; readonly corrections: readonly ReadCorrection[]; readonly additions: readonly ReadAddition[] };

/** A form, or why there is none to act on. */
export type ReadFormOutcome =
  | { readonly kind: "form"; readonly form: ReadForm }
  /** `text` is what was pasted, to show the form as it was left. */
  | { readonly kind: "refused"; readonly text: string; readonly refusals: readonly ReadRefusal[] };

/**
 * Reads what the tool's forms post. `fields` are the text fields by name; `upload` is the text of the uploaded file as
 * extracted, or null without one; a file goes before pasted words. Fields: `text`, `action`, and per order `m:ID` modality, `a:ID` actors, `p:ID`
 * approver, `c:ID` condition, `u:ID` exception, `d:ID` deadline, `s:ID` and `e:ID` bounds, `x:ID` dropped. An order the reader missed has `+1`, `+2`…
 * for its id, and `q:ID` (words of the text) for its bounds.
 */
export function parseReadForm(fields: unknown, upload: string | null): ReadFormOutcome {
  const parsed = schema.safeParse(fields);
  const pasted = steadyText(parsed.data?.text ?? "");
  if (!parsed.success) return { kind: "refused", text: pasted, refusals: [notOurForm] };
  const text = upload === null ? pasted : steadyText(upload);
  if (text.trim() === "") return { kind: "refused", text: "", refusals: [upload === null ? nothingGiven : nothingInFile] };
  const corrections = readCorrections(parsed.data);
  const additions = readAdditions(parsed.data);
  if (corrections === null || additions === null) return { kind: "refused", text, refusals: [notOurForm] };
  return { kind: "form", form: { text, action: parsed.data.action, corrections, additions } };
}

/**
 * The text as a form brings it back unchanged: browsers turn line ends into CRLF and drop a byte order mark, and UTF-8
 * cannot carry half a surrogate pair. Offsets of corrections hold only if every round sees the same characters.
 */
export function steadyText(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD").toWellFormed();
}

const schema = z.object({
  text: z.string().default(""),
  action: z.enum(READ_ACTIONS).default("read"),
}).catchall(z.string());

const particular = z.string().trim().transform((words) => (words === "" ? null : words));
const stated = z.object({
  modality: z.enum(MODALITIES),
  actors: z.string().transform((actors) => actors.split(/[、，,;；]/).map((actor) => actor.trim()).filter((actor) => actor !== "")),
  approver: particular,
  condition: particular,
  exception: particular,
  deadline: particular,
  dropped: z.string().optional().transform((value) => value !== undefined),
});
const row = stated.extend({ start: z.coerce.number().int().nonnegative(), end: z.coerce.number().int().nonnegative() });
/** A sentence is pasted with the mark that closes it; an order ends before that. */
const missed = stated.extend({ words: z.string().transform((words) => steadyText(words).trim().replace(/[。；;，,、]$/, "")) });

type Fields = Readonly<Record<string, string>>;

/** What is written of the order of this id, by the names of the schemas. */
function fieldsOf(fields: Fields, id: string): Record<string, string | undefined> {
  const of = (letter: string) => fields[`${letter}:${id}`];
  return {
    modality: of("m"), actors: of("a"), approver: of("p"), condition: of("c"), exception: of("u"), deadline: of("d"), dropped: of("x"), start: of("s"), end: of("e"), words: of("q"),
  };
}

/** One correction per `m:` field of an order that was read; null when a row is not as our form sends it. */
function readCorrections(fields: Fields): ReadCorrection[] | null {
  const corrections: ReadCorrection[] = [];
  for (const name of Object.keys(fields)) {
    if (!name.startsWith("m:") || name.startsWith("m:+")) continue;
    const id = name.slice(2);
    const { success, data } = row.safeParse(fieldsOf(fields, id));
    if (!success) return null;
    corrections.push({ id, ...data });
  }
  return corrections;
}

/** One missed order per `q:+N` field that says anything, by N; null when one is not as our form sends it, or there are too many. */
function readAdditions(fields: Fields): ReadAddition[] | null {
  const additions: ReadAddition[] = [];
  for (const name of Object.keys(fields)) {
    const [, key] = /^q:\+([1-9]\d{0,3})$/.exec(name) ?? [];
    if (key === undefined) continue;
    const { success, data } = missed.safeParse(fieldsOf(fields, `+${key}`));
    if (!success) return null;
    if (saysAnything(data)) additions.push({ key: Number(key), ...data });
  }
  return additions.length > ADDITIONS_MAX ? null : additions.toSorted((a, b) => a.key - b.key);
}

function saysAnything({ words, actors, approver, condition, exception, deadline }: z.infer<typeof missed>): boolean {
  return words !== "" || actors.length > 0 || [approver, condition, exception, deadline].some((said) => said !== null);
}

const nothingGiven: ReadRefusal = {
  field: "text",
  problem: { zh: "还没有文字", en: "There is no text yet" },
  remedy: { zh: "粘贴通知的正文，或者选一个文件。", en: "Paste the text of a notice, or choose a file." },
};

const nothingInFile: ReadRefusal = {
  field: "file",
  problem: { zh: "文件里没有读到文字", en: "No text was found in the file" },
  remedy: { zh: "扫描的图片读不了。请粘贴文字，或换一个有文字的文件。", en: "Scanned pictures cannot be read. Paste the text, or choose a file that holds text." },
};

const notOurForm: ReadRefusal = {
  field: "text",
  problem: { zh: "修改的内容对不上这份文字", en: "The changes do not fit this text" },
  remedy: { zh: "再读一次这份文字，然后重新修改。", en: "Read the text again, then make your changes." },
};
