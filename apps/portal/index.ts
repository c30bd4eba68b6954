export { pages, portalDoors, portalSite, scripts } from "./portal.ts";
