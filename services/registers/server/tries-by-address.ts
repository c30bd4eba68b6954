/** Counts tries by address: true when one more may be made. Kept in memory, on every server for itself, and forgotten after `milliseconds`. */
export function triesByAddress({ most, milliseconds, now }: { readonly most: number; readonly milliseconds: number; readonly now: () => Date }): (address: string) => boolean {
  const tries = new Map<string, number[]>();
  return (address) => {
    const since = now().getTime() - milliseconds;
    const made = (tries.get(address) ?? []).filter((at) => at > since);
    if (made.length >= most) return false;
    tries.delete(address);
    tries.set(address, [...made, now().getTime()]);
    // The address that came first goes first: whoever sends from many addresses fills no memory.
    if (tries.size > ADDRESSES_MOST) tries.delete(tries.keys().next().value ?? "");
    return true;
  };
}

const ADDRESSES_MOST = 10_000;
