import { appendAudit } from "#platform/audit/server";
import { createEvents } from "#platform/events";
import { Pool } from "pg";
import { CITY, EXAMPLE_TYPES, HERE, KEEPER, tableOf, THERE } from "./example-registers.ts";
import { registerService } from "./register-service.ts";

// A process of its own that imports one table and says what came of it; killed where `ANXIN_FAULT` says.
const [url = "", commandKey = "", rows = "0"] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: 1 });
const clock = { machineNow: () => new Date(), policyNow: () => new Date("2021-01-26T01:00:00Z"), drill: true };
const place = (code: string, zh: string) => ({ code, name: { zh, en: code }, shortName: { zh, en: code } });
const service = registerService({
  pool, clock, audit: appendAudit(clock), events: createEvents(), secret: Buffer.alloc(32, 7), types: EXAMPLE_TYPES, log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  city: { ...place(CITY, "市"), districts: [{ ...place(HERE, "海拉尔区"), population: 1 }, { ...place(THERE, "扎赉诺尔区"), population: 1 }], invented: null }, clauseOf: () => null, namesOf: async () => ({}), changed: () => undefined,
});
const table = await tableOf([["旗市区", "商店", "物资", "数量"], ...Array.from({ length: Number(rows) }, (_, at) => ["海拉尔区", `第${at}店`, "口罩", String(at % 9)])]);
const type = EXAMPLE_TYPES.find(({ key }) => key === "stock");
if (type !== undefined) process.stdout.write(JSON.stringify(await service.imports.run({ person: KEEPER, commandKey }, type, table, [HERE], false)));
await pool.end();
