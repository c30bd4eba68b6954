import type { DeskModule } from "#platform/desk-ui";

const RECORD = ["levels.record"];

/** Levels of risk: lists recorded, levels of single places stated, what is there now. */
export const levelsDesk: DeskModule = {
  actions: { "travel.record-list": { zh: "录入风险地区名单", en: "Recorded a list of risk areas" }, "travel.record-change": { zh: "调整一个地方的风险等级", en: "Stated the level of a place" } },
  objects: { "risk-list": { name: { zh: "风险地区名单", en: "List of risk areas" } }, "risk-change": { name: { zh: "风险等级调整", en: "Level of a place" } } },
  details: { areas: { zh: "地方个数", en: "Places" }, added: { zh: "新增", en: "Added" }, changed: { zh: "改等级", en: "Changed" }, removed: { zh: "解除", en: "Lifted" }, place: { zh: "地方", en: "Place" }, level: { zh: "等级", en: "Level" } },
  pages: [
    { path: "/levels", permissions: RECORD, cityOnly: true, load: () => import("./levels-page.tsx"), navigation: { group: { zh: "出行", en: "Travel" }, name: { zh: "风险地区", en: "Risk areas" }, icon: "risk" } },
    { path: "/levels/import", permissions: RECORD, cityOnly: true, load: () => import("./import-page.tsx"), navigation: null },
    { path: "/levels/change", permissions: RECORD, cityOnly: true, load: () => import("./change-page.tsx"), navigation: null },
  ],
};
