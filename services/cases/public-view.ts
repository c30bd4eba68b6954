import { z } from "zod";

const words = z.object({ zh: z.string(), en: z.string() });
/** JSON Schema, draft 2020-12. */
const schema = z.record(z.string(), z.unknown());

/** GET /api/requests: kinds of requests that may be opened now, for programs. `states`: what whoever asked is told in each, and by when it is left. */
export const requestsView = z.object({
  requests: z.array(z.object({
    key: z.string(), name: words, about: words, group: z.enum(["report", "apply"]), before: words.nullable(),
    clause: z.object({ notice: z.string(), clause: z.string(), number: z.string().nullable(), title: words }),
    contact: z.enum(["required", "optional", "none"]), proxy: z.boolean(),
    /** Of the answers, in words of each language. */
    schema: z.object({ zh: schema, en: schema }),
    states: z.array(z.object({
      key: z.string(), public: words, tone: z.enum(["under-way", "waiting", "ok", "no", "closed"]), final: z.boolean(),
      deadline: z.object({ within: z.object({ unit: z.enum(["minutes", "hours", "working-hours", "days", "working-days"]), count: z.number() }), source: words, asOf: z.string() }).nullable(),
    })),
    retentionDays: z.number(),
  })),
});
/** Kinds of requests, for programs. */
export type RequestsView = z.infer<typeof requestsView>;
