import type { Reading } from "#engines/reading";
import { BYTES_MAX, explainRefusal, looksLikeHtml, TEXT_BYTES_MAX, type RefusalReason } from "#platform/documents";
import { readDocument } from "#platform/documents/server";
import { everybody, httpProblem, wantsPage } from "#platform/http";
import { sendOnce, type HttpServer, type Route, type UploadedFile, type UploadOutcome } from "#platform/http/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import { ADDITIONS_MAX } from "../portal/read/read-addition.ts";
import { applyReadCorrections } from "../portal/read/read-correction.ts";
import { parseReadForm, steadyText, type ReadForm } from "../portal/read/read-form.ts";
import type { ReadRefusal } from "../portal/read/stated-facts.ts";
import { taskTable, type TaskTableFormat } from "../task-table/task-table.ts";
import type { NoticeReader } from "./notice-reader.ts";
import { bothLanguages } from "./page-routes.ts";
import type { NoticePortal } from "./portal.ts";
import type { NoticeSnapshot } from "./snapshot.ts";

/** What the reading tool's routes are given. */
export type ReadRoutesOptions = {
  readonly http: Pick<HttpServer, "sendProblem">;
  readonly portal: NoticePortal;
  readonly snapshot: () => NoticeSnapshot;
  readonly reader: NoticeReader;
  readonly readUpload: (request: FastifyRequest) => Promise<UploadOutcome>;
  /** Machine time, printed in the files. */
  readonly now: () => Date;
};

/** Orders that one page of corrections, and one form, can hold. */
const ORDERS_MAX = 2_000;
/** What one form may hold: a file, the text (which travels in the form as it is corrected), and nine small fields an order, read or missed. */
export const READ_UPLOAD_LIMITS = {
  fileBytesMax: BYTES_MAX, fieldBytesMax: TEXT_BYTES_MAX + 1024 * 1024, fieldsMax: 9 * (ORDERS_MAX + ADDITIONS_MAX + 1) + 100, bytesAtOnceMax: 256 * 1024 * 1024,
};

/** The reading tool: a form in, a page or a file out. Nothing of it is stored or logged. */
export function readRoutes(options: ReadRoutesOptions): Route[] {
  return bothLanguages("/read").map((url) => ({
    method: "POST", url, access: everybody("reads the caller's own text back to the caller"),
    handler: (request, reply) => answerForm(options, request, reply),
  }));
}

async function answerForm(options: ReadRoutesOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const upload = await options.readUpload(request);
  if (upload.kind === "refused") return options.http.sendProblem(request, reply, upload.status);
  const pasted = steadyText(upload.fields["text"] ?? "");
  const refuse = (refusal: Refused) => sendForm(options, request, reply, pasted, refusal);
  if (upload.fileTooLarge) return refuse(refusalOf("too-large", "file"));

  const document = await textOf(upload.fields, upload.file);
  if (document.kind === "refused") return refuse(document.refused);
  const parsed = parseReadForm(upload.fields, document.text);
  if (parsed.kind === "refused") return refuse({ status: 422, refusals: parsed.refusals });
  const { form } = parsed;
  if (Buffer.byteLength(form.text) > TEXT_BYTES_MAX) return refuse(refusalOf("too-large", document.field));
  const reading = await options.reader.read(form.text);
  if (reading === null) return refuse(refusalOf("busy", document.field));
  if (reading.obligations.length > ORDERS_MAX) return refuse({ status: 422, refusals: [tooManyOrders(reading, document.field)] });
  return sendReading(options, request, reply, form, document.encodingGuessed ? withGuessedEncoding(reading) : reading);
}

type Refused = { readonly status: number; readonly refusals: readonly ReadRefusal[] };

/** What is to be read: a file's text, a pasted page's, or (null) the pasted words as they are. */
type Document =
  | { readonly kind: "text"; readonly text: string | null; readonly field: string; readonly encodingGuessed: boolean }
  | { readonly kind: "refused"; readonly refused: Refused };

async function textOf(fields: Readonly<Record<string, string>>, file: UploadedFile | null): Promise<Document> {
  if (file !== null) return documentOf(await readDocument(file.bytes, file), "file");
  const pasted = fields["text"] ?? "";
  // Source of a page, pasted: only at first reading. What comes back for correction is text already.
  const isSource = (fields["action"] ?? "read") === "read" && looksLikeHtml(pasted);
  if (!isSource) return { kind: "text", text: null, field: "text", encodingGuessed: false };
  return documentOf(await readDocument(Buffer.from(pasted), { declaredType: "text/html; charset=utf-8" }), "text");
}

