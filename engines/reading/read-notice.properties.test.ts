import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEAF_KINDS, MODALITIES, readNotice, REMARK_KINDS, type Section } from "./index.ts";

/** Pieces of which notices, pages and nonsense are made. */
const PIECE = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(
    "一、", "二、", "（一）", "（二）", "1.", "2、", "1.1　", "第一条　", "第二章　", "①", "附件1", "附件：1.", "目录", "\n", "　　", "  ", "。", "，", "；", "：", "、", "（", "）", "“", "”", "《", "》",
    "各镇人民政府：", "各地区要", "严禁", "未经市政府批准", "须经镇里同意", "鼓励企业", "原则上", "不得", "可以", "加强值守", "做好转移工作", "确保安全", "对拒不改正的", "将责任落实到人",
    "关于防汛工作的通知", "临政发〔2026〕3号", "临河市人民政府", "2026年7月1日", "（此件公开发布）", "已收藏", "扫一扫在手机上查看当前页面", "主办单位：临河市人民政府主办", "<p>", "</p>", "&nbsp;", "<!--", "现将有关事项通知如下：", "自发布之日起施行",
  ) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);
const TEXT = fc.oneof(
  { weight: 5, arbitrary: fc.array(PIECE, { maxLength: 120 }).map((pieces) => pieces.join("")) },
  { weight: 1, arbitrary: fc.array(PIECE, { maxLength: 40 }).map((pieces) => `${pieces.join("")}主办单位：甲${pieces.join("")}`) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 400 }) },
);

const flat = (sections: readonly Section[]): Section[] => sections.flatMap((section) => [section, ...flat(section.children)]);

describe("whatever the text", () => {
  test("the leaves tile it once, in order", () => {
    fc.assert(fc.property(TEXT, (text) => {
      const { leaves } = readNotice(text);
      let at = 0;
      for (const { kind, range: [start, end] } of leaves) {
        expect(LEAF_KINDS).toContain(kind);
        expect(start).toBe(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBe(text.length);
    }), { numRuns: 1500 });
  });

  test("an order quotes the text, ends in its sentence, has an id of its own and a clause that is there", () => {
    fc.assert(fc.property(TEXT, (text) => {
      const { obligations, sections, attachments } = readNotice(text);
      const paths = new Set([...flat(sections), ...attachments.flatMap((each) => [each, ...flat(each.sections)])].map(({ path }) => path));
      expect(new Set(obligations.map(({ id }) => id)).size).toBe(obligations.length);
      for (const order of obligations) {
        expect(MODALITIES).toContain(order.modality);
        expect(order.ranges.map(([start, end]) => text.slice(start, end)).join("")).toBe(order.quote);
        expect(order.quote.trim()).not.toBe("");
        expect(order.id.startsWith(`${order.clause}#`)).toBe(true);
        if (!/^(?:preamble|closing|body)$|\/closing$/u.test(order.clause)) expect(paths).toContain(order.clause);
        let last = -1;
        for (const [start, end] of order.ranges) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        for (const words of [order.approver, order.condition, order.exception, order.deadline]) if (words !== null) expect(words).not.toBe("");
      }
    }), { numRuns: 1500 });
  });

  test("paths are unique and children lie inside their parent", () => {
    fc.assert(fc.property(TEXT, (text) => {
      const { sections, attachments, remarks } = readNotice(text);
      const all = [...flat(sections), ...attachments.flatMap((each) => flat(each.sections))];
      expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
      for (const { range, children } of all) for (const child of children) {
        expect(child.range[0]).toBeGreaterThanOrEqual(range[0]);
        expect(child.range[1]).toBeLessThanOrEqual(range[1]);
      }
      for (const { kind } of remarks) expect(REMARK_KINDS).toContain(kind);
    }), { numRuns: 1000 });
  });

  test("the same text reads the same", () => {
    fc.assert(fc.property(TEXT, (text) => { expect(readNotice(text)).toEqual(readNotice(text)); }), { numRuns: 300 });
  });
});

describe("texts made to be slow end in a reading too", () => {
  test.each([
    ["brackets that never close", "（".repeat(200_000)],
    ["one clause without end", `各镇要${"加强".repeat(150_000)}`],
    ["nothing but numbers", "一、".repeat(100_000)],
    ["every number anew", Array.from({ length: 40_000 }, (_, index) => `${index % 99}.\n`).join("")],
    ["attachments and no text", "附件1\n".repeat(60_000)],
    ["stops only", "。".repeat(300_000)],
    ["tags that never close", "<p ".repeat(150_000)],
    ["the same words again and again", "各镇要值守，严禁离岗。".repeat(30_000)],
    ["titles only", "关于防汛工作的通知\n".repeat(40_000)],
    ["pads only", "　 ".repeat(200_000)],
    ["rules upon rules", `应当${"按照规定".repeat(70)}办事。`.repeat(200)],
    ["bodies upon bodies", `须由${"局和".repeat(140)}批准。`.repeat(200)],
    ["lists of bodies", `报经${"局、".repeat(140)}批准。`.repeat(200)],
    ["consents upon consents", `须经${"审查审核".repeat(70)}批准。`.repeat(200)],
    ["links upon links", `应当${"由报经取得".repeat(55)}批准。`.repeat(200)],
    ["rules under duties", `${"应当按照".repeat(60)}批准。`.repeat(200)],
    ["passings upon passings", `须经${"通过和".repeat(90)}，`.repeat(100)],
    ["consents that describe", `应当依照规定将${"经批准的".repeat(60)}上报。`.repeat(200)],
    ["dates only", "2026年7月1日\n".repeat(40_000)],
  ])("%s", (_, text) => { expect(readNotice(text).leaves.at(-1)?.range[1]).toBe(text.length); }, 8_000);
});
