import type { Log, LogFacts } from "#platform/http";

/**
 * One JSON object a line, to be read by programs; `write` is where it goes, `now` the machine's time. Lines about single requests may be written `later`, with
 * others; everything else at once.
 */
export function jsonLog(write: (line: string) => void, now: () => Date, later: (line: string) => void = write): Log {
  const at = (level: string) => (event: string, facts: LogFacts = {}) => {
    (event === "request" ? later : write)(`${JSON.stringify({ time: now().toISOString(), level, event, ...facts })}\n`);
  };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}
