import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPack } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import { loadNotices } from "#services/notices";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packCheck } from "./pack-check.ts";

const SHIPPED = fileURLToPath(new URL("../../packs/hulunbuir-2021-spring-festival", import.meta.url));
let written = "";
const out = { write: (text: string) => { written += text; } };
beforeEach(() => { written = ""; });

describe("the shipped pack", () => {
  test("checks clean", async () => {
    const code = await packCheck(SHIPPED, out, { language: "en" });
    expect(written).toBe("No problems\nstay-put: 8 clauses, 46 duties\ntravel: a rule of 9 rows\ntravel: a rule of 150799 alone, 10 rows\ntoll-free: a rule of 4 rows\nfree-refunds: a rule of 7 rows\nfireworks: a rule of 2 rows\ntravel: 2 levels above, 72 risk areas\n10 types of cases: travel-approval, lodging-complaint, not-paid, temporary-help, testing-site-wrong, freight-complaint, roadblock, hazard, weather-duty, concern\n19 registers: activities, campus-living, canteen-prices, employer-lodging, care-calls, relief-payments, supplies-handed-out, mask-points, mutual-aid, producers, protective-stock, retailer-stock, testing-sites, roadblock-approvals, transport-service, fireworks-places, weather-warnings, published-measures, stories\n");
    expect(code).toBe(0);
  });

  test("is a restatement, says which numbers it lacks, and carries no date, number or amount", async () => {
    const read = await readPackDirectory(SHIPPED);
    const { pack } = loadPack(read?.files ?? new Map());
    const [notice] = pack === null ? [] : loadNotices(pack).notices;
    expect(pack?.clock.drillStart).toBe("2021-01-26T09:00:00+08:00");
    expect(pack?.city.districts).toHaveLength(14);
    expect(pack?.city.districts.reduce((sum, district) => sum + district.population, 0)).toBe(2_242_875);
    expect(notice).toMatchObject({ textKind: "restatement", documentNumber: null, date: null, publicRelease: true, absentNumbers: ["二", "三", "四", "十"] });
    expect(notice?.clauses.map(({ number }) => number)).toEqual(["一", "五", "六", "七", "八", "九", "十一", null]);
    expect(notice?.text).not.toMatch(/\d|元|小时|核酸阴性/);
  });

  test("says the strength, the approver and the exception that the official notice does", async () => {
    const read = await readPackDirectory(SHIPPED);
    const { pack } = loadPack(read?.files ?? new Map());
    const [notice] = pack === null ? [] : loadNotices(pack).notices;
    const duties = notice?.clauses.flatMap((clause) => clause.obligations) ?? [];
    const keysOf = (modality: string) => duties.filter((duty) => duty.modality === modality).map((duty) => duty.key);
    expect(keysOf("in-principle")).toEqual(["travel.medium-risk-stay", "travel.low-risk-destinations"]);
    expect(keysOf("needs-approval")).toEqual(["travel.medium-approval", "transport.roadblock-approval"]);
    expect(keysOf("must-not")).toEqual(["transport.no-roadblocks"]);
    expect(keysOf("encouraged")).toEqual(["travel.low-risk-stay", "staying.employer-daily-life", "staying.employer-festival", "relief.visits", "supplies.free-masks"]);
    expect(keysOf("permitted")).toEqual([]);
    const duty = (key: string) => duties.find((candidate) => candidate.key === key);
    expect(duty("travel.medium-approval")).toMatchObject({ approver: "属地疫情防控机构", condition: "因特殊情况需要出行的" });
    expect(duty("transport.roadblock-approval")?.approver).toBe("旗市区级及以上人民政府");
    expect(duty("travel.medium-risk-stay")?.exception).toContain("特殊情况需要出行");
    expect(duty("travel.low-risk-destinations")?.polarity).toBe("refrain");
    expect(duty("relief.funds-on-time")).toMatchObject({ actors: ["各旗市区"], actorsInferred: false });
    expect(duty("travel.guide-staying")?.actorsInferred).toBe(true);
  });
});

test.each(["hulunbuir-2021-spring-festival", "beiling-2027-cold-wave"])("%s names in English everybody who acts, but for duties of all addressees together", async (pack) => {
  const read = await readPackDirectory(join(SHIPPED, "..", pack));
  const { notices } = loadNotices(loadPack(read?.files ?? new Map()).parts);
  const unnamed = notices.flatMap(({ reading: { addressees }, clauses }) => clauses.flatMap(({ obligations }) => obligations)
    .filter(({ actors, plain }) => actors.length > 0 && plain?.actors === undefined && actors.join() !== addressees.join()).map(({ key }) => key));
  expect(notices).toHaveLength(1);
  expect(unnamed).toEqual([]);
});

describe("a pack with mistakes", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pack-"));
    await cp(SHIPPED, folder, { recursive: true });
  });
  afterEach(async () => { await rm(folder, { recursive: true }); });

  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(join(folder, file), "utf8");
    expect(text).toContain(from);
    await writeFile(join(folder, file), text.replace(from, to));
  };

  test("prints every one of them in one run and exits with 1", async () => {
    await change("city.yaml", "code: \"150702\"", "code: 150702");
    await change("notices/stay-put/notice.yaml", "quote: 等极端天气的防范和应对", "quote: 极寒天气");
    expect(await packCheck(folder, out)).toBe(1);
    expect(written).toContain("city.yaml:17 districts[0].code — 应是文字，写成了数字 — 给它加上引号\n");
    expect(written).toMatch(/notices\/stay-put\/notice\.yaml:\d+ clauses\[5\]\.duties\[3\]\.quote — 通知里没有这段话 — 从 notice\.txt 里原样摘一小段\n/);
    expect(written).toMatch(/notices\/stay-put\/notice\.txt:7 九#\d — 这项任务没有名字（must）：/);
    expect(written).toMatch(/共 3 个问题\n$/);
  });

  test("gives the same as JSON", async () => {
    await change("pack.yaml", "[stay-put]", "[stay-put, nowhere]");
    expect(await packCheck(folder, out, { json: true })).toBe(1);
    expect(JSON.parse(written)).toMatchObject({
      problems: [
        { file: "notices/nowhere/notice.txt", line: 1, problem: { en: "this file is missing" } },
        { file: "notices/nowhere/notice.yaml", line: 1, remedy: { zh: "补上这个文件" } },
      ],
      notices: [{ key: "stay-put", clauses: 8 }],
    });
  });
});

test("no directory, or one that is not there, is a wrong use", async () => {
  expect(await packCheck(undefined, out)).toBe(2);
  expect(await packCheck(join(SHIPPED, "nowhere"), out, { language: "en" })).toBe(2);
  expect(written).toContain("Usage: anxin pack check DIRECTORY");
});
