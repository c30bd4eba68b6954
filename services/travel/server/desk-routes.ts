import type { Gazetteer } from "#engines/places";
import { inTransaction } from "#platform/db/server";
import { faultPoint } from "#platform/fault-points/server";
import { districtsWith, httpProblem, permitted, type Problem, type SignedIn } from "#platform/http";
import { jsonRoute, refuse, type Refused, type Route, type SendProblem, type UploadOutcome } from "#platform/http/server";
import { dayInChina, minuteInWords, type LocalText } from "#platform/i18n";
import type { City } from "#platform/pack";
import { KEY_USED } from "#platform/release";
import type { FastifyReply, FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { z } from "zod";
import { changeEffect, type TravelAnswers } from "../decision/index.ts";
import type { TravelPack } from "../pack/load-travel.ts";
import { areaKey, readRiskList, type KnownArea, type ListedArea, type RiskList, type RiskStatement } from "../risk-list/index.ts";
import { riskMap } from "../risk-map/index.ts";
import { areaName } from "./answer-view.ts";
import { changeBody, changePreview, confirmBody, levelsView, listPreview, recordedView, type ListPreviewView, type RecordedView } from "../desk-views.ts";
import type { LevelKeeper } from "./keep-levels.ts";
import { ownAreas } from "./page-routes.ts";
import type { ChangeOrder, LevelRecorder, ListOrder, RecordOutcome } from "./record-levels.ts";
import { findStatements } from "./store.ts";

export type LevelDeskOptions = {
  readonly http: { readonly sendProblem: SendProblem };
  readonly pool: Pool;
  readonly city: City;
  readonly places: Gazetteer;
  readonly travel: Pick<TravelPack, "origin" | "destination" | "listsBefore">;
  readonly recorder: LevelRecorder;
  readonly levels: LevelKeeper;
  readonly answers: TravelAnswers;
  readonly policyNow: () => Date;
  readonly readUpload: (request: FastifyRequest) => Promise<UploadOutcome>;
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
};

const RECORD = "levels.record";
const ACCESS = permitted(RECORD, "records lists of risk areas and levels the city states");

/** The desk's way to levels: a list is read and looked at before it is recorded, a change shows whom it concerns. Levels are the city's: its officers record them. */
export function levelDeskRoutes(options: LevelDeskOptions): readonly Route[] {
  const { http, pool, city, recorder, levels, answers, policyNow, namesOf } = options;
  const officer = (signedIn: SignedIn | null): string | null => (signedIn !== null && districtsWith(signedIn, RECORD).includes(city.code) ? signedIn.personId : null);
  const listForm = (url: string, summary: { readonly zh: string; readonly en: string }, reply: z.ZodType, handler: (person: string, form: ListForm, reply: FastifyReply) => Promise<unknown>): Route => ({
    method: "POST", url, access: ACCESS, contract: { summary, form: listFields, reply, problems: [400, 403, 409, 413, 415, 422] },
    handler: async (request, answer) => {
      const person = officer(request.signedIn);
      if (person === null) return http.sendProblem(request, answer, 403);
      const form = await readForm(options, request);
      if (typeof form === "number" || "status" in form) return http.sendProblem(request, answer, form);
      const done = await handler(person, form, answer);
      return isProblem(done) ? http.sendProblem(request, answer, done) : answer.header("cache-control", "no-store").type("application/json; charset=utf-8").send(JSON.stringify(reply.parse(done)));
    },
  });
  return [
    jsonRoute(http, {
      method: "GET", url: "/api/travel/levels", access: ACCESS, summary: { zh: "现在的风险等级和最近录入的名单", en: "Levels now, and what was recorded lately" }, reply: levelsView, problems: [403],
      handler: async ({ signedIn }) => {
        const person = officer(signedIn);
        if (person === null) return refuse(403);
        const statements = await inTransaction(pool, { districts: [city.code], actor: person }, (tx) => findStatements(tx, city.code, 50));
        const { number, list, areas } = levels.current();
        return {
          number, list: list === null ? null : viewOf(list), own: ownAreas(areas, city).map(areaView), statements: statements.map(viewOf), now: policyNow().toISOString(),
          names: { ...await namesOf([...new Set(statements.map(({ recordedBy }) => recordedBy).filter((id) => id !== "pack"))]) }, districts: city.districts.map(({ code, name }) => ({ code, name: { ...name } })),
        };
      },
    }),
    listForm("/api/travel/lists/preview", { zh: "先看一份名单会改什么", en: "See what a list would change" }, listPreview, async (person, { list, order }) => {
      if (order === null) return previewWithout(list);
      const { base, difference, until, sameFile } = await recorder.previewList(person, order);
      return { ...previewOf(list, { base, until, sameFile, asOf: order.asOf }, difference, city), warnings: warningsOf(order.asOf, difference, { now: policyNow(), listsBefore: options.travel.listsBefore.value }).map(({ zh, en }) => ({ zh, en })) };
    }),
    listForm("/api/travel/lists", { zh: "录入一份名单", en: "Record a list" }, recordedView, async (person, { order, commandKey, base }, reply) => {
      if (order === null) return httpProblem(422, { field: "asOf", ...NO_TIME });
      if (commandKey === null || base === null) return httpProblem(422, { field: "commandKey", ...NOT_LOOKED_AT });
      if (order.source === "") return httpProblem(422, { field: "source", ...NO_SOURCE });
      const outcome = refusalOf(await recorder.recordList({ person, commandKey, base }, order));
      if (!isProblem(outcome)) await levels.refresh();
      if (!isProblem(outcome)) reply.code(201).raw.once("finish", () => { faultPoint("levels.after-answer"); });
      return outcome;
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/travel/changes/preview", access: ACCESS, summary: { zh: "先看调整一个地方的等级会影响谁", en: "See whom another level of a place concerns" }, body: changeBody, reply: changePreview, problems: [403, 422],
      handler: ({ body, signedIn }) => (officer(signedIn) === null ? refuse(403) : previewChange(body)),
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/travel/changes", access: ACCESS, summary: { zh: "调整一个地方的等级", en: "State the level of a place" }, body: confirmBody, reply: recordedView, problems: [403, 409, 422],
      handler: async ({ body, signedIn, reply }) => {
        const person = officer(signedIn);
        if (person === null) return refuse(403);
        const order = orderOf(options, body);
        if ("problem" in order) return order;
        if (body.source === "") return refuse(422, { field: "source", ...NO_SOURCE });
        const outcome = refusalOf(await recorder.recordChange({ person, commandKey: body.commandKey, base: body.base }, order));
        if (isProblem(outcome)) return refuse(outcome.status, outcome);
        await levels.refresh();
        reply.code(201);
        return outcome;
      },
    }),
  ];

  async function previewChange(body: z.output<typeof changeBody>): Promise<z.output<typeof changePreview> | Refused> {
    const order = orderOf(options, body);
    if ("problem" in order) return order;
    // What is to come is looked at as it will be.
    const { map, number, areas } = order.from > policyNow() ? await levels.at(order.from) : levels.current();
    if (order.level === null && !areas.some((area) => area.layer === "city" && areaKey(area) === areaKey(order.place))) return refuse(409, { field: "place", ...NOTHING_TO_LIFT });
    const asked = { division: order.place.division ?? "", below: order.place.below.join("") };
    const before = map.levelOf(asked);
    const others = areas.filter((area) => area.layer !== "city" || areaKey(area) !== areaKey(order.place));
    // What is lifted leaves what the list says; the higher of both holds.
    const after = riskMap(options.places, order.level === null ? others : [...others, { ...order.place, level: order.level, layer: "city" as const }]).levelOf(asked);
    const [was, is] = [before.kind === "level" ? before.level : null, after.kind === "level" ? after.level : order.level ?? "low"];
    const text = answers.text();
    const effect = was === null || text === null ? { leaving: [], going: [] } : changeEffect(was, is, {
      authorities: answers.authorities(asked.division.slice(0, 6)), text, originFact: options.travel.origin, destinationFact: options.travel.destination, on: dayInChina(order.from > policyNow() ? order.from : policyNow()), known: policyNow().toISOString(),
    });
    const whole = city.districts.find(({ code }) => code === asked.division && asked.below === "");
    const plain = (each: (typeof effect.leaving)[number]) => ({ facts: each.facts.map(({ zh, en }) => ({ zh, en })), before: { ...each.before, name: { ...each.before.name } }, after: { ...each.after, name: { ...each.after.name } } });
    return {
      base: number, place: answers.nameOf(asked), before: was, after: is, parts: (before.kind === "which" ? before.candidates : before.higherInside).slice(0, NAMED_MAX).map(areaView), people: whole?.population ?? null, source: whole === undefined ? null : { ...city.populationSource.source },
      leaving: effect.leaving.map(plain), going: effect.going.map(plain),
    };
  }
}

const listFields = z.object({ text: z.string().default(""), source: z.string().trim().max(400).default(""), asOf: z.string().trim().max(40).default(""), commandKey: z.string().min(8).max(100).optional(), base: z.string().regex(/^\d{1,9}$/u).optional() });
/** A list as it was handed in and read; `order` null where nobody says of which minute it is. */
type ListForm = { readonly list: RiskList; readonly order: ListOrder | null; readonly commandKey: string | null; readonly base: number | null };

async function readForm({ places, readUpload }: LevelDeskOptions, request: FastifyRequest): Promise<ListForm | Problem | number> {
  const upload = await readUpload(request);
  if (upload.kind === "refused") return upload.status;
  if (upload.fileTooLarge) return 413;
  const fields = listFields.safeParse(upload.fields);
  if (!fields.success) return httpProblem(422, { field: String(fields.error.issues[0]?.path[0] ?? "") });
  const { text, source, asOf: given, commandKey, base } = fields.data;
  const bytes = upload.file?.bytes ?? new TextEncoder().encode(text);
  const { list, faults } = readRiskList(places, bytes);
  if (list === undefined) {
    const [first] = faults;
    return httpProblem(422, { field: upload.file === null ? "text" : "file", ...(first === undefined ? {} : { problem: first.problem, remedy: first.remedy }), errors: faults.map((each) => ({ ...each, field: each.field === "file" && upload.file === null ? "text" : each.field })) });
  }
  const asOf = given === "" ? list.asOf : given;
  const moment = asOf === null ? null : new Date(`${asOf}:00+08:00`);
  if (moment !== null && Number.isNaN(moment.getTime())) return httpProblem(422, { field: "asOf", ...NO_TIME });
  const order = moment === null ? null : { asOf: moment, areas: list.areas, remarks: list.remarks, source, sha256: createHash("sha256").update(bytes).digest("hex") };
  return { list, order, commandKey: commandKey ?? null, base: base === undefined ? null : Number(base) };
}

function orderOf({ places, city }: LevelDeskOptions, { place, level, from, to, source }: z.output<typeof changeBody>): ChangeOrder | Refused {
  const found = places.find(place, { within: city.code });
  if (found.kind === "none") return refuse(422, { field: "place", ...NO_PLACE });
  if (found.kind === "several") return refuse(422, { field: "place", ...SEVERAL(found.candidates.map(({ division, rest }) => `${places.nameOf(division.code)}${rest}`)) });
  const [start, end] = [new Date(from), to === null ? null : new Date(to)];
  if (end !== null && end <= start) return refuse(422, { field: "to", ...ENDS_FIRST });
  const { division, rest } = found;
  return { place: { division: division.code, below: rest === "" ? [] : [rest], written: [places.nameOf(division.code), ...(rest === "" ? [] : [rest])] }, level, from: start, to: end, source };
}

/** What came of it, or why it is refused. */
function refusalOf(outcome: RecordOutcome): RecordedView | Problem {
  if (outcome.kind === "recorded") return { number: outcome.number, added: outcome.added, changed: outcome.changed, removed: outcome.removed };
  if (outcome.kind === "key-used") return httpProblem(409, { field: "commandKey", problem: KEY_USED.problem, remedy: KEY_USED.remedy });
  if (outcome.kind === "nothing-to-lift") return httpProblem(409, { field: "place", ...NOTHING_TO_LIFT });
  return httpProblem(409, { field: "base", ...OUTDATED, facts: { number: outcome.number } });
}
const isProblem = (given: unknown): given is Problem => typeof given === "object" && given !== null && "remedy" in given && "status" in given;

const viewOf = ({ number, kind, validFrom, validTo, source, place, level, areaCount, added, changed, removed, drill, recordedBy, recordedAt }: RiskStatement) =>
  ({ number, kind, validFrom: validFrom.toISOString(), validTo: validTo?.toISOString() ?? null, source, place, level, areaCount, added, changed, removed, drill, recordedBy, recordedAt: recordedAt.toISOString() });
const areaView = (area: ListedArea | KnownArea) => ({ level: area.level, name: areaName(area), layer: "layer" in area ? area.layer : null });

function previewOf(list: RiskList, { base, until, sameFile, asOf }: { readonly base: number; readonly until: Date | null; readonly sameFile: number | null; readonly asOf: Date | null }, { added, changed, removed, same }: Awaited<ReturnType<LevelRecorder["previewList"]>>["difference"], city: Pick<City, "code">): ListPreviewView {
  const isOwn = ({ division }: Pick<ListedArea, "division">): boolean => division?.startsWith(city.code.slice(0, 4)) === true;
  const changes = (all: typeof changed) => all.slice(0, NAMED_MAX).map(({ before, after }) => ({ name: areaName(after), before: before.level, after: after.level }));
  const named = (all: readonly ListedArea[]) => all.slice(0, NAMED_MAX).map(areaView);
  return {
    base, asOf: asOf?.toISOString() ?? null, kind: list.kind, areaCount: list.areas.length, sameFile, until: until?.toISOString() ?? null, warnings: [], remarks: list.remarks.slice(0, NAMED_MAX).map(({ words }) => ({ ...words })),
    added: named(added), changed: changes(changed), removed: named(removed), counts: { added: added.length, changed: changed.length, removed: removed.length, same },
    own: { added: named(added.filter(isOwn)), changed: changes(changed.filter(({ after }) => isOwn(after))), removed: named(removed.filter(isOwn)) },
  };
}
const previewWithout = (list: RiskList): ListPreviewView => previewOf(list, { base: 0, until: null, sameFile: null, asOf: null }, { added: [], changed: [], removed: [], same: 0 }, { code: "000000" });

/** What an officer should stop at: a list that lifts most of what there was, that is still to come, or by which nobody could be answered. */
function warningsOf(asOf: Date, { added, changed, removed, same }: Awaited<ReturnType<LevelRecorder["previewList"]>>["difference"], { now, listsBefore }: { readonly now: Date; readonly listsBefore: string }): readonly LocalText[] {
  const before = removed.length + changed.length + same;
  return [
    ...(before > 0 && removed.length > before / 2 && added.length < removed.length / 2 ? [{ zh: `会解除现有 ${before} 个地方中的 ${removed.length} 个，请核对名单是不是完整`, en: `It lifts ${removed.length} of the ${before} places there are: see whether the list is whole` }] : []),
    ...(asOf > now ? [{ zh: `名单的时间还没到，到 ${minuteInWords(asOf, "zh-CN")} 才算数`, en: `Its time is still to come: it counts from ${minuteInWords(asOf, "en")}` }] : []),
    ...(dayInChina(asOf) >= listsBefore ? [{ zh: "这份名单按另一版防控方案划定：从它的时间起，出行都会答“现在说不准”", en: "It follows another edition of the control plan: from its time on nobody can be told whether they may travel" }] : []),
  ];
}

/** Names an officer looks through; the counts tell the rest. */
const NAMED_MAX = 200;
const NO_TIME = { problem: { zh: "不知道这份名单是什么时间的", en: "Nobody says of which time this list is" }, remedy: { zh: "看名单上写的时间，填进“名单的时间”。", en: "Look for the time on the list and fill it in." } };
const NO_SOURCE = { problem: { zh: "没有写来源", en: "No source is named" }, remedy: { zh: "写清楚是谁在什么时候发布的。", en: "Say who published it and when." } };
const NOT_LOOKED_AT = { problem: { zh: "还没有看过会改什么", en: "What it changes was not looked at" }, remedy: { zh: "先预览，再确认。", en: "Look at it first, then confirm." } };
const NO_PLACE = { problem: { zh: "本市没有这个地方", en: "The city has no such place" }, remedy: { zh: "写旗县市区和乡镇、街道、小区的名字。", en: "Write the district, and the township or estate." } };
const SEVERAL = (names: readonly string[]) => ({ problem: { zh: `好几个地方叫这个名字：${names.slice(0, 6).join("、")}`, en: `Several places have this name: ${names.slice(0, 6).join(", ")}` }, remedy: { zh: "把旗县市区写在前面。", en: "Write the district before it." } });
const ENDS_FIRST = { problem: { zh: "结束在开始之前", en: "It would end before it begins" }, remedy: { zh: "改晚一些，或者不写结束时间。", en: "Choose a later end, or leave it open." } };
const OUTDATED = { problem: { zh: "您看的时候，别人又录入了", en: "Somebody recorded something while you looked" }, remedy: { zh: "再看一遍会改什么，然后确认。", en: "Look again at what it changes, then confirm." } };
const NOTHING_TO_LIFT = { problem: { zh: "市里没有给这个地方定过等级", en: "The city states no level of this place" }, remedy: { zh: "全国名单上的等级，要等新名单。", en: "A level on the national list ends with the next list." } };
