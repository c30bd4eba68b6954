import { describe, expect, test } from "vitest";
import { readNotice } from "./index.ts";

const RULES = `临河市防汛物资管理办法
第一章 总则
第一条 为了加强防汛物资管理，制定本办法。
第二条 市应急局负责防汛物资的储备。依照第五条办理的除外。
第二章 调用
第三条 调用防汛物资，须经市防汛指挥部批准。
紧急时可以先行调用。
第四条 仓库应当自接到调令之日起一日内发出物资：
（一）核对数量；
（二）登记去向。
第五条 未经批准，任何单位不得挪用防汛物资。`;

const COVER = `临河市人民政府办公室关于印发防汛物资管理办法的通知
各区县人民政府：
《临河市防汛物资管理办法》已经市政府同意，现印发给你们，请认真执行。
临河市人民政府办公室
2024年5月6日
（此件公开发布）
`;

const joined = (text: string): string => text.replace(/\n/gu, "");
const orders = (text: string): string[] => readNotice(text).obligations.map(({ modality, quote, approver }) => `${modality} ${quote.replace(/[\s\u3000]/gu, "")}${approver === null ? "" : ` (${approver})`}`);

describe("a copy that lost its line breaks reads as the text did", () => {
  test("articles behind a title and behind chapters' headings are found", () => {
    const sections = readNotice(joined(RULES)).sections;
    expect(sections.map(({ no, children }) => [no, children.map((child) => child.no)])).toEqual([["第一章", ["第一条", "第二条"]], ["第二章", ["第三条", "第四条", "第五条"]]]);
    expect(readNotice(joined(RULES.replace(/第.章.*\n/gu, ""))).sections.map(({ no }) => no)).toEqual(["第一条", "第二条", "第三条", "第四条", "第五条"]);
  });
  test("every order is found, with who consents", () => {
    const whole = orders(RULES);
    expect(whole).toContain("needs-approval 调用防汛物资，须经市防汛指挥部批准 (市防汛指挥部)");
    expect(whole).toContain("must-not 未经批准，任何单位不得挪用防汛物资");
    expect(orders(joined(RULES))).toEqual(whole);
  });
  test.each([
    "一、调用物资，依照办法第五条执行。第二章所列物资由市应急局保管。",
    "一、依照第三章法律责任第十条执行，不得变通。",
    "一、请认真学习。第三章主要讲第十条责任。",
    "一、各镇要检查。第二条生产线须停工整改。第三条道路应当封闭。",
    "一、按下列规定执行。\n本规定第一条所列物资由市应急局保管。\n依照本办法第一条办理的，由镇政府登记。\n根据临河市供水条例第一条精神办理。",
  ])("a chapter or an article named in a sentence begins none: %s", (notice) => {
    expect(readNotice(notice).sections.map(({ no }) => no)).toEqual(["一"]);
  });
});

describe("what stands behind a signature", () => {
  test("a text whose title is glued to its first sentence is an attachment", () => {
    const carried = `临河市防汛物资调用规定为了规范防汛物资调用，制定本规定。${"市应急局应当核对仓库，登记物资去向。调用物资须经市防汛指挥部批准。".repeat(9)}`;
    const reading = readNotice(joined(COVER + carried));
    expect(reading.attachments.map(({ title }) => title)).toEqual(["临河市防汛物资调用规定"]);
    expect(reading.obligations.filter(({ part, modality }) => part === "attachment" && modality === "needs-approval")).toHaveLength(9);
    expect(reading.leaves.some(({ kind }) => kind === "furniture")).toBe(false);
  });
  test("without a title it is one all the same", () => {
    const carried = "为了规范防汛物资调用，作如下规定。".concat("市应急局应当核对仓库，登记物资去向。".repeat(20));
    expect(readNotice(joined(COVER + carried)).attachments.map(({ title }) => title)).toEqual([""]);
  });
  test("a cover's own items stay its sections, signed or not", () => {
    const items = ["一", "二", "三"].map((no) => `${no}、市应急局应当核对仓库。各镇要登记物资去向，${"做好防汛准备，".repeat(16)}确保安全。`).join("\n");
    const reading = readNotice(`关于印发防汛物资管理办法的通知\n各区县人民政府：\n现印发给你们，并就有关事项通知如下：\n${items}`);
    expect(reading.sections.map(({ no }) => no)).toEqual(["一", "二", "三"]);
    expect(reading.attachments).toEqual([]);
  });
  test.each(["一问一答：防汛物资管理办法解读", "临河日报记者报道", "网友留言", "未经书面授权不得转载，本网站版权所有", "隐私政策"])("text of the page stays outside the notice: %s", (head) => {
    const below = `${head}。${"会议指出，要加强巡查，须经市水务局批准。各单位应当落实责任。".repeat(20)}`;
    expect(readNotice(`${COVER}${below}`).obligations.filter(({ quote }) => quote.includes("巡查"))).toEqual([]);
  });
  test("what a page prints below a notice is none", () => {
    expect(readNotice(`${COVER}相关链接 政策解读 回到顶部 网站地图 关于我们`).attachments).toEqual([]);
  });
});

