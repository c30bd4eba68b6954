import type { LocalText } from "#platform/i18n";

/** What a post may be. */
export const ROLES = ["editor", "releaser", "reporter", "caseworker", "administrator", "auditor"] as const;
export type Role = (typeof ROLES)[number];

/** What each role permits, and its name. The only place where roles become permissions. */
export const ROLE_FACTS: Readonly<Record<Role, { readonly name: LocalText; readonly does: LocalText; readonly permissions: readonly string[] }>> = {
  editor: {
    name: { zh: "编审", en: "Editor" }, permissions: ["notices.edit", "rules.edit", "headcounts.read", "registers.read"],
    does: { zh: "导入通知，核对读出的任务，改规则表，送签", en: "Imports notices, reviews what was read, changes rules, hands them in" },
  },
  releaser: {
    name: { zh: "签发", en: "Releaser" }, permissions: ["notices.release", "rules.release", "levels.record", "headcounts.read", "registers.read"],
    does: { zh: "看别人编审的通知和规则表，签发，或者说明原因退回；录入风险地区名单", en: "Looks at notices and rules others have prepared and releases them, or sends them back with a reason; records lists of risk areas" },
  },
  reporter: {
    name: { zh: "填报员", en: "Reporter" }, permissions: ["headcounts.file", "registers.keep"],
    does: { zh: "填报各单位就地过年的人数，登记台账", en: "Files how many people of each body stay for the festival, keeps registers" },
  },
  caseworker: {
    name: { zh: "经办", en: "Caseworker" }, permissions: ["cases.handle", "registers.keep", "registers.people"],
    does: { zh: "办理群众的申请和反映，登记台账，也登记有个人信息的台账", en: "Handles what people apply for and report, keeps registers, those of people too" },
  },
  administrator: {
    name: { zh: "管理员", en: "Administrator" }, permissions: ["people.manage"],
    does: { zh: "管理人员、机构和岗位", en: "Looks after people, bodies and posts" },
  },
  auditor: {
    name: { zh: "审计", en: "Auditor" }, permissions: ["audit.read"],
    does: { zh: "查看谁做过、看过什么", en: "Sees who did and read what" },
  },
};

/** Where a post counts: a body of the city reaches everywhere, a district's only there. `districts` are the codes of the city's districts. */
export function reachOf(postDistrict: string, city: string, districts: readonly string[]): readonly string[] {
  return postDistrict === city ? [city, ...districts] : [postDistrict];
}

/** Permissions of several posts together, each with the districts it is held in. */
export function grantsOf(posts: readonly { readonly role: Role; readonly district: string }[], city: string, districts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const grants = new Map<string, Set<string>>();
  for (const { role, district } of posts) {
    for (const permission of ROLE_FACTS[role].permissions) {
      const held = grants.get(permission) ?? new Set<string>();
      for (const code of reachOf(district, city, districts)) held.add(code);
      grants.set(permission, held);
    }
  }
  return new Map([...grants].map(([permission, held]) => [permission, [...held].toSorted()]));
}
