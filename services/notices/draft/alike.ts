/** The same order, perhaps with a few words changed: four fifths of the shorter one's character pairs stand in the other. */
export function alike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4 || long.length > short.length * 2) return false;
  const pairs = new Set(Array.from({ length: long.length - 1 }, (_, at) => long.slice(at, at + 2)));
  const shared = Array.from({ length: short.length - 1 }, (_, at) => short.slice(at, at + 2)).filter((pair) => pairs.has(pair)).length;
  return shared >= (short.length - 1) * 0.8;
}
