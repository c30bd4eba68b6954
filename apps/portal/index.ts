export { InterfacePage } from "./interface-page.tsx";
export { pages, portalDoors, portalSite, scripts } from "./portal.ts";
