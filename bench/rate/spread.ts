/** The value below which this share of the sorted values lies. */
export const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** The middle value. */
export const median = (values: readonly number[]): number => at(values.toSorted((one, other) => one - other), 0.5);

/** The middle value and how far the others lie from it: `0.52 (0.50–0.55)`. */
export const spread = (values: readonly number[], digits = 2): string => `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;
