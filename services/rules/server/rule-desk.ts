import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { inTransaction, newId } from "#platform/db/server";
import { dayInChina, type LocalText } from "#platform/i18n";
import type { City } from "#platform/pack";
import { KEY_USED, releaseRefusal, type Released, type ReleaseRefusal } from "#platform/release";
import { once, releaseVersion, type Command, type ReleaseParts } from "#platform/release/server";
import type { ClientBase, Pool } from "pg";
import { beginRule, checkRule, ruleContent, tableInFile, withTable, type CheckedRule, type ClauseChoice, type FileFault, type LevelAbove, type RuleContent } from "../draft/index.ts";
import { ruleForm } from "../released-form.ts";
import { latestRule, releasedRules, RULE_KIND, versionsDuring, type ProveRule, type ReleasedRule } from "./rule-archive.ts";
import { findDraft, findOpenDraft, insertDraft, insertReturn, insertRevision, lockRule, updateDraft, type KeptRuleDraft } from "./store.ts";

/** What the rule desk of a city and its districts works with. */
export type RuleDeskParts = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly city: Pick<City, "code" | "name" | "districts">;
  readonly audit: AppendAudit;
  readonly sign: ReleaseParts["sign"];
  readonly prove: ProveRule;
  /** Clauses and duties of a notice in force; null when there is none. */
  readonly clausesOf: (noticeKey: string) => readonly ClauseChoice[] | null;
};

/** Who works at the desk: an id, and the districts they may edit and release rules in. */
export type RuleOfficer = { readonly person: string; readonly edit: readonly string[]; readonly release: readonly string[] };

/** A draft as an officer sees it. `milliseconds`: how long the check took. */
export type OpenRule = { readonly draft: KeptRuleDraft; readonly checked: CheckedRule; readonly clauses: readonly ClauseChoice[]; readonly milliseconds: number; readonly at: Date };

export type RuleChange = { readonly kind: "done"; readonly open: OpenRule; readonly released: Released | null } | { readonly kind: "refused"; readonly refusal: ReleaseRefusal; readonly open: OpenRule };

/** `nothing-to-begin-with`: neither the district nor the city has such a rule. `unreadable`: the one in force cannot be read or proved. */
export type BeginOutcome =
  | { readonly kind: "begun"; readonly id: string }
  | { readonly kind: "refused"; readonly reason: "draft-open"; readonly draftId: string }
  | { readonly kind: "refused"; readonly reason: "nothing-to-begin-with" | "unreadable" | "key-taken" | "key-used" | "not-yours" | "city-first" }
  | { readonly kind: "refused"; readonly reason: "file"; readonly faults: readonly FileFault[] };

export type BeginOrder = { readonly district: string; readonly ruleKey: string; readonly commandKey: string; readonly from: { readonly notice: string; readonly dmn: string; readonly decision: string | null } | null };

/** Everything officers do with rules; each change is one transaction, audited in it. Null: no such draft where this officer works. */
export type RuleDesk = {
  readonly open: (officer: RuleOfficer, id: string) => Promise<OpenRule | null>;
  /** What the draft says, unchecked: to try a case on, or to take away as a file. */
  readonly read: (officer: RuleOfficer, id: string) => Promise<KeptRuleDraft | null>;
  readonly begin: (officer: RuleOfficer, order: BeginOrder) => Promise<BeginOutcome>;
  readonly save: (officer: RuleOfficer, id: string, revisionSeen: number, content: RuleContent) => Promise<RuleChange | null>;
  /** Takes the table of a file in the place of the draft's. */
  readonly importTable: (officer: RuleOfficer, id: string, revisionSeen: number, dmn: string, decision: string | null) => Promise<RuleChange | { readonly kind: "file"; readonly faults: readonly FileFault[] } | null>;
  readonly move: (officer: RuleOfficer, id: string, action: "hand-in" | "take-back" | "discard", revisionSeen: number) => Promise<RuleChange | null>;
  readonly sendBack: (officer: RuleOfficer, id: string, revisionSeen: number, reason: string) => Promise<RuleChange | null>;
  readonly release: (officer: RuleOfficer, id: string, revisionSeen: number, commandKey: string, note: string) => Promise<RuleChange | null>;
};

