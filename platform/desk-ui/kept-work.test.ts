import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { requestJson } from "./api.ts";
import { forgetAllWork, forgetWork, keepWork, recallWork, saveAllWork, saveBeforeSignOut } from "./kept-work.ts";

/** A browser's store, as far as it is used. */
class Store {
  [name: string]: unknown;
  setItem(name: string, value: string): void { this[name] = value; }
  getItem(name: string): string | null { return typeof this[name] === "string" ? this[name] : null; }
  removeItem(name: string): void { delete this[name]; }
}
beforeEach(() => { vi.stubGlobal("localStorage", new Store()); });
afterEach(() => { vi.unstubAllGlobals(); });

test("what was typed is kept until the server has it", () => {
  keepWork("person-a.draft-1", { title: "通知" });
  expect(recallWork("person-a.draft-1")).toEqual({ title: "通知" });
  expect(recallWork("person-b.draft-1")).toBeNull();
  forgetWork("person-a.draft-1");
  expect(recallWork("person-a.draft-1")).toBeNull();
});

test("after signing out nothing is left of anybody's work; what is not work stays", () => {
  keepWork("person-a.draft-1", 1);
  localStorage.setItem("anxin.draft.person-b.draft-2", "kept by the program of before");
  localStorage.setItem("anxin.language", "en");
  forgetAllWork();
  expect(Object.keys(localStorage)).toEqual(["anxin.language"]);
});

test("before signing out every screen saves; one that cannot stops nobody", async () => {
  const saved: string[] = [];
  const forget = [saveBeforeSignOut(async () => { throw new Error("away"); }), saveBeforeSignOut(async () => { saved.push("draft"); })];
  await saveAllWork();
  for (const each of forget) each();
  await saveAllWork();
  expect(saved).toEqual(["draft"]);
});

test("what is sent as a page closes outlives it, up to what a browser takes; more goes the usual way", async () => {
  const sent: (boolean | undefined)[] = [];
  vi.stubGlobal("fetch", async (_url: string, { keepalive }: RequestInit) => { sent.push(keepalive); return new Response(null, { status: 204 }); });
  for (const words of ["短", "长".repeat(21_000)]) await requestJson("/api/x", { method: "PUT", body: { words }, keepalive: true });
  await requestJson("/api/x", { method: "PUT", body: {} });
  expect(sent).toEqual([true, false, false]);
});
