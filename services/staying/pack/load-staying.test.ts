import { loadPack, type PackParts } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import { loadNotices } from "#services/notices";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { loadStaying } from "./load-staying.ts";

const FILE = "staying/headcounts.yaml";
let parts: PackParts;
beforeAll(async () => {
  const read = await readPackDirectory(fileURLToPath(new URL("../../../packs/hulunbuir-2021-spring-festival", import.meta.url)));
  parts = loadPack(read?.files ?? new Map()).parts;
});
const load = (content: string | null) => loadStaying({ notices: parts.notices, files: new Map(content === null ? [] : [[FILE, content]]) }, loadNotices(parts).notices);

test("the first pack measures the leading and guiding of clause 一, kind by kind", () => {
  const { staying, problems } = load(parts.files.get(FILE) ?? "");
  expect(problems).toEqual([]);
  expect(staying).toMatchObject({ notice: "stay-put", clause: "travel" });
  expect([...new Set(staying?.kinds.map(({ duty }) => duty))]).toEqual(["travel.public-staff-lead", "travel.workers-and-schools-stay", "travel.low-risk-stay"]);
  expect(staying?.reasons.value.map(({ name }) => name.zh)).toEqual(["看病", "照护家人", "工作", "回家", "其他"]);
});

test("a pack without the file has no such service, and nothing is wrong", () => {
  expect(load(null)).toEqual({ staying: null, problems: [] });
});

describe("what is wrong is told with its line and field", () => {
  test.each([
    ["another notice", "notice: stay-put", "notice: elsewhere", 2, "notice", "the pack has no such notice"],
    ["another clause", "clause: travel", "clause: nothing", 3, "clause", "the notice has no such clause"],
    ["a duty of another clause", "duty: travel.low-risk-stay", "duty: relief.visits", 11, "kinds[5].duty", "the clause has no such duty"],
    ["a kind twice", "key: school", "key: government", 10, "kinds[4].key", '"government" is used twice, first on line 6'],
    ["a reason twice", "key: other,", "key: work,", 18, "reasons.value[4].key", '"work" is used twice, first on line 16'],
    ["no source", "asOf: 2026-11-29", "seen: 2026-11-29", 12, "reasons.asOf", "this field is missing"],
    ["a name in one language", "{ zh: 学校, en: Schools }", "{ zh: 学校 }", 10, "kinds[4].name.en", "this field is missing"],
  ])("%s", (_, from, to, line, field, problem) => {
    const content = parts.files.get(FILE) ?? "";
    expect(content).toContain(from);
    const { staying, problems } = load(content.replace(from, to));
    expect(staying).toBeNull();
    expect(problems.map((each) => [each.file, each.line, each.field, each.problem.en])).toContainEqual([FILE, line, field, problem]);
    for (const { remedy } of problems) expect([remedy.zh, remedy.en].every((words) => words.length > 3)).toBe(true);
  });
});
