import { expect, test } from "vitest";
import type { Authority, TravelAnswer, Voice } from "../decision/index.ts";
import { jsonOfAnswer } from "./answer-json.ts";
import { viewOfAnswer } from "./answer-view.ts";

const nameOf = ({ division, below }: { readonly division: string; readonly below: string }): string => `${division}“${below}”`;
const authority = (rank: Authority["rank"], source: Authority["source"]): Authority => ({ key: rank, rank, name: { zh: "市", en: "City \"C\"" }, title: { zh: "通告", en: "Notice" }, source, editions: [], conditions: null, told: [], effectiveFrom: "0001-01-01", effectiveTo: null, recordedAt: "0001-01-01T00:00:00.000Z" });
const [city, region] = [authority("city", null), authority("region", { zh: "出处\n", en: "Source" })];
const voice = (by: Authority, value: string): Voice => ({ authority: by, version: by === city ? 3 : null, value, name: { zh: "不", en: "No" }, reasons: { zh: ["因为"], en: [] }, notice: by === city ? "stay-put" : null, clauses: ["travel.a", "travel.b"], isAddition: by === city, document: null });
const ground = { at: new Date("2021-01-26T01:00:00Z"), levels: 2, list: null, rule: 3 };
const trip = { origin: { division: "150702", below: "某社区" }, destinations: [{ division: "110115", below: "" }], on: "2021-01-26", until: null, facts: {} } as const;
const area = { level: "medium", layer: "national", stated: null, written: ["北京市", "大兴区"], division: "110115", below: ["某社区"] } as const;
const which = { kind: "which", candidates: [area] } as const;
const low = { kind: "level", level: "low", areas: [], higherInside: [area] } as const;
const verdict = { value: "no", name: { zh: "不", en: "No" }, tone: "no" } as const;

const ANSWERS: readonly TravelAnswer[] = [
  { kind: "faults", faults: [{ field: "to", code: "several", candidates: ["鼓楼区"] }] },
  { kind: "none", trip, why: "no-list", ground },
  { kind: "elsewhere", trip, origin: "石家庄", voices: [voice(region, "no")], levels: { origin: low, destinations: [low] }, conditions: [{ words: { zh: "要求", en: "Asked" }, authority: region, way: "out" }], ground },
  { kind: "missing", trip, ground, missing: [{ what: "destination", destination: 0, candidates: [area] }], levels: { origin: low, destinations: [which] } },
  { kind: "decided", trip, ground, verdict, day: "2021-01-26", destination: 0, voices: [voice(city, "no")], milder: [], conditions: [], told: [], levels: { origin: low, destinations: [low] } },
  {
    kind: "decided", trip, ground, verdict, day: "2021-01-26", destination: 0, voices: [voice(city, "no"), voice(region, "no")], milder: [voice(region, "free")], levels: { origin: low, destinations: [which, low] },
    conditions: [{ words: { zh: "要求", en: "Asked" }, authority: region, way: "out" }, { words: { zh: "另", en: "Other" }, authority: region, way: "back" }], told: [{ words: { zh: "说", en: "Told" }, authority: city }, { words: { zh: "再", en: "More" }, authority: region }],
  },
];

test.each(ANSWERS.map((answer, at) => [answer.kind, at, answer] as const))("%s (%i) is written as its view is, also the second time", (_kind, _at, answer) => {
  for (let times = 0; times < 2; times += 1) expect(Buffer.from(jsonOfAnswer(answer, nameOf), "latin1").toString()).toBe(JSON.stringify(viewOfAnswer(answer, nameOf)));
});