function documentOf(outcome: Awaited<ReturnType<typeof readDocument>>, field: string): Document {
  return outcome.kind === "refused"
    ? { kind: "refused", refused: refusalOf(outcome.reason, field) }
    : { kind: "text", text: outcome.text, field, encodingGuessed: outcome.encodingGuessed };
}

function refusalOf(reason: RefusalReason, field: string): Refused {
  const [zh, en] = [explainRefusal(reason, "zh-CN"), explainRefusal(reason, "en")];
  const refusal = { field, problem: { zh: zh.problem, en: en.problem }, remedy: { zh: zh.remedy, en: en.remedy } };
  return { status: STATUSES[reason] ?? 415, refusals: [refusal] };
}

/** Kinds of file that are not taken are 415; the rest says more. */
const STATUSES: Readonly<Partial<Record<RefusalReason, number>>> = {
  "empty": 422, "picture-only": 422, "damaged": 422, "text-garbled": 422, "encoding-unknown": 422, "encrypted": 422,
  "unsafe": 422, "too-costly": 422, "too-large": 413, "busy": 503,
};

function tooManyOrders({ obligations: { length } }: Reading, field: string): ReadRefusal {
  return {
    field,
    problem: { zh: `读出 ${length} 件任务，一页放不下（最多 ${ORDERS_MAX} 件）`, en: `${length} duties were found, more than one page holds (${ORDERS_MAX})` },
    remedy: { zh: "分成几份分别读", en: "Split the text and read the parts one by one" },
  };
}

/** The form as it was left, with what is wrong; a program gets the first refusal as a problem. */
function sendForm(
  { portal, snapshot, http }: ReadRoutesOptions, request: FastifyRequest, reply: FastifyReply, text: string, { status, refusals }: Refused,
): FastifyReply | Promise<FastifyReply> {
  const [first] = refusals;
  if (!wantsPage(request.headers.accept)) return http.sendProblem(request, reply, httpProblem(status, first));
  if (status === 503) reply.header("retry-after", "10");
  // Text beyond the limit would only be refused again.
  const kept = Buffer.byteLength(text) > TEXT_BYTES_MAX ? "" : text;
  const html = portal.readForm(request.raw.url ?? "/read", snapshot().notices, { text: kept, refusals });
  return sendOnce(request, reply.code(status), html, { "content-type": "text/html; charset=utf-8" });
}

async function sendReading(
  { portal, snapshot, now }: ReadRoutesOptions, request: FastifyRequest, reply: FastifyReply, { text, action, corrections, additions }: ReadForm, reading: Reading,
): Promise<FastifyReply> {
  const url = request.raw.url ?? "/read";
  const corrected = applyReadCorrections(reading, text, corrections, additions);
  // A file is only made of corrections that hold; otherwise the page says which do not.
  if (action === "read" || action === "update" || corrected.refusals.length > 0) {
    const html = portal.readResult(url, snapshot().notices, { text, reading, corrections, additions });
    return sendOnce(request, reply, html, { "content-type": "text/html; charset=utf-8" });
  }
  const { bytes, fileName, contentType } = await tableOf(corrected.reading, action, url, text, now());
  return sendOnce(request, reply, bytes, { "content-type": contentType, "content-disposition": attachment(fileName, action) });
}

function tableOf(reading: Reading, format: TaskTableFormat, url: string, text: string, madeAt: Date): ReturnType<typeof taskTable> {
  const language = /^\/en(\/|\?|$)/.test(url) ? "en" : "zh-CN";
  return taskTable(reading, format, { language, textSha256: createHash("sha256").update(text, "utf8").digest("hex"), madeAt });
}

/** A name in plain letters for old browsers, the Chinese one by RFC 5987 for the others. */
function attachment(fileName: string, format: TaskTableFormat): string {
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="task-table.${format}"; filename*=UTF-8''${encoded}`;
}

function withGuessedEncoding(reading: Reading): Reading {
  return { ...reading, remarks: [...reading.remarks, { kind: "encoding-guessed", range: null, detail: "" }] };
}
