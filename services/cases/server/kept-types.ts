import type { CaseType } from "#engines/cases";
import { inTransaction } from "#platform/db/server";
import { contentSha256 } from "#platform/release";
import type { Pool } from "pg";
import { findTypeVersion, insertTypeVersion, typeVersions } from "./store.ts";

/** A type under the hash by which cases name the version they were opened by. */
export type VersionedType = { readonly type: CaseType; readonly sha256: string };

/** The types of cases: those that may be opened now, and every version that a case was ever opened by. */
export type KeptTypes = {
  /** Of the pack in use, in its order. */
  readonly current: readonly VersionedType[];
  readonly find: (key: string) => VersionedType | null;
  /** The version a case was opened by. Rejects when no pack ever brought it. */
  readonly of: (kept: { readonly type: string; readonly typeSha256: string }) => Promise<CaseType>;
};

/** Keeps the versions of a pack's types, so that a change of the pack strands no case, and takes those before out of the database. */
export async function keptTypes({ pool, city, types, machineNow }: { readonly pool: Pool; readonly city: string; readonly types: readonly CaseType[]; readonly machineNow: () => Date }): Promise<KeptTypes> {
  const context = { districts: [city], actor: "server" };
  const current = types.map((type): VersionedType => ({ type, sha256: contentSha256(contentOf(type)) }));
  const versions = new Map<string, CaseType>();
  await inTransaction(pool, context, async (tx) => {
    for (const { type, sha256 } of current) await insertTypeVersion(tx, city, { key: type.key, sha256, content: contentOf(type) }, machineNow());
    for (const { key, sha256, content } of await typeVersions(tx, city)) versions.set(`${key} ${sha256}`, { key, ...content });
  });
  return {
    current, find: (key) => current.find(({ type }) => type.key === key) ?? null,
    of: async ({ type, typeSha256 }) => {
      const name = `${type} ${typeSha256}`;
      const known = versions.get(name);
      if (known !== undefined) return known;
      // A server with a newer pack has opened it.
      const found = await inTransaction(pool, context, (tx) => findTypeVersion(tx, city, type, typeSha256));
      if (found === null) throw new Error(`no version ${typeSha256} of the type ${type}`);
      const kept: CaseType = { key: found.key, ...found.content };
      versions.set(name, kept);
      return kept;
    },
  };
}

function contentOf({ key: _name, ...content }: CaseType): Omit<CaseType, "key"> {
  return content;
}
