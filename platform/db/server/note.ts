type Facts = Readonly<Record<string, string | number>>;

/** Where to write what happened; the server's own log fits. */
export type Note = { info(event: string, facts?: Facts): void; warn(event: string, facts?: Facts): void };
