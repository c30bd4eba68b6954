import { decideAt } from "#engines/rules";
import { inTransaction } from "#platform/db/server";
import { releasedBytes } from "#platform/release/server";
import { beforeEach, describe, expect, test } from "vitest";
import { fileOfTable, type RuleContent } from "../draft/index.ts";
import { CITY, DISTRICT, exampleRules, type ExampleRules } from "./example-rules.ts";
import { releasedRules, RULE_KIND, ruleVersions } from "./rule-archive.ts";
import type { OpenRule, RuleChange, RuleOfficer } from "./rule-desk.ts";

let example: ExampleRules;
beforeEach(async () => {
  example = await exampleRules();
  return () => example.stop();
});
const officer = (person: string, ...districts: readonly string[]): RuleOfficer => ({ person, edit: districts, release: districts });
const [ANNA, BORI] = [officer("anna", CITY), officer("bori", CITY)];
const order = (district: string, commandKey: string) => ({ district, ruleKey: "travel", commandKey, from: null });

async function begun(who: RuleOfficer, district: string, commandKey = `begin-${district}`): Promise<OpenRule> {
  const outcome = await example.desk.begin(who, order(district, commandKey));
  if (outcome.kind !== "begun") throw new Error(JSON.stringify(outcome));
  const open = await example.desk.open(who, outcome.id);
  if (open === null) throw new Error("it was begun a moment ago");
  return open;
}
/** The same rule with another verdict in one row. */
const withVerdict = (content: RuleContent, row: string, verdict: string): RuleContent =>
  ({ ...content, examples: content.examples.filter(({ expect: wanted }) => wanted !== "free"), table: { ...content.table, rules: content.table.rules.map((rule) => (rule.id === row ? { ...rule, outputs: [`"${verdict}"`] } : rule)) } });
const done = (change: RuleChange | null): OpenRule => {
  if (change?.kind !== "done") throw new Error(JSON.stringify(change?.kind === "refused" ? change.refusal : change));
  return change.open;
};
const released = (district: string) => inTransaction(example.database.pool, { districts: [district, CITY], actor: "t" }, (tx) => releasedRules(tx, district, "travel", example.prove));

describe("what the pack brings", () => {
  test("is released once, signed and proved, however often the server starts", async () => {
    expect(await example.publish(example.brought)).toEqual(["fireworks", "free-refunds", "toll-free", "travel"].map((ruleKey) => ({ district: CITY, ruleKey, kind: "there", version: 1 })));
    const [only, ...others] = await released(CITY);
    expect([only?.content, others]).toEqual([example.brought.find(({ key }) => key === "travel")?.content, []]);
  });
  test("follows the pack until officers have released; then only they change it", async () => {
    const rule = example.brought.find(({ key }) => key === "travel");
    if (rule === undefined) throw new Error("the pack brings a rule");
    const later = { ...rule, content: { ...rule.content, effectiveFrom: "2021-02-01" } };
    expect(await example.publish([later])).toMatchObject([{ kind: "published", version: 2 }]);
    const draft = await begun(ANNA, CITY);
    const kept = done(await example.desk.save(ANNA, draft.draft.id, 1, { ...draft.draft.content, effectiveTo: "2021-03-01" }));
    done(await example.desk.move(ANNA, kept.draft.id, "hand-in", 2));
    done(await example.desk.release(BORI, kept.draft.id, 2, "release-1", ""));
    expect(await example.publish([{ ...rule, content: { ...rule.content, effectiveFrom: "2021-02-05" } }])).toMatchObject([{ kind: "differs", version: 3 }]);
  });
  test("is not believed once its bytes were signed by nobody we know", async () => {
    const [rule] = await released(CITY);
    if (rule === undefined) throw new Error("the pack brings a rule");
    expect(await inTransaction(example.database.pool, { districts: [CITY], actor: "t" }, (tx) => releasedRules(tx, CITY, "travel", async () => false))).toEqual([{ ...rule, content: null }]);
  });
});

