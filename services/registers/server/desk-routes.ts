import { holdsPeople, type RecordType } from "#engines/registers";
import type { Clock } from "#platform/clock";
import { districtsWith, httpProblem, permitted, type Problem, type SignedIn } from "#platform/http";
import { jsonRoute, refuse, type HttpServer, type Route, type UploadOutcome } from "#platform/http/server";
import { KEY_USED } from "#platform/release";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { bulkBody, confirmBody, doneView, importedView, keepBody, keptView, previewView, recordsQuery, recordsView, recordView, registersView, registerView, removeBody } from "../desk-views.ts";
import type { ExportRecords } from "./export-records.ts";
import type { RecordImports } from "./import-records.ts";
import type { KeepOutcome, RecordKeeping } from "./keep-records.ts";
import { listAsked } from "./list-asked.ts";
import { previewShown } from "./preview-shown.ts";
import type { RecordLists } from "./record-lists.ts";
import type { RecordCaller, RecordViews } from "./record-views.ts";
import { readTableFile, type TableFile } from "./table-file.ts";

/** What the desk's routes of registers need; `kept` is told after something changed. */
export type RegisterDeskOptions = {
  readonly http: Pick<HttpServer, "sendProblem">;
  readonly types: readonly RecordType[];
  readonly clock: Pick<Clock, "policyNow">;
  readonly keeping: RecordKeeping;
  readonly imports: RecordImports;
  readonly lists: RecordLists;
  readonly views: RecordViews;
  readonly exports: ExportRecords;
  readonly readUpload: (request: FastifyRequest) => Promise<UploadOutcome>;
  readonly kept: () => void | Promise<void>;
};

const [KEEP, READ, PEOPLE] = ["registers.keep", "registers.read", "registers.people"];
const inRegister = z.object({ key: z.string().max(80) });
const ofRecord = z.object({ key: z.string().max(80), district: z.string().regex(/^\d{6}$/u), id: z.uuid() });
const exportQuery = recordsQuery.extend({ personal: z.literal("1").optional(), language: z.enum(["zh", "en"]).default("zh") });
const importForm = z.object({ text: z.string().default(""), commandKey: z.string().min(8).max(100).optional(), sha256: z.string().regex(/^[0-9a-f]{64}$/u).optional(), leaveOutWrong: z.enum(["0", "1"]).default("0") });

/**
 * The desk's way to registers: JSON under /api/registers. Who keeps records changes them in the own districts; who reads sees them and their exports. A register of people is there for
 * whoever holds `registers.people` alone, whatever else they may keep or read.
 */
