import type { AuditProof } from "#platform/audit/server";
import { expect, test } from "vitest";
import { proofInWords } from "./proof-in-words.ts";

const counted = { entries: 6, chains: 2, roots: 3 };
test.each<[AuditProof, string, string]>([
  [{ kind: "holds", ...counted, outside: { at: "2026-11-24T02:00:00.000Z", copied: 0 } }, "没有被改过：2 条链，6 条记录，3 个每日签名。", "Nothing was changed: 2 chains, 6 entries, 3 signed roots."],
  [{ kind: "holds", ...counted, outside: { at: "2026-11-24T02:00:00.000Z", copied: 2 } }, "更早的 2 个是那时从数据库抄来的", "the 2 before that were copied from it then"],
  [{ kind: "broken-link", link: { district: "150702", seq: 2, what: "missing" } }, "断在 150702 的第 2 条：这一条不见了。", "Broken at entry 2 of 150702: the entry is missing."],
  [{ kind: "broken-root", root: { day: "2026-11-24", what: "key" } }, "2026-11-24 的每日签名对不上：签它的钥匙不是审计用的", "the key that signed it is none for the audit"],
  [{ kind: "broken-root", root: { day: "2026-11-24", what: "not-outside" } }, "外面的记录里没有它", "it is not written outside the database"],
  [{ kind: "broken-root", root: { day: "2026-11-24", what: "head", district: "150702", seq: 3 } }, "（150702 第 3 条）", "(150702, entry 3)"],
  [{ kind: "broken-file", fault: { what: "missing" }, ...counted }, "audit-heads.jsonl 不在数据文件夹里", "it is not in the data folder"],
  [{ kind: "broken-file", fault: { what: "torn", line: 5 }, ...counted }, "audit-heads.jsonl 第 5 行没有写完", "line 5 was not written to its end"],
  [{ kind: "broken-file", fault: { what: "unreadable", line: 4 }, ...counted }, "第 4 行不是我们写的", "line 4 is none of ours"],
])("%j", (proof, zh, en) => {
  expect(proofInWords(proof).zh).toContain(zh);
  expect(proofInWords(proof).en).toContain(en);
});
