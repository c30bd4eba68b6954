import { type FieldFault, readAnswers } from "#engines/forms";
import { everybody } from "#platform/http";
import { sendOnce, type HttpServer, type Route, type UploadOutcome } from "#platform/http/server";
import type { Language, LocalText } from "#platform/i18n";
import { newId } from "#platform/db/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { clauseOf, type NoticeInForce } from "../clause-of.ts";
import type { OfferedType, StatusTold, WrittenForm } from "../portal-views.ts";
import { allDistricts } from "./case-record.ts";
import type { CaseService } from "./case-service.ts";
import { knownCase } from "./find-receipt.ts";
import { tellContact } from "./open-case.ts";
import { openingTries } from "./opening-tries.ts";
import { actOn, type ActName } from "./portal-acts.ts";
import { type SentForm, sentForm, textIn, writtenTexts } from "./portal-form.ts";
import type { CasesPortal } from "./portal.ts";
import { publicCaseRoutes } from "./public-routes.ts";
import { type FoundCase, statusOf } from "./status-of.ts";

/** What the pages' routes are given. `telephone`: of the body in charge in a district, where it is known. */
export type CasePortalOptions = {
  readonly http: Pick<HttpServer, "sendProblem">;
  readonly portal: CasesPortal;
  readonly service: CaseService;
  readonly notices: () => readonly NoticeInForce[];
  readonly readUpload: (request: FastifyRequest) => Promise<UploadOutcome>;
  readonly telephone?: (district: string) => string | null;
  /** Something changed: what is held in memory of cases is to be taken anew. */
  readonly changed?: () => void;
};

const HTML = { "content-type": "text/html; charset=utf-8" };
const NOTHING_TOLD: StatusTold = { done: null, faults: [], texts: {} };

/** The pages of requests, in Chinese and under `/en`, and the same for programs: what can be asked, its form, the receipt, how it stands. Nobody signs in, nothing of a case stands in an address, and no page is kept. */
export function casePortalRoutes({ http, portal, service, notices, readUpload, telephone = () => null, changed = () => undefined }: CasePortalOptions): readonly Route[] {
  const { parts } = service;
  const offered = (): readonly OfferedType[] => parts.types.current.map(({ type }) => type).filter(({ group }) => group !== "inner").map((type) => ({ type, clause: clauseOf(notices(), type) }));
  const newKey = (): string => newId(parts.clock.machineNow());
  const page = (request: FastifyRequest, reply: FastifyReply, html: string, status = 200): Promise<FastifyReply> => sendOnce(request, reply.code(status), html, { ...HTML, "content-language": languageOf(request) });
  const ground = { notices, telephone };
  const openings = openingTries();

  function typeOf(request: FastifyRequest): OfferedType | null {
    const { type: key } = request.params as { readonly type: string };
    return offered().find(({ type }) => type.key === key) ?? null;
  }
  const emptyForm = (): WrittenForm => ({ texts: {}, faults: [], commandKey: newKey() });

  async function send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const found = typeOf(request);
    if (found === null) return http.sendProblem(request, reply, 404);
    const { type, clause } = found;
    const sent = await sentForm(request, readUpload);
    if (typeof sent === "number") return http.sendProblem(request, reply, sent);
    const again = (faults: readonly FieldFault[], commandKey: string, status = 422) => page(request, reply, portal.requestForm(addressOf(request), { offered: found, written: { texts: writtenTexts(sent), faults, commandKey } }), status);
    const key = keyIn(sent) ?? newKey();
    // The notice in force has no such clause any more: the page says so.
    if (clause === null) return again([], key, 409);
    const { answers, faults } = readAnswers(type.form.filter(({ kind }) => kind !== "files"), sent.texts, parts.form);
    const [question] = type.form.filter(({ kind }) => kind === "files");
    if (sent.fileTooLarge && question !== undefined) return again([...faults, { field: question.key, ...TOO_LARGE }], key);
    const order = orderOf(type.key, key, sent, answers);
    if (faults.length > 0) return again([...faults, ...tellContact(type, order.contact, parts).faults], key);
    const wait = openings.take(request.ip, parts.clock.machineNow());
    if (wait !== null) {
      reply.header("retry-after", String(wait));
      return again([{ field: "request.limit", ...tooManyOpened(wait) }], key, 429);
    }
    const outcome = await service.open(order);
    // Files may have been taken in for it all the same.
    if (outcome.kind !== "opened" && sent.files.length === 0) openings.giveBack(request.ip);
    if (outcome.kind === "key-used") return again([{ field: "commandKey", ...SENT_BEFORE }], key, 409);
    if (outcome.kind === "wrong") return again(outcome.faults, key);
    if (outcome.kind !== "opened") return http.sendProblem(request, reply, 404);
    changed();
    const opened = await knownCase(parts, outcome.address);
    return opened === null ? http.sendProblem(request, reply, 404) : page(request, reply, portal.receipt(addressOf(request), { type, status: statusOf(parts, opened, ground), secret: outcome.secret }), 201);
  }
  const orderOf = (type: string, commandKey: string, sent: SentForm, answers: Readonly<Record<string, unknown>>) => ({
    type, commandKey, answers, files: sent.files, via: "portal" as const, by: { kind: "applicant" as const }, districts: allDistricts(parts.city),
    contact: { name: textIn(sent, "contact.name"), telephone: textIn(sent, "contact.telephone"), forWhom: textIn(sent, "contact.forWhom") },
  });

  /** Finds the case of the receipt that was sent, or asks for it again in words. */
  async function withReceipt(request: FastifyRequest, reply: FastifyReply, then: (sent: SentForm, found: FoundCase) => Promise<StatusTold>): Promise<FastifyReply> {
    const sent = await sentForm(request, readUpload);
    if (typeof sent === "number") return http.sendProblem(request, reply, sent);
    const [number, secret] = [textIn(sent, "number"), textIn(sent, "secret")];
    const found = await service.findReceipt({ number, secret, from: request.ip });
    if (found.kind !== "found") {
      const faults = found.kind === "too-many" ? [{ field: "number", ...tooMany(found.seconds) }] : number.trim() === "" ? [{ field: "number", ...NO_NUMBER }] : [{ field: "secret", ...NOT_FOUND }];
      if (found.kind === "too-many") reply.header("retry-after", String(found.seconds));
      return page(request, reply, portal.track(addressOf(request), { number: number.slice(0, 20), faults }), found.kind === "too-many" ? 429 : 422);
    }
    const told = await then(sent, found);
    // As it stands now: what was just done is in it. The receipt was seen.
    const { district, number: lies } = found.loaded.kept;
    const now: FoundCase = { ...found, ...await knownCase(parts, { district, number: lies }), number: found.number };
    return page(request, reply, portal.status(addressOf(request), { status: statusOf(parts, now, ground), secret, commandKey: newKey(), told }), told.faults.length > 0 ? 422 : 200);
  }
  const act = (name: ActName) => (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => withReceipt(request, reply, async (sent, { loaded, goesOnIn }) => {
    const told = await actOn(service, { name, sent, loaded, goesOnIn, commandKey: keyIn(sent) ?? newKey() });
    if (told.faults.length === 0) changed();
    return told;
  });

  const routes: readonly (readonly [Route["method"], string, string, Route["handler"]])[] = [
    ["GET", "/requests", "what can be reported or applied for", (request, reply) => page(request, reply, portal.requests(addressOf(request), { offered: offered() }))],
    ["GET", "/requests/:type", "the empty form of a request", (request, reply) => {
      const found = typeOf(request);
      return found === null ? http.sendProblem(request, reply, 404) : page(request, reply, portal.requestForm(addressOf(request), { offered: found, written: emptyForm() }));
    }],
    ["POST", "/requests/:type", "takes a request in; its sender alone is told the receipt", send],
    ["GET", "/track", "asks for number and secret", (request, reply) => page(request, reply, portal.track(addressOf(request), { number: "", faults: [] }))],
    ["POST", "/track", "how a case stands, for whoever has its receipt; wrong tries are counted", (request, reply) => withReceipt(request, reply, async () => NOTHING_TOLD)],
    ...(["supplement", "nudge", "rate", "move"] as const).map((name) => ["POST", `/track/${name}`, "what the applicant does, by the receipt", act(name)] as const),
  ];
  const pages = routes.flatMap(([method, pattern, why, handler]) => [pattern, `/en${pattern}`].map((url): Route => ({ method, url, access: everybody(why), handler, ...(method === "POST" ? { takesForm: true as const } : {}) })));
  return [...pages, ...publicCaseRoutes({ http, offered })];
}

