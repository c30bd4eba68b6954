import type { Gazetteer } from "#engines/places";
import { inTransaction } from "#platform/db/server";
import { everybody, httpProblem } from "#platform/http";
import { sendOnce, type HttpServer, type Route } from "#platform/http/server";
import { dayInChina, type Language } from "#platform/i18n";
import type { City, Sourced } from "#platform/pack";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Pool } from "pg";
import { stricterRules, type AskedTrip, type QuestionFault } from "../decision/index.ts";
import { momentOf, NO_MOMENT, TO_COME } from "./api-routes.ts";
import { askedTrip, askedTripSchema, firstOfEach } from "./asked-trip.ts";
import type { TravelPortal } from "./portal.ts";
import { riskFeed } from "./risk-feed.ts";
import type { RiskSnapshot } from "../risk-map/index.ts";
import type { LevelKeeper } from "./keep-levels.ts";
import type { KnownArea } from "../risk-list/index.ts";
import { findStatements } from "./store.ts";
import type { TravelAnswers } from "../decision/index.ts";

type PageParts = {
  readonly http: Pick<HttpServer, "sendProblem">;
  readonly portal: TravelPortal;
  readonly pool: Pool;
  readonly city: City;
  readonly places: Gazetteer;
  readonly answers: TravelAnswers;
  readonly levels: LevelKeeper;
  readonly policyNow: () => Date;
  readonly listsBefore: Sourced<string>;
  readonly publicUrl: string;
};

const HTML = { "content-type": "text/html; charset=utf-8" };

