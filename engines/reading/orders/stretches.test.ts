import { describe, expect, test } from "vitest";
import { readNotice } from "../index.ts";

const orders = (body: string): string[] => readNotice(`关于防汛的通告\n${body}\n`).obligations.map(({ modality, quote }) => `${modality} ${quote}`);
const LIST = "（一）在堤防上取土；\n（二）使用电鱼器具；\n（三）组织捕捞比赛。";

describe("a list tells what its items are", () => {
  test("items of what is banned are no duties", () => {
    expect(orders(`第一条 任何人不得有下列行为：\n${LIST}`)).toEqual(["must-not 任何人不得有下列行为"]);
    expect(orders(`第一条 禁止下列行为：\n${LIST}`)).toEqual(["must-not 禁止下列行为"]);
  });
  test("items of cases and conditions are no duties", () => {
    expect(orders(`第一条 有下列行为之一的，由水务部门予以警告：\n${LIST}`)).toEqual(["must 有下列行为之一的，由水务部门予以警告"]);
    expect(orders("第一条 符合下列条件的，可以申请补助：\n（一）参加巡堤；\n（二）建立台账。")).toEqual(["permitted 符合下列条件的，可以申请补助"]);
  });
  test("items of what is to be done are", () => {
    expect(orders("第一条 各镇要做好下列工作：\n（一）建立台账；\n（二）落实值守。")).toEqual(expect.arrayContaining(["must 建立台账", "must 落实值守"]));
  });
  test("what follows the list orders again", () => {
    expect(orders(`第一条 禁止下列行为：\n${LIST}\n各镇要组织巡查。\n第二条 落实值守。`)).toEqual(["must-not 禁止下列行为", "must 各镇要组织巡查", "must 落实值守"]);
    expect(orders(`第一条 禁止下列行为：（一）在堤防上取土；（二）使用电鱼器具。组织巡查。第二条 落实值守。`)).toEqual(["must-not 禁止下列行为", "must 组织巡查", "must 落实值守"]);
  });
  test("a consent that a banned act lacks is read, with who gives it", () => {
    const found = readNotice("第一条 经营者不得有下列行为：\n（一）未经企业允许，公开企业信息；\n（二）乱扔垃圾，未经市水务局批准搭建棚房；\n（三）未经许可捕捞的。\n").obligations.filter(({ modality }) => modality === "needs-approval");
    expect(found.map(({ quote, approver }) => [quote, approver])).toEqual([["未经企业允许，公开企业信息", "企业"], ["未经市水务局批准搭建棚房", "市水务局"], ["未经许可捕捞的", null]]);
  });
});
