import { appendAudit } from "#platform/audit/server";
import { loadClock } from "#platform/clock/server";
import { inTransaction } from "#platform/db/server";
import { inLanguage, type Language } from "#platform/i18n";
import { keyring, ownSecret } from "#platform/keys/server";
import { openInstallation } from "./open-installation.ts";
import type { Surroundings } from "./surroundings.ts";

const PURPOSES = ["notices", "audit"];

/** `anxin keys rotate PURPOSE`: the next signature is made with a new key. Exit code: 0 done, 2 no such purpose or it cannot be reached. */
export async function keysRotate(purpose: string, { out, err, environment, language }: Surroundings & { readonly language: Language }): Promise<number> {
  if (!PURPOSES.includes(purpose)) {
    err.write(`${inLanguage({ zh: `没有这种用途。可以写：${PURPOSES.join("、")}`, en: `There is no such purpose. Write one of: ${PURPOSES.join(", ")}` }, language)}\n`);
    return 2;
  }
  const opened = await openInstallation(environment);
  if (opened.kind === "refused") {
    err.write(`${inLanguage(opened.words, language)}\n`);
    return 2;
  }
  const { config, pack, database } = opened;
  try {
    const clock = await loadClock(database.pool, { packKey: pack.key, drillStart: pack.clock.drillStart });
    const secret = config.secretKey ?? await ownSecret(config.dataFolder);
    const keyId = await keyring({ pool: database.pool, district: pack.city.code, secret, clock }).rotate(purpose);
    const district = pack.city.code;
    await inTransaction(database.pool, { districts: [district], actor: "cli" }, (tx) => appendAudit(clock)(tx, { district, actor: "cli", action: "keys.rotate", object: `key:${keyId}`, details: { purpose } }));
    out.write(`${inLanguage({ zh: `换好了，新钥匙：${keyId}`, en: `Done. The new key: ${keyId}` }, language)}\n`);
    return 0;
  } finally {
    await database.stop();
  }
}
