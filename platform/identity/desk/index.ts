import type { DeskModule } from "#platform/desk-ui";

export { SignIn } from "./sign-in.tsx";
export { FirstPassword } from "./first-password.tsx";

/** People and posts, and everybody's own account. */
export const identityDesk: DeskModule = {
  pages: [
    {
      path: "/people", permissions: ["people.manage"], load: () => import("./people-page.tsx"),
      navigation: { group: { zh: "管理", en: "Administration" }, name: { zh: "人员和岗位", en: "People and posts" }, icon: "people" },
    },
    { path: "/account", permissions: [], load: () => import("./account-page.tsx"), navigation: null },
  ],
};
