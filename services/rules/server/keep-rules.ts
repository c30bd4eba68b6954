import { inTransaction } from "#platform/db/server";
import type { Log } from "#platform/http";
import { keepRefreshed, type Refreshing } from "#platform/refresh";
import { latestReleasesIn } from "#platform/release/server";
import type { Pool } from "pg";
import { releasedRules, RULE_KIND, type ProveRule, type ReleasedRule } from "./rule-archive.ts";

/** Every released version of some rules, by district and rule, newest first. `id` names what they were taken from: equal ids hold equal rules, on every server. */
export type RuleSnapshot = { readonly id: string; readonly of: (district: string, ruleKey: string) => readonly ReleasedRule[] };

/** Holds released rules in memory, so that cases are decided without the database. */
export type RuleKeeper = Refreshing & { readonly current: () => RuleSnapshot };

type KeeperParts = { readonly pool: Pool; readonly districts: readonly string[]; readonly ruleKeys: readonly string[]; readonly prove: ProveRule; readonly log: Log; readonly changed: (snapshot: RuleSnapshot) => void | Promise<void> };

/** A keeper of these rules in these districts, each version proved by its signature; empty until its first `refresh`. */
export function keepRules({ pool, districts, ruleKeys, prove, log, changed }: KeeperParts): RuleKeeper {
  let snapshot: RuleSnapshot = { id: "", of: () => [] };
  async function refreshNow(): Promise<boolean> {
    const next = await inTransaction(pool, { districts, actor: "server" }, async (tx) => {
      const latest = (await latestReleasesIn(tx, districts, RULE_KIND)).filter(({ key }) => ruleKeys.includes(key));
      const id = latest.map(({ district, key, version, sha256, count }) => `${district}:${key}:${version}:${sha256}:${count}`).join(" ");
      if (id === snapshot.id) return null;
      const found = new Map<string, readonly ReleasedRule[]>();
      for (const { district, key } of latest) found.set(`${district} ${key}`, await releasedRules(tx, district, key, prove));
      return { id, of: (district: string, ruleKey: string) => found.get(`${district} ${ruleKey}`) ?? [] };
    });
    if (next === null) return false;
    snapshot = next;
    await changed(snapshot);
    return true;
  }
  return { current: () => snapshot, ...keepRefreshed("rules", log, refreshNow) };
}
