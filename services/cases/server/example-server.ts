import { createHttpServer, multipartReader } from "#platform/http/server";
import type { NoticeInForce } from "../clause-of.ts";
import type { CaseStatus, StatusTold, WrittenForm } from "../portal-views.ts";
import { caseDeskRoutes, type CaseDeskOptions } from "./desk-routes.ts";
import { ANNA, BERT, CITY, CITYS, exampleCases, HERE, THERE, type ExampleCases } from "./example-cases.ts";
import type { CasesPortal } from "./portal.ts";
import { CASE_FORM_LIMITS } from "./portal-form.ts";
import { casePortalRoutes } from "./portal-routes.ts";

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** A notice with the clauses of the example types, as far as cases look at it. */
export const NOTICE: NoticeInForce = {
  key: "stay-put", withdrawn: null,
  clauses: [["traffic", "八", "traffic.no-blocking", "严禁封路"], ["relief", "六", "relief.temporary", "临时救助"]].map(([key = "", number = "", duty = "", quote = ""]) => ({
    key, number, title: { zh: `第${number}条`, en: `Clause ${number}` }, hidden: false, obligations: [{ key: duty, quote }],
  })),
};

/** What a page was drawn from: pages of these tests are what they were given, as JSON. */
export type Drawn = { readonly page: keyof CasesPortal; readonly url: string; readonly faults: readonly string[]; readonly written?: WrittenForm; readonly status?: CaseStatus; readonly secret?: string; readonly commandKey?: string; readonly told?: StatusTold; readonly offered?: unknown; readonly number?: string };
const draw = (page: keyof CasesPortal) => (url: string, given: object): string => {
  const faults = "written" in given ? (given.written as WrittenForm).faults : "told" in given ? (given.told as StatusTold).faults : "faults" in given ? given.faults as StatusTold["faults"] : [];
  return JSON.stringify({ page, url, ...given, faults: faults.map(({ field }) => field) });
};
const portal: CasesPortal = { requests: draw("requests"), requestForm: draw("requestForm"), receipt: draw("receipt"), track: draw("track"), status: draw("status") };

/** People of these tests, by the name they sign in with: in which districts they handle cases. */
const PEOPLE: Readonly<Record<string, { readonly id: string; readonly name: string; readonly districts: readonly string[] }>> = {
  anna: { id: ANNA.person, name: "安娜", districts: [HERE] }, bert: { id: BERT.person, name: "贝特", districts: [HERE] }, city: { id: CITYS.person, name: "市里", districts: [CITY, HERE, THERE] }, there: { id: "01890000-0000-7000-8000-00000000000d", name: "那边", districts: [THERE] },
};

/** The example cases behind a server of their own. */
export async function exampleServer(given: { readonly chases?: CaseDeskOptions["chases"]; readonly matches?: NonNullable<Parameters<typeof exampleCases>[0]>["matches"] } = {}) {
  const cases: ExampleCases = await exampleCases(given.matches === undefined ? {} : { matches: given.matches });
  const state = { notices: [NOTICE] as readonly NoticeInForce[], left: [] as readonly string[], changes: 0, onChange: (): void => undefined };
  const http = createHttpServer({
    log: QUIET, publicUrl: "https://anxin.example.cn", styleHash: "'sha256-x'", missing: async () => [], problemPage: () => "problem",
    authenticate: async ({ headers }) => {
      const person = PEOPLE[String(headers.cookie)];
      return person === undefined ? null : { personId: person.id, name: person.name, district: HERE, districts: person.districts, csrfToken: "token", grants: new Map(person.districts.length === 0 ? [] : [["cases.handle", person.districts]]) };
    },
  });
  const changed = (): void => { state.changes += 1; state.onChange(); };
  http.declare(...caseDeskRoutes({
    http, service: cases.service, notices: () => state.notices, namesOf: async (ids) => Object.fromEntries(Object.values(PEOPLE).filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name])),
    colleagues: async (district) => Object.values(PEOPLE).filter(({ id, districts }) => districts.includes(district) && !state.left.includes(id)).map(({ id, name }) => ({ id, name })), ...(given.chases === undefined ? {} : { chases: given.chases }), changed,
  }));
  http.declare(...casePortalRoutes({ http, portal, service: cases.service, notices: () => state.notices, readUpload: await multipartReader(http.app, CASE_FORM_LIMITS), telephone: (district) => (district === HERE ? "0470-1" : null), changed }));
  await http.ready();
  return {
    cases, state, http,
    desk: (who: string, method: "GET" | "POST", url: string, body?: unknown) => http.app.inject({ method, url, headers: { cookie: who, "x-csrf-token": "token", ...(body === undefined ? {} : { "content-type": "application/json" }) }, ...(body === undefined ? {} : { payload: JSON.stringify(body) }) }),
    /** Sends a form as a browser does; files make it multipart. */
    send: async (url: string, fields: Readonly<Record<string, string | readonly string[]>>, files: readonly (readonly [string, string, Buffer])[] = [], from = "203.0.113.7") => {
      const pairs = Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [value] : value).map((each) => [name, each] as const));
      if (files.length === 0) return http.app.inject({ method: "POST", url, remoteAddress: from, headers: { "content-type": "application/x-www-form-urlencoded" }, payload: new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString() });
      const parts = [...pairs.map(([name, value]) => Buffer.from(`--edge\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)), ...files.flatMap(([name, fileName, bytes]) => [Buffer.from(`--edge\r\ncontent-disposition: form-data; name="${name}"; filename="${fileName}"\r\n\r\n`), bytes, Buffer.from("\r\n")]), Buffer.from("--edge--\r\n")];
      return http.app.inject({ method: "POST", url, remoteAddress: from, headers: { "content-type": "multipart/form-data; boundary=edge" }, payload: Buffer.concat(parts) });
    },
    stop: async () => { await http.stop(); await cases.stop(); },
  };
}
