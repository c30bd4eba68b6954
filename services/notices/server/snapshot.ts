import { defineEvent, type Events } from "#platform/events";
import type { Log } from "#platform/http";
import { publicNotice } from "../draft/index.ts";
import type { Released } from "#platform/release";
import type { NoticeEdition, NoticeEditions } from "../edition.ts";
import type { Notice } from "../notice.ts";
import type { NoticeArchive } from "./notice-archive.ts";

/** The notices being served. `id` names their versions, `stay-put:2`: equal ids show equal notices, on every server. */
export type NoticeSnapshot = { readonly id: string; readonly notices: readonly Notice[]; readonly editions: NoticeEditions };

/** Other versions are served from now on. */
export const noticesChanged = defineEvent<NoticeSnapshot>("notices.changed");

/** Holds the snapshot that pages are answered from, without the database. */
export type SnapshotKeeper = {
  readonly current: () => NoticeSnapshot;
  /** Asks the database once; true when something changed. Rejects when the database does not answer. */
  readonly refresh: () => Promise<boolean>;
  /** Refreshes every `milliseconds` until `stop`. While the database is away the last snapshot goes on being served. */
  readonly watch: (milliseconds: number) => void;
  readonly stop: () => void;
};

/** A keeper of every notice the city has released, the pack's `keys` first; empty until its first `refresh`. Holds what the public may see. */
export function keepSnapshot(
  { archive, keys, events, log, isGenuine }: {
    archive: NoticeArchive; keys: readonly string[]; events: Events; log: Log;
    /** Whether a release's signature holds for this content. */
    isGenuine: (release: Released, notice: Notice) => Promise<boolean>;
  },
): SnapshotKeeper {
  let snapshot: NoticeSnapshot = { id: "", notices: [], editions: new Map() };
  let timer: NodeJS.Timeout | null = null;
  let failing = false;

  async function refresh(): Promise<boolean> {
    const versions = await archive.versions();
    const order = [...keys.filter((key) => versions.has(key)), ...[...versions.keys()].filter((key) => !keys.includes(key)).toSorted()];
    if (idOf(order, versions) === snapshot.id) return false;
    const editions = new Map<string, readonly NoticeEdition[]>();
    for (const key of order) editions.set(key, await editionsOf(key));
    const notices = [...editions.values()].flatMap(([latest]) => (latest === undefined ? [] : [latest.notice]));
    const next = { id: notices.map(({ key, version }) => `${key}:${version}`).join(" "), notices, editions };
    snapshot = next;
    await events.publish(noticesChanged, next);
    return true;
  }

  async function editionsOf(key: string): Promise<readonly NoticeEdition[]> {
    const editions: NoticeEdition[] = [];
    for (const { notice, release } of await archive.history(key)) {
      const genuine = release !== null && await isGenuine(release, notice);
      if (release !== null && !genuine) log.error("notice-signature-does-not-hold", { noticeKey: key, version: notice.version });
      editions.push({ notice: publicNotice(notice), release, genuine });
    }
    return editions;
  }

  async function turn(milliseconds: number): Promise<void> {
    try {
      await refresh();
      if (failing) log.info("notices-refresh-works-again");
      failing = false;
    } catch (error) {
      if (!failing) log.warn("notices-refresh-failed", { error: error instanceof Error ? error.name : typeof error });
      failing = true;
    }
    if (timer !== null) plan(milliseconds);
  }
  function plan(milliseconds: number): void {
    timer = setTimeout(() => { void turn(milliseconds); }, milliseconds);
    timer.unref();
  }
  return {
    current: () => snapshot, refresh, watch: plan,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

function idOf(keys: readonly string[], versions: ReadonlyMap<string, number>): string {
  return keys.filter((key) => versions.has(key)).map((key) => `${key}:${versions.get(key)}`).join(" ");
}
