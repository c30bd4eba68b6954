import { csvText } from "#platform/csv";
import { inTransaction } from "#platform/db/server";
import { httpProblem } from "#platform/http";
import type { Route, SendProblem } from "#platform/http/server";
import { z } from "zod";
import { caseAddress, worklistQuery } from "../desk-views.ts";
import type { CaseService } from "./case-service.ts";
import { placeNames } from "./case-view.ts";
import { callerOf, caseAccess, orderOf } from "./caller.ts";
import { filesOf, findCase } from "./store.ts";
import { everyCase, itemOf } from "./worklist/worklist.ts";

/** More would be no list that somebody reads. */
const EXPORTED_MAX = 20_000;
const fileAddress = caseAddress.extend({ id: z.uuid() });

/** What the desk fetches as a file: what people sent with a case, and the worklist as a table. */
export function deskFileRoutes({ http, service }: { readonly http: { readonly sendProblem: SendProblem }; readonly service: CaseService }): readonly Route[] {
  const { parts } = service;
  const places = placeNames(parts.city);
  return [
    {
      method: "GET", url: "/api/cases/:district/:number/files/:id", access: caseAccess("a file of a case of the caller's districts; every look is audited"),
      contract: { summary: { zh: "一件里的文件", en: "A file of a case" }, params: fileAddress, reply: null, file: "*/*", problems: [404] },
      handler: async (request, reply) => {
        const address = fileAddress.safeParse(request.params);
        const { officer, districts } = callerOf(service, request.signedIn);
        if (!address.success || !districts.includes(address.data.district)) return http.sendProblem(request, reply, 404);
        const { district, number, id } = address.data;
        // The link says where the bytes lie: after a hand-over in the district they were sent to.
        const linked = await inTransaction(parts.pool, { districts: [district], actor: officer.person }, async (tx) => {
          const kept = await findCase(tx, { district, number });
          const link = kept === null ? undefined : (await filesOf(tx, kept)).find((file) => file.id === id);
          if (link !== undefined) await parts.audit(tx, { district, actor: officer.person, action: "cases.read-file", object: `case:${number}`, details: { file: id } });
          return link ?? null;
        });
        const found = linked === null ? null : await inTransaction(parts.pool, { districts: [linked.district], actor: officer.person }, (tx) => parts.files.get(tx, linked.district, id));
        if (linked === null || found === null) return http.sendProblem(request, reply, 404);
        const name = encodeURIComponent(linked.name).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
        // Never shown in our own pages' name: what somebody sent must not run as ours.
        return reply.header("cache-control", "no-store").header("content-security-policy", "sandbox; default-src 'none'").header("content-disposition", `attachment; filename="file"; filename*=UTF-8''${name}`).type(found.file.mediaType).send(Buffer.from(found.bytes));
      },
    },
    {
      method: "GET", url: "/api/cases/export.csv", access: caseAccess("the worklist of the caller's districts as a table, nothing personal"),
      contract: { summary: { zh: "待办列表（CSV），没有个人信息", en: "The worklist as CSV, without anything personal" }, query: worklistQuery, reply: null, file: "text/csv", problems: [422] },
      handler: async (request, reply) => {
        const query = worklistQuery.safeParse(request.query);
        const { officer, districts } = callerOf(service, request.signedIn);
        const order = query.success ? orderOf(query.data, districts, officer.person) : null;
        if (order === null) return http.sendProblem(request, reply, httpProblem(422));
        const now = parts.clock.policyNow().toISOString();
        const rows: (readonly string[])[] = [["编号", "地方", "事项", "标题", "状态", "提交", "期限", "超期督办", "催办次数", "办结"]];
        const given = new Map<string, number>();
        await inTransaction(parts.pool, { districts, actor: officer.person }, async (tx) => {
          for await (const kept of everyCase(tx, parts.types, order, now, EXPORTED_MAX)) {
            given.set(kept.district, (given.get(kept.district) ?? 0) + 1);
            const item = itemOf(kept, await parts.types.of(kept), now);
            rows.push([item.number, places(item.district).zh, item.typeName.zh, item.title, item.stateName.zh, minute(item.openedAt), minute(item.dueAt), item.escalated ? "是" : "", String(item.nudges), minute(kept.closedAt)]);
          }
          // In the chain of every district that was asked for, always in the same order: two who export at once would wait for each other for good.
          for (const district of order.districts.toSorted()) await parts.audit(tx, { district, actor: officer.person, action: "cases.export", object: "cases:worklist", details: { cases: given.get(district) ?? 0 } });
        });
        return reply.header("cache-control", "no-store").header("content-disposition", 'attachment; filename="cases.csv"').type("text/csv; charset=utf-8").send(csvText(rows));
      },
    },
  ];
}

/** As spreadsheets know it, by the clock in China. */
const minute = (at: string | null): string => (at === null ? "" : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " "));
