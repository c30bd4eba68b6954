import { HEADS_FILE, verifyAudit } from "#platform/audit/server";
import { inLanguage, type Language, type LocalText } from "#platform/i18n";
import { publicKeysFrom } from "#platform/keys/server";
import { join } from "node:path";
import { openInstallation } from "./open-installation.ts";
import { proofInWords } from "./proof-in-words.ts";
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
    out.write(json ? `${JSON.stringify(proof, null, 2)}\n` : `${say(proofInWords(proof))}\n`);
    return proof.kind === "holds" ? 0 : 1;
  } finally {
    await database.stop();
  }
}