/** The key a page put into its form; null where somebody left it out or made it too short to be one. */
function keyIn(sent: SentForm): string | null {
  const key = textIn(sent, "commandKey");
  return /^[\w-]{8,100}$/u.test(key) ? key : null;
}

const addressOf = ({ raw }: FastifyRequest): string => raw.url ?? "/requests";
const languageOf = (request: FastifyRequest): Language => (/^\/en(?:[/?]|$)/u.test(addressOf(request)) ? "en" : "zh-CN");

type Said = { readonly problem: LocalText; readonly remedy: LocalText };
const TOO_LARGE: Said = { problem: { zh: "文件超过 12 MB", en: "A file is over 12 MB" }, remedy: { zh: "缩小以后再传，其他内容都还在。", en: "Make it smaller and choose it again; everything else is still here." } };
const SENT_BEFORE: Said = { problem: { zh: "这张表已经交过一次，内容不一样", en: "This form was sent before, with other answers" }, remedy: { zh: "要改已经交的，用受理号和查询码补充；是另一件事，另填一张空表。", en: "To change what you sent, add to that request with its number and code; for another matter, begin an empty form." } };
const NO_NUMBER: Said = { problem: { zh: "没有填受理号", en: "The number is missing" }, remedy: { zh: "填收到时给您的号码。", en: "Give the number you were given." } };
const NOT_FOUND: Said = { problem: { zh: "受理号和查询码对不上", en: "Number and code do not belong together" }, remedy: { zh: "两个都核对一遍再填；找不到了请打热线。", en: "Check both and try again; call the helpline if they are lost." } };
const tooManyOpened = (seconds: number): Said => ({ problem: { zh: "从您这里提交的太多了，这一件还没有收", en: "Too many requests came from where you are; this one has not been taken in" }, remedy: { zh: `${inTime(seconds).zh}以后再交，填好的都还在；急事请打热线。`, en: `Send it again in ${inTime(seconds).en}; what you wrote is still here. Call the helpline if it is urgent.` } });
const inTime = (seconds: number): LocalText => (seconds > 5_400 ? { zh: `${Math.ceil(seconds / 3_600)} 小时`, en: `${Math.ceil(seconds / 3_600)} hours` } : { zh: `${Math.ceil(seconds / 60)} 分钟`, en: `${Math.ceil(seconds / 60)} minutes` });
const tooMany = (seconds: number): Said => ({ problem: { zh: "试错的次数太多了", en: "Too many wrong tries" }, remedy: { zh: `过 ${Math.ceil(seconds / 60)} 分钟再试；急事请打热线。`, en: `Try again in ${Math.ceil(seconds / 60)} minutes; call the helpline if it is urgent.` } });
