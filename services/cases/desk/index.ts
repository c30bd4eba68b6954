import type { DeskModule } from "#platform/desk-ui";

const HANDLE = ["cases.handle"];

/** What residents and offices ask for, by deadline: taken in, looked at, decided, handed on. */
export const casesDesk: DeskModule = {
  actions: {
    "cases.open": { zh: "受理一件事项", en: "Opened a case" }, "cases.move": { zh: "办理事项", en: "Moved a case on" }, "cases.assign": { zh: "领办或交办", en: "Took or gave a case" }, "cases.note": { zh: "给事项记一笔", en: "Noted something on a case" },
    "cases.merge": { zh: "合并事项", en: "Merged a case into another" }, "cases.hand-over": { zh: "转给别的地方", en: "Handed a case over" }, "cases.supplement": { zh: "申请人补充", en: "The applicant added something" }, "cases.nudge": { zh: "申请人催办", en: "The applicant asked to hurry" },
    "cases.rate": { zh: "申请人评价", en: "The applicant rated the outcome" }, "cases.escalate": { zh: "超时上报督办", en: "Escalated an overdue case" }, "cases.read": { zh: "查看事项", en: "Read a case" }, "cases.read-file": { zh: "查看事项里的文件", en: "Read a file of a case" }, "cases.take-over": { zh: "接到转来的事项", en: "Took over a case" }, "cases.export": { zh: "导出待办清单", en: "Exported the worklist" },
    "cases.erase": { zh: "到期删除事项里的个人信息", en: "Erased what was personal in a case" },
  },
  objects: { case: { name: { zh: "事项", en: "Case" } }, cases: { name: { zh: "事项清单", en: "Cases" } } },
  details: {
    type: { zh: "种类", en: "Type" }, via: { zh: "怎么来的", en: "Came by" }, move: { zh: "哪一步", en: "Move" }, from: { zh: "原来", en: "From" }, to: { zh: "后来", en: "To" }, into: { zh: "并到", en: "Into" }, files: { zh: "文件个数", en: "Files" }, cases: { zh: "多少件", en: "Cases" }, source: { zh: "来自", en: "From" },
  },
  values: {
    portal: { zh: "网页", en: "portal" }, telephone: { zh: "电话", en: "telephone" }, counter: { zh: "来访", en: "at the counter" }, paper: { zh: "来信", en: "on paper" }, officer: { zh: "机关自己提出", en: "by the office" }, record: { zh: "台账", en: "from a record" },
  },
  pages: [
    { path: "/cases", permissions: HANDLE, load: () => import("./worklist-page.tsx"), navigation: { group: { zh: "我的工作", en: "My work" }, name: { zh: "我的待办", en: "My worklist" }, icon: "list" } },
    { path: "/cases/new", permissions: HANDLE, load: () => import("./new-page.tsx"), navigation: null },
    { path: "/cases/:district/:number", permissions: HANDLE, load: () => import("./case-page.tsx"), navigation: null },
  ],
};
