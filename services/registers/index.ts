/** Registers: facts that units keep as the pack declares them, what the desk and residents are told of them. */
export { checkOpens, loadRegisters, type PackRegister } from "./pack/load-registers.ts";
export * from "./portal-views.ts";
