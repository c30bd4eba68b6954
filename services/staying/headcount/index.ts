export * from "./desk-view.ts";
export * from "./headcount.ts";
export { headcountFaults } from "./headcount-faults.ts";
export { BODIES_MIN, publicShares, showingOf, type KindShares, type PublicShares, type Showing } from "./public-shares.ts";
export { latestDay, sumOf, sumsByPlace, type HeadcountSum } from "./sums.ts";
export { wholePercents } from "./whole-percents.ts";
