import type { LocalText } from "#platform/i18n";
import type { ReleaseState } from "#platform/release";
import type { ClientBase } from "pg";
import type { RuleContent } from "../draft/index.ts";

/** A draft of a rule with its latest content. */
export type KeptRuleDraft = {
  readonly district: string;
  readonly id: string;
  readonly ruleKey: string;
  readonly baseVersion: number | null;
  readonly state: ReleaseState;
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly handedInBy: string | null;
  readonly releasedVersion: number | null;
  readonly content: RuleContent;
  readonly changedBy: string;
  readonly changedAt: Date;
  /** Everybody who ever changed it, and who handed it in. */
  readonly editors: readonly string[];
  /** Why it was sent back, the last time first. */
  readonly returns: readonly RuleReturn[];
};

/** A releaser's reason for sending a draft back, and the revision that was looked at. */
export type RuleReturn = { readonly revision: number; readonly reason: string; readonly by: string; readonly at: Date };

/** A draft in a list, without its table. */
export type RuleDraftSummary = Omit<KeptRuleDraft, "content" | "editors" | "returns"> & { readonly title: LocalText; readonly sentBack: boolean };

/** Whoever else would begin or release this rule in this district waits until the transaction ends. */
export async function lockRule(tx: ClientBase, district: string, ruleKey: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`rule ${district} ${ruleKey}`]);
}

/** The draft of this rule that is still on its way in the district; null when there is none. */
export async function findOpenDraft(tx: ClientBase, district: string, ruleKey: string): Promise<string | null> {
  const { rows: [row] } = await tx.query<{ id: string }>("select id from rules.draft where district = $1 and rule_key = $2 and state in ('draft', 'in-check') order by created_at limit 1", [district, ruleKey]);
  return row?.id ?? null;
}

export async function insertDraft(tx: ClientBase, { district, id, ruleKey, baseVersion, createdBy, createdAt }: Pick<KeptRuleDraft, "district" | "id" | "ruleKey" | "baseVersion" | "createdBy" | "createdAt">): Promise<void> {
  await tx.query("insert into rules.draft (district, id, rule_key, base_version, state, revision, created_by, created_at) values ($1, $2, $3, $4, 'draft', 1, $5, $6)", [district, id, ruleKey, baseVersion, createdBy, createdAt]);
}

export async function insertRevision(tx: ClientBase, district: string, draftId: string, revision: number, content: RuleContent, changedBy: string, changedAt: Date): Promise<void> {
  await tx.query("insert into rules.draft_revision (district, draft_id, revision, content, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6)", [district, draftId, revision, JSON.stringify(content), changedBy, changedAt]);
}

/** A draft in one of these districts, locked until the transaction ends when it is to be changed; null when the context sees none. */
export async function findDraft(tx: ClientBase, districts: readonly string[], id: string, purpose: "read" | "change"): Promise<KeptRuleDraft | null> {
  const { rows: [draft] } = await tx.query<DraftRow>(`select ${COLUMNS} from rules.draft where district = any ($1) and id = $2${purpose === "change" ? " for update" : ""}`, [districts, id]);
  if (draft === undefined) return null;
  const { district, revision, handed_in_by: handedInBy } = draft;
  const { rows } = await tx.query<{ revision: number; content: RuleContent | null; changed_by: string; changed_at: Date }>(
    "select revision, case when revision = $3 then content end as content, changed_by, changed_at from rules.draft_revision where district = $1 and draft_id = $2 order by revision desc", [district, id, revision]);
  const latest = rows.find(({ content }) => content !== null);
  if (latest === undefined || latest.content === null) throw new Error(`rule draft ${id} has no revision ${revision}`);
  const { rows: returns } = await tx.query<RuleReturn>('select revision, reason, returned_by as "by", returned_at as "at" from rules.draft_return where district = $1 and draft_id = $2 order by number desc', [district, id]);
  return { ...draftOf(draft), content: latest.content, changedBy: latest.changed_by, changedAt: latest.changed_at, editors: [...new Set([...rows.map((row) => row.changed_by), ...(handedInBy === null ? [] : [handedInBy])])], returns };
}

/** Drafts of the districts, those changed last first. */
export async function listDrafts(tx: ClientBase, districts: readonly string[], limit: number): Promise<readonly RuleDraftSummary[]> {
  const { rows } = await tx.query<DraftRow & { title: LocalText; sent_back: boolean; changed_by: string; changed_at: Date }>(
    `select ${COLUMNS.split(", ").map((column) => `d.${column}`).join(", ")}, r.content -> 'title' as title, r.changed_by, r.changed_at,
            d.state = 'draft' and exists (select 1 from rules.draft_return b where b.district = d.district and b.draft_id = d.id and b.revision = d.revision) as sent_back
       from rules.draft d join rules.draft_revision r on r.district = d.district and r.draft_id = d.id and r.revision = d.revision
      where d.district = any ($1) order by r.changed_at desc, d.id limit $2`, [districts, limit]);
  return rows.map((row) => ({ ...draftOf(row), title: row.title, sentBack: row.sent_back, changedBy: row.changed_by, changedAt: row.changed_at }));
}

export async function updateDraft(tx: ClientBase, district: string, id: string, change: Pick<KeptRuleDraft, "state" | "revision" | "releasedVersion" | "handedInBy">): Promise<void> {
  await tx.query("update rules.draft set state = $3, revision = $4, released_version = $5, handed_in_by = $6 where district = $1 and id = $2", [district, id, change.state, change.revision, change.releasedVersion, change.handedInBy]);
}

/** Keeps why a draft was sent back; the draft is locked by `findDraft`, so numbers follow each other. */
export async function insertReturn(tx: ClientBase, district: string, draftId: string, { revision, reason, by, at }: RuleReturn): Promise<void> {
  await tx.query(
    `insert into rules.draft_return (district, draft_id, number, revision, reason, returned_by, returned_at)
     select $1, $2, count(*) + 1, $3, $4, $5, $6 from rules.draft_return where district = $1 and draft_id = $2`, [district, draftId, revision, reason, by, at]);
}

const COLUMNS = "district, id, rule_key, base_version, state, revision, created_by, created_at, handed_in_by, released_version";
type DraftRow = { district: string; id: string; rule_key: string; base_version: number | null; state: ReleaseState; revision: number; created_by: string; created_at: Date; handed_in_by: string | null; released_version: number | null };

function draftOf({ district, id, rule_key: ruleKey, base_version: baseVersion, state, revision, created_by: createdBy, created_at: createdAt, handed_in_by: handedInBy, released_version: releasedVersion }: DraftRow) {
  return { district, id, ruleKey, baseVersion, state, revision, createdBy, createdAt, handedInBy, releasedVersion };
}
