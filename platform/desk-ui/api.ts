/** A refusal of the server, in the reader's language (RFC 9457). `status` 0: the server was not reached. */
export class DeskProblem extends Error {
  readonly status: number;
  readonly field: string | null;
  readonly problem: string;
  readonly remedy: string;
  readonly errors: readonly { readonly field: string; readonly problem: string; readonly remedy: string }[];
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, told: { readonly field?: string | null; readonly problem: string; readonly remedy: string; readonly errors?: DeskProblem["errors"]; readonly facts?: DeskProblem["facts"] }) {
    super(told.problem);
    this.status = status;
    this.field = told.field ?? null;
    this.problem = told.problem;
    this.remedy = told.remedy;
    this.errors = told.errors ?? [];
    this.facts = told.facts ?? {};
  }
}

/** What every request carries: the language of answers and the session's token. */
export type Caller = { readonly language: string; readonly csrfToken: string | null };

/** Who is signed in; the one address that is asked without knowing. */
export const SESSION = "/api/session";

let caller: Caller = { language: "zh-CN", csrfToken: null };
/** Called when a request finds that nobody is signed in any more. */
let signedOut: () => void = () => undefined;

/** The desk tells who is calling, whenever that changes. */
export function callAs(next: Partial<Caller>): void {
  caller = { ...caller, ...next };
}

/** The desk's gate waits for this to show the sign-in again. */
export function whenSignedOut(then: () => void): void {
  signedOut = then;
}

/** How a request is sent; GET when nothing is said. `keepalive`: it is to outlive the page, if it is small enough to. */
export type RequestOptions = { readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"; readonly body?: unknown; readonly keepalive?: boolean; readonly signal?: AbortSignal };

/** Sends JSON and gives what came back; throws a DeskProblem in the reader's words. */
export async function requestJson<Reply = undefined>(url: string, { method = "GET", body, keepalive, signal }: RequestOptions = {}): Promise<Reply> {
  const content = body === undefined ? null : JSON.stringify(body);
  return send<Reply>(url, {
    method, keepalive: keepalive === true && new TextEncoder().encode(content ?? "").length <= KEEPALIVE_BYTES_MAX, ...(signal === undefined ? {} : { signal }),
    ...(content === null ? {} : { body: content }), headers: headersFor(body === undefined ? {} : { "content-type": "application/json" }),
  });
}

/** The Fetch standard refuses more than 64 KiB on their way at one time; a little is left for others. */
const KEEPALIVE_BYTES_MAX = 60 * 1024;

/** Sends a form with files; the browser sets the boundary. */
export async function sendForm<Reply>(url: string, form: FormData): Promise<Reply> {
  return send<Reply>(url, { method: "POST", body: form, headers: headersFor({}) });
}

function headersFor(more: Readonly<Record<string, string>>): Record<string, string> {
  return { accept: "application/json", "accept-language": caller.language, ...(caller.csrfToken === null ? {} : { "x-csrf-token": caller.csrfToken }), ...more };
}

async function send<Reply>(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, { credentials: "same-origin", ...init }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new DeskProblem(0, caller.language === "en" ? AWAY.en : AWAY.zh);
  });
  if (response.status === 204) return undefined as Reply;
  const told: unknown = await response.json().catch(() => null);
  if (response.ok) return told as Reply;
  // A wrong password is a 401 as well, but on a page that shows the sign-in already; and who asks whether anybody is there gets told without an alarm.
  if (response.status === 401 && !url.startsWith("/api/sign-in") && url !== SESSION) signedOut();
  throw new DeskProblem(response.status, isTold(told) ? told : caller.language === "en" ? ODD.en : ODD.zh);
}

function isTold(told: unknown): told is ConstructorParameters<typeof DeskProblem>[1] {
  return typeof told === "object" && told !== null && "problem" in told && "remedy" in told;
}

const AWAY = {
  zh: { problem: "连不上服务器", remedy: "检查网络，稍后再试。没有保存的内容还在这个页面上。" },
  en: { problem: "The server cannot be reached", remedy: "Check the network and try again. What is not saved is still on this page." },
};
const ODD = {
  zh: { problem: "服务器的回答看不懂", remedy: "刷新页面再试；还是这样就请系统管理员看一下。" },
  en: { problem: "The server's answer makes no sense", remedy: "Reload the page; if it stays so, ask the system's administrator." },
};
