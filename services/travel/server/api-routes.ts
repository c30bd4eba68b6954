import { callerLanguage, everybody, httpProblem } from "#platform/http";
import { jsonRoute, refuse, WrittenJson, type Route, type SendProblem } from "#platform/http/server";
import type { Notice } from "#services/notices";
// The parser of the server itself: both ways of answering read an address alike.
import { parse } from "fast-querystring";
import { z } from "zod";
import { RISK_LEVELS } from "../risk-list/index.ts";
import { answerView, areaName, viewOfAnswer } from "./answer-view.ts";
import { jsonOfAnswer } from "./answer-json.ts";
import { askedTrip, askedTripSchema, firstOfEach, plainAskedTrip } from "./asked-trip.ts";
import { batchAsCsv, readCsvTrips } from "./csv-batch.ts";
import type { RiskSnapshot } from "../risk-map/index.ts";
import type { LevelKeeper } from "./keep-levels.ts";
import type { TravelAnswers } from "../decision/index.ts";

type ApiParts = { readonly http: { readonly sendProblem: SendProblem }; readonly answers: TravelAnswers; readonly levels: LevelKeeper; readonly policyNow: () => Date; readonly notices: () => readonly Notice[] };

/** Trips in one call. */
export const BATCH_MAX = 10_000;
const BATCH_BYTES_MAX = 3 * 1024 * 1024;
/** Of all answers of a batch together; ten thousand usual ones are a third of it. */
const ANSWER_BYTES_MAX = 64 * 1024 * 1024;

/**
 * The interface for programs: one decision, a batch that nothing is kept of, and the areas of any moment. `at` asks for the answer as it was given then: levels and
 * rules as they were known at that moment.
 */
export function travelApiRoutes({ http, answers, levels, policyNow, notices }: ApiParts): readonly Route[] {
  /** The levels of a past moment, of now, or why not. */
  async function snapshotAt(at: string | undefined): Promise<RiskSnapshot | undefined | "no-moment" | "to-come"> {
    if (at === undefined || at === "") return undefined;
    const moment = momentOf(at);
    if (moment === null) return "no-moment";
    return moment > policyNow() ? "to-come" : levels.at(moment);
  }
  return [
    {
      method: "GET", url: "/api/travel/decision", access: everybody("the answer to one trip by the rules and lists in force; nothing is kept"),
      contract: { summary: { zh: "一次出行的答案", en: "The answer to one trip" }, query: decisionQuery, reply: answerView, problems: [422] },
      direct: (text) => {
        const question = plainAskedTrip(parse(text));
        return question === null ? null : { headers: DECISION_HEADERS, body: jsonOfAnswer(answers.answer(question), answers.nameOf) };
      },
      handler: async (request, reply) => {
        const query = decisionQuery.safeParse(firstOfEach(request.query as Record<string, unknown>));
        if (!query.success) return http.sendProblem(request, reply, httpProblem(422, { field: String(query.error.issues[0]?.path[0] ?? ""), ...NOT_READ }));
        const { at, ...given } = query.data;
        const past = at === undefined ? undefined : await snapshotAt(at);
        if (typeof past === "string") return http.sendProblem(request, reply, httpProblem(422, { field: "at", ...(past === "to-come" ? TO_COME : NO_MOMENT) }));
        return reply.header("cache-control", "no-store").header("access-control-allow-origin", "*").type("application/json; charset=utf-8").send(Buffer.from(jsonOfAnswer(answers.answer(askedTrip(given), past), answers.nameOf), "latin1"));
      },
    },
    jsonRoute(http, {
      method: "POST", url: "/api/travel/decisions", access: everybody("answers to many trips, for employers and schools; nothing is kept"), bodyBytesMax: BATCH_BYTES_MAX,
      summary: { zh: "一次问很多人的出行，什么也不保存", en: "Answers for many trips; nothing is kept" }, body: z.object({ trips: z.array(askedTripSchema).min(1).max(BATCH_MAX), at: z.string().optional() }), reply: z.object({ answers: z.array(answerView) }), problems: [413, 422],
      handler: async ({ body }) => {
        const past = await snapshotAt(body.at);
        if (typeof past === "string") return refuse(422, { field: "at", ...(past === "to-come" ? TO_COME : NO_MOMENT) });
        let bytes = 0;
        const written = await inTurns(body.trips, (trip) => {
          const answer = bytes > ANSWER_BYTES_MAX ? EMPTY_ANSWER : Buffer.from(jsonOfAnswer(answers.answer(askedTrip(trip), past), answers.nameOf), "latin1");
          bytes += answer.length;
          return answer;
        });
        if (bytes > ANSWER_BYTES_MAX) return refuse(413, { field: "trips", ...TOO_MUCH });
        return new WrittenJson(Buffer.concat([Buffer.from('{"answers":['), ...written.flatMap((each, at) => (at === 0 ? [each] : [COMMA, each])), Buffer.from("]}")]));
      },
    }),
    {
      method: "POST", url: "/api/travel/decisions.csv", access: everybody("the same for a table as CSV; nothing is kept"), bodyBytesMax: BATCH_BYTES_MAX,
      contract: { summary: { zh: "用 CSV 表一次问很多人，什么也不保存", en: "The same for a table of CSV; nothing is kept" }, csv: true, reply: null, file: "text/csv", problems: [413, 415, 422] },
      handler: async (request, reply) => {
        const facts = answers.text()?.facts ?? {};
        const read = readCsvTrips(request.body instanceof Buffer ? request.body : Buffer.alloc(0), facts, BATCH_MAX);
        if (read.kind === "refused") return http.sendProblem(request, reply, httpProblem(422, { field: read.field, problem: read.problem, remedy: read.remedy }));
        const given = await inTurns(read.trips, (trip) => viewOfAnswer(answers.answer(askedTrip({ ...EMPTY_TRIP, ...trip })), answers.nameOf));
        return reply.header("cache-control", "no-store").type("text/csv; charset=utf-8").send(batchAsCsv(read, given, { facts, notices: notices(), language: callerLanguage(request.raw.url ?? "", request.headers["accept-language"]) }));
      },
    },
    jsonRoute(http, {
      method: "GET", url: "/api/travel/risk-areas", access: everybody("areas on the lists in force, or at a moment before"), summary: { zh: "某一时刻的风险地区", en: "Risk areas of a moment" }, query: z.object({ at: z.string().max(40).optional(), division: z.string().regex(/^\d{2,9}$/).optional() }), reply: areasView, problems: [422],
      handler: async ({ query }) => {
        const past = await snapshotAt(query.at);
        if (typeof past === "string") return refuse(422, { field: "at", ...(past === "to-come" ? TO_COME : NO_MOMENT) });
        const { number, at, list, areas } = past ?? { ...levels.current(), at: policyNow() };
        return {
          number, at: at.toISOString(), list: list === null ? null : { number: list.number, asOf: list.validFrom.toISOString(), source: list.source, drill: list.drill },
          areas: areas.filter(({ division }) => query.division === undefined || division?.startsWith(query.division.length === 6 ? query.division.replace(/(?:00){1,2}$/u, "") : query.division) === true)
            .map((area) => ({ level: area.level, layer: area.layer, division: area.division, name: areaName(area), written: [...area.written] })),
        };
      },
    }),
  ];
}

