export type { JobTimes } from "./job-times.ts";
export type { RecurringJob } from "./recurring-job.ts";