describe("from a draft to a rule in force", () => {
  test("two officers, one version, the bytes that were signed", async () => {
    const draft = await begun(ANNA, CITY);
    expect(draft.checked.faults).toEqual([]);
    done(await example.desk.move(ANNA, draft.draft.id, "hand-in", 1));
    expect(await example.desk.release(ANNA, draft.draft.id, 1, "release-1", "")).toMatchObject({ kind: "refused", refusal: { reason: "same-person" } });
    const twice = await Promise.all([example.desk.release(BORI, draft.draft.id, 1, "release-2", ""), example.desk.release(BORI, draft.draft.id, 1, "release-2", "")]);
    expect(twice.map((each) => (each?.kind === "done" ? each.released?.version : null))).toEqual([2, 2]);
    expect((await released(CITY)).map(({ release }) => release.version)).toEqual([2, 1]);
    expect((await inTransaction(example.database.pool, { districts: [CITY], actor: "t" }, (tx) => releasedBytes(tx, CITY, RULE_KIND, "travel"))).size).toBe(2);
  });
  test("what the check finds keeps it from being handed in and from being released", async () => {
    const { draft } = await begun(ANNA, CITY);
    const [, ...rest] = draft.content.table.rules;
    const gap = done(await example.desk.save(ANNA, draft.id, 1, { ...draft.content, table: { ...draft.content.table, rules: rest } }));
    expect(gap.checked.report.findings).toMatchObject([{ kind: "gap", cases: 48, example: { origin: "high" } }]);
    expect(await example.desk.move(ANNA, draft.id, "hand-in", 2)).toMatchObject({ kind: "refused", refusal: { reason: "open-faults" } });
  });
  test("a row without a clause, or with a clause the notice has not, is an addition of our own", async () => {
    const { draft } = await begun(ANNA, CITY);
    const bind = (row: string, clause: string): RuleContent => ({ ...draft.content, table: { ...draft.content.table, rules: draft.content.table.rules.map((rule) => (rule.id === row ? { ...rule, annotations: [clause] } : rule)) } });
    const none = done(await example.desk.save(ANNA, draft.id, 1, bind("1-03", "")));
    expect(none.checked.faults).toMatchObject([{ field: "rows.1-03", problem: { zh: "规则 1-03 没有依据的条款" } }]);
    const foreign = done(await example.desk.save(ANNA, draft.id, 2, bind("1-03", "travel.negative-test")));
    expect(foreign.checked.faults).toMatchObject([{ field: "rows.1-03", problem: { en: "The notice has no clause travel.negative-test, which rule 1-03 names" } }]);
  });
  test("of two who save at once the second is told, and a newer version makes a draft outdated", async () => {
    const { draft } = await begun(ANNA, CITY);
    const both = await Promise.all(["2021-02-02", "2021-02-03"].map((effectiveTo) => example.desk.save(ANNA, draft.id, 1, { ...draft.content, effectiveTo })));
    expect(both.map((each) => (each?.kind === "refused" ? each.refusal.reason : each?.kind)).toSorted()).toEqual(["changed-meanwhile", "done"]);
    expect(await example.desk.begin(BORI, order(CITY, "begin-again"))).toEqual({ kind: "refused", reason: "draft-open", draftId: draft.id });
    done(await example.desk.move(ANNA, draft.id, "hand-in", 2));
    const rule = example.brought.find(({ key }) => key === "travel");
    if (rule === undefined) throw new Error("the pack brings a rule");
    await example.publish([{ ...rule, content: { ...rule.content, effectiveFrom: "2021-02-01" } }]);
    expect(await example.desk.release(BORI, draft.id, 2, "release-1", "")).toMatchObject({ kind: "refused", refusal: { status: 409, problem: { en: "A newer version of this rule has been released" } } });
  });
});

