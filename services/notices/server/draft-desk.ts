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
import { releaseRefusal, type Released, type ReleaseRefusal } from "#platform/release";
import { once, releaseVersion } from "#platform/release/server";
import { createHash } from "node:crypto";
import type { ClientBase, Pool } from "pg";
import { beginDraft, checkDraft, publicForm, withdrawalOf, type CheckedDraft, type DraftContent } from "../draft/index.ts";
import type { Notice } from "../notice.ts";
import { NOTICE_FORM, noticeOf, recordOf } from "./notice-record.ts";
import { findDraft, getVersion, insertDraft, insertRevision, insertVersion, latestVersions, listDrafts, nextVersion, updateDraft, type DraftSummary, type KeptDraft } from "./store.ts";

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

export type ImportOutcome = { readonly kind: "imported"; readonly id: string } | { readonly kind: "refused"; readonly reason: "key-taken" | "no-such-notice" | "file"; readonly problem?: ReleaseRefusal["problem"]; readonly remedy?: ReleaseRefusal["remedy"] };
export type ChangeOutcome = { readonly kind: "done"; readonly open: OpenDraft; readonly released: Released | null } | { readonly kind: "refused"; readonly refusal: ReleaseRefusal; readonly open: OpenDraft };

export type WithdrawOutcome = { readonly kind: "proposed"; readonly id: string } | { readonly kind: "refused"; readonly reason: "no-such-notice" | "withdrawn-already" };

/** Everything officers do with drafts; each is one transaction, audited in it. `person` is an id. Null: no such draft for this city. */
export type DraftDesk = {
  readonly list: () => Promise<readonly DraftSummary[]>;
  readonly open: (person: string, id: string) => Promise<OpenDraft | null>;
  readonly original: (person: string, id: string) => Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | null>;
  readonly import: (person: string, given: Import) => Promise<ImportOutcome>;
  /** Proposes to end a notice; the draft is handed in at once, as there is nothing to review. */
  readonly withdraw: (person: string, given: { readonly noticeKey: string; readonly reason: LocalText; readonly commandKey: string }) => Promise<WithdrawOutcome>;
  /** The version a draft would follow, and what it would become; null when there is nothing to compare. */
  readonly compare: (person: string, id: string) => Promise<{ readonly before: Notice; readonly after: Notice } | null>;
  readonly save: (person: string, id: string, revisionSeen: number, content: DraftContent) => Promise<ChangeOutcome | null>;
  readonly move: (person: string, id: string, action: "hand-in" | "take-back" | "discard", revisionSeen: number) => Promise<ChangeOutcome | null>;
  readonly release: (person: string, id: string, revisionSeen: number, commandKey: string, note: string) => Promise<ChangeOutcome | null>;
};

const LIST_MAX = 200;
const NO_WORDS: LocalText = { zh: "", en: "" };

