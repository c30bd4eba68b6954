export { registerService, type RegisterService, type RegisterServiceOptions } from "./register-service.ts";
export { registerDeskRoutes, type RegisterDeskOptions } from "./desk-routes.ts";
export { REGISTER_PAGES, registerPortalRoutes, type RegisterPortalOptions } from "./portal-routes.ts";
export { publicListRoutes } from "./public-routes.ts";
export { registerJobs } from "./register-jobs.ts";
export { recordKept, type RecordKept } from "./record-kept.ts";
export type { CasePorts, MatchAsked, MatchedRecord, RegisterChase } from "./case-ports.ts";
export type { BodiesOf } from "./keep-public-lists.ts";
export type { RegistersPortal } from "./portal.ts";
