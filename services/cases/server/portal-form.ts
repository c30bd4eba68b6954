import type { UploadOutcome } from "#platform/http/server";
import type { FastifyRequest } from "fastify";

/** A form as a page sent it, with or without files. */
export type SentForm = { readonly texts: Readonly<Record<string, readonly string[]>>; readonly files: readonly { readonly field: string; readonly name: string; readonly bytes: Uint8Array }[]; readonly fileTooLarge: boolean };

/** What one form of a resident may hold: as many pictures or documents as questions usually take, and words. */
export const CASE_FORM_LIMITS = { fileBytesMax: 12 * 1024 * 1024, fieldBytesMax: 64 * 1024, fieldsMax: 200, filesMax: 6, bytesAtOnceMax: 256 * 1024 * 1024 };

/** Reads what a page sent, multipart or as browsers send forms without files; a number is the status it is refused with. */
export async function sentForm(request: FastifyRequest, readUpload: (request: FastifyRequest) => Promise<UploadOutcome>): Promise<SentForm | 400 | 413 | 415 | 503> {
  if (request.body instanceof Buffer) {
    // Counted before anything is read: a body of nothing but names costs nothing.
    if (fieldsIn(request.body) > CASE_FORM_LIMITS.fieldsMax) return 413;
    const texts = new Map<string, string[]>();
    for (const [name, value] of new URLSearchParams(request.body.toString("utf8"))) {
      const all = texts.get(name);
      if (all === undefined) texts.set(name, [keepable(value)]);
      else all.push(keepable(value));
    }
    return { texts: Object.fromEntries(texts), files: [], fileTooLarge: false };
  }
  const upload = await readUpload(request);
  if (upload.kind === "refused") return upload.status;
  return {
    texts: Object.fromEntries(Object.entries(upload.texts).map(([name, all]) => [name, all.map(keepable)])),
    files: upload.files.map(({ field, fileName: name, bytes }) => ({ field, name, bytes })), fileTooLarge: upload.fileTooLarge,
  };
}

/** How many fields a body as browsers send it holds. */
function fieldsIn(body: Buffer): number {
  let fields = 1;
  for (let at = body.indexOf("&"); at !== -1 && fields <= CASE_FORM_LIMITS.fieldsMax; at = body.indexOf("&", at + 1)) fields += 1;
  return fields;
}

/** The last text of a field; empty when it was not sent. */
export function textIn({ texts }: Pick<SentForm, "texts">, field: string): string {
  return Object.hasOwn(texts, field) ? texts[field]?.at(-1) ?? "" : "";
}

/** What was typed, as a form is drawn with it again: one text a field, several where several were sent. Secrets are not given back. */
export function writtenTexts({ texts }: Pick<SentForm, "texts">): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => name !== "secret" && name !== "commandKey").map(([name, all]) => [name, all.length === 1 ? all[0] ?? "" : all]));
}

/** Nulls are in no text that a database keeps, and halves of a pair no letter. */
const keepable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
