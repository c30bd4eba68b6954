import type { DeskModule } from "#platform/desk-ui";

const EDIT_OR_RELEASE = ["notices.edit", "notices.release"];

/** Notices on their way to being official: import, review, release. */
export const noticesDesk: DeskModule = {
  actions: {
    "notices.import": { zh: "导入通知", en: "Imported a notice" }, "notices.edit": { zh: "改稿子", en: "Changed a draft" }, "notices.hand-in": { zh: "送签", en: "Handed in" }, "notices.take-back": { zh: "撤回来再改", en: "Took back a draft" },
    "notices.discard": { zh: "作废稿子", en: "Discarded a draft" }, "notices.send-back": { zh: "退回稿子", en: "Sent back a draft" }, "notices.release": { zh: "签发", en: "Released" }, "notices.release-pack": { zh: "资料包里的通知入库", en: "Released from the pack" },
    "notices.propose-withdrawal": { zh: "提出撤回", en: "Proposed a withdrawal" }, "notices.read-original": { zh: "下载原件", en: "Downloaded an original" },
  },
  objects: { "notice-draft": { name: { zh: "通知的稿子", en: "Draft of a notice" }, page: { path: (id) => `/notices/drafts/${id}`, permissions: EDIT_OR_RELEASE, cityOnly: true } }, notice: { name: { zh: "通知", en: "Notice" } } },
  details: {
    notice: { zh: "通知", en: "Notice" }, version: { zh: "第几版", en: "Version" }, revision: { zh: "第几次保存", en: "Saved as no." }, corrections: { zh: "人工改动", en: "Edits" }, edits: { zh: "人工改动", en: "Edits" },
    action: { zh: "要做什么", en: "Purpose" }, orders: { zh: "读出的任务", en: "Duties read" }, remarks: { zh: "提醒", en: "Remarks" }, sha256: { zh: "内容指纹", en: "Hash of the content" }, file: { zh: "文件", en: "File" },
  },
  values: { release: { zh: "新通知", en: "New notice" }, amend: { zh: "修改", en: "Amendment" }, withdraw: { zh: "撤回", en: "Withdrawal" } },
  pages: [
    {
      path: "/notices", permissions: EDIT_OR_RELEASE, cityOnly: true, load: () => import("./list-page.tsx"),
      navigation: { group: { zh: "通知", en: "Notices" }, name: { zh: "通知与稿子", en: "Notices and drafts" }, icon: "notice" },
    },
    { path: "/notices/import", permissions: ["notices.edit"], cityOnly: true, load: () => import("./import-page.tsx"), navigation: null },
    { path: "/notices/drafts/:id", permissions: EDIT_OR_RELEASE, cityOnly: true, load: () => import("./draft-page.tsx"), navigation: null },
  ],
};