describe("a district beside the city", () => {
  const [here, second] = [officer("here", DISTRICT), officer("second", DISTRICT)];
  test("begins with the city's rule; what it makes stricter needs a document, what it makes freer as well", async () => {
    const { draft, checked } = await begun(here, DISTRICT);
    expect([draft.baseVersion, checked.faults, checked.above?.comparison.differences]).toEqual([null, [], []]);
    const stricter = done(await example.desk.save(here, draft.id, 1, withVerdict(draft.content, "1-06", "needs-approval")));
    expect(stricter.checked.above?.comparison.differences).toMatchObject([{ kind: "stricter", lowerRow: "1-06", upperRow: "1-06", lower: "needs-approval", upper: "free", cases: 8, upperClauses: ["travel.low-risk-stay"], document: null }]);
    expect(stricter.checked.faults).toMatchObject([{ field: "rows.1-06" }]);
    const approved = done(await example.desk.save(here, draft.id, 2, { ...stricter.draft.content, approvals: [{ row: "1-06", document: "阿政发〔2021〕3号" }] }));
    expect(approved.checked.faults).toEqual([]);
    const looser = done(await example.desk.save(here, draft.id, 3, withVerdict(draft.content, "1-01", "free")));
    expect(looser.checked.above?.comparison.differences).toMatchObject([{ kind: "looser", lowerRow: "1-01" }]);
  });
  test("releases a version of its own under its own number; the city's stays", async () => {
    const { draft } = await begun(here, DISTRICT);
    done(await example.desk.move(here, draft.id, "hand-in", 1));
    done(await example.desk.release(second, draft.id, 1, "release-1", ""));
    expect([(await released(DISTRICT)).map(({ release }) => release.version), (await released(CITY)).map(({ release }) => release.version)]).toEqual([[1], [1]]);
  });
  test("finds no draft of another district or of the city", async () => {
    const { draft } = await begun(ANNA, CITY);
    expect([await example.desk.open(here, draft.id), await example.desk.save(here, draft.id, 1, draft.content), await example.desk.release(here, draft.id, 1, "release-1", "")]).toEqual([null, null, null]);
  });
});

describe("files of DMN", () => {
  test("what is not DMN is told element by element, and changes nothing", async () => {
    const { draft } = await begun(ANNA, CITY);
    expect(await example.desk.importTable(ANNA, draft.id, 1, "<definitions", null)).toMatchObject({ kind: "file" });
    expect((await example.desk.open(ANNA, draft.id))?.draft.revision).toBe(1);
  });
  test("a new rule begins with a file: every word is still to be given, and said to be", async () => {
    const rule = example.brought.find(({ key }) => key === "travel");
    if (rule === undefined) throw new Error("the pack brings a rule");
    const dmn = await fileOfTable(rule.content, "travel");
    const outcome = await example.desk.begin(ANNA, { district: CITY, ruleKey: "travel-by-night", commandKey: "begin-new", from: { notice: "stay-put", dmn, decision: null } });
    if (outcome.kind !== "begun") throw new Error(JSON.stringify(outcome));
    const open = await example.desk.open(ANNA, outcome.id);
    expect(open?.draft.content.table).toEqual(rule.content.table);
    expect(open?.checked.report).toMatchObject({ cases: 144, good: 144, complete: true, findings: [] });
    expect(new Set(open?.checked.faults.map(({ field }) => field.split(".")[0]))).toEqual(new Set(["title", "facts", "rows", "outcomes", "examples"]));
    expect(await example.desk.begin(ANNA, { district: CITY, ruleKey: "travel", commandKey: "begin-taken", from: { notice: "stay-put", dmn, decision: null } })).toMatchObject({ reason: "key-taken" });
  });
});

describe("a level above that cannot be read", () => {
  test("is no level that is not there: nothing is released beside it", async () => {
    const here = officer("here", DISTRICT);
    const { draft } = await begun(here, DISTRICT);
    await inTransaction(example.database.ownerPool, { districts: [CITY], actor: "t" }, (tx) => tx.query("update release.version set signature = 'AAAA' where kind = 'rule' and district = $1", [CITY]));
    expect((await example.desk.open(here, draft.id))?.checked.faults).toMatchObject([{ field: "above", problem: { zh: "上一级正在用的规则表读不了，没法对比" } }]);
    const dated = decideAt(ruleVersions(await released(CITY)), { origin: "high" }, { on: "2021-01-27", known: "2021-01-27T00:00:00.000Z" });
    expect(dated).toMatchObject({ kind: "withheld", version: 1 });
  });
});