/** The pages of "may I travel?", in Chinese and under `/en`. Nothing that is asked is stored or logged. */
export function travelPageRoutes({ http, portal, pool, city, places, answers, levels, policyNow, listsBefore, publicUrl }: PageParts): readonly Route[] {
  const statements = () => inTransaction(pool, { districts: [city.code], actor: "server" }, (tx) => findStatements(tx, city.code, STATEMENTS_SHOWN));
  /** Asked with the moment now, a past one, or told what is wrong with it. */
  async function past(request: FastifyRequest): Promise<{ readonly at: string | null; readonly snapshot: RiskSnapshot | undefined } | typeof NO_MOMENT> {
    const given = (request.query as { at?: unknown }).at;
    if (given === undefined || given === "") return { at: null, snapshot: undefined };
    const moment = typeof given === "string" ? momentOf(given) : null;
    if (moment === null) return NO_MOMENT;
    return moment > policyNow() ? TO_COME : { at: moment.toISOString(), snapshot: await levels.at(moment) };
  }
  const page = (request: FastifyRequest, reply: FastifyReply, html: string, status = 200): Promise<FastifyReply> => sendOnce(request, reply.code(status), html, { ...HTML, "content-language": languageOf(request) });

  async function form(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = questionIn(request) ?? EMPTY;
    const text = answers.text();
    return page(request, reply, portal.travelForm(addressOf(request), { asked: formFields({ ...asked, on: asked.on === "" ? dayInChina(policyNow()) : asked.on }), faults: [], facts: text?.facts ?? {}, title: text?.title ?? null }));
  }
  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const when = await past(request);
    if ("problem" in when) return http.sendProblem(request, reply, httpProblem(422, { field: "at", ...when }));
    const text = answers.text();
    const facts = text?.facts ?? {};
    const asked = questionIn(request);
    // Nothing was asked: here is the form.
    if (Object.keys(request.query as object).every((name) => name === "size")) return form(request, reply);
    const refused = (faults: readonly QuestionFault[]) => page(request, reply, portal.travelForm(addressOf(request), { asked: formFields(asked ?? EMPTY), faults, facts, title: text?.title ?? null }), 422);
    if (asked === null) return refused([{ field: "from", code: "too-long", candidates: [] }]);
    const found = answers.answer(asked, when.snapshot);
    return found.kind === "faults" ? refused(found.faults) : page(request, reply, portal.travelAnswer(addressOf(request), { answer: found, asked: formFields(asked), at: when.at, facts }));
  }
  /** The district of a question as the form's list has it, the rest below it: however it came in, it can be changed. */
  function formFields(asked: AskedTrip): AskedTrip {
    const found = places.find(`${asked.from} ${asked.fromPart}`.trim(), { within: city.code });
    if (found.kind !== "one") return asked;
    const path = places.pathOf(found.division.code);
    const district = path.find(({ code }) => [...city.districts, ...(city.invented === null ? [] : [city.invented])].some((each) => each.code === code));
    if (district === undefined) return asked;
    return { ...asked, from: district.name, fromPart: `${path.slice(path.indexOf(district) + 1).map(({ name }) => name).join("")}${found.rest}`.trim() };
  }

  async function areas(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const when = await past(request);
    if ("problem" in when) return http.sendProblem(request, reply, httpProblem(422, { field: "at", ...when }));
    const { areas: all, list, number, at } = when.snapshot ?? { ...levels.current(), at: policyNow() };
    const groups = new Map<string, KnownArea[]>();
    for (const area of all) {
      const code = area.division === null ? "" : `${area.division.slice(0, 2)}0000`;
      const group = groups.get(code);
      if (group === undefined) groups.set(code, [area]);
      else group.push(area);
    }
    const shown = (request.query as { in?: unknown }).in;
    return page(request, reply, portal.riskAreas(addressOf(request), {
      list, number, at, own: ownAreas(all, city), shown: typeof shown === "string" ? shown : null, restIsLow: list !== null && dayInChina(list.validFrom) < listsBefore.value,
      groups: [...groups].map(([code, each]) => ({ code, name: code === "" ? "？" : places.nameOf(code), areas: each })).toSorted((one, other) => other.areas.length - one.areas.length),
    }));
  }

  const pages: readonly (readonly [string, string, (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>])[] = [
    ["/travel", "the form of a question; nothing is kept", form],
    ["/travel/answer", "the answer to what the caller asks; nothing is kept", answer],
    ["/travel/areas", "places on the lists in force, or at a moment before", areas],
    ["/travel/areas/history", "which lists were recorded when, without who did it", async (request, reply) => page(request, reply, portal.riskHistory(addressOf(request), await statements()))],
    ["/travel/areas/feed.atom", "the same as a feed", async (request, reply) => sendOnce(request, reply, riskFeed({ statements: await statements(), site: publicUrl.replace(/\/+$/u, ""), cityName: city.name, language: languageOf(request) }), { "content-type": "application/atom+xml; charset=utf-8", "content-language": languageOf(request) })],
    ["/travel/stricter", "where released rules are stricter than the level above", async (request, reply) => {
      const on = dayInChina(policyNow());
      const everybodys = [answers.authorities(null), ...[...city.districts, ...(city.invented === null ? [] : [city.invented])].map(({ code }) => answers.authorities(code))];
      const found = new Map(everybodys.flatMap((each) => stricterRules(each, { on, known: policyNow().toISOString() })).map((each) => [each.authority.key, each]));
      return page(request, reply, portal.stricterRules(addressOf(request), { found: [...found.values()], on }));
    }],
  ];
  return pages.flatMap(([pattern, why, handler]) => [pattern, `/en${pattern}`].map((url): Route => ({ method: "GET", url, access: everybody(why), handler })));
}

/** Chinese paths of the pages that stand by themselves, without a question. */
export const TRAVEL_PAGES: readonly string[] = ["/travel", "/travel/areas", "/travel/areas/history", "/travel/stricter"];

/** Areas of the city itself. */
export const ownAreas = (areas: readonly KnownArea[], city: Pick<City, "code">): readonly KnownArea[] => areas.filter(({ division }) => division?.startsWith(city.code.slice(0, 4)) === true);

/** The question in an address; null when it is of no shape a form can send. */
function questionIn({ query }: FastifyRequest): AskedTrip | null {
  const { at: _at, size: _size, ...given } = query as Record<string, unknown>;
  const parsed = askedTripSchema.safeParse(firstOfEach(given));
  return parsed.success ? askedTrip(parsed.data) : null;
}
const EMPTY: AskedTrip = askedTrip(askedTripSchema.parse({}));
const addressOf = ({ raw }: FastifyRequest): string => raw.url ?? "/travel";
const languageOf = (request: FastifyRequest): Language => (/^\/en(?:[/?]|$)/u.test(addressOf(request)) ? "en" : "zh-CN");
/** A season's worth; older ones are found by the interface. */
const STATEMENTS_SHOWN = 200;
