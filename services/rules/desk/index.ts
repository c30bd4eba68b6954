import type { DeskModule } from "#platform/desk-ui";

const EDIT_OR_RELEASE = ["rules.edit", "rules.release"];

/** Rules as tables: begun, changed, checked, released; for the city and for each district. */
export const rulesDesk: DeskModule = {
  actions: {
    "rules.begin": { zh: "开一份规则表的稿子", en: "Began a draft of a rule" }, "rules.edit": { zh: "改规则表", en: "Changed a rule" }, "rules.hand-in": { zh: "规则表送签", en: "Handed in a rule" }, "rules.take-back": { zh: "撤回规则表再改", en: "Took back a rule" },
    "rules.discard": { zh: "作废规则表的稿子", en: "Discarded a draft of a rule" }, "rules.send-back": { zh: "退回规则表", en: "Sent back a rule" }, "rules.release": { zh: "签发规则表", en: "Released a rule" }, "rules.release-pack": { zh: "资料包里的规则表入库", en: "Released a rule from the pack" },
    "rules.import-dmn": { zh: "导入 DMN 文件", en: "Imported a DMN file" },
  },
  objects: { "rule-draft": { name: { zh: "规则表的稿子", en: "Draft of a rule" }, page: { path: (id) => `/rules/drafts/${id}`, permissions: EDIT_OR_RELEASE } }, rule: { name: { zh: "规则表", en: "Rule" } } },
  details: {
    rule: { zh: "规则表", en: "Rule" }, version: { zh: "第几版", en: "Version" }, revision: { zh: "第几次保存", en: "Saved as no." }, rows: { zh: "规则条数", en: "Rows" }, sha256: { zh: "内容指纹", en: "Hash of the content" }, district: { zh: "地方", en: "District" },
  },
  pages: [
    { path: "/rules", permissions: EDIT_OR_RELEASE, load: () => import("./list-page.tsx"), navigation: { group: { zh: "规则", en: "Rules" }, name: { zh: "规则表", en: "Rules" }, icon: "scales" } },
    { path: "/rules/new", permissions: ["rules.edit"], cityOnly: true, load: () => import("./new-page.tsx"), navigation: null },
    { path: "/rules/drafts/:id", permissions: EDIT_OR_RELEASE, load: () => import("./rule-page.tsx"), navigation: null },
  ],
};
