import type { Door } from "#platform/portal-ui";
import type { Notice } from "../notice.ts";
import { noticePath } from "./notice-paths.ts";

/** The doors this service opens on the home page: one a notice, and the reading tool. */
export function noticeDoors(notices: readonly Notice[]): Door[] {
  const several = notices.length > 1;
  return [
    ...notices.map((notice): Door => {
      const count = notice.clauses.filter(({ number }) => number !== null).length;
      return {
        icon: "notice",
        path: noticePath(notice),
        title: several ? notice.title.value : { zh: "看通知", en: "Read the notice" },
        hint: { zh: `白话版，${count} 条`, en: `In plain words, ${count} clauses` },
      };
    }),
    { icon: "read", path: "/read", title: { zh: "公文变任务表", en: "Notice to task table" }, hint: { zh: "粘贴或上传，不保存", en: "Paste or upload; nothing is stored" } },
  ];
}
