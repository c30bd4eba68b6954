/**
 * The only source of "now". Policy time is the day the notices speak of: in a drill it started at the drill's date and
 * ticks on. Machine time is for sessions, tokens, jobs and the audit. Both are instants; days are Asia/Shanghai.
 */
export type Clock = {
  readonly policyNow: () => Date;
  readonly machineNow: () => Date;
  /** Does policy time differ from machine time because this is a drill (演练)? */
  readonly drill: boolean;
};

/** When a drill began, on both clocks. */
export type Drill = { readonly policyStart: Date; readonly machineStart: Date };

/** The clock of a drill, or of ordinary operation when `drill` is null. */
export function clockOf(drill: Drill | null, machineNow: () => Date = () => new Date()): Clock {
  if (drill === null) return { policyNow: machineNow, machineNow, drill: false };
  const ahead = drill.policyStart.getTime() - drill.machineStart.getTime();
  return { policyNow: () => new Date(machineNow().getTime() + ahead), machineNow, drill: true };
}