describe("a first sentence that orders is no heading", () => {
  const notice = readNotice("关于加强管理的通知各区县人民政府：现通知如下：一、严格审批。各区县要清理。二、暂停审批涉河项目。各镇要执行。三、重大项目报市人民政府批准。四、确需建设的须经市水务局批准。建成后要登记。五、加强领导。各镇要重视。");
  test("what is halted and what waits for consent is read", () => {
    expect(notice.obligations.filter(({ modality }) => modality !== "must").map(({ clause, modality, approver }) => [clause, modality, approver])).toEqual([["二", "must-not", null], ["三", "needs-approval", "市人民政府"], ["四", "needs-approval", "市水务局"]]);
  });
  test("a heading that names what is banned or halted stays one", () => {
    const reading = readNotice("关于燃放烟花爆竹的通告为保安全，现通告如下：一、禁止燃放区域。环城路以内。二、禁止燃放时间。全天。三、停止供水时间。五月一日。四、报批材料。表格和图纸。五、燃放要求。各镇要巡查。");
    expect(reading.obligations.map(({ quote }) => quote)).toEqual(["各镇要巡查"]);
  });
  test("a heading stays one", () => {
    expect(notice.obligations.map(({ quote }) => quote)).not.toContain("严格审批");
  });
});

describe("text before the first number", () => {
  const introduction = "近年来汛情多变。现就有关事项通知如下：\n";
  const list = "一、加强值守。各区县要落实值班。\n二、保障转移。各镇要转移群众。";
  const paragraphs = "市水务局编制方案，报市人民政府批准后实施。\n";
  test("a paragraph or two lead to the list", () => {
    expect(readNotice(`${paragraphs}${introduction}${list}`).obligations.map(({ clause }) => clause)).not.toContain("preamble");
  });
  test("a consent that is ordered counts there and under aims; one that is told does not", () => {
    const opening = "未经市水务局批准，不得开闸。《方案》已经市人民政府批准，经国务院同意，由市水务局印发。\n";
    const aims = "一、工作目标\n确需调整的，须经市防汛指挥部批准。规划经市人民政府批准。\n二、保障转移。各镇要转移群众。";
    expect(readNotice(`${opening}${introduction}${aims}`).obligations.filter(({ modality }) => modality === "needs-approval").map(({ clause, approver }) => [clause, approver])).toEqual([["preamble", "市水务局"], ["一", "市防汛指挥部"]]);
  });
  test("any length of history that ends in 通知如下 leads to the list; broken lines are no paragraphs", () => {
    const history = "2021年，市水务局开展普查，建立台账，编制规划。\n";
    expect(readNotice(`${history.repeat(8)}${introduction}${list}`).obligations.map(({ clause }) => clause)).not.toContain("preamble");
    expect(readNotice(`${"市水务局开展普查\n建立台账\n编制规划\n".repeat(3)}。${list}`).obligations.map(({ clause }) => clause)).not.toContain("preamble");
  });
  test("a text of its own orders too", () => {
    const reading = readNotice(`${paragraphs.repeat(5)}各镇要落实值守。\n${list}`);
    expect(reading.obligations.filter(({ clause, modality }) => clause === "preamble" && modality === "needs-approval").map(({ approver }) => approver)).toEqual(Array(5).fill("市人民政府"));
  });
});
