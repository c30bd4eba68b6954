import type { DeskModule } from "#platform/desk-ui";

/** Who did and read what. */
export const auditDesk: DeskModule = {
  actions: { "audit.read": { zh: "看审计记录", en: "Read the audit" }, "keys.make": { zh: "做第一把签名钥匙", en: "Made the first signing key" }, "keys.rotate": { zh: "换签名钥匙", en: "Changed a signing key" } },
  objects: { audit: { name: { zh: "审计记录", en: "Audit" } }, key: { name: { zh: "签名钥匙", en: "Signing key" } } },
  details: { entries: { zh: "看到几条", en: "Entries read" }, purpose: { zh: "用途", en: "Purpose" } },
  values: { notices: { zh: "签发通知", en: "Releasing notices" }, audit: { zh: "审计", en: "Audit" } },
  pages: [{
    path: "/audit", permissions: ["audit.read"], load: () => import("./audit-page.tsx"),
    navigation: { group: { zh: "管理", en: "Administration" }, name: { zh: "审计记录", en: "Audit" }, icon: "audit" },
  }],
};
