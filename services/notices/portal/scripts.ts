/** Enhancement scripts by the name pages ask for (`Site.scriptUrl`), as files of this repository to bundle. Pages work without them. */
export const portalScripts = [
  { name: "home", file: "services/notices/portal/browser/home.ts" },
  { name: "notice", file: "services/notices/portal/browser/notice.ts" },
  { name: "read", file: "services/notices/portal/browser/read.ts" },
] as const;
