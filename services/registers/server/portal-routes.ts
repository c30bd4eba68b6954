import { everybody, httpProblem } from "#platform/http";
import { sendOnce, type HttpServer, type Route, type UploadOutcome } from "#platform/http/server";
import type { Language } from "#platform/i18n";
import type { Clock } from "#platform/clock";
import { triesByAddress } from "#platform/identity/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ListAsked } from "../portal-views.ts";
import type { ListsKeeper } from "./keep-public-lists.ts";
import type { PublicList } from "./public-list.ts";
import type { OwnEntries } from "./own-entries.ts";
import type { RegistersPortal } from "./portal.ts";
import { publicRegister, registerPage, type PageSetting } from "./public-page.ts";

/** What the pages of registers are served with. */
export type RegisterPortalOptions = {
  readonly http: Pick<HttpServer, "sendProblem">;
  readonly portal: RegistersPortal;
  readonly keeper: Pick<ListsKeeper, "current">;
  readonly own: OwnEntries;
  readonly clock: Clock;
  readonly setting: PageSetting;
  readonly readUpload: (request: FastifyRequest) => Promise<UploadOutcome>;
};

/** Addresses of the pages of registers, for the map of the site and for other languages. */
export const REGISTER_PAGES = ["/lists", "/lists/:register"] as const;

const LOOKS = everybody("registers the pack shows to residents: places, entries and sums without anything personal");
const OWN = everybody("one's own entries, for whoever knows both name and identity number; counted by address");
/** Somebody who mistypes has enough; whoever tries numbers out does not. */
const OWN_TRIES = 10;

/** The pages of registers, in Chinese and under `/en`. Name and number are sent in the body, and nothing of them is logged. */
export function registerPortalRoutes({ http, portal, keeper, own, clock, setting, readUpload }: RegisterPortalOptions): readonly Route[] {
  const tries = triesByAddress(OWN_TRIES);
  const send = (request: FastifyRequest, reply: FastifyReply, html: string, status = 200): Promise<FastifyReply> => sendOnce(request, reply.code(status), html, { "content-type": "text/html; charset=utf-8", "content-language": languageOf(request) });
  const listOf = (request: FastifyRequest): PublicList | undefined => keeper.current().get((request.params as { register: string }).register);

  function lists(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const now = clock.policyNow();
    return send(request, reply, portal.lists(addressOf(request), { registers: [...keeper.current().values()].map((list) => publicRegister(list, now, setting)) }));
  }
  async function register(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const list = listOf(request);
    if (list === undefined) return http.sendProblem(request, reply, 404);
    const view = registerPage(list, listAskedIn(request.query), clock.policyNow(), setting);
    return send(request, reply, portal.register(addressOf(request), view), view.nearFault === null ? 200 : 422);
  }
  async function lookUp(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const list = listOf(request);
    if (list?.type.public?.kind !== "own") return http.sendProblem(request, reply, 404);
    const seconds = tries.take(request.ip, clock.machineNow());
    if (seconds !== null) return http.sendProblem(request, reply.header("retry-after", seconds), httpProblem(429, TOO_MANY));
    const form = await readUpload(request);
    if (form.kind === "refused") return http.sendProblem(request, reply, form.status);
    const asked = { person: (form.fields["person"] ?? "").slice(0, 200), number: (form.fields["identity"] ?? "").slice(0, 100) };
    const found = await own(list.type, asked);
    const view = registerPage(list, { district: "", openNow: false, near: "" }, clock.policyNow(), setting);
    return send(request, reply, portal.register(addressOf(request), { ...view, own: { ...found, person: asked.person } }), found.faults.length > 0 ? 422 : 200);
  }
  return ["", "/en"].flatMap((language): Route[] => [
    { method: "GET", url: `${language}/lists`, access: LOOKS, handler: lists },
    { method: "GET", url: `${language}/lists/:register`, access: LOOKS, handler: register },
    { method: "POST", url: `${language}/lists/:register`, access: OWN, handler: lookUp },
  ]);
}

/** What the address asks; of what it says twice the first counts, and what is too long is not asked. */
export function listAskedIn(query: unknown): ListAsked {
  const given = (name: string): string => {
    const value = (query as Readonly<Record<string, unknown>>)[name];
    const text: unknown = Array.isArray(value) ? value[0] : value;
    return typeof text === "string" && text.length <= 200 ? text : "";
  };
  return { district: /^\d{6}$/u.test(given("district")) ? given("district") : "", openNow: given("open") === "1" || given("openNow") === "1", near: given("near").trim() };
}

const addressOf = (request: FastifyRequest): string => request.raw.url ?? "/lists";
const languageOf = (request: FastifyRequest): Language => (/^\/en(?:[/?]|$)/u.test(addressOf(request)) ? "en" : "zh-CN");
const TOO_MANY = { problem: { zh: "查得太多了", en: "Too many look-ups" }, remedy: { zh: "过一刻钟再查；急的话打服务热线。", en: "Try again in a quarter of an hour, or call the helpline." } };
