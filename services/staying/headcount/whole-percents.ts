/** Parts in whole percent that add up to 100: rounded down, and what is left goes to those that lost most. All 0 when there is nothing. */
export function wholePercents(parts: readonly number[]): readonly number[] {
  const total = parts.reduce((all, part) => all + part, 0);
  if (total === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part * 100) / total);
  const left = 100 - exact.reduce((all, each) => all + Math.floor(each), 0);
  const losers = exact.map((each, at) => ({ at, lost: each - Math.floor(each) })).toSorted((one, other) => other.lost - one.lost || one.at - other.at).slice(0, left);
  return exact.map((each, at) => Math.floor(each) + (losers.some((loser) => loser.at === at) ? 1 : 0));
}
