/** Values of a log line. No bodies, no addresses of people, no query strings: nothing that says who asked what. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Where the server writes what happened; one event a line. */
export type Log = {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
};
