import { expect, test } from "vitest";
import { BUCKETS, type Bucket, type ChaseItem, type WorklistItem } from "../desk-views.ts";
import { BUCKETS_IN_ORDER } from "./bucket-looks.ts";
import { groupedWorklist } from "./group-worklist.ts";

const item = (number: string, bucket: Bucket, dueAt: string | null): WorklistItem => ({
  district: "150702", number, type: "road-block", typeName: { zh: "设卡", en: "Road block" }, title: "满洲里 301 国道", state: "checking", stateName: { zh: "待核实", en: "To be checked" }, tone: "under-way",
  bucket, dueAt, openedAt: "2027-01-25T00:00:00Z", escalated: false, nudges: 0, assignee: null, notice: "stay-put", clause: "transport", next: null,
});
const chase = (register: string, bucket: Bucket, dueAt: string | null): ChaseItem => ({ register, registerName: { zh: "检测点", en: "Testing sites" }, flag: null, district: "150702", count: 4, dueAt, bucket, notice: "stay-put", clause: "supplies" });
const shown = (groups: ReturnType<typeof groupedWorklist>) => groups.map(({ bucket, lines, total }) => [bucket, total, ...lines.map((line) => (line.kind === "case" ? line.item.number : line.chase.register))]);
const NONE = { overdue: 0, today: 0, soon: 0, later: 0, waiting: 0 };

test("the worst stands first, and a group without lines is not there", () => {
  expect(shown(groupedWorklist([item("0125-00001", "soon", "2027-01-26T04:00:00Z"), item("0125-00002", "overdue", "2027-01-24T04:00:00Z"), item("0125-00003", "waiting", null)], [], NONE)))
    .toEqual([["overdue", 1, "0125-00002"], ["soon", 1, "0125-00001"], ["waiting", 1, "0125-00003"]]);
});

test("records that are to be confirmed stand among the cases of their group, where their deadline puts them; without one, last", () => {
  const cases = [item("0125-00001", "today", "2027-01-25T03:00:00Z"), item("0125-00002", "today", "2027-01-25T09:00:00Z")];
  expect(shown(groupedWorklist(cases, [chase("sites", "today", "2027-01-25T05:00:00Z"), chase("stock", "today", null)], NONE))).toEqual([["today", 4, "0125-00001", "sites", "0125-00002", "stock"]]);
});

test("deadlines are compared as moments, not as texts", () => {
  expect(shown(groupedWorklist([item("0125-00001", "today", "2027-01-25T12:00:00+08:00")], [chase("sites", "today", "2027-01-25T03:30:00Z")], NONE))).toEqual([["today", 2, "sites", "0125-00001"]]);
});

test("a group says how many there are in all; records stand beside the cases that are counted; where nothing is counted no more is said than is seen", () => {
  const items = [item("0125-00001", "today", "2027-01-25T03:00:00Z")];
  expect(groupedWorklist(items, [], { ...NONE, today: 6 })[0]?.total).toBe(6);
  expect(groupedWorklist(items, [chase("sites", "today", null)], { ...NONE, today: 6 })[0]?.total).toBe(7);
  expect(groupedWorklist(items, [], null)[0]?.total).toBe(1);
});

test("the groups of the screen are those the server tells of, in the same order", () => {
  expect(BUCKETS_IN_ORDER).toEqual(BUCKETS);
});
