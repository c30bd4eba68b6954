import type { DeskModule } from "#platform/desk-ui";

/** Who keeps registers of people alone opens them too; which of them anybody sees is the server's to say. */
const [KEEP, READ] = [["registers.keep", "registers.people"], ["registers.keep", "registers.read", "registers.people"]];

/** Registers: facts that units keep, by clause. Listed, kept, confirmed, imported, exported; each record with its history. */
export const registersDesk: DeskModule = {
  actions: {
    "registers.keep": { zh: "登记台账记录", en: "Kept a record" }, "registers.confirm": { zh: "确认台账记录还是这样", en: "Confirmed records" }, "registers.remove": { zh: "删除台账记录", en: "Removed a record" }, "registers.bulk": { zh: "成批改台账", en: "Changed several records" },
    "registers.import": { zh: "导入台账", en: "Imported records" }, "registers.export": { zh: "导出台账", en: "Exported records" }, "registers.read": { zh: "查看台账记录", en: "Read a record" }, "registers.read-people": { zh: "导出带个人信息的台账", en: "Exported records with what is personal" }, "registers.erase": { zh: "到期删除台账记录", en: "Erased records whose time has passed" }, "registers.look-up": { zh: "群众查自己的记录", en: "A resident looked up their own record" },
  },
  objects: {
    record: { name: { zh: "台账记录", en: "Record" } }, import: { name: { zh: "一次导入", en: "Import" } },
    register: { name: { zh: "台账", en: "Register" }, page: { path: (id) => `/registers/${id}`, permissions: READ } },
  },
  details: {
    records: { zh: "哪些记录", en: "Records" }, number: { zh: "第几版", en: "Version" }, count: { zh: "多少条", en: "Count" }, field: { zh: "哪一项", en: "Field" }, fields: { zh: "哪几项", en: "Fields" }, format: { zh: "格式", en: "Format" }, asOf: { zh: "哪一刻的", en: "As of" },
    import: { zh: "哪次导入", en: "Import" }, new: { zh: "新增几条", en: "New" }, changed: { zh: "改了", en: "Changed" }, leftOut: { zh: "没导入几条", en: "Left out" }, found: { zh: "查到几条", en: "Found" },
  },
  pages: [
    { path: "/registers", permissions: READ, load: () => import("./registers-page.tsx"), navigation: { group: { zh: "台账", en: "Registers" }, name: { zh: "台账", en: "Registers" }, icon: "book" } },
    { path: "/registers/:key", permissions: READ, load: () => import("./register-page.tsx"), navigation: null },
    { path: "/registers/:key/new", permissions: KEEP, load: () => import("./new-page.tsx"), navigation: null },
    { path: "/registers/:key/import", permissions: KEEP, load: () => import("./import-page.tsx"), navigation: null },
    { path: "/registers/:key/:district/:id", permissions: READ, load: () => import("./record-page.tsx"), navigation: null },
  ],
};
