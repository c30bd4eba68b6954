import { defineEvent, type Events } from "#platform/events";
import type { Log } from "#platform/http";
import { keepRefreshed, type Refreshing } from "#platform/refresh";
import type { NoticeEdition, NoticeEditions } from "../edition.ts";
import type { Notice } from "../notice.ts";
import type { NoticeArchive } from "./notice-archive.ts";
import { proveEdition, type ProofOf } from "./prove-edition.ts";

/**
 * The notices being served. `id` names what they were taken from: equal ids show equal notices, on every server. `withheld`: keys of
 * notices whose latest release cannot be proved. Neither it nor the version before is shown as in force, for it may be a withdrawal.
 */
export type NoticeSnapshot = { readonly id: string; readonly notices: readonly Notice[]; readonly editions: NoticeEditions; readonly withheld: readonly string[] };

/** Other versions are served from now on. */
export const noticesChanged = defineEvent<NoticeSnapshot>("notices.changed");

/** Holds the snapshot that pages are answered from, without the database. */
export type SnapshotKeeper = Refreshing & { readonly current: () => NoticeSnapshot };

type Shown = { readonly stamp: string; readonly editions: readonly NoticeEdition[]; readonly isWithheld: boolean };

/** A keeper of every notice the city has released, the pack's `keys` first; empty until its first `refresh`. Holds what the public may see. */
export function keepSnapshot({ archive, keys, events, log, proofOf }: { archive: NoticeArchive; keys: readonly string[]; events: Events; log: Log; proofOf: ProofOf }): SnapshotKeeper {
  let snapshot: NoticeSnapshot = { id: "", notices: [], editions: new Map(), withheld: [] };
  let shown: ReadonlyMap<string, Shown> = new Map();

  async function refreshNow(): Promise<boolean> {
    const stamps = await archive.stamps();
    const order = [...keys.filter((key) => stamps.has(key)), ...[...stamps.keys()].filter((key) => !keys.includes(key)).toSorted()];
    const id = order.map((key) => `${key}:${stamps.get(key)}`).join(" ");
    if (id === snapshot.id) return false;
    const next = new Map<string, Shown>();
    for (const key of order) {
      const stamp = stamps.get(key) ?? "";
      const before = shown.get(key);
      next.set(key, before?.stamp === stamp ? before : { stamp, ...await look(key, before?.editions ?? []) });
    }
    const editions = new Map([...next].flatMap(([key, each]) => (each.isWithheld || each.editions.length === 0 ? [] : [[key, each.editions] as const])));
    shown = next;
    snapshot = { id, editions, notices: [...editions.values()].flatMap(([latest]) => (latest === undefined ? [] : [latest.notice])), withheld: order.filter((key) => next.get(key)?.isWithheld === true) };
    await events.publish(noticesChanged, snapshot);
    return true;
  }

  /** Versions that were proved before stay the same objects: what is worked out from two of them need not be worked out again. */
  async function look(noticeKey: string, proved: readonly NoticeEdition[]): Promise<Omit<Shown, "stamp">> {
    const editions: NoticeEdition[] = [];
    let latest: "shown" | "withheld" | null = null;
    for (const kept of await archive.history(noticeKey)) {
      const { version } = kept;
      const found = await proveEdition(kept, proofOf);
      if (found === "unsigned") log.error("notice-version-nobody-released", { noticeKey, version });
      else if (typeof found === "string") log.error("notice-version-withheld", { noticeKey, version, why: found });
      if (found !== "unsigned") latest ??= typeof found === "string" ? "withheld" : "shown";
      if (typeof found !== "string") editions.push(proved.find((known) => known.notice.version === version && Buffer.from(known.bytes).equals(found.bytes)) ?? found);
    }
    return { editions, isWithheld: latest === "withheld" };
  }

  return { current: () => snapshot, ...keepRefreshed("notices", log, refreshNow) };
}
