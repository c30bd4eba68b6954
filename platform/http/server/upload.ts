import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** Bounds of one form. Bytes and counts. */
export type UploadLimits = {
  readonly fileBytesMax: number;
  readonly fieldBytesMax: number;
  readonly fieldsMax: number;
  /** Files of one form; one when left out. `fileBytesMax` is each one's bound. */
  readonly filesMax?: number;
  /** All forms being read at one time together. */
  readonly bytesAtOnceMax: number;
};

/** An uploaded file, with the field it was chosen in; its name and type are what the caller says they are. */
export type UploadedFile = { readonly field: string; readonly bytes: Uint8Array; readonly fileName: string; readonly declaredType: string };

/**
 * A form as it arrived, or why it was not taken. `fields`: the last text of each field; `texts`: all of them, for fields that are sent several times. `file`: the last one, for forms that take
 * one; an empty choice of file is none.
 */
export type UploadOutcome =
  | { readonly kind: "form"; readonly fields: Readonly<Record<string, string>>; readonly texts: Readonly<Record<string, readonly string[]>>; readonly file: UploadedFile | null; readonly files: readonly UploadedFile[]; readonly fileTooLarge: boolean }
  | { readonly kind: "refused"; readonly status: 400 | 413 | 415 | 503 };

/**
 * Reads multipart forms into memory within bounds. A file that is too large is thrown away as it arrives and the rest of the form is
 * kept; a form too large as a whole is refused at once, and what is still on the way is read past, so that a browser gets to see the answer.
 */
export async function multipartReader(app: FastifyInstance, limits: UploadLimits): Promise<(request: FastifyRequest) => Promise<UploadOutcome>> {
  // Once for the whole server; each reader has bounds of its own.
  if (!app.hasRequestDecorator("isMultipart")) await app.register(multipart, { throwFileSizeLimit: false });
  const { filesMax = 1 } = limits;
  const partLimits = { fileSize: limits.fileBytesMax, fieldSize: limits.fieldBytesMax, fields: limits.fieldsMax, files: filesMax, parts: limits.fieldsMax + filesMax, fieldNameSize: 200 };
  const formBytesMax = limits.fileBytesMax * filesMax + limits.fieldBytesMax + PARTS_BYTES;
  let bytesHeld = 0;

  return async (request) => {
    if (!request.isMultipart()) return { kind: "refused", status: 415 };
    if (Number(request.headers["content-length"] ?? 0) > formBytesMax) return { kind: "refused", status: 413 };
    let bytes = 0;
    const tooMuch = new Promise<UploadOutcome>((resolve) => {
      request.raw.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        bytesHeld += chunk.length;
        if (bytes > formBytesMax) resolve({ kind: "refused", status: 413 });
        else if (bytesHeld > limits.bytesAtOnceMax) resolve({ kind: "refused", status: 503 });
      });
    });
    const outcome = await Promise.race([readParts(request, partLimits), tooMuch]);
    if (outcome.kind === "refused") request.raw.unpipe().resume();
    bytesHeld -= bytes;
    // What is read past from here on is not held.
    request.raw.removeAllListeners("data").resume();
    return outcome;
  };
}

/** Names, boundaries and the small fields beside file and text. */
const PARTS_BYTES = 2 * 1024 * 1024;

async function readParts(request: FastifyRequest, limits: Readonly<Record<string, number>>): Promise<UploadOutcome> {
  const texts = new Map<string, string[]>();
  const files: UploadedFile[] = [];
  let fileTooLarge = false;
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === "field") {
        if (part.valueTruncated) return { kind: "refused", status: 413 };
        // More of them than may be are refused as they arrive.
        const all = texts.get(part.fieldname);
        if (all === undefined) texts.set(part.fieldname, [String(part.value)]);
        else all.push(String(part.value));
        continue;
      }
      const bytes = await part.toBuffer();
      fileTooLarge ||= part.file.truncated;
      const given = part.filename !== undefined && part.filename !== "";
      if (given && !part.file.truncated) files.push({ field: part.fieldname, bytes, fileName: part.filename, declaredType: part.mimetype });
    }
    return { kind: "form", fields: Object.fromEntries([...texts].map(([name, all]) => [name, all.at(-1) ?? ""])), texts: Object.fromEntries(texts), file: files.at(-1) ?? null, files, fileTooLarge };
  } catch (error) {
    return { kind: "refused", status: error instanceof Error && "statusCode" in error && error.statusCode === 413 ? 413 : 400 };
  }
}
