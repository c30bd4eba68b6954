/** Residents' pages of registers: what can be looked up, a register's page; what stands on clause pages and on the home page. */
export { ListsPage, type ListsPageProps } from "./lists-page.tsx";
export { RegisterPage, type RegisterPageProps } from "./register-page.tsx";
export { registerCard, type RegisterCardProps } from "./register-card.tsx";
export { registerDoors } from "./doors.ts";
export { LISTS_PATH, registerPath } from "./register-paths.ts";
