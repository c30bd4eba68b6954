import type { DeskModule } from "#platform/desk-ui";

const EDIT_OR_RELEASE = ["notices.edit", "notices.release"];

/** Notices on their way to being official: import, review, release. */
export const noticesDesk: DeskModule = {
  pages: [
    {
      path: "/notices", permissions: EDIT_OR_RELEASE, cityOnly: true, load: () => import("./list-page.tsx"),
      navigation: { group: { zh: "通知", en: "Notices" }, name: { zh: "通知与稿子", en: "Notices and drafts" }, icon: "notice" },
    },
    { path: "/notices/import", permissions: ["notices.edit"], cityOnly: true, load: () => import("./import-page.tsx"), navigation: null },
    { path: "/notices/drafts/:id", permissions: EDIT_OR_RELEASE, cityOnly: true, load: () => import("./draft-page.tsx"), navigation: null },
  ],
};
