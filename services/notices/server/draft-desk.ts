import type { Reading } from "#engines/reading";
import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { inTransaction, newId } from "#platform/db/server";
import { dayInChina } from "#platform/i18n";
import { faultPoint } from "#platform/fault-points/server";
import type { FileStore, HeldFile } from "#platform/files/server";
import type { Signature } from "#platform/keys";
import type { LocalText } from "#platform/i18n";
import type { City } from "#platform/pack";
import { KEY_USED, releaseRefusal, type Released, type ReleaseRefusal } from "#platform/release";
import { once, releasesOf, releaseVersion, type Command } from "#platform/release/server";
import { createHash } from "node:crypto";
import type { ClientBase, Pool } from "pg";
import { beginDraft, checkDraft, checkWithdrawal, publicForm, withdrawalOf, type CheckedDraft, type DraftContent } from "../draft/index.ts";
import type { Notice } from "../notice.ts";
import { NOTICE_KIND } from "./notice-archive.ts";
import { readRecord, recordOf, type ReadRecord } from "./notice-record.ts";
import { findDraft, findOpenDraft, getVersion, insertDraft, insertReturn, insertRevision, insertVersion, listDrafts, nextVersion, releasedContent, updateDraft, type DraftSummary, type KeptDraft } from "./store.ts";

/** What the desk of a city works with. */
export type DraftDeskParts = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly city: Pick<City, "code" | "bodies">;
  readonly files: FileStore;
  readonly audit: AppendAudit;
  readonly sign: (tx: ClientBase, bytes: Uint8Array) => Promise<Signature>;
};

/** A draft as an officer sees it: what it says, what was read and corrected, what keeps it from being released. */
export type OpenDraft = { readonly draft: KeptDraft; readonly checked: CheckedDraft };

/** What was imported: the text as extracted, the reading of it, and the file it came in. */
export type Import = {
  readonly noticeKey: string;
  readonly action: "release" | "amend";
  readonly text: string;
  readonly reading: Reading;
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** Made by the caller; the same import sent twice makes one draft. */
  readonly commandKey: string;
};

/** `unreadable`: the version in force cannot be read here, as a newer program wrote it or it was changed behind our back. */
export type ImportOutcome = { readonly kind: "imported"; readonly id: string } | { readonly kind: "refused"; readonly reason: "draft-open"; readonly draftId: string } | { readonly kind: "refused"; readonly reason: "key-taken" | "no-such-notice" | "unreadable" | "key-used" } | { readonly kind: "refused"; readonly reason: "file"; readonly problem: LocalText; readonly remedy: LocalText };
export type ChangeOutcome = { readonly kind: "done"; readonly open: OpenDraft; readonly released: Released | null } | { readonly kind: "refused"; readonly refusal: ReleaseRefusal; readonly open: OpenDraft };

export type WithdrawOutcome = { readonly kind: "proposed"; readonly id: string } | { readonly kind: "refused"; readonly reason: "no-such-notice" | "withdrawn-already" | "unreadable" | "key-used" };

/** Everything officers do with drafts; each is one transaction, audited in it. `person` is an id. Null: no such draft for this city. */
export type DraftDesk = {
  readonly list: () => Promise<readonly DraftSummary[]>;
  readonly open: (person: string, id: string) => Promise<OpenDraft | null>;
  readonly original: (person: string, id: string) => Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | null>;
  readonly import: (person: string, given: Import) => Promise<ImportOutcome>;
  /** Proposes to end a notice; the draft is handed in at once, as there is nothing to review, and stands as proposed: it is released or discarded. */
  readonly withdraw: (person: string, given: { readonly noticeKey: string; readonly reason: LocalText; readonly commandKey: string }) => Promise<WithdrawOutcome>;
  /** The version a draft would follow, and what it would become; null when there is nothing to compare. */
  readonly compare: (person: string, id: string) => Promise<{ readonly before: Notice; readonly after: Notice } | null>;
  readonly save: (person: string, id: string, revisionSeen: number, content: DraftContent) => Promise<ChangeOutcome | null>;
  readonly move: (person: string, id: string, action: "hand-in" | "take-back" | "discard", revisionSeen: number) => Promise<ChangeOutcome | null>;
  /** The second officer's other choice: back to whoever reviewed it, with the reason. */
  readonly sendBack: (person: string, id: string, revisionSeen: number, reason: string) => Promise<ChangeOutcome | null>;
  readonly release: (person: string, id: string, revisionSeen: number, commandKey: string, note: string) => Promise<ChangeOutcome | null>;
};

