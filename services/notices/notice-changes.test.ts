import { expect, test } from "vitest";
import { clauseChanges, noticeChanges } from "./notice-changes.ts";
import { exampleNotice } from "./portal/example-notice.ts";

const before = exampleNotice();
const after = exampleNotice({ version: 4, text: `${before.text}补充。`, clauses: before.clauses.map((clause, at) => (at === 0 ? { ...clause, obligations: clause.obligations.slice(1) } : clause)) });

test("what came and went in the text, and which clauses it concerns", () => {
  const changes = noticeChanges(before, after);
  expect(changes.text.filter(({ kind }) => kind !== "same")).toEqual([{ kind: "added", words: "补充。" }]);
  expect(changes.clauses.filter(({ kind }) => kind !== "same")).toMatchObject([{ key: "clause-0", kind: "reread", removed: 1 }]);
  expect(changes.clauses).toEqual(clauseChanges(before, after));
});

test("two versions are compared once", () => {
  expect(noticeChanges(before, after)).toBe(noticeChanges(before, after));
  expect(noticeChanges(after, before)).not.toBe(noticeChanges(before, after));
});