const DECISION_HEADERS = ["cache-control", "no-store", "access-control-allow-origin", "*", "content-type", "application/json; charset=utf-8"] as const;
const decisionQuery = askedTripSchema.extend({ at: z.string().max(40).optional().describe("当时的答案：2021-01-26T20:00:00+08:00 · the answer of that moment") });
const areasView = z.object({
  /** Names the state of all levels. */
  number: z.number(), at: z.string(), list: z.object({ number: z.number(), asOf: z.string(), source: z.string(), drill: z.boolean() }).nullable(),
  areas: z.array(z.object({ level: z.enum(RISK_LEVELS), layer: z.enum(["national", "city"]), division: z.string().nullable(), name: z.string(), written: z.array(z.string()) })),
});

/** An instant as ISO 8601; without an offset it is China's time. Null when it is none. */
export function momentOf(text: string): Date | null {
  const [, day = "", time = "00:00", offset = "+08:00"] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?))?(Z|[ +-]\d{2}:\d{2})?$/u.exec(text.trim()) ?? [];
  // A plus sign in an address means a space.
  const moment = new Date(`${day}T${time}${offset.replace(" ", "+")}`);
  return day === "" || Number.isNaN(moment.getTime()) || !z.iso.date().safeParse(day).success ? null : moment;
}

/** A long batch lets other requests in between. */
async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += TURN) {
    for (const item of items.slice(start, start + TURN)) results.push(work(item));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}
const TURN = 200;

const COMMA = Buffer.from(",");
const EMPTY_ANSWER = Buffer.alloc(0);
const TOO_MUCH = { problem: { zh: "这么多答案一次装不下", en: "So many answers do not fit into one reply" }, remedy: { zh: "分成几份来问。", en: "Ask in several parts." } };
const EMPTY_TRIP = askedTripSchema.parse({});
const NOT_READ = { problem: { zh: "这一项不是文字，或者太长", en: "This is no text, or too long" }, remedy: { zh: "按接口说明填。", en: "Fill it in as the description of the interface says." } };
export const NO_MOMENT = { problem: { zh: "看不懂这个时刻", en: "This is no moment" }, remedy: { zh: "写成 2021-01-26T20:00:00+08:00。", en: "Write it as 2021-01-26T20:00:00+08:00." } };
export const TO_COME = { problem: { zh: "这个时刻还没到", en: "This moment is still to come" }, remedy: { zh: "问现在的，就不写 at。", en: "Leave out at to ask about now." } };
