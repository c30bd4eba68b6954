export { FAULT_NAMES, type FaultName } from "./fault-names.ts";
