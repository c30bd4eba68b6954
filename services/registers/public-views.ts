import { z } from "zod";

/** What programs are told of the public side of registers: JSON under /api/lists. */

const words = z.object({ zh: z.string(), en: z.string() });
const kind = z.enum(["places", "list", "totals", "own"]);
const fact = z.object({ name: words, shown: words });
const open = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("open"), until: z.string(), soon: z.boolean(), always: z.boolean().optional() }), z.object({ kind: z.literal("closed"), opensAt: z.string().nullable() }), z.object({ kind: z.literal("unknown") }), z.object({ kind: z.literal("not-announced"), year: z.number() }),
]);

/** A part of an address; longer ones are nobody's question. */
export const boundsText = z.string().max(200).optional();

/** GET /api/lists. `count`: entries; of registers of people, null. */
export const listsView = z.object({ lists: z.array(z.object({ key: z.string(), name: words, about: words, kind, notice: z.string(), clause: z.string(), clauseNumber: z.string().nullable(), count: z.number().nullable(), openNow: z.number().nullable() })) });

/** GET /api/lists/{register}. `more`: there are entries that are not shown; ask for a district. */
export const listView = z.object({
  key: z.string(), at: z.string(), more: z.boolean(),
  places: z.array(z.object({ district: z.string(), districtName: words, name: z.string(), address: z.string(), telephone: z.string().nullable(), hours: z.string().nullable(), open, kilometres: z.number().nullable(), facts: z.array(fact), confirmedAt: z.string().nullable(), confirmedBy: words.nullable(), stale: z.boolean(), point: z.object({ latitude: z.number(), longitude: z.number() }).optional() })).nullable(),
  list: z.array(z.object({ districtName: words, title: z.string(), facts: z.array(fact), flags: z.array(words), recordedAt: z.string() })).nullable(),
  totals: z.array(z.object({ districtName: words, by: words.nullable(), entries: z.number(), keptBack: z.boolean(), sums: z.array(fact), flags: z.array(z.object({ name: words, entries: z.number(), bad: z.boolean() })) })).nullable(),
});
