import { HEADS_FILE, verifyAudit, type AuditProof } from "#platform/audit/server";
import { inLanguage, type Language, type LocalText } from "#platform/i18n";
import { publicKeysFrom } from "#platform/keys/server";
import { join } from "node:path";
import { openInstallation } from "./open-installation.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * `anxin audit verify`: proves every chain, every signed root, and the roots written outside the database, with the settings
 * the server has (DATABASE_URL, ANXIN_DATA, PACK). Exit code: 0 it holds, 1 it does not, 2 it could not be looked at.
 */
export async function auditVerify({ out, err, environment, language, json }: Surroundings & { readonly language: Language; readonly json: boolean }): Promise<number> {
  const say = (words: LocalText) => inLanguage(words, language);
  const opened = await openInstallation(environment);
  if (opened.kind === "refused") {
    err.write(`${say(opened.words)}\n`);
    return 2;
  }
  const { config, pack, database } = opened;
  try {
    const districts = pack.city.districts.map(({ code }) => code);
    const proof = await verifyAudit({ pool: database.pool, city: pack.city.code, districts, publicKeys: await publicKeysFrom(database.pool, pack.city.code), headsFile: join(config.dataFolder, HEADS_FILE) });
    out.write(json ? `${JSON.stringify(proof, null, 2)}\n` : `${say(inWords(proof))}\n`);
    return proof.kind === "holds" ? 0 : 1;
  } finally {
    await database.stop();
  }
}

function inWords(proof: AuditProof): LocalText {
  if (proof.kind === "holds") return {
    zh: `没有被改过：${proof.chains} 条链，${proof.entries} 条记录，${proof.roots} 个每日签名。`,
    en: `Nothing was changed: ${proof.chains} chains, ${proof.entries} entries, ${proof.roots} signed roots.`,
  };
  if (proof.kind === "broken-link") {
    const { district, seq, what } = proof.link;
    const words = LINKS[what];
    return { zh: `断在 ${district} 的第 ${seq} 条：${words.zh}。`, en: `Broken at entry ${seq} of ${district}: ${words.en}.` };
  }
  const { root } = proof;
  const words = ROOTS[root.what];
  const where = root.what === "head" ? { zh: `（${root.district} 第 ${root.seq} 条）`, en: ` (${root.district}, entry ${root.seq})` } : { zh: "", en: "" };
  return { zh: `${root.day} 的每日签名对不上：${words.zh}${where.zh}。`, en: `The signed root of ${root.day} does not fit: ${words.en}${where.en}.` };
}

const LINKS = {
  missing: { zh: "这一条不见了", en: "the entry is missing" },
  "previous-hash": { zh: "它记的上一条和真正的上一条不同", en: "it names another entry before it than the one that is there" },
  hash: { zh: "内容被改过", en: "its content was changed" },
} as const;
const ROOTS = {
  signature: { zh: "签名无效", en: "its signature does not hold" },
  missing: { zh: "数据库里没有它，外面的记录里有", en: "it is written outside the database and missing inside" },
  "differs-outside": { zh: "数据库里的和外面记录的不同", en: "what is inside differs from what is written outside" },
  head: { zh: "链的末尾被截掉或重做过", en: "the end of a chain was cut off or made anew" },
} as const;
