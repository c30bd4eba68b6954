import type { FastifyRequest } from "fastify";
import { expect, test } from "vitest";
import { CASE_FORM_LIMITS, sentForm } from "./portal-form.ts";

const read = (body: string) => sentForm({ body: Buffer.from(body) } as FastifyRequest, async () => { throw new Error("it is no multipart form"); });
const times = (count: number, pair: string): string => Array.from({ length: count }, () => pair).join("&");

test("a form holds a field as often as it was sent, in order, up to the bound; one more field of whatever name is refused before any is read", async () => {
  expect(await read("a=1&b=2&a=3")).toEqual({ texts: { a: ["1", "3"], b: ["2"] }, files: [], fileTooLarge: false });
  const most = await read(times(CASE_FORM_LIMITS.fieldsMax, "a=1"));
  expect(typeof most === "number" ? most : most.texts["a"]?.length).toBe(CASE_FORM_LIMITS.fieldsMax);
  expect(await read(times(CASE_FORM_LIMITS.fieldsMax + 1, "a=1"))).toBe(413);
});

test("a body of nothing but short fields is refused in no time", async () => {
  const started = performance.now();
  expect([await read(times(32_000, "a")), await read("&".repeat(64 * 1024))]).toEqual([413, 413]);
  expect(performance.now() - started).toBeLessThan(1_000);
});
