import type { Door } from "#platform/portal-ui";
import type { Notice } from "../notice.ts";
import { noticePath } from "../notice-paths.ts";
import { inForceFirst } from "./withdrawn-note.tsx";

/** The doors this service opens on the home page: one a notice in force, the reading tool, and last, marked, what is withdrawn. */
export function noticeDoors(notices: readonly Notice[]): Door[] {
  const several = notices.length > 1;
  const doors = inForceFirst(notices).map((notice) => doorOf(notice, several));
  const inForce = notices.filter(({ withdrawn }) => withdrawn === null).length;
  return doors.toSpliced(inForce, 0, { icon: "read", path: "/read", title: { zh: "公文变任务表", en: "Notice to task table" }, hint: { zh: "粘贴或上传，不保存", en: "Paste or upload; nothing is stored" } });
}

function doorOf(notice: Notice, several: boolean): Door {
  const count = notice.clauses.filter(({ number }) => number !== null).length;
  const isWithdrawn = notice.withdrawn !== null;
  return {
    icon: isWithdrawn ? "must-not" : "notice",
    path: noticePath(notice),
    title: several ? notice.title.value : isWithdrawn ? { zh: "看撤回的通知", en: "Read the withdrawn notice" } : { zh: "看通知", en: "Read the notice" },
    hint: isWithdrawn ? { zh: "已撤回，不再执行", en: "Withdrawn, no longer in force" } : { zh: `白话版，${count} 条`, en: `In plain words, ${count} clauses` },
  };
}
