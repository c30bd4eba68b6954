import type { Log, LogFacts } from "#platform/http";

/**
 * One JSON object a line, to be read by programs; `write` is where it goes, `now` the machine's time. Lines about single requests may be written `later`, with
 * others; everything else at once.
 */
export function jsonLog(write: (line: string) => void, now: () => Date, later: (line: string) => void = write): Log {
  // Many lines are written in one millisecond: its name is written once.
  let [moment, written] = [Number.NaN, ""];
  const time = (): string => {
    const instant = now();
    if (instant.getTime() !== moment) [moment, written] = [instant.getTime(), instant.toISOString()];
    return written;
  };
  const at = (level: string) => (event: string, facts: LogFacts = {}) => {
    const rest = JSON.stringify(facts).slice(1);
    (event === "request" ? later : write)(`{"time":"${time()}","level":"${level}","event":${JSON.stringify(event)}${rest === "}" ? "" : ","}${rest}\n`);
  };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}