const LIST_MAX = 200;

/** The desk of the city's notices. */
export function draftDesk({ pool, clock, city, files, audit, sign }: DraftDeskParts): DraftDesk {
  const district = city.code;
  const within = <Result>(actor: string, work: (tx: ClientBase) => Promise<Result>): Promise<Result> => inTransaction(pool, { districts: [district], actor }, work);
  const note = (tx: ClientBase, actor: string, action: string, id: string, details: Record<string, string | number | boolean | null>) =>
    audit(tx, { district, actor, action, object: `notice-draft:${id}`, details });
  const look = async (tx: ClientBase, draft: KeptDraft, version: number): Promise<OpenDraft> => {
    if (draft.action === "withdraw") return { draft, checked: checkWithdrawal(draft.content, await base(tx, draft), version) };
    return { draft, checked: checkDraft(draft.content, { noticeKey: draft.noticeKey, version, text: draft.text, reading: draft.reading, city, today: dayInChina(clock.policyNow()) }) };
  };
  const versionInForce = async (tx: ClientBase, noticeKey: string): Promise<number | null> => (await releasesOf(tx, district, NOTICE_KIND, noticeKey))[0]?.version ?? null;
  const readVersion = async (tx: ClientBase, noticeKey: string, version: number): Promise<ReadRecord> => readRecord((await getVersion(tx, district, noticeKey, version)).record, version);
  /** The version a draft was begun from. It could be read then. */
  const base = async (tx: ClientBase, { noticeKey, baseVersion }: Pick<KeptDraft, "noticeKey" | "baseVersion">): Promise<Notice> => {
    const read = await readVersion(tx, noticeKey, baseVersion ?? 0);
    if (read.kind === "unreadable") throw new Error(`notice ${noticeKey} version ${baseVersion}: ${read.why}`);
    return read.notice;
  };
  const expectedVersion = (draft: KeptDraft): number => draft.releasedVersion ?? (draft.baseVersion ?? 0) + 1;
  const command = (person: string, key: string, action: string, object: string, body: unknown): Command => ({ district, key, action, object, person, body, now: clock.machineNow() });

  async function importNotice(tx: ClientBase, person: string, { noticeKey, action, text, reading }: Import, file: HeldFile | null): Promise<ImportOutcome> {
    const inForce = await versionInForce(tx, noticeKey);
    if (action === "release" && inForce !== null) return { kind: "refused", reason: "key-taken" };
    if (action === "amend" && inForce === null) return { kind: "refused", reason: "no-such-notice" };
    const read = inForce === null ? null : await readVersion(tx, noticeKey, inForce);
    if (read?.kind === "unreadable") return { kind: "refused", reason: "unreadable" };
    const open = action === "release" ? await findOpenDraft(tx, district, noticeKey) : null;
    if (open !== null) return { kind: "refused", reason: "draft-open", draftId: open };
    const kept = file === null ? null : await files.keep(tx, file);
    faultPoint("import.after-file");
    const [id, now] = [newId(clock.machineNow()), clock.machineNow()];
    await insertDraft(tx, district, {
      id, noticeKey, action, baseVersion: inForce, fileId: kept?.id ?? null, text, reading, state: "draft", revision: 1, createdBy: person, createdAt: now, handedInBy: null,
    }, sha256(text));
    faultPoint("import.after-draft-row");
    const amended = read === null ? null : { base: await withCorrections(tx, read.notice), text };
    await insertRevision(tx, district, id, 1, beginDraft(reading, amended), person, now);
    faultPoint("import.after-revision");
    await note(tx, person, "notices.import", id, { notice: noticeKey, action, orders: reading.obligations.length, remarks: reading.remarks.length });
    faultPoint("import.after-audit");
    return { kind: "imported", id };
  }

  /** Versions once kept without their corrections have them in the draft they were released from. */
  async function withCorrections(tx: ClientBase, notice: Notice): Promise<Notice> {
    if (notice.corrections !== undefined || notice.correctionCount === 0) return notice;
    return { ...notice, corrections: (await releasedContent(tx, district, notice.key, notice.version))?.corrections ?? [] };
  }

  /** Locks the draft, asks the rules, does the work when they allow it. */
  async function change(person: string, id: string, asked: { action: Parameters<typeof releaseRefusal>[0]; revisionSeen: number }, work: (tx: ClientBase, open: OpenDraft) => Promise<{ open: OpenDraft; released: Released | null }>): Promise<ChangeOutcome | null> {
    return within(person, async (tx) => {
      const draft = await findDraft(tx, district, id, "change");
      return draft === null ? null : decide(tx, person, draft, asked, work);
    });
  }

  async function decide(tx: ClientBase, person: string, draft: KeptDraft, { action, revisionSeen }: { action: Parameters<typeof releaseRefusal>[0]; revisionSeen: number }, work: (tx: ClientBase, open: OpenDraft) => Promise<{ open: OpenDraft; released: Released | null }>): Promise<ChangeOutcome> {
    const version = action === "release" ? await nextVersion(tx, district, draft.noticeKey) : expectedVersion(draft);
    const open = await look(tx, draft, version);
    const refusal = (draft.action === "withdraw" && (action === "edit" || action === "take-back") ? STANDS_AS_PROPOSED : null)
      ?? releaseRefusal(action, { state: draft.state, person, editors: draft.editors, revision: draft.revision, revisionSeen, openFaults: open.checked.faults.length })
      ?? (action === "release" && await versionInForce(tx, draft.noticeKey) !== draft.baseVersion ? OUTDATED : null);
    return refusal === null ? { kind: "done", ...await work(tx, open) } : { kind: "refused", refusal, open };
  }

  return {
    list: () => within("server", (tx) => listDrafts(tx, district, LIST_MAX)),
    open: (person, id) => within(person, async (tx) => {
      const draft = await findDraft(tx, district, id, "read");
      return draft === null ? null : look(tx, draft, expectedVersion(draft));
    }),
    compare: (person, id) => within(person, async (tx) => {
      const draft = await findDraft(tx, district, id, "read");
      if (draft === null || draft.baseVersion === null) return null;
      const { checked: { notice, reading } } = await look(tx, draft, expectedVersion(draft));
      const before = await base(tx, draft);
      return { before, after: notice ?? { ...before, text: draft.text, reading, clauses: [] } };
    }),
    original: (person, id) => within(person, async (tx) => {
      const draft = await findDraft(tx, district, id, "read");
      if (draft?.fileId === null || draft === null) return null;
      const kept = await files.get(tx, district, draft.fileId);
      if (kept === null) return null;
      await note(tx, person, "notices.read-original", id, { file: draft.fileId });
      return { name: kept.file.name, mediaType: kept.file.mediaType, bytes: kept.bytes };
    }),
    import: async (person, given) => {
      const { noticeKey, action, text, file, commandKey } = given;
      const asked = command(person, commandKey, "notices.import", `notice:${noticeKey}`, { action, textSha256: sha256(text), file: file === null ? null : { name: file.name, sha256: sha256(file.bytes) } });
      const held = file === null ? null : await files.hold({ district, ...file, madeBy: person });
      if (held?.kind === "refused") return { kind: "refused", reason: "file", problem: held.refusal.problem, remedy: held.refusal.remedy };
      const carried = await within(person, async (tx) => {
        const done = await once(tx, asked, () => importNotice(tx, person, given, held?.file ?? null), ({ kind }) => kind === "imported");
        faultPoint("import.before-commit");
        return done;
      });
      faultPoint("import.after-commit");
      return carried.kind === "carried" ? carried.outcome : { kind: "refused", reason: "key-used" };
    },
    withdraw: async (person, { noticeKey, reason, commandKey }) => {
      const asked = command(person, commandKey, "notices.propose-withdrawal", `notice:${noticeKey}`, { reason });
      const carried = await within(person, (tx) => once(tx, asked, () => proposeWithdrawal(tx, person, noticeKey, reason), ({ kind }) => kind === "proposed"));
      return carried.kind === "carried" ? carried.outcome : { kind: "refused", reason: "key-used" };
    },
    save: (person, id, revisionSeen, given) => change(person, id, { action: "edit", revisionSeen }, async (tx, { draft }) => {
      const { lost } = draft.content;
      const content: DraftContent = { ...given, ...(lost === undefined ? {} : { lost }) };
      const revision = draft.revision + 1;
      const changedAt = clock.machineNow();
      await insertRevision(tx, district, id, revision, content, person, changedAt);
      await updateDraft(tx, district, id, { state: "draft", revision, releasedVersion: null, handedInBy: null });
      await note(tx, person, "notices.edit", id, { revision, corrections: content.corrections.length });
      return { open: await look(tx, { ...draft, content, revision, changedBy: person, changedAt, editors: [...new Set([...draft.editors, person])] }, expectedVersion(draft)), released: null };
    }),
    move: async (person, id, action, revisionSeen) => {
      const outcome = await change(person, id, { action, revisionSeen }, async (tx, { draft }) => {
        const state = action === "hand-in" ? "in-check" as const : action === "discard" ? "discarded" as const : "draft" as const;
        const handedInBy = action === "hand-in" ? person : action === "take-back" ? null : draft.handedInBy;
        await updateDraft(tx, district, id, { state, revision: draft.revision, releasedVersion: null, handedInBy });
        faultPoint("check.after-state");
        await note(tx, person, `notices.${action}`, id, { revision: draft.revision });
        faultPoint("check.before-commit");
        return { open: await reopened(tx, id), released: null };
      });
      faultPoint("check.after-commit");
      return outcome;
    },
    sendBack: (person, id, revisionSeen, reason) => change(person, id, { action: "send-back", revisionSeen }, async (tx, { draft }) => {
      await insertReturn(tx, district, id, { revision: draft.revision, reason, by: person, at: clock.machineNow() });
      await updateDraft(tx, district, id, { state: "draft", revision: draft.revision, releasedVersion: null, handedInBy: null });
      await note(tx, person, "notices.send-back", id, { revision: draft.revision });
      return { open: await reopened(tx, id), released: null };
    }),
    release: async (person, id, revisionSeen, commandKey, words) => {
      const asked = command(person, commandKey, "notices.release", `notice-draft:${id}`, { revision: revisionSeen, note: words });
      const outcome = await within(person, async (tx): Promise<ChangeOutcome | null> => {
        const carried = await once(tx, asked, () => releaseDraft(tx, person, id, revisionSeen, words), (done) => done?.kind === "released");
        faultPoint("release.before-commit");
        if (carried.kind === "key-used") {
          const draft = await findDraft(tx, district, id, "read");
          return draft === null ? null : { kind: "refused", refusal: KEY_USED, open: await look(tx, draft, expectedVersion(draft)) };
        }
        const { outcome: done } = carried;
        return done?.kind === "released" ? { kind: "done", open: await reopened(tx, id), released: done.released } : done;
      });
      faultPoint("release.after-commit");
      return outcome;
    },
  };

  async function proposeWithdrawal(tx: ClientBase, person: string, noticeKey: string, reason: LocalText): Promise<WithdrawOutcome> {
    const baseVersion = await versionInForce(tx, noticeKey);
    if (baseVersion === null) return { kind: "refused", reason: "no-such-notice" };
    const read = await readVersion(tx, noticeKey, baseVersion);
    if (read.kind === "unreadable") return { kind: "refused", reason: "unreadable" };
    const { notice } = read;
    if (notice.withdrawn !== null) return { kind: "refused", reason: "withdrawn-already" };
    const [id, now] = [newId(clock.machineNow()), clock.machineNow()];
    await insertDraft(tx, district, {
      id, noticeKey, action: "withdraw", baseVersion, fileId: null, text: notice.text, reading: notice.reading, state: "in-check", revision: 1, createdBy: person, createdAt: now, handedInBy: person,
    }, notice.textSha256);
    await insertRevision(tx, district, id, 1, withdrawalOf(await withCorrections(tx, notice), reason), person, now);
    await note(tx, person, "notices.propose-withdrawal", id, { notice: noticeKey, version: baseVersion });
    return { kind: "proposed", id };
  }

  /** What is kept of a release's outcome is what was released; the draft is opened again beside it. */
  type ReleaseDone = { readonly kind: "released"; readonly released: Released } | Extract<ChangeOutcome, { kind: "refused" }>;

  /** Locks the draft, then its notice, then the key that signs; the audit's chain last. */
  async function releaseDraft(tx: ClientBase, person: string, id: string, revisionSeen: number, words: string): Promise<ReleaseDone | null> {
    const draft = await findDraft(tx, district, id, "change");
    if (draft === null) return null;
    const decided = await decide(tx, person, draft, { action: "release", revisionSeen }, async (own, open) => {
      const done = await keepRelease(own, person, open, words);
      await updateDraft(own, district, id, { state: "released", revision: draft.revision, releasedVersion: done.version, handedInBy: draft.handedInBy });
      faultPoint("release.after-state");
      await note(own, person, "notices.release", id, { notice: draft.noticeKey, version: done.version, sha256: done.sha256, edits: done.editCount });
      faultPoint("release.after-audit");
      return { open, released: done };
    });
    if (decided.kind === "refused") return decided;
    if (decided.released === null) throw new Error("what was released is told");
    return { kind: "released", released: decided.released };
  }

  async function reopened(tx: ClientBase, id: string): Promise<OpenDraft> {
    const draft = await findDraft(tx, district, id, "read");
    if (draft === null) throw new Error(`draft ${id} was there a moment ago`);
    return look(tx, draft, expectedVersion(draft));
  }

  async function keepRelease(tx: ClientBase, person: string, { draft, checked }: OpenDraft, words: string): Promise<Released> {
    const notice = noticeToRelease(checked);
    const done = await releaseVersion(tx, district, {
      kind: NOTICE_KIND, key: draft.noticeKey, version: notice.version, action: draft.action, checkedBy: draft.handedInBy ?? draft.changedBy, releasedBy: person,
      editCount: draft.content.corrections.length, note: words, content: (facts) => publicForm(notice, facts),
    }, { clock, sign });
    await insertVersion(tx, district, recordOf(notice), { version: notice.version, inputSha256: null, recordedAt: clock.machineNow() });
    faultPoint("release.after-version");
    return done;
  }
}

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** The rules have let it through: a draft without open faults has its notice. */
function noticeToRelease({ notice }: CheckedDraft): Notice {
  if (notice === null) throw new Error("a draft without faults makes a notice");
  return notice;
}

const OUTDATED: ReleaseRefusal = {
  reason: "changed-meanwhile", status: 409,
  problem: { zh: "这份通知已经有了更新的版本", en: "A newer version of this notice has been released" },
  remedy: { zh: "在新版本的基础上重新导入，再改。", en: "Import it again on top of the newer version." },
};
/** What residents will read as the reason was proposed as a whole: it is released or discarded as a whole. */
const STANDS_AS_PROPOSED: ReleaseRefusal = {
  reason: "stands-as-proposed", status: 409,
  problem: { zh: "提出的撤回不能改", en: "A proposed withdrawal cannot be changed" },
  remedy: { zh: "把它作废，写好原因再提出一次。", en: "Discard it, then propose it again with the reason as it should be." },
};
