import { appendAudit } from "#platform/audit/server";
import { loadClock } from "#platform/clock/server";
import { inLanguage, type Language } from "#platform/i18n";
import { keyring, ownSecret } from "#platform/keys/server";
import { openInstallation } from "./open-installation.ts";
import type { Surroundings } from "./surroundings.ts";

const PURPOSES = ["notices", "audit"];

const ANOTHER_SECRET = {
  zh: "没有换：现在的签名钥匙是用另一个密钥封存的，换了服务器就签不了名。请用服务器启动时的 ANXIN_SECRET（没有设就用同一个 ANXIN_DATA）再运行一次。",
  en: "Nothing was changed: the present keys are sealed with another secret, and the server could not sign with the new one. Run it again with the ANXIN_SECRET the server has (or, if it has none, with the same ANXIN_DATA).",
};

/** `anxin keys rotate PURPOSE`: the next signature is made with a new key. Exit code: 0 done, 2 no such purpose, another secret, or it cannot be reached. */
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
    const rotation = await keyring({ pool: database.pool, district: pack.city.code, secret, clock, audit: appendAudit(clock) }).rotate(purpose, "cli");
    if (rotation.kind === "another-secret") {
      err.write(`${inLanguage(ANOTHER_SECRET, language)}\n`);
      return 2;
    }
    out.write(`${inLanguage({ zh: `换好了，新钥匙：${rotation.keyId}`, en: `Done. The new key: ${rotation.keyId}` }, language)}\n`);
    return 0;
  } finally {
    await database.stop();
  }
}
