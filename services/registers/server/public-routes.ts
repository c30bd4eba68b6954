import { csvText } from "#platform/csv";
import { everybody } from "#platform/http";
import { jsonRoute, refuse, type HttpServer, type Route } from "#platform/http/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { boundsText, listView, listsView } from "../public-views.ts";
import type { RegisterPageView } from "../portal-views.ts";
import { HELD_MOST } from "./keep-public-lists.ts";
import { listAskedIn, type RegisterPortalOptions } from "./portal-routes.ts";
import { publicRegister, registerPage } from "./public-page.ts";

const OPEN = everybody("registers the pack shows to residents, for programs; nothing personal");
const params = z.object({ register: z.string().max(80) });
const query = z.object({ district: boundsText, open: boundsText, near: boundsText });

/** The public side of registers for programs: JSON under /api/lists, entries as CSV, places as GeoJSON. */
export function publicListRoutes({ http, keeper, clock, setting }: Pick<RegisterPortalOptions, "keeper" | "clock" | "setting"> & { readonly http: Pick<HttpServer, "sendProblem"> }): readonly Route[] {
  const viewOf = (register: string, asked: unknown, most?: number): RegisterPageView | null => {
    const list = keeper.current().get(register);
    return list === undefined ? null : registerPage(list, listAskedIn(asked), clock.policyNow(), setting, most);
  };
  const file = (url: string, mediaType: string, zh: string, en: string, write: (view: RegisterPageView) => string | null): Route => ({
    method: "GET", url, access: OPEN, contract: { summary: { zh, en }, params, query, reply: null, file: mediaType, problems: [404] },
    handler: (request: FastifyRequest, reply: FastifyReply) => {
      const { register } = request.params as { register: string };
      const view = viewOf(register, request.query, HELD_MOST);
      const content = view === null ? null : write(view);
      return content === null ? http.sendProblem(request, reply, 404) : reply.header("cache-control", "no-store").type(`${mediaType}; charset=utf-8`).send(content);
    },
  });
  return [
    jsonRoute(http, {
      method: "GET", url: "/api/lists", access: OPEN, summary: { zh: "群众可以查的台账", en: "Registers residents may look at" }, reply: listsView,
      handler: () => ({ lists: [...keeper.current().values()].map((list) => {
        const { type, clause, count, openNow } = publicRegister(list, clock.policyNow(), setting);
        return { key: type.key, name: { ...type.name }, about: { ...type.about }, kind: type.public?.kind ?? "list", notice: type.notice, clause: type.clause, clauseNumber: clause?.number ?? null, count: type.public?.kind === "own" ? null : count, openNow };
      }) }),
    }),
    jsonRoute(http, {
      method: "GET", url: "/api/lists/:register", access: OPEN, summary: { zh: "一本台账公开的内容", en: "What of a register is public" }, params, query, reply: listView, problems: [404, 422],
      handler: ({ params: { register }, query: asked }) => {
        const view = viewOf(register, asked);
        if (view === null) return refuse(404);
        if (view.nearFault !== null) return refuse(422, { field: "near", problem: view.nearFault.problem, remedy: view.nearFault.remedy });
        const { at, places, list, totals, more } = view;
        return listView.parse({ key: register, at, places, list, totals, more });
      },
    }),
    file("/api/lists/:register/entries.csv", "text/csv", "一本台账公开的内容，表格", "What of a register is public, as a table", (view) => csvText(rowsOf(view))),
    file("/api/lists/:register/places.geojson", "application/geo+json", "一本台账的地点", "The places of a register", (view) => {
      const shown = view.register.type.public;
      if (shown?.kind !== "places" || shown.point === null) return null;
      return JSON.stringify({ type: "FeatureCollection", features: (view.places ?? []).flatMap(({ district, name, address, telephone, hours, open, stale, point }) => (
        point === undefined ? [] : [{ type: "Feature", geometry: { type: "Point", coordinates: [point.longitude, point.latitude] }, properties: { district, name, address, telephone, hours, open: open.kind, stale } }])) });
    }),
  ];
}

/** Names in Chinese, as the records are; what differs between entries stands in columns of its own. */
function rowsOf({ places, list, totals }: RegisterPageView): readonly (readonly string[])[] {
  const facts = (entries: readonly { readonly facts: readonly { readonly name: { readonly zh: string }; readonly shown: { readonly zh: string } }[] }[]) => {
    const names = [...new Set(entries.flatMap((entry) => entry.facts.map(({ name }) => name.zh)))];
    return { names, of: (entry: (typeof entries)[number]) => names.map((name) => entry.facts.find((fact) => fact.name.zh === name)?.shown.zh ?? "") };
  };
  if (places !== null) {
    const { names, of } = facts(places);
    return [["地方", "名称", "地址", "电话", "时间", "现在", "最近确认", ...names], ...places.map((place) => [place.districtName.zh, place.name, place.address, place.telephone ?? "", place.hours ?? "", OPEN_WORDS[place.open.kind], place.confirmedAt ?? "", ...of(place)])];
  }
  if (list !== null) {
    const { names, of } = facts(list);
    return [["地方", "名称", "标记", "登记时间", ...names], ...list.map((entry) => [entry.districtName.zh, entry.title, entry.flags.map(({ zh }) => zh).join("、"), entry.recordedAt, ...of(entry)])];
  }
  const [sums, flags] = [[...new Set((totals ?? []).flatMap((row) => row.sums.map(({ name }) => name.zh)))], [...new Set((totals ?? []).flatMap((row) => row.flags.map(({ name }) => name.zh)))]];
  return [["地方", "类别", "条数", ...sums, ...flags], ...(totals ?? []).map((row) => [row.districtName.zh, row.by?.zh ?? "", row.keptBack ? "少于5条，不公布" : String(row.entries), ...sums.map((name) => row.sums.find((sum) => sum.name.zh === name)?.shown.zh ?? ""), ...flags.map((name) => String(row.flags.find((flag) => flag.name.zh === name)?.entries ?? ""))])];
}
const OPEN_WORDS = { open: "开门", closed: "没开门", unknown: "时间没确认", "not-announced": "放假安排还没公布" } as const;
