import { appendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { createTestDatabase, type TestDatabase } from "#platform/db/server";
import { drillPurpose } from "#platform/keys";
import { keyring } from "#platform/keys/server";
import { loadPack } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import { loadNotices } from "#services/notices";
import { fileURLToPath } from "node:url";
import { choicesIn } from "../clause-choices.ts";
import { loadRules, type PackRule } from "../pack/load-rules.ts";
import { publishRules, type PackRuleOutcome } from "./publish-rules.ts";
import type { ProveRule } from "./rule-archive.ts";
import { ruleDesk, type RuleDesk } from "./rule-desk.ts";

/** The shipped city with its rules on a database of its own; the policy clock is set by the test. */
export type ExampleRules = {
  readonly database: TestDatabase;
  readonly desk: RuleDesk;
  readonly prove: ProveRule;
  readonly brought: readonly PackRule[];
  readonly publish: (rules: readonly PackRule[]) => Promise<readonly PackRuleOutcome[]>;
  readonly setDay: (day: string) => void;
  readonly stop: () => Promise<void>;
};

export const CITY = "150700";
/** A district of the city. */
export const DISTRICT = "150721";

/** Serves nothing: the rule desk alone, with the pack's rules of the city released. */
export async function exampleRules(): Promise<ExampleRules> {
  const read = await readPackDirectory(fileURLToPath(new URL("../../../packs/hulunbuir-2021-spring-festival", import.meta.url)));
  const { pack } = loadPack(read?.files ?? new Map());
  if (pack === null) throw new Error("the shipped pack does not load");
  const { notices } = loadNotices(pack);
  const rules = (await loadRules(pack, notices)).rules.filter(({ district }) => district === null);
  const database = await createTestDatabase();
  let day = "2021-01-26";
  const clock: Clock = { machineNow: () => new Date("2026-11-24T02:00:00Z"), policyNow: () => new Date(`${day}T01:00:00Z`), drill: true };
  const audit = appendAudit(clock);
  const keys = keyring({ pool: database.pool, district: CITY, secret: Buffer.alloc(32, 1), clock, audit });
  const prove: ProveRule = (release, bytes) => keys.verify(release.drill ? drillPurpose("rules") : "rules", release, bytes);
  const sign: Parameters<typeof ruleDesk>[0]["sign"] = (tx, bytes) => keys.sign(tx, "rules", bytes);
  const publish = (brought: readonly PackRule[]) => publishRules(database.pool, CITY, brought, { clock, sign, audit, prove });
  await publish(rules);
  return {
    database, prove, brought: rules, publish, setDay: (next) => { day = next; }, stop: () => database.drop(),
    desk: ruleDesk({ pool: database.pool, clock, city: pack.city, audit, sign, prove, clausesOf: (key) => choicesIn(notices, key) }),
  };
}
