export type { RecurringJob } from "./recurring-job.ts";
