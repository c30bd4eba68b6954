import type { Field, Form } from "#engines/forms";
import type { CaseTypesView, CaseView } from "#services/cases";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { KilledServer, type Fault } from "./killed-server.ts";
import { sentInDanger } from "./sent-in-danger.ts";

/** kill -9 between writing and keeping a case: what was not acknowledged is not there, and sent again it is one case and one move. `npm run soak` takes each place both ways. */
const PLACES = ["cases.before-commit-submit", "cases.before-commit-move"] as const;
const all: readonly Fault[] = PLACES.flatMap((place) => [{ place, what: "server" }, { place, what: "postgres" }] as const);
const FEW: readonly string[] = ["server cases.before-commit-submit", "postgres cases.before-commit-move"];
const faults = process.env["ANXIN_SOAK"] === "all" ? all : all.filter(({ place, what }) => FEW.includes(`${what} ${place}`));
const HOLDS = expect.objectContaining({ kind: "holds" });

describe("a case", () => {
  const server = new KilledServer();
  beforeAll(async () => { await server.start(); await server.stopSoftly(); }, 240_000);
  afterAll(() => server.stop());
  // One place that fails leaves nothing running for the next.
  afterEach(() => server.stopSoftly());

  test.each(faults.map((fault, index) => [`${fault.what} at ${fault.place}`, fault, index] as const))("%s", async (_name, fault, index) => {
    await server.start(fault);
    const ofSubmit = fault.place === "cases.before-commit-submit";
    let officer = await server.officer("jingban");
    const { types } = await officer.get<CaseTypesView>("/api/cases/types");
    const type = types.find(({ group, form }) => group === "report" && (form as Form).every(({ kind, required }) => kind !== "files" || !required));
    if (type === undefined) throw new Error("the pack has no report that needs no file");
    const form: Readonly<Record<string, string>> = { ...answered(type.form as Form, index), commandKey: `killed-case-${index}`, "contact.name": "王芳", "contact.telephone": "13800138000" };
    const submit = () => server.form(`/requests/${type.key}`, form);
    if (ofSubmit) {
      await sentInDanger(server, fault, submit);
      // Signed in again, as a person would who waits for the database to come back.
      officer = await server.officer("jingban");
      expect(await server.count("release.command where command_key = $1", [form["commandKey"] ?? ""])).toBe(0);
    }
    const [first, second] = [await submit(), await submit()];
    expect([first.status, second.status]).toEqual([201, 201]);
    const number = /\b\d{4}-\d{5}\b/u.exec(first.text)?.[0] ?? "";
    expect(second.text).toContain(number);
    officer = await server.officer("jingban");
    const { revision, moves } = await officer.get<CaseView>(`/api/cases/150702/${number}`);
    const move = moves.find(({ refusedBecause, match, form: asked }) => refusedBecause === null && match !== "some" && (asked as Form).every(({ kind }) => kind !== "files"));
    if (move === undefined) throw new Error("the case has no move that an officer can make");
    const body = { commandKey: `killed-move-${index}`, revision, move: move.key, reason: "已核实", answers: valuesOf(move.form as Form) };
    const make = () => officer.send("POST", `/api/cases/150702/${number}/moves`, body);
    if (!ofSubmit) {
      await sentInDanger(server, fault, make);
      officer = await server.officer("jingban");
      expect((await officer.get<CaseView>(`/api/cases/150702/${number}`)).revision).toBe(revision);
    }
    const [moved, again] = [await make(), await make()];
    expect([moved.status, again.status, moved.body]).toEqual([200, 200, again.body]);
    for (const [rows, values, times] of [
      ["cases.case where number = $1", [number], 1], ["cases.event e join cases.case c on c.district = e.district and c.id = e.case_id where c.number = $1", [number], 2],
      ["release.command where command_key in ($1, $2)", [form["commandKey"] ?? "", body.commandKey], 2], ["audit.entry where object = 'case:' || $1 and action in ('cases.open', 'cases.move')", [number], 2],
    ] as const) expect([rows, await server.count(rows, values)]).toEqual([rows, times]);
    expect(server.proveAudit()).toEqual(HOLDS);
  }, 400_000);
});

/** Every question answered as a page would send it: the first choice, the day of the drill, the district of the demo people. What is not asked after that is left out when it is read. */
function answered(form: Form, index: number): Readonly<Record<string, string>> {
  const text = (field: Field): string => {
    switch (field.kind) {
      case "district": return "150702";
      case "choice": case "choices": return field.choices[0]?.key ?? "";
      case "yes-no": return "false";
      case "day": return "2021-01-26";
      case "moment": return "2021-01-26T08:00";
      case "number": return String(field.min ?? 1);
      case "money": return "1";
      case "telephone": return "13800138000";
      case "identity-number": return "11010519491231002X";
      case "hours": return "每天 00:00-24:00";
      case "point": return "49.2, 119.7";
      case "text": case "long-text": return `第${index}处`;
      case "files": return "";
    }
  };
  return Object.fromEntries(form.filter(({ kind }) => kind !== "files").map((field) => [field.key, text(field)]));
}

/** The same as values, for what the desk sends. */
function valuesOf(form: Form): Readonly<Record<string, unknown>> {
  const texts = answered(form, 0);
  return Object.fromEntries(form.filter(({ key }) => key in texts).map(({ key, kind }) => [key, kind === "number" || kind === "money" ? Number(texts[key]) : kind === "yes-no" ? texts[key] === "true" : kind === "choices" ? [texts[key]] : kind === "point" ? { latitude: 49.2, longitude: 119.7 } : texts[key]]));
}