export function registerDeskRoutes({ http, types, clock, keeping, imports, lists, views, exports, readUpload, kept }: RegisterDeskOptions): readonly Route[] {
  const reads = permitted([KEEP, READ, PEOPLE], "records of the caller's districts; those of people for whoever holds registers.people there");
  const keeps = permitted([KEEP, PEOPLE], "keeps records of the caller's districts; those of people with registers.people there");
  const typeOf = (key: string): RecordType | undefined => types.find((type) => type.key === key);
  function openTo(key: string, signedIn: SignedIn | null): { readonly type: RecordType; readonly caller: RecordCaller } | { readonly refused: 403 | 404 } {
    const type = typeOf(key);
    if (type === undefined) return { refused: 404 };
    const caller = callerOf(signedIn, type);
    return caller.reads.length === 0 ? { refused: 403 } : { type, caller };
  }
  const refusal = (problem: Problem) => refuse(problem.status, problem);
  async function done<Done>(outcome: KeepOutcome<Done>): Promise<Done | ReturnType<typeof refuse>> {
    if (outcome.kind !== "done") return refusal(problemOf(outcome));
    await kept();
    return outcome.done;
  }
  const command = <Body extends { readonly commandKey: string }, Done>(url: string, summary: { readonly zh: string; readonly en: string }, body: z.ZodType<Body>, reply: z.ZodType<Done>, districtsOf: (body: Body, type: RecordType) => readonly string[], work: (by: { readonly person: string; readonly commandKey: string }, type: RecordType, body: Body) => Promise<KeepOutcome<Done>>): Route => jsonRoute(http, {
    method: "POST", url: `/api/registers/:key/${url}`, access: keeps, summary, params: inRegister, body, reply, problems: [403, 404, 409, 422], bodyBytesMax: BODY_BYTES_MAX,
    handler: async ({ params: { key }, body: given, signedIn }) => {
      const type = typeOf(key);
      if (type === undefined) return refuse(404);
      if (!districtsOf(given, type).every((district) => callerOf(signedIn, type).keeps.includes(district))) return refuse(403, { field: type.district, ...NOT_YOURS });
      return done(await work({ person: callerOf(signedIn, type).person, commandKey: given.commandKey }, type, given));
    },
  });
  const districtsSeen = ({ records }: { readonly records: readonly { readonly district: string }[] }): readonly string[] => records.map(({ district }) => district);

  return [
    jsonRoute(http, { method: "GET", url: "/api/registers", access: reads, summary: { zh: "台账，和要各单位填多少", en: "Registers, and how much is asked of whom" }, reply: registersView, handler: ({ signedIn }) => views.registers((type) => callerOf(signedIn, type)) }),
    jsonRoute(http, {
      method: "GET", url: "/api/registers/:key", access: reads, summary: { zh: "一本台账要什么", en: "What a register asks" }, params: inRegister, reply: registerView, problems: [403, 404],
      handler: ({ params: { key }, signedIn }) => { const known = openTo(key, signedIn); return "refused" in known ? refuse(known.refused) : views.register(known.caller, known.type); },
    }),
    jsonRoute(http, {
      method: "GET", url: "/api/registers/:key/records", access: reads, summary: { zh: "一本台账的记录", en: "Records of a register" }, params: inRegister, query: recordsQuery, reply: recordsView, problems: [403, 404, 422],
      handler: ({ params: { key }, query, signedIn }) => {
        const known = openTo(key, signedIn);
        if ("refused" in known) return refuse(known.refused);
        const asked = listAsked(query, known.caller.reads, clock.policyNow());
        return "problem" in asked ? refuse(422, asked) : lists.page(known.caller.person, known.type, asked);
      },
    }),
    jsonRoute(http, {
      method: "GET", url: "/api/registers/:key/records/:district/:id", access: reads, summary: { zh: "一条记录和它的历史", en: "A record and its history" }, params: ofRecord, reply: recordView, problems: [403, 404],
      handler: async ({ params: { key, district, id }, signedIn }) => {
        const known = openTo(key, signedIn);
        if ("refused" in known) return refuse(known.refused);
        return known.caller.reads.includes(district) ? await views.record(known.caller, known.type, district, id) ?? refuse(404) : refuse(404);
      },
    }),
    command("records", { zh: "登记或改一条记录", en: "Keep a record" }, keepBody, keptView, ({ values }, type) => [String(values[type.district] ?? "")], (by, type, { id, base, values }) => keeping.keep(by, type, { district: String(values[type.district] ?? ""), id, base, values })),
    command("confirm", { zh: "确认记录还是这样", en: "Confirm records" }, confirmBody, doneView, districtsSeen, (by, type, { records }) => keeping.confirm(by, type, records)),
    command("remove", { zh: "删除一条记录", en: "Remove a record" }, removeBody, doneView, ({ district }) => [district], (by, type, { district, id, base, reason }) => keeping.remove(by, type, { district, id, base }, reason)),
    command("bulk", { zh: "成批改一项", en: "Change one field of several records" }, bulkBody, doneView, districtsSeen, (by, type, { records, field, value }) => keeping.bulk(by, type, records, field, value)),
    importRoute("imports/preview", { zh: "先看一张表会改什么", en: "See what a table would change" }, previewView, async (caller, type, table) => previewShown(type, table, await imports.preview(caller.person, type, table, caller.keeps))),
    importRoute("imports", { zh: "导入一张表", en: "Import a table" }, importedView, async (caller, type, table, { commandKey, sha256, leaveOutWrong }, reply) => {
      if (commandKey === undefined || sha256 === undefined) return httpProblem(422, { field: "commandKey", ...NOT_LOOKED_AT });
      if (sha256 !== table.sha256) return httpProblem(409, { field: "sha256", ...ANOTHER_TABLE });
      const outcome = await imports.run({ person: caller.person, commandKey }, type, table, caller.keeps, leaveOutWrong === "1");
      if (outcome.kind !== "done") return problemOf(outcome);
      await kept();
      reply.code(201);
      return outcome.done;
    }),
    exportRoute("csv"), exportRoute("xlsx"),
  ];

  function importRoute(url: string, summary: { readonly zh: string; readonly en: string }, schema: z.ZodType, work: (caller: RecordCaller, type: RecordType, table: TableFile, form: z.output<typeof importForm>, reply: FastifyReply) => Promise<unknown>): Route {
    return {
      method: "POST", url: `/api/registers/:key/${url}`, access: keeps, contract: { summary, params: inRegister, form: importForm, reply: schema, problems: [400, 403, 404, 409, 413, 415, 422, 503] },
      handler: async (request, reply) => {
        const known = openTo((request.params as { key: string }).key, request.signedIn);
        if ("refused" in known) return http.sendProblem(request, reply, known.refused);
        const { type, caller } = known;
        if (caller.keeps.length === 0) return http.sendProblem(request, reply, 403);
        const upload = await readUpload(request);
        if (upload.kind === "refused") return http.sendProblem(request, reply, upload.status);
        if (upload.fileTooLarge) return http.sendProblem(request, reply, 413);
        const form = importForm.safeParse(upload.fields);
        if (!form.success) return http.sendProblem(request, reply, httpProblem(422, { field: String(form.error.issues[0]?.path[0] ?? "") }));
        const table = await readTableFile(upload.file?.bytes ?? new TextEncoder().encode(form.data.text));
        if (table.kind === "refused") return http.sendProblem(request, reply, httpProblem(table.status, { field: upload.file === null ? "text" : "file", problem: table.problem, remedy: table.remedy }));
        const answer = await work(caller, type, table, form.data, reply);
        return isProblem(answer) ? http.sendProblem(request, reply, answer) : reply.header("cache-control", "no-store").type("application/json; charset=utf-8").send(JSON.stringify(schema.parse(answer)));
      },
    };
  }

  function exportRoute(format: "csv" | "xlsx"): Route {
    return {
      method: "GET", url: `/api/registers/:key/records.${format}`, access: reads,
      contract: { summary: { zh: `导出记录（${format}）`, en: `Export records (${format})` }, params: inRegister, query: exportQuery, reply: null, file: format === "csv" ? "text/csv" : XLSX, problems: [403, 404, 413, 422, 503] },
      handler: async (request, reply) => {
        const known = openTo((request.params as { key: string }).key, request.signedIn);
        if ("refused" in known) return http.sendProblem(request, reply, known.refused);
        const { type, caller } = known;
        const query = exportQuery.safeParse(request.query);
        if (!query.success) return http.sendProblem(request, reply, httpProblem(422, { field: String(query.error.issues[0]?.path[0] ?? "") }));
        const personal = query.data.personal === "1";
        if (personal && caller.keeps.length === 0) return http.sendProblem(request, reply, 403);
        // What is personal goes out to whoever keeps the records alone, and as it is now: it is not kept of the past.
        const asked = listAsked({ ...query.data, after: undefined, asOf: personal ? undefined : query.data.asOf }, personal ? caller.keeps : caller.reads, clock.policyNow());
        if ("problem" in asked) return http.sendProblem(request, reply, httpProblem(422, asked));
        const file = await exports(caller.person, type, asked, { format, language: query.data.language, personal });
        if (file.kind === "cut") return http.sendProblem(request, reply, httpProblem(422, { field: "text", ...tooManyNames(file.most) }));
        if (file.kind === "not-written") return http.sendProblem(request, reply, httpProblem(file.isBusy ? 503 : 413, NOT_WRITTEN));
        if (file.kind === "too-many") return http.sendProblem(request, reply, httpProblem(413, tooMany(file.most)));
        return reply.header("cache-control", "no-store").header("content-disposition", `attachment; filename="${type.key}.${format}"; filename*=UTF-8''${encodeURIComponent(type.name[query.data.language]).replace(/['()*]/gu, "_")}.${format}`).type(file.mediaType).send(file.content);
      },
    };
  }
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Five hundred records by their addresses. */
const BODY_BYTES_MAX = 256 * 1024;
const isProblem = (given: unknown): given is Problem => typeof given === "object" && given !== null && "remedy" in given && "status" in given;

/** What somebody may do with a register: records of people are kept and read with the same permission, and no other helps. */
function callerOf(signedIn: SignedIn | null, type: Pick<RecordType, "fields">): RecordCaller {
  const [person, held] = [signedIn?.personId ?? "", (permission: string) => (signedIn === null ? [] : districtsWith(signedIn, permission))];
  if (holdsPeople(type)) return { person, keeps: held(PEOPLE), reads: held(PEOPLE) };
  return { person, keeps: held(KEEP), reads: [...new Set([...held(KEEP), ...held(READ)])] };
}

function problemOf(outcome: Exclude<KeepOutcome<unknown>, { kind: "done" }>): Problem {
  if (outcome.kind === "key-used") return httpProblem(409, { field: "commandKey", problem: KEY_USED.problem, remedy: KEY_USED.remedy });
  if (outcome.kind === "changed") return httpProblem(409, { field: "base" });
  if (outcome.kind === "missing") return httpProblem(404, NO_RECORD);
  const [first] = outcome.faults;
  return httpProblem(422, { field: first?.field ?? null, ...(first === undefined ? {} : { problem: first.problem, remedy: first.remedy }), errors: outcome.faults });
}

const NOT_YOURS = { problem: { zh: "您不负责这个地方的记录", en: "You do not keep records of this district" }, remedy: { zh: "选您负责的地方。", en: "Choose a district you keep records of." } };
const NO_RECORD = { problem: { zh: "这个地方没有这条记录", en: "There is no such record in this district" }, remedy: { zh: "记录不能换地方：在新的地方登记一条，再删掉旧的。", en: "A record stays in its district: keep a new one in the other, then remove this one." } };
const NOT_LOOKED_AT = { problem: { zh: "还没有看过会改什么", en: "What it changes was not looked at" }, remedy: { zh: "先预览，再确认。", en: "Look at it first, then confirm." } };
const ANOTHER_TABLE = { problem: { zh: "这不是刚才看过的那张表", en: "This is not the table that was looked at" }, remedy: { zh: "再看一遍会改什么，然后确认。", en: "Look again at what it changes, then confirm." } };
const NOT_WRITTEN = { problem: { zh: "表格文件没写成：现在写的人多，或者内容太多", en: "The workbook was not written: many are being written now, or it holds too much" }, remedy: { zh: "过一会儿再导出，或者用 CSV。", en: "Export it again in a moment, or as CSV." } };
const tooManyNames = (most: number) => ({ problem: { zh: `有 ${most} 条以上的名称里有这些字，没有导出`, en: `The names of ${most} records or more hold these words; nothing was exported` }, remedy: { zh: "多写几个字，或者选一个地方。", en: "Write more of the name, or choose a district." } });
const tooMany = (most: number) => ({ problem: { zh: `超过 ${most} 行，一个文件装不下`, en: `There are more than ${most} rows, too many for one file` }, remedy: { zh: "选一个地方，或者用 CSV 导出。", en: "Choose a district, or export it as CSV." } });
