export { DatabaseRefused } from "./database-refused.ts";
export { districtFaults } from "./district-rule.ts";
export { describeSchema } from "./describe-schema.ts";
export { migrate, MigrationRefused } from "./migrate.ts";
export { DataFolderInUse } from "./embedded/owner-lock.ts";
export { ServerRoleRefused } from "./server-role.ts";
export { startDatabase, type Database } from "./start-database.ts";
export { createTestDatabase, type TestDatabase } from "./test-database.ts";
export { inTransaction, type Context } from "./transaction.ts";
