import type { JobTimes } from "./job-times.ts";

/** Work that comes back. `work` may be called at any time, also twice at once from several servers: it asks what there is to do. */
export type RecurringJob = {
  /** `audit.daily-root`. */
  readonly name: string;
  readonly times: JobTimes;
  /** `one` of the installation's servers does it for all, or `every` server does, because it concerns what lies on that server. */
  readonly servers: "one" | "every";
  readonly work: () => Promise<void>;
};