describe("a document that approves", () => {
  test("lapses when the row it approves changes", async () => {
    const here = officer("here", DISTRICT);
    const { draft } = await begun(here, DISTRICT);
    const stricter = { ...withVerdict(draft.content, "1-06", "advised-against"), approvals: [{ row: "1-06", document: "阿政发〔2021〕3号" }] };
    expect(done(await example.desk.save(here, draft.id, 1, stricter)).checked.faults).toEqual([]);
    const stricterStill = { ...withVerdict(stricter, "1-06", "must-not"), approvals: stricter.approvals };
    expect(done(await example.desk.save(here, draft.id, 2, stricterStill)).draft.content.approvals).toEqual([]);
  });
});

describe("what a district is compared with", () => {
  test("is every rule of the city that is in force while its own is, also one that comes later", async () => {
    const here = officer("here", DISTRICT);
    const city = await begun(ANNA, CITY);
    const later = { ...withVerdict(city.draft.content, "1-01", "in-principle-not"), effectiveFrom: "2021-02-10", examples: city.draft.content.examples.slice(1), approvals: [{ row: "1-01", document: "国家的补充通知" }] };
    done(await example.desk.save(ANNA, city.draft.id, 1, later));
    done(await example.desk.move(ANNA, city.draft.id, "hand-in", 2));
    done(await example.desk.release(BORI, city.draft.id, 2, "release-1", ""));
    const { draft, checked } = await begun(here, DISTRICT);
    // Begun from the rule recorded last, in force from 10 February; until then the first one is.
    expect([draft.content.effectiveFrom, checked.faults]).toEqual(["2021-02-10", []]);
    const earlier = done(await example.desk.save(here, draft.id, 1, { ...draft.content, effectiveFrom: "2021-02-01" }));
    expect(earlier.checked.faults).toMatchObject([{ field: "rows.1-01", problem: { en: "Rule 1-01 is looser than the level above (48 cases)" } }]);
  });
  test("cannot be left by a rule of another name", async () => {
    expect(await example.desk.begin(officer("here", DISTRICT), { district: DISTRICT, ruleKey: "travel-here", commandKey: "begin-here", from: { notice: "stay-put", dmn: "<a/>", decision: null } })).toEqual({ kind: "refused", reason: "city-first" });
    expect(await example.desk.begin(officer("here", DISTRICT), order(CITY, "begin-city"))).toEqual({ kind: "refused", reason: "not-yours" });
  });
});

describe("as of a day", () => {
  test("a case is decided by the version in force that day, as far as was known then", async () => {
    const { draft } = await begun(ANNA, CITY);
    const stricter = withVerdict(draft.content, "1-06", "advised-against");
    done(await example.desk.save(ANNA, draft.id, 1, { ...stricter, effectiveFrom: "2021-02-01", approvals: [{ row: "1-06", document: "国家通知的补充通知" }] }));
    example.setDay("2021-01-30");
    done(await example.desk.move(ANNA, draft.id, "hand-in", 2));
    done(await example.desk.release(BORI, draft.id, 2, "release-1", ""));
    const versions = ruleVersions(await released(CITY));
    const facts = { origin: "low", destination: "low", who: "other", need: true, approved: false };
    const answered = (on: string, known: string) => {
      const dated = decideAt(versions, facts, { on, known: `${known}T12:00:00.000Z` });
      return dated.kind === "decided" && dated.decision.kind === "value" ? [dated.version, dated.decision.value] : dated.kind;
    };
    expect([answered("2021-01-31", "2021-01-31"), answered("2021-02-01", "2021-01-31"), answered("2021-02-01", "2021-01-29"), answered("2021-01-20", "2021-01-31")])
      .toEqual([[1, "free"], [2, "advised-against"], [1, "free"], "no-version"]);
  });
});