/** The desk of the city's notices. */
export function draftDesk({ pool, clock, city, files, audit, sign }: DraftDeskParts): DraftDesk {
  const district = city.code;
  const within = <Result>(actor: string, work: (tx: ClientBase) => Promise<Result>): Promise<Result> => inTransaction(pool, { districts: [district], actor }, work);
  const note = (tx: ClientBase, actor: string, action: string, id: string, details: Record<string, string | number | boolean | null>) =>
    audit(tx, { district, actor, action, object: `notice-draft:${id}`, details });
  const look = async (tx: ClientBase, draft: KeptDraft, version: number): Promise<OpenDraft> => {
    if (draft.action === "withdraw") return { draft, checked: { notice: { ...await released(tx, draft.noticeKey, draft.baseVersion ?? 0), version, withdrawn: { reason: draft.content.withdrawal ?? NO_WORDS } }, reading: draft.reading, faults: [] } };
    return { draft, checked: checkDraft(draft.content, { noticeKey: draft.noticeKey, version, text: draft.text, reading: draft.reading, city, today: dayInChina(clock.policyNow()) }) };
  };
  const released = async (tx: ClientBase, noticeKey: string, version: number): Promise<Notice> => noticeOf((await getVersion(tx, district, noticeKey, version)).record, version);
  const expectedVersion = (draft: KeptDraft): number => draft.releasedVersion ?? (draft.baseVersion ?? 0) + 1;

  async function importNotice(tx: ClientBase, person: string, given: Import, file: HeldFile | null): Promise<ImportOutcome> {
    const versions = await latestVersions(tx, district, NOTICE_FORM);
    const baseVersion = given.action === "amend" ? versions.get(given.noticeKey) ?? null : null;
    if (given.action === "release" && versions.has(given.noticeKey)) return { kind: "refused", reason: "key-taken" };
    if (given.action === "amend" && baseVersion === null) return { kind: "refused", reason: "no-such-notice" };
    const base = baseVersion === null ? null : await released(tx, given.noticeKey, baseVersion);
    faultPoint("import.before-file");
    const kept = file === null ? null : await files.keep(tx, file);
    faultPoint("import.after-file");
    const id = newId(clock.machineNow());
    const now = clock.machineNow();
    faultPoint("import.before-draft");
    await insertDraft(tx, district, {
      id, noticeKey: given.noticeKey, action: given.action, baseVersion, fileId: kept?.id ?? null, text: given.text, reading: given.reading, state: "draft", revision: 1,
      createdBy: person, createdAt: now, content: beginDraft(given.reading, base), changedBy: person, changedAt: now,
    }, createHash("sha256").update(given.text, "utf8").digest("hex"));
    faultPoint("import.after-draft");
    faultPoint("import.before-audit");
    await note(tx, person, "notices.import", id, { notice: given.noticeKey, action: given.action, orders: given.reading.obligations.length, remarks: given.reading.remarks.length });
    return { kind: "imported", id };
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
    const refusal = releaseRefusal(action, { state: draft.state, person, editors: draft.editors, revision: draft.revision, revisionSeen, openFaults: open.checked.faults.length })
      ?? (action === "release" && version !== (draft.baseVersion ?? 0) + 1 ? OUTDATED : null);
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
      const before = await released(tx, draft.noticeKey, draft.baseVersion);
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
      const held = given.file === null ? null : await files.hold({ district, ...given.file, madeBy: person });
      if (held?.kind === "refused") return { kind: "refused", reason: "file", problem: held.refusal.problem, remedy: held.refusal.remedy };
      const outcome = await within(person, async (tx) => {
        const done = await once(tx, { district, key: given.commandKey, now: clock.machineNow() }, () => importNotice(tx, person, given, held?.file ?? null), ({ kind }) => kind === "imported");
        faultPoint("import.before-commit");
        return done;
      });
      faultPoint("import.after-commit");
      return outcome;
    },
    withdraw: async (person, { noticeKey, reason, commandKey }) => within(person, (tx) => once(tx, { district, key: commandKey, now: clock.machineNow() }, async (): Promise<WithdrawOutcome> => {
      const baseVersion = (await latestVersions(tx, district, NOTICE_FORM)).get(noticeKey) ?? null;
      if (baseVersion === null) return { kind: "refused", reason: "no-such-notice" };
      const base = await released(tx, noticeKey, baseVersion);
      if (base.withdrawn !== null) return { kind: "refused", reason: "withdrawn-already" };
      const [id, now] = [newId(clock.machineNow()), clock.machineNow()];
      await insertDraft(tx, district, {
        id, noticeKey, action: "withdraw", baseVersion, fileId: null, text: base.text, reading: base.reading, state: "in-check", revision: 1,
        createdBy: person, createdAt: now, content: withdrawalOf(base, reason), changedBy: person, changedAt: now,
      }, base.textSha256);
      await note(tx, person, "notices.propose-withdrawal", id, { notice: noticeKey, version: baseVersion });
      return { kind: "proposed", id };
    }, ({ kind }) => kind === "proposed")),
    save: (person, id, revisionSeen, content) => change(person, id, { action: "edit", revisionSeen }, async (tx, { draft }) => {
      const revision = draft.revision + 1;
      const changedAt = clock.machineNow();
      await insertRevision(tx, district, id, revision, content, person, changedAt);
      await updateDraft(tx, district, id, { state: "draft", revision, releasedVersion: null });
      await note(tx, person, "notices.edit", id, { revision, corrections: content.corrections.length });
      return { open: await look(tx, { ...draft, content, revision, changedBy: person, changedAt, editors: [...new Set([...draft.editors, person])] }, expectedVersion(draft)), released: null };
    }),
    move: async (person, id, action, revisionSeen) => {
      const outcome = await change(person, id, { action, revisionSeen }, async (tx, { draft }) => {
        const state = action === "hand-in" ? "in-check" as const : action === "discard" ? "discarded" as const : "draft" as const;
        faultPoint("check.before-state");
        await updateDraft(tx, district, id, { state, revision: draft.revision, releasedVersion: null });
        await note(tx, person, `notices.${action}`, id, { revision: draft.revision });
        faultPoint("check.before-commit");
        return { open: await look(tx, { ...draft, state }, expectedVersion(draft)), released: null };
      });
      faultPoint("check.after-commit");
      return outcome;
    },
    release: async (person, id, revisionSeen, commandKey, words) => {
      const outcome = await within(person, async (tx) => {
        const draft = await findDraft(tx, district, id, "change");
        if (draft === null) return null;
        if (draft.state === "released") {
          const again = await once(tx, { district, key: commandKey, now: clock.machineNow() }, async () => null as Released | null, () => false);
          if (again !== null) return { kind: "done" as const, open: await look(tx, draft, expectedVersion(draft)), released: again };
        }
        return decide(tx, person, draft, { action: "release", revisionSeen }, async (own, open) => {
          const done = await once(own, { district, key: commandKey, now: clock.machineNow() }, () => keepRelease(own, person, open, words), () => true);
          await updateDraft(own, district, id, { state: "released", revision: draft.revision, releasedVersion: done.version });
          faultPoint("release.before-audit");
          await note(own, person, "notices.release", id, { notice: draft.noticeKey, version: done.version, sha256: done.sha256, edits: done.editCount });
          faultPoint("release.before-commit");
          return { open: await look(own, { ...draft, state: "released", releasedVersion: done.version }, done.version), released: done };
        });
      });
      faultPoint("release.after-commit");
      return outcome;
    },
  };

  async function keepRelease(tx: ClientBase, person: string, { draft, checked }: OpenDraft, words: string): Promise<Released> {
    const notice = noticeToRelease(checked);
    const done = await releaseVersion(tx, district, {
      kind: "notice", key: draft.noticeKey, version: notice.version, action: draft.action, checkedBy: draft.changedBy, releasedBy: person,
      editCount: draft.content.corrections.length, note: words, content: publicForm(notice),
    }, { clock, sign });
    faultPoint("release.before-notice");
    await insertVersion(tx, district, recordOf(notice), notice.version, clock.machineNow());
    faultPoint("release.after-notice");
    return done;
  }
}

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
