import { z } from "zod";

/** What the desk's screen and the server say to each other about headcounts: one source for both. */
const localText = z.object({ zh: z.string(), en: z.string() });
const place = z.object({ code: z.string(), name: localText });
const people = z.int("不是人数|This is no number of people|填整数，没有就填 0|Give a whole number; 0 where there is nobody")
  .min(0, "人数不能小于 0|There cannot be fewer than 0|填整数，没有就填 0|Give a whole number; 0 where there is nobody")
  .max(1_000_000, "人数太大|The number is too large|核对这个数|Check the number");
const counts = { total: z.number(), staying: z.number(), leaving: z.number(), reasons: z.record(z.string(), z.number()) };

/** A body with the headcount that counts: the last one filed for its last day. `filings`: how many there are in all. */
export const bodyHeadcount = z.object({ district: z.string(), body: z.string(), kind: z.string(), day: z.string(), ...counts, filedBy: z.string(), filedAt: z.string(), filings: z.number() });
/** A body with the headcount that counts. */
export type BodyHeadcount = z.output<typeof bodyHeadcount>;

/** What the form needs, and the bodies of the districts the caller files for. */
export const headcountList = z.object({
  today: z.string(), districts: z.array(place), kinds: z.array(z.object({ key: z.string(), name: localText })), reasons: z.array(z.object({ key: z.string(), name: localText })),
  bodies: z.array(bodyHeadcount), names: z.record(z.string(), z.string()),
});
/** What the form needs, and the bodies of the districts the caller files for. */
export type HeadcountList = z.output<typeof headcountList>;

const sum = z.object({ bodies: z.number(), latest: z.number(), ...counts });
/** Sums by district and kind, of the districts the caller may see; by kind over the whole city, for whoever sees all of it, with what the public is shown. */
export const headcountSums = z.object({
  day: z.string().nullable(), reasons: z.array(z.object({ key: z.string(), name: localText })),
  places: z.array(sum.extend({ district: place, kind: z.object({ key: z.string(), name: localText }) })),
  city: z.array(sum.extend({ kind: z.object({ key: z.string(), name: localText }), showing: z.enum(["shown", "few-bodies", "one-body-is-most"]) })).nullable(),
});
/** Sums by district and kind. */
export type HeadcountSums = z.output<typeof headcountSums>;

/** Files a headcount; sent again under the same key it is filed once. */
export const filingBody = z.strictObject({
  district: z.string().regex(/^[1-9]\d{5}$/u, "没有选旗县市区|No district is chosen|从列表里选|Choose one from the list"),
  body: z.string().trim().min(1, "没有写单位名称|The name of the body is missing|写单位全称，至少两个字|Write its full name, two signs at least").max(80, "单位名称太长|The name is too long|不超过 80 个字|Keep it to 80 signs"),
  kind: z.string().min(1, "没有选单位类别|No kind of body is chosen|从列表里选一类|Choose one from the list").max(60), day: z.iso.date("不是日期|This is no date|写成 2021-01-26|Write it as 2021-01-26"),
  total: people, staying: people, leaving: people, reasons: z.record(z.string().max(60), people),
  commandKey: z.string().min(8).max(100),
});
/** The number of the filing in its district. */
export const filedView = z.object({ number: z.number() });
