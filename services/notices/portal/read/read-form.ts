import { MODALITIES } from "#engines/reading";
import { z } from "zod";
import type { ReadCorrection, ReadRefusal } from "./read-correction.ts";

/** What a button of the tool asks for: read, apply the corrections, or a task table in a file. */
export const READ_ACTIONS = ["read", "update", "xlsx", "docx", "csv", "ics"] as const;
export type ReadAction = (typeof READ_ACTIONS)[number];

/** A form that can be acted on: `text` has been through `steadyText`, corrections are by order id. */
export type ReadForm = { readonly text: string; readonly action: ReadAction; readonly corrections: readonly ReadCorrection[] };

/** A form, or why there is none to act on. */
export type ReadFormOutcome =
  | { readonly kind: "form"; readonly form: ReadForm }
  /** `text` is what was pasted, to show the form as it was left. */
  | { readonly kind: "refused"; readonly text: string; readonly refusals: readonly ReadRefusal[] };

/**
 * Reads what the tool's forms post. `fields` are the text fields by name; `upload` is the text of the uploaded file as
 * extracted, or null without one; a file goes before pasted words. Fields: `text`, `action`, and per order `m:ID` modality, `a:ID` actors, `p:ID`
 * approver, `c:ID` condition, `d:ID` deadline, `s:ID` and `e:ID` bounds, `x:ID` dropped.
 */
export function parseReadForm(fields: unknown, upload: string | null): ReadFormOutcome {
  const parsed = schema.safeParse(fields);
  const pasted = steadyText(parsed.data?.text ?? "");
  if (!parsed.success) return { kind: "refused", text: pasted, refusals: [notOurForm] };
  const text = upload === null ? pasted : steadyText(upload);
  if (text.trim() === "") return { kind: "refused", text: "", refusals: [upload === null ? nothingGiven : nothingInFile] };
  const corrections = readCorrections(parsed.data);
  if (corrections === null) return { kind: "refused", text, refusals: [notOurForm] };
  return { kind: "form", form: { text, action: parsed.data.action, corrections } };
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
const row = z.object({
  modality: z.enum(MODALITIES),
  actors: z.string().transform((actors) => actors.split(/[、，,;；]/).map((actor) => actor.trim()).filter((actor) => actor !== "")),
  approver: particular,
  condition: particular,
  deadline: particular,
  start: z.coerce.number().int().nonnegative(),
  end: z.coerce.number().int().nonnegative(),
  dropped: z.string().optional().transform((value) => value !== undefined),
});

/** One correction per `m:` field; null when a row is not as our form sends it. */
function readCorrections(fields: Readonly<Record<string, string>>): ReadCorrection[] | null {
  const corrections: ReadCorrection[] = [];
  for (const name of Object.keys(fields)) {
    if (!name.startsWith("m:")) continue;
    const id = name.slice(2);
    const { success, data } = row.safeParse({
      modality: fields[name], actors: fields[`a:${id}`], approver: fields[`p:${id}`], condition: fields[`c:${id}`], deadline: fields[`d:${id}`], start: fields[`s:${id}`], end: fields[`e:${id}`], dropped: fields[`x:${id}`],
    });
    if (!success) return null;
    corrections.push({ id, ...data });
  }
  return corrections;
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
