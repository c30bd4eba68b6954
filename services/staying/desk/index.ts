import type { DeskModule } from "#platform/desk-ui";

/** Headcounts of who stays for the festival: filed body by body, added up by district and kind. */
export const stayingDesk: DeskModule = {
  actions: { "staying.file-headcount": { zh: "报就地过年人数", en: "Filed a headcount" } },
  objects: { headcount: { name: { zh: "人数填报", en: "Headcount" } } },
  details: { day: { zh: "哪一天", en: "Day" }, total: { zh: "总人数", en: "In all" }, staying: { zh: "留下", en: "Staying" }, leaving: { zh: "离开", en: "Leaving" } },
  pages: [{
    path: "/staying", permissions: ["headcounts.file", "headcounts.read"], load: () => import("./page.tsx"),
    navigation: { group: { zh: "就地过年", en: "Staying put" }, name: { zh: "就地过年人数", en: "Who stays" }, icon: "house" },
  }],
};
