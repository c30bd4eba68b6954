/** Tries by the address they come from: many names from one place are bounded too. Only in memory, and only for a while: addresses are written nowhere. */
export type TriesByAddress = {
  /** Takes one try of this address: null, or in how many seconds there is one again. Taken before the work, so that tries sent at once count. */
  readonly take: (address: string, now: Date) => number | null;
  /** The try came to a good end and is not counted. */
  readonly giveBack: (address: string) => void;
};

/** An office of hundreds behind one address mistypes a few dozen times on a bad morning; a machine that guesses needs thousands. */
const TRIES_MAX = 100;
const WINDOW_MILLISECONDS = 15 * 60_000;
const ADDRESSES_MAX = 20_000;

/** Tries of each network, or of whatever else `keyOf` makes of what is given: a number on a receipt. */
export function triesByAddress(triesMax = TRIES_MAX, keyOf: (given: string) => string = networkOf): TriesByAddress {
  const windows = new Map<string, { taken: number; readonly endsAt: number }>();
  return {
    take: (address, now) => {
      const key = keyOf(address);
      const known = windows.get(key);
      const window = known !== undefined && known.endsAt > now.getTime() ? known : { taken: 0, endsAt: now.getTime() + WINDOW_MILLISECONDS };
      if (window.taken >= triesMax) return Math.ceil((window.endsAt - now.getTime()) / 1_000);
      window.taken += 1;
      if (window !== known) {
        // Put at the end: the map is in the order in which windows end, and the oldest goes when it is full.
        windows.delete(key);
        windows.set(key, window);
        const [oldest] = windows.keys();
        if (windows.size > ADDRESSES_MAX && oldest !== undefined) windows.delete(oldest);
      }
      return null;
    },
    giveBack: (address) => {
      const window = windows.get(keyOf(address));
      if (window !== undefined) window.taken = Math.max(0, window.taken - 1);
    },
  };
}

/** Who has one IPv6 address has 2^64 of them: the network counts. IPv4 written as IPv6 is IPv4. */
function networkOf(address: string): string {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (four !== undefined) return four;
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const [before, after] = [head.split(":").filter(Boolean), (tail ?? "").split(":").filter(Boolean)];
  const groups = tail === undefined ? before : [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0"), ...after];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}
