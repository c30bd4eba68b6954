/** Work that comes back. `work` may be called at any time, also twice at once from several servers: it asks what there is to do. */
export type RecurringJob = {
  /** `audit.daily-root`. */
  readonly name: string;
  /** When, as cron writes it, by the clock in China: `10 0 * * *` is every day at 00:10. */
  readonly cron: string;
  readonly work: () => Promise<void>;
};
