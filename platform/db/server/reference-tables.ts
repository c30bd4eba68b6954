/**
 * Tables that belong to the installation or the nation, not to a district: they need no `district` in their keys and no
 * row-level security. Every other table does; add one here only with the reason.
 */
export const REFERENCE_TABLES: ReadonlyMap<string, string> = new Map([
  ["platform.migration", "which migrations ran on this database"],
  ["audit.chain", "which districts have a chain, so that one which left the pack is proved too"],
  ["search.document", "what is released and everybody may find; under row-level security its index would go unused"],
  ["registers.name_terms", "pairs of signs of open names, read by registers.find_by_terms alone, which keeps to the transaction's districts; under row-level security its index would go unused"],
  ["platform.drill_clock", "when a drill of this installation began"],
]);

/**
 * Functions and views that read with their owner's rights, past row-level security, each with who reviewed that it takes
 * the districts itself. Add one here only after that review.
 */
export const REVIEWED_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["registers.find_by_terms", "takes the districts, keeps to those of the transaction as well, gives ids alone: the rows are read under row-level security"],
]);
