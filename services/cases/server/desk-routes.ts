import { inTransaction } from "#platform/db/server";
import { jsonRoute, refuse, type Route, type SendProblem } from "#platform/http/server";
import { z } from "zod";
import { clauseOf, type NoticeInForce } from "../clause-of.ts";
import { assignBody, caseAddress, caseTypesView, caseView, changedView, type ChaseItem, handOverBody, mergeBody, moveBody, noteBody, openBody, openedView, worklistQuery, worklistView } from "../desk-views.ts";
import { callerOf, caseAccess, orderOf } from "./caller.ts";
import type { CaseService } from "./case-service.ts";
import { inHandsOf } from "./case-owners.ts";
import { type CaseViewer, placeNames, viewCase } from "./case-view.ts";
import type { ActingOfficer, Changed } from "./change-case.ts";
import { deskFileRoutes } from "./desk-files.ts";
import { refusalOf, refusedOpening } from "./refusals.ts";
import { findByNumber } from "./store.ts";
import { worklist } from "./worklist/worklist.ts";

/** What the desk's routes are given. `colleagues`: active people who handle cases of a district. `chases`: records of registers that are to be seen to, of these districts. */
export type CaseDeskOptions = {
  readonly http: { readonly sendProblem: SendProblem };
  readonly service: CaseService;
  /** As the public sees them now. */
  readonly notices: () => readonly NoticeInForce[];
  readonly namesOf: CaseViewer["namesOf"];
  readonly colleagues: CaseViewer["colleagues"];
  readonly chases?: (districts: readonly string[]) => Promise<readonly ChaseItem[]>;
  /** Something changed: what is held in memory of cases is to be taken anew. */
  readonly changed?: () => void;
};

