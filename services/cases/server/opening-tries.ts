import { triesByAddress } from "#platform/identity/server";

/** How many cases may be opened from one network. Kept in memory, on every server for itself, and written nowhere. */
export type OpeningTries = {
  /** Takes one of this address: null, or in how many seconds there is one again. */
  readonly take: (address: string, now: Date) => number | null;
  /** Nothing was opened by it. */
  readonly giveBack: (address: string) => void;
};

/** A household, or a community office that asks for its people, stays far below; a machine that fills the worklist does not. */
const [IN_AN_HOUR, IN_A_DAY] = [20, 200];
/** The platform counts by the quarter of an hour; told the time this much slower, its windows are an hour and a day long. */
const [HOUR, DAY] = [4, 96];

/** The tries of an installation. */
export function openingTries(): OpeningTries {
  const windows = [{ tries: triesByAddress(IN_AN_HOUR), slower: HOUR }, { tries: triesByAddress(IN_A_DAY), slower: DAY }];
  return {
    take: (address, now) => {
      const waits = windows.map(({ tries, slower }) => { const seconds = tries.take(address, new Date(now.getTime() / slower)); return seconds === null ? null : seconds * slower; });
      if (waits.every((each) => each === null)) return null;
      // What is refused by one of them counts in none.
      windows.forEach(({ tries }, at) => { if (waits[at] === null) tries.giveBack(address); });
      return Math.max(...waits.map((each) => each ?? 0));
    },
    giveBack: (address) => { for (const { tries } of windows) tries.giveBack(address); },
  };
}
