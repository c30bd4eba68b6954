/** Lines that are written together a moment later, because a write for each request costs more than many answers. `now` writes what waits, and more. */
export type GatheredLines = { readonly later: (line: string) => void; readonly now: (line?: string) => void };

/** Gathers lines for `milliseconds` at most, or until there is a good deal of them. */
export function gatherLines(write: (lines: string) => void, milliseconds: number): GatheredLines {
  let waiting = "";
  let timer: NodeJS.Timeout | null = null;
  const now = (line = ""): void => {
    const lines = waiting + line;
    waiting = "";
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (lines !== "") write(lines);
  };
  return {
    now,
    later: (line) => {
      waiting += line;
      if (waiting.length > MOST) now();
      else timer ??= setTimeout(now, milliseconds);
    },
  };
}

const MOST = 64 * 1024;