type Asked = { readonly action: Parameters<typeof releaseRefusal>[0]; readonly revisionSeen: number };
type Work = (tx: ClientBase, draft: KeptRuleDraft) => Promise<Released | null>;

/** The rule desk. A draft is one district's; what it is compared with, the city's rule, is public once released. */
export function ruleDesk({ pool, clock, city, audit, sign, prove, clausesOf }: RuleDeskParts): RuleDesk {
  // The city's rules and keys are read in every transaction; rows are written of the draft's own district alone.
  const within = <Result>(actor: string, districts: readonly string[], work: (tx: ClientBase) => Promise<Result>): Promise<Result> =>
    inTransaction(pool, { districts: [...new Set([...districts, city.code])], actor }, work);
  const note = (tx: ClientBase, actor: string, district: string, action: string, id: string, details: Record<string, string | number | boolean | null>) =>
    audit(tx, { district, actor, action, object: `rule-draft:${id}`, details });

  /** What a rule of this district is compared with: the city's for a district, for the city what its own content states. */
  async function levelsAbove(tx: ClientBase, { district, ruleKey, content }: Pick<KeptRuleDraft, "district" | "ruleKey" | "content">): Promise<readonly LevelAbove[]> {
    if (district === city.code) return content.above === null ? [] : [{ ...content.above, outcomes: null }];
    return versionsDuring(await releasedRules(tx, city.code, ruleKey, prove), content, clock.policyNow().toISOString()).map((upper) => ({
      title: upper.content?.title ?? content.title, source: inForceWords(city.name, upper), outcomes: upper.content?.outcomes.map(({ value }) => value) ?? null, table: upper.content?.table ?? null,
    }));
  }
  async function look(tx: ClientBase, draft: KeptRuleDraft): Promise<OpenRule> {
    const [[above = null, ...aboveLater], inForce] = [await levelsAbove(tx, draft), await latestRule(tx, draft.district, draft.ruleKey, prove)];
    const clauses = clausesOf(draft.content.notice);
    const started = performance.now();
    const checked = checkRule(draft.content, { clauses, above, aboveLater, inForce: inForce === null || inForce.content === null ? null : { version: inForce.release.version, content: inForce.content } });
    return { draft, checked, clauses: clauses ?? [], milliseconds: performance.now() - started, at: clock.policyNow() };
  }
  async function reopened(tx: ClientBase, { district, id }: Pick<KeptRuleDraft, "district" | "id">): Promise<OpenRule> {
    const draft = await findDraft(tx, [district], id, "read");
    if (draft === null) throw new Error(`rule draft ${id} was there a moment ago`);
    return look(tx, draft);
  }
  /** Asks the rules of release for a draft that is locked, and does the work when they allow it. */
  async function decide(tx: ClientBase, person: string, draft: KeptRuleDraft, { action, revisionSeen }: Asked, work: Work): Promise<RuleChange> {
    const { state, editors, revision, district, ruleKey, baseVersion } = draft;
    // A check costs most of what is done here: only these two ask what it finds.
    const open = action === "hand-in" || action === "release" ? await look(tx, draft) : null;
    const refusal = releaseRefusal(action, { state, person, editors, revision, revisionSeen, openFaults: open?.checked.faults.length ?? 0 })
      ?? (action === "release" && ((await latestRule(tx, district, ruleKey, prove))?.release.version ?? null) !== baseVersion ? OUTDATED : null);
    if (refusal !== null) return { kind: "refused", refusal, open: open ?? await look(tx, draft) };
    const released = await work(tx, draft);
    return { kind: "done", open: await reopened(tx, draft), released };
  }
  const change = (person: string, districts: readonly string[], id: string, asked: Asked, work: Work): Promise<RuleChange | null> => within(person, districts, async (tx) => {
    const draft = await findDraft(tx, districts, id, "change");
    return draft === null ? null : decide(tx, person, draft, asked, work);
  });
  /** A further revision of a draft that may be edited. */
  const revise = (person: string, content: (draft: KeptRuleDraft) => RuleContent, action: string): Work => async (tx, draft) => {
    const [revision, next] = [draft.revision + 1, content(draft)];
    await insertRevision(tx, draft.district, draft.id, revision, next, person, clock.machineNow());
    await updateDraft(tx, draft.district, draft.id, { state: "draft", revision, releasedVersion: null, handedInBy: null });
    await note(tx, person, draft.district, action, draft.id, { revision, rows: next.table.rules.length });
    return null;
  };

  async function begin(tx: ClientBase, person: string, { district, ruleKey }: BeginOrder, fresh: RuleContent | null): Promise<BeginOutcome> {
    await lockRule(tx, district, ruleKey);
    const open = await findOpenDraft(tx, district, ruleKey);
    if (open !== null) return { kind: "refused", reason: "draft-open", draftId: open };
    const own = await latestRule(tx, district, ruleKey, prove);
    if (fresh !== null && own !== null) return { kind: "refused", reason: "key-taken" };
    const start = own ?? (district === city.code ? null : await latestRule(tx, city.code, ruleKey, prove));
    if (fresh === null && start === null) return { kind: "refused", reason: "nothing-to-begin-with" };
    // The level above of a district is the city's rule as it is in force then, and documents are each level's own.
    const content = fresh ?? (start?.content === null || start === null ? null : own === null ? { ...start.content, above: null, approvals: [] } : start.content);
    if (content === null) return { kind: "refused", reason: "unreadable" };
    const [id, now] = [newId(clock.machineNow()), clock.machineNow()];
    await insertDraft(tx, { district, id, ruleKey, baseVersion: own?.release.version ?? null, createdBy: person, createdAt: now });
    await insertRevision(tx, district, id, 1, content, person, now);
    await note(tx, person, district, "rules.begin", id, { rule: ruleKey, rows: content.table.rules.length });
    return { kind: "begun", id };
  }

  async function releaseDraft(tx: ClientBase, person: string, districts: readonly string[], id: string, revisionSeen: number, words: string): Promise<{ readonly released: Released } | RuleChange | null> {
    const draft = await findDraft(tx, districts, id, "change");
    if (draft === null) return null;
    const { district, ruleKey, content } = draft;
    await lockRule(tx, district, ruleKey);
    const done = await decide(tx, person, draft, { action: "release", revisionSeen }, async () => {
      const version = (draft.baseVersion ?? 0) + 1;
      if (!ruleContent.safeParse(content).success) throw new Error(`rule draft ${id} could not be read again once released`);
      const released = await releaseVersion(tx, district, {
        kind: RULE_KIND, key: ruleKey, version, action: draft.baseVersion === null ? "release" : "amend", checkedBy: draft.handedInBy ?? draft.changedBy, releasedBy: person, editCount: draft.revision - 1, note: words,
        content: (facts) => ruleForm(district, ruleKey, version, content, facts),
      }, { clock, sign });
      await updateDraft(tx, district, id, { state: "released", revision: draft.revision, releasedVersion: version, handedInBy: draft.handedInBy });
      await note(tx, person, district, "rules.release", id, { rule: ruleKey, version, sha256: released.sha256 });
      return released;
    });
    return done.kind === "done" && done.released !== null ? { released: done.released } : done;
  }

  return {
    open: ({ person, edit, release }, id) => within(person, [...edit, ...release], async (tx) => {
      const draft = await findDraft(tx, [...edit, ...release], id, "read");
      return draft === null ? null : look(tx, draft);
    }),
    read: ({ person, edit, release }, id) => within(person, [...edit, ...release], (tx) => findDraft(tx, [...edit, ...release], id, "read")),
    begin: async ({ person, edit }, order) => {
      const { district, ruleKey, commandKey, from } = order;
      if (!edit.includes(district)) return { kind: "refused", reason: "not-yours" };
      // A district's rule under a name the city has not would be compared with nothing.
      if (from !== null && district !== city.code) return { kind: "refused", reason: "city-first" };
      const found = from === null ? null : await tableInFile(from.dmn, from.decision);
      if (found !== null && "faults" in found) return { kind: "refused", reason: "file", faults: found.faults };
      const fresh = found === null || from === null ? null : beginRule(found.table, { notice: from.notice, today: dayInChina(clock.policyNow()) });
      const command: Command = { district, key: commandKey, action: "rules.begin", object: `rule:${ruleKey}`, person, body: { from }, now: clock.machineNow() };
      const carried = await within(person, [district], (tx) => once(tx, command, () => begin(tx, person, order, fresh), ({ kind }) => kind === "begun"));
      return carried.kind === "carried" ? carried.outcome : { kind: "refused", reason: "key-used" };
    },
    save: ({ person, edit }, id, revisionSeen, content) =>
      // Where the level above is stated is not for the desk to write: it stays as the pack gave it.
      change(person, edit, id, { action: "edit", revisionSeen }, revise(person, (draft) => ({ ...content, above: draft.content.above, approvals: stillApproved(draft.content, content) }), "rules.edit")),
    importTable: async ({ person, edit }, id, revisionSeen, dmn, decision) => {
      const found = await tableInFile(dmn, decision);
      if ("faults" in found) return { kind: "file", faults: found.faults };
      return change(person, edit, id, { action: "edit", revisionSeen }, revise(person, (draft) => { const next = withTable(draft.content, found.table); return { ...next, approvals: stillApproved(draft.content, next) }; }, "rules.import-dmn"));
    },
    move: ({ person, edit }, id, action, revisionSeen) => change(person, edit, id, { action, revisionSeen }, async (tx, draft) => {
      const state = action === "hand-in" ? "in-check" as const : action === "discard" ? "discarded" as const : "draft" as const;
      await updateDraft(tx, draft.district, id, { state, revision: draft.revision, releasedVersion: null, handedInBy: action === "hand-in" ? person : action === "take-back" ? null : draft.handedInBy });
      await note(tx, person, draft.district, `rules.${action}`, id, { revision: draft.revision });
      return null;
    }),
    sendBack: ({ person, release }, id, revisionSeen, reason) => change(person, release, id, { action: "send-back", revisionSeen }, async (tx, draft) => {
      await insertReturn(tx, draft.district, id, { revision: draft.revision, reason, by: person, at: clock.machineNow() });
      await updateDraft(tx, draft.district, id, { state: "draft", revision: draft.revision, releasedVersion: null, handedInBy: null });
      await note(tx, person, draft.district, "rules.send-back", id, { revision: draft.revision });
      return null;
    }),
    release: ({ person, release }, id, revisionSeen, commandKey, words) => within(person, release, async (tx) => {
      // The command is kept in the district of the draft, so it is looked for there first, unlocked.
      const known = await findDraft(tx, release, id, "read");
      if (known === null) return null;
      const command: Command = { district: known.district, key: commandKey, action: "rules.release", object: `rule-draft:${id}`, person, body: { revision: revisionSeen, note: words }, now: clock.machineNow() };
      const carried = await once(tx, command, () => releaseDraft(tx, person, release, id, revisionSeen, words), (done) => done !== null && !("kind" in done));
      if (carried.kind === "key-used") return { kind: "refused", refusal: KEY_USED, open: await look(tx, known) };
      const { outcome } = carried;
      return outcome === null || "kind" in outcome ? outcome : { kind: "done", open: await reopened(tx, known), released: outcome.released };
    }),
  };
}

/** A document approves a row as it was: it lapses when the row's conditions or verdict change. */
function stillApproved(before: RuleContent, after: RuleContent): RuleContent["approvals"] {
  const rowOf = ({ table }: RuleContent, row: string): string => JSON.stringify(table.rules.filter(({ id }) => id === row).map(({ tests, outputs }) => [tests, outputs]));
  const isKept = ({ row, document }: RuleContent["approvals"][number]): boolean => before.approvals.some((each) => each.row === row && each.document === document);
  return after.approvals.filter((approval) => !isKept(approval) || rowOf(before, approval.row) === rowOf(after, approval.row));
}

function inForceWords({ zh, en }: LocalText, { release }: ReleasedRule): LocalText {
  return { zh: `${zh}，第 ${release.version} 版`, en: `${en}, version ${release.version}` };
}

const OUTDATED: ReleaseRefusal = {
  reason: "changed-meanwhile", status: 409,
  problem: { zh: "这张规则表已经有了更新的版本", en: "A newer version of this rule has been released" },
  remedy: { zh: "作废这份，从新版本再开一份。", en: "Discard this draft and begin one from the newer version." },
};
