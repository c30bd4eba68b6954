import { appendAudit } from "#platform/audit/server";
import { loadClock } from "#platform/clock/server";
import { inLanguage, type Language } from "#platform/i18n";
import { addAdministrator } from "#platform/identity/server";
import { openInstallation } from "./open-installation.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * `anxin people add-administrator LOGIN NAME`: the first administrator of an installation, who adds everybody else at the desk. Prints a one-time
 * password, once. Exit code: 0 done, 1 refused, 2 the installation cannot be reached.
 */
export async function peopleAddAdministrator(given: { readonly login: string; readonly name: string }, { out, err, environment, language }: Surroundings & { readonly language: Language }): Promise<number> {
  const opened = await openInstallation(environment);
  if (opened.kind === "refused") {
    err.write(`${inLanguage(opened.words, language)}\n`);
    return 2;
  }
  const { config, pack, database } = opened;
  try {
    const clock = await loadClock(database.pool, { packKey: pack.key, drillStart: pack.clock.drillStart });
    const outcome = await addAdministrator({ pool: database.pool, clock, city: pack.city, audit: appendAudit(clock) }, given);
    if (outcome.kind === "refused") {
      const { problem, remedy } = outcome.refusal;
      err.write(`${inLanguage({ zh: `${problem.zh}。${remedy.zh}`, en: `${problem.en}. ${remedy.en}` }, language)}\n`);
      return 1;
    }
    const { password } = outcome.done;
    out.write(`${inLanguage({
      zh: `加好了：${given.login}，全市的管理员。一次性密码（只显示这一次，第一次登录要换掉）：\n${password}\n登录：${config.publicUrl}/desk/`,
      en: `Done: ${given.login} administers the whole city. One-time password (shown only this once, to be changed at the first sign-in):\n${password}\nSign in: ${config.publicUrl}/desk/`,
    }, language)}\n`);
    return 0;
  } finally {
    await database.stop();
  }
}
