export { loadClock } from "./load-clock.ts";