/** The cases of the desk: JSON under /api/cases. */
export function caseDeskRoutes(options: CaseDeskOptions): readonly Route[] {
  const { http, service, notices, namesOf, colleagues, chases = async () => [], changed = () => undefined } = options;
  const { parts } = service;
  const places = placeNames(parts.city);
  const one = "/api/cases/:district/:number";

  /** A change of a case: the case is one of the caller's districts, or it is not there. */
  const change = <Body>(url: string, zh: string, en: string, body: z.ZodType<Body>, work: (on: { readonly district: string; readonly number: string }, caller: ReturnType<typeof callerOf>, body: Body) => Promise<Changed> | null): Route => jsonRoute(http, {
    method: "POST", url: `${one}/${url}`, access: caseAccess("changes a case of the caller's districts"), summary: { zh, en }, params: caseAddress, body, reply: changedView, problems: [403, 404, 409, 422],
    handler: async ({ params, body: given, signedIn }) => {
      const caller = callerOf(service, signedIn);
      const carried = caller.districts.includes(params.district) ? work(params, caller, given) : null;
      if (carried === null) return refuse(404);
      const outcome = await carried;
      if (outcome.kind !== "done") return refusalOf(outcome);
      changed();
      return { ...outcome.address, revision: outcome.revision };
    },
  });

  return [
    jsonRoute(http, {
      method: "GET", url: "/api/cases/worklist", access: caseAccess("cases of the caller's districts, nothing personal"), summary: { zh: "待办，按期限", en: "The worklist, by deadline" }, query: worklistQuery, reply: worklistView, problems: [422],
      handler: async ({ query, signedIn }) => {
        const { officer, districts } = callerOf(service, signedIn);
        const order = orderOf(query, districts, officer.person);
        if (order === null) return refuse(422, { field: "after", ...NO_PAGE });
        const view = await inTransaction(parts.pool, { districts, actor: officer.person }, (tx) => worklist(tx, parts.types, order, parts.clock.policyNow().toISOString()));
        // In the hands of somebody who has left it is nobody's, and whoever is there takes it.
        const there = new Map<string, Awaited<ReturnType<typeof colleagues>>>();
        for (const { assignee, district } of view.items) if (assignee !== null && !there.has(district)) there.set(district, await colleagues(district));
        const items = view.items.map((item) => (query.closed === "1" ? item : { ...item, assignee: inHandsOf(item.assignee, there.get(item.district) ?? []) }));
        const ids = [...new Set(items.map(({ assignee }) => assignee).filter((id) => id !== null))];
        return { ...view, items, chases: query.closed === "1" || query.after !== undefined ? [] : [...await chases(order.districts)], names: { ...await namesOf(ids) } };
      },
    }),
    jsonRoute(http, {
      method: "GET", url: "/api/cases/types", access: caseAccess("types of cases with their forms"), summary: { zh: "能立的事项和表", en: "Types of cases that may be opened, with their forms" }, reply: caseTypesView,
      handler: ({ signedIn }) => {
        const types = parts.types.current.map(({ type }) => type);
        const clauses = [...new Map(types.map((type) => [`${type.notice} ${type.clause}`, type])).values()];
        return {
          types: types.map(({ key, name, about, group, notice, clause, contact, proxy, form, district, before }) => ({ key, name: { ...name }, about: { ...about }, group, notice, clause, contact, proxy, form: [...form], district, before: before === null ? null : { ...before } })),
          districts: callerOf(service, signedIn).districts.filter((code) => code !== parts.city.code).map((code) => ({ code, name: { ...places(code) } })),
          clauses: clauses.map((type) => { const found = clauseOf(notices(), type); return { notice: type.notice, clause: type.clause, title: { ...(found?.title ?? { zh: type.clause, en: type.clause }) }, number: found?.number ?? null }; }),
        };
      },
    }),
    jsonRoute(http, {
      method: "GET", url: "/api/cases/find", access: caseAccess("where cases of a number lie, in the caller's districts"), summary: { zh: "按编号找", en: "Find cases by number" }, query: z.object({ number: z.string().regex(/^\d{4}-?\d{5,7}$/u) }), reply: z.object({ found: z.array(caseAddress.extend({ title: z.string() })) }), problems: [422],
      handler: async ({ query: { number }, signedIn }) => {
        const { officer, districts } = callerOf(service, signedIn);
        const plain = number.replace(/^(\d{4})-?/u, "$1-");
        const found = await inTransaction(parts.pool, { districts, actor: officer.person }, (tx) => findByNumber(tx, districts, plain));
        return { found: found.map((kept) => ({ district: kept.district, number: kept.number, title: kept.title })) };
      },
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/cases", access: caseAccess("opens a case in one of the caller's districts"), summary: { zh: "替来电、来访、来信的人立件，或者内部立件", en: "Open a case for a caller, a visitor, a letter, or of the office's own" }, body: openBody, reply: openedView, problems: [403, 404, 409, 422],
      handler: async ({ body: { commandKey, type, via, answers, contact }, signedIn, reply }) => {
        const { officer, districts } = callerOf(service, signedIn);
        const outcome = await service.open({ type, commandKey, answers, contact, files: [], via, by: officer, districts });
        if (outcome.kind !== "opened") return refusedOpening(outcome);
        changed();
        reply.code(201);
        return { ...outcome.address, secret: outcome.secret };
      },
    }),
    jsonRoute(http, {
      method: "GET", url: one, access: caseAccess("a case of the caller's districts; reading what is personal is audited"), summary: { zh: "一件的全部情况", en: "A case with its course" }, params: caseAddress, reply: caseView, problems: [404, 422],
      handler: async ({ params, signedIn }) => await viewCase(parts, params, { ...callerOf(service, signedIn), notices: notices(), namesOf, colleagues }) ?? refuse(404),
    }),
    change("moves", "办一步", "Make a move", moveBody, (on, { officer }, { commandKey, revision, ...order }) => service.move({ ...on, commandKey, revision }, officer, order)),
    change("assign", "交给谁办", "Take a case in hand, or give it to somebody", assignBody, (on, { officer }, { commandKey, revision, person }) => assigned(on, officer, { commandKey, revision, person })),
    change("notes", "内部记录", "Note something for officers", noteBody, (on, { officer }, { commandKey, revision, text }) => service.note({ ...on, commandKey, revision }, officer, text)),
    change("merge", "并入另一件", "Merge a case into another", mergeBody, (on, { officer, districts }, { commandKey, revision, into }) => (districts.includes(into.district) ? service.merge({ ...on, commandKey, revision }, officer, into) : null)),
    change("hand-over", "转给别的地方", "Hand a case to another district", handOverBody, (on, { officer }, { commandKey, revision, district, reason }) => service.handOver({ ...on, commandKey, revision }, officer, { district, reason })),
    ...deskFileRoutes({ http, service }),
  ];

  /** Only to whoever handles cases there. */
  async function assigned(on: { readonly district: string; readonly number: string }, officer: ActingOfficer, { commandKey, revision, person }: { readonly commandKey: string; readonly revision: number; readonly person: string | null }): Promise<Changed> {
    if (person !== null && person !== officer.person && !(await colleagues(on.district)).some(({ id }) => id === person)) return { kind: "wrong", faults: [{ field: "person", ...NO_COLLEAGUE }] };
    return service.assign({ ...on, commandKey, revision }, officer, person);
  }
}

const NO_PAGE = { problem: { zh: "没有这一页", en: "There is no such page" }, remedy: { zh: "回到第一页。", en: "Go back to the first page." } };
const NO_COLLEAGUE = { problem: { zh: "这个人不办这里的事", en: "That person does not handle cases here" }, remedy: { zh: "从列表里选一位。", en: "Choose somebody of the list." } };
