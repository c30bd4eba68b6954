import { readConfig, type Config } from "#platform/config";
import { DatabaseRefused, openDatabase, type Database } from "#platform/db/server";
import type { LocalText } from "#platform/i18n";
import { loadPack, type Pack } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import type { Surroundings } from "./surroundings.ts";

/** An installation as its server finds it: settings, pack and database. Whoever opens it stops the database again. */
export type OpenInstallation =
  | { readonly kind: "open"; readonly config: Config; readonly pack: Pack; readonly database: Pick<Database, "pool" | "stop"> }
  | { readonly kind: "refused"; readonly words: LocalText };

/** Opens the installation the environment names (DATABASE_URL, ANXIN_DATA, PACK), beside a running server or without one. */
export async function openInstallation(environment: Surroundings["environment"]): Promise<OpenInstallation> {
  const { config } = readConfig(environment);
  const read = config === null ? null : await readPackDirectory(config.packFolder);
  const pack = read === null ? null : loadPack(read.files).pack;
  if (config === null || pack === null) return { kind: "refused", words: NO_SETTINGS };
  try {
    return { kind: "open", config, pack, database: await openDatabase(config, { info: () => undefined, warn: () => undefined }) };
  } catch (error) {
    return { kind: "refused", words: error instanceof DatabaseRefused ? { zh: error.message, en: error.message } : NO_DATABASE };
  }
}

const NO_SETTINGS = { zh: "设置或资料包不能用。先让 npm start 能启动。", en: "The settings or the pack cannot be used. Make npm start work first." };
const NO_DATABASE = { zh: "打不开数据库。检查 DATABASE_URL 或 ANXIN_DATA。", en: "The database cannot be opened. Check DATABASE_URL or ANXIN_DATA." };
