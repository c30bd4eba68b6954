import { expect, test } from "vitest";
import { keyFaults } from "./key-faults.ts";

const given = { secretKey: Buffer.alloc(32, 1), dataFolder: "/srv/anxin/.data" };

test("a server whose secret opens every key may start", () => { expect(keyFaults([], given)).toEqual([]); });
test("one that could not sign is told which keys, and the remedy: the former secret, or a new database after a demo", () => {
  const [fault, ...others] = keyFaults(["notices", "drill-notices"], given);
  expect(others).toEqual([]);
  expect(fault?.zh).toMatch(/notices、drill-notices.*原来的 ANXIN_SECRET.*新的数据库/u);
  expect(fault?.en).toMatch(/notices, drill-notices.*former ANXIN_SECRET.*new one/u);
});
test("without ANXIN_SECRET it is the file in the data folder that is missing or another", () => {
  expect(keyFaults(["audit"], { ...given, secretKey: null })[0]?.en).toContain("secret.key in /srv/anxin/.data");
});
