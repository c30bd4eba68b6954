import type { Config } from "#platform/config";
import type { LocalText } from "#platform/i18n";

/** Why a server with this secret must not start: keys it could not sign with, found before anybody releases anything. `sealedElsewhere`: what these keys sign. */
export function keyFaults(sealedElsewhere: readonly string[], { secretKey, dataFolder }: Pick<Config, "secretKey" | "dataFolder">): readonly LocalText[] {
  if (sealedElsewhere.length === 0) return [];
  const purposes = { zh: sealedElsewhere.join("、"), en: sealedElsewhere.join(", ") };
  return [secretKey === null ? {
    zh: `数据库里的签名钥匙（${purposes.zh}）是用另一个密钥封存的，${dataFolder} 里的 secret.key 打不开。把原来的 secret.key 放回去，或设置当时的 ANXIN_SECRET。`,
    en: `The signing keys in the database (${purposes.en}) are sealed with another secret than secret.key in ${dataFolder}. Put the former secret.key back, or set the ANXIN_SECRET of then.`,
  } : {
    zh: `数据库里的签名钥匙（${purposes.zh}）是用另一个密钥封存的，这个 ANXIN_SECRET 打不开。用原来的 ANXIN_SECRET 启动；如果数据库是演示时用过的，正式运行请换新的数据库（DATABASE_URL，或另一个 ANXIN_DATA）。`,
    en: `The signing keys in the database (${purposes.en}) are sealed with another secret, and this ANXIN_SECRET does not open them. Start with the former ANXIN_SECRET; if the database was used for a demo, begin production with a new one (DATABASE_URL, or another ANXIN_DATA).`,
  }];
}
