import type { Socket } from "node:net";
import type { Log } from "../log.ts";
import { problemWords } from "../problem-words.ts";

/**
 * Answers what never became a request: headers too long, none in time, no HTTP at all. Neither address nor language is known
 * yet, so the answer is one small JSON in both languages, and the connection ends.
 */
export function answerBrokenRequests(log: Log): (error: Error & { code?: string }, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUSES[error.code ?? ""] ?? 400;
    log.info("request-broken", { status, code: error.code ?? null });
    const { problem, remedy } = problemWords(status);
    const body = JSON.stringify({
      type: "about:blank", title: `${problem.zh} / ${problem.en}`, status, detail: `${remedy.zh} / ${remedy.en}`, field: null,
    });
    socket.end([
      `HTTP/1.1 ${status} ${REASONS[status] ?? "Bad Request"}`, "Content-Type: application/problem+json; charset=utf-8",
      `Content-Length: ${Buffer.byteLength(body)}`, "X-Content-Type-Options: nosniff", "Cache-Control: no-store", "Connection: close", "", body,
    ].join("\r\n"));
  };
}

const STATUSES: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
const REASONS: Readonly<Record<number, string>> = { 400: "Bad Request", 408: "Request Timeout", 431: "Request Header Fields Too Large" };
