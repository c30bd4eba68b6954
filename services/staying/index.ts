/** Who stays for the festival: headcounts of bodies, their sums, and what of them the public may see. */
export * from "./headcount/index.ts";
export { loadStaying } from "./pack/load-staying.ts";
