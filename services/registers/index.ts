/** Registers: facts that units keep as the pack declares them, what the desk and residents are told of them. */
export { checkOpens, type OpenedType } from "./pack/check-opens.ts";
export { loadRegisters, type PackRegister } from "./pack/load-registers.ts";
export * from "./portal-views.ts";
export type { RegistersView, RegisterView } from "./desk-views.ts";
