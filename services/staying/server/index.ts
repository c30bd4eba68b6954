export { headcountRoutes } from "./desk-routes.ts";
export { headcountFiling, type FileHeadcount, type FilingOutcome } from "./file-headcount.ts";
export { keepShares, type SharesKeeper, type SharesSnapshot } from "./keep-shares.ts";
