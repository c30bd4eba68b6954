// npm run schema: writes schema.sql from a freshly migrated database.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

const { default: prepare } = await import("../platform/db/server/test-global-setup.ts");
const { createTestDatabase, describeSchema } = await import("../platform/db/server/index.ts");
const takeAway = await prepare();
const database = await createTestDatabase();
writeFileSync(join(root, "schema.sql"), await describeSchema(database.ownerPool));
await database.drop();
await takeAway();
