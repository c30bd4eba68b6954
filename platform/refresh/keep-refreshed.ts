/** Something in memory that is asked for again and again. */
export type Refreshing = {
  /** Asks once; true when something changed. Rejects when the database does not answer. */
  readonly refresh: () => Promise<boolean>;
  /** Asks every `milliseconds` until `stop`. While the database is away what was there last goes on being served. */
  readonly watch: (milliseconds: number) => void;
  readonly stop: () => void;
};

type Log = { readonly info: (event: string) => void; readonly warn: (event: string, facts: { readonly error: string }) => void };

/** Keeps something like the database by `look`, which says whether it changed. `name` names it in the log: `<name>-refresh-failed`, once an outage. */
export function keepRefreshed(name: string, log: Log, look: () => Promise<boolean>): Refreshing {
  let timer: NodeJS.Timeout | null = null;
  let failing = false;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: a look that began earlier must not come in over a later one. */
  function refresh(): Promise<boolean> {
    const next = last.then(look, look);
    last = next.catch(() => undefined);
    return next;
  }
  async function turn(milliseconds: number): Promise<void> {
    try {
      await refresh();
      if (failing) log.info(`${name}-refresh-works-again`);
      failing = false;
    } catch (error) {
      if (!failing) log.warn(`${name}-refresh-failed`, { error: error instanceof Error ? error.name : typeof error });
      failing = true;
    }
    if (timer !== null) plan(milliseconds);
  }
  function plan(milliseconds: number): void {
    timer = setTimeout(() => { void turn(milliseconds); }, milliseconds);
    timer.unref();
  }
  return {
    refresh, watch: plan,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
