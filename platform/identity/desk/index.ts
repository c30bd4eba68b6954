import type { DeskModule } from "#platform/desk-ui";
import { ROLE_FACTS, ROLES } from "../roles.ts";

export { SignIn } from "./sign-in.tsx";
export { FirstPassword } from "./first-password.tsx";
export { Home } from "./home.tsx";

/** People and posts, and everybody's own account. */
export const identityDesk: DeskModule = {
  actions: {
    "people.sign-in": { zh: "登录", en: "Signed in" }, "people.sign-out": { zh: "退出", en: "Signed out" }, "people.wrong-password": { zh: "密码或验证码不对", en: "Gave a wrong password or code" },
    "people.lock-out": { zh: "试错太多，锁住一刻钟", en: "Locked out after wrong tries" }, "people.refuse-account": { zh: "统一认证来的账号没有放进来", en: "Refused an account of the city's own sign-in" },
    "people.read": { zh: "查看人员", en: "Read people" }, "people.add": { zh: "加一个人", en: "Added a person" }, "people.rename": { zh: "改名", en: "Renamed a person" },
    "people.activate": { zh: "启用", en: "Activated a person" }, "people.deactivate": { zh: "停用", en: "Deactivated a person" }, "people.reset-password": { zh: "重设密码", en: "Gave a new one-time password" },
    "people.add-post": { zh: "加岗位", en: "Added a post" }, "people.end-post": { zh: "结束岗位", en: "Ended a post" }, "people.add-body": { zh: "加机构", en: "Added a body" }, "people.link-account": { zh: "关联统一认证账号", en: "Linked an account" },
    "people.unlink-account": { zh: "解开统一认证账号", en: "Unlinked an account" }, "people.take-away-code": { zh: "停用别人的验证码", en: "Stopped somebody's one-time codes" }, "people.change-code": { zh: "换验证器", en: "Changed to another authenticator" },
    "people.change-password": { zh: "改自己的密码", en: "Changed the own password" }, "people.set-code": { zh: "启用验证码", en: "Took one-time codes into use" }, "people.remove-code": { zh: "停用验证码", en: "Stopped one-time codes" }, "people.add-demo": { zh: "加演示人员", en: "Added a demo person" },
  },
  objects: { person: { name: { zh: "人员", en: "Person" } }, people: { name: { zh: "人员名单", en: "List of people" } }, body: { name: { zh: "机构", en: "Body" } } },
  details: {
    triesLeft: { zh: "还能试几次", en: "Tries left" }, people: { zh: "看到几位", en: "People read" }, role: { zh: "岗位", en: "Role" }, roles: { zh: "岗位", en: "Roles" }, body: { zh: "机构", en: "Body" },
    sessionsEnded: { zh: "结束的登录", en: "Sessions ended" }, issuer: { zh: "认证来源", en: "Sign-in by" },
  },
  values: Object.fromEntries(ROLES.map((role) => [role, ROLE_FACTS[role].name])),
  pages: [
    {
      path: "/people", permissions: ["people.manage"], load: () => import("./people-page.tsx"),
      navigation: { group: { zh: "管理", en: "Administration" }, name: { zh: "人员和岗位", en: "People and posts" }, icon: "people" },
    },
    { path: "/account", permissions: [], load: () => import("./account-page.tsx"), navigation: null },
  ],
};
