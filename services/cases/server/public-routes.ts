import { formSchema } from "#engines/forms";
import { everybody } from "#platform/http";
import { jsonRoute, type Route, type SendProblem } from "#platform/http/server";
import type { LocalText } from "#platform/i18n";
import type { OfferedType } from "../portal-views.ts";
import { requestsView, type RequestsView } from "../public-view.ts";

/** What residents may ask for, for programs: each kind with its clause, its form as JSON Schema, and its states in public words. */
export function publicCaseRoutes({ http, offered }: { readonly http: { readonly sendProblem: SendProblem }; readonly offered: () => readonly OfferedType[] }): readonly Route[] {
  return [jsonRoute(http, {
    method: "GET", url: "/api/requests", access: everybody("kinds of requests with their forms, for programs; nothing of any request"),
    summary: { zh: "现在能反映、申请的事，和各自的表（JSON Schema）", en: "What can be reported or applied for now, with each form as JSON Schema" }, reply: requestsView,
    handler: () => ({ requests: offered().flatMap(asTold) }),
  })];
}

/** None when the notice in force has no such clause any more: nothing can be opened then. */
function asTold({ type, clause }: OfferedType): RequestsView["requests"] {
  const { key, group, contact, proxy, before, form, states, retention } = type;
  if (clause === null || group === "inner") return [];
  return [{
    key, name: plain(type.name), about: plain(type.about), group, before: before === null ? null : plain(before), contact, proxy,
    clause: { notice: clause.notice, clause: clause.clause, number: clause.number, title: plain(clause.title) },
    schema: { zh: formSchema(form, "zh"), en: formSchema(form, "en") },
    states: states.map(({ key: state, public: told, tone, final, deadline }) => ({ key: state, public: plain(told), tone, final, deadline: deadline === null ? null : { within: { ...deadline.within }, source: plain(deadline.source), asOf: deadline.asOf } })),
    retentionDays: retention.days,
  }];
}

const plain = ({ zh, en }: LocalText): { zh: string; en: string } => ({ zh, en });
