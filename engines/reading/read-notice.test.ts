import { describe, expect, test } from "vitest";
import { readNotice, type Reading, type Section } from "./index.ts";

const BODY = "各区县防汛指挥部，市直各部门，驻市各单位：一、加强值班值守。各区县要落实二十四小时值班，严禁擅自离岗。三、保障群众转移。各镇要提前转移危险区群众，鼓励投亲靠友，确需返回的，须经镇防汛指挥部同意。各区县各部门要高度重视，确保安全度汛。";
const PAGE = `${BODY}  （此件公开发布）已收藏信息来源：临河市防汛抗旱指挥部\n\n   扫一扫在手机上查看当前页面\n主办单位：临河市人民政府主办 承办单位：临河市人民政府办公室承办 0400-1234567客户端是否“确认”跳转到登录页？${BODY.replace("落实", "落实")}  （此件公开发布）主办单位：临河市人民政府主办政府网站标识码：1234567890`;

const outline = (sections: readonly Section[]): unknown[] => sections.map(({ no, heading, children }) => (children.length === 0 ? `${no} ${heading}` : [`${no} ${heading}`, outline(children)]));
const kinds = (reading: Reading): string[] => reading.remarks.map(({ kind }) => kind);
const detail = (reading: Reading, kind: string): string | undefined => reading.remarks.find((remark) => remark.kind === kind)?.detail;

describe("a page copied as it stands: run-on, furniture around it, body twice", () => {
  const reading = readNotice(PAGE);
  test("the first copy counts, the second is one remark", () => {
    expect(outline(reading.sections)).toEqual(["一 加强值班值守", "三 保障群众转移"]);
    expect(kinds(reading).filter((kind) => kind === "repeated-body")).toHaveLength(1);
    expect(detail(reading, "numbering-gap")).toBe("二");
  });
  test("what is missing is null and remarked", () => {
    expect(reading).toMatchObject({ title: null, date: null, documentNumber: null, issuer: "临河市防汛抗旱指挥部", publisher: "临河市人民政府" });
    expect(kinds(reading)).toEqual(expect.arrayContaining(["title-missing", "date-missing"]));
    expect(reading.addressees).toEqual(["各区县防汛指挥部", "市直各部门", "驻市各单位"]);
  });
  test("the closing paragraph is no part of the last item", () => {
    expect(reading.obligations.at(-1)).toMatchObject({ clause: "closing", quote: "各区县各部门要高度重视，确保安全度汛" });
  });
  test("the leaves tile the page", () => {
    expect(reading.leaves.map(({ range: [start, end] }) => PAGE.slice(start, end)).join("")).toBe(PAGE);
    expect(new Set(reading.leaves.map(({ kind }) => kind))).toEqual(new Set(["addressees", "item", "closing", "signature", "furniture", "repeated-body"]));
  });
  test("every order, once", () => {
    expect(reading.obligations.map(({ id, modality }) => `${id} ${modality}`)).toEqual(["一#1 must", "一#2 must-not", "三#1 must", "三#2 encouraged", "三#3 needs-approval", "closing#1 must"]);
    expect(reading.obligations[4]).toMatchObject({ approver: "镇防汛指挥部", condition: "确需返回的" });
  });
});

describe("head and foot", () => {
  test("title over two lines, number, addressees, signature", () => {
    const reading = readNotice("临河市人民政府办公室关于做好2026年汛期\n安 全 工 作 的 通 知\n临政办发〔2026〕12号\n各县、区人民政府，市政府各部门：\n现就有关事项通知如下：\n一、加强值守\n各县要值守。\n临河市人民政府办公室\n2026年6月1日\n（此件公开发布）");
    expect(reading).toMatchObject({
      title: "临河市人民政府办公室关于做好2026年汛期安全工作的通知", documentNumber: "临政办发〔2026〕12号", date: "2026-06-01",
      issuer: "临河市人民政府办公室", addressees: ["各县", "区人民政府", "市政府各部门"],
    });
    expect(reading.remarks).toEqual([]);
  });
  test("all on one line, as a crawler leaves it", () => {
    const reading = readNotice("临河市人民政府关于加强防汛工作的意见临政发〔2026〕3号各县人民政府：　　汛期将至，现提出以下意见：　　一、加强值守。各县要值守。　　　　临河市人民政府　　二〇二六年六月一日　　（此件公开发布）");
    expect(reading).toMatchObject({ title: "临河市人民政府关于加强防汛工作的意见", documentNumber: "临政发〔2026〕3号", date: "2026-06-01", issuer: "临河市人民政府", addressees: ["各县人民政府"] });
  });
  test("title and number side by side", () => {
    expect(readNotice("临河市人民政府关于防汛工作的意见 临政发 〔2026〕 3 号\n各县人民政府：\n一、值守。各县要值守。")).toMatchObject({ title: "临河市人民政府关于防汛工作的意见", documentNumber: "临政发〔2026〕3号" });
  });
  test("the page's table head fills what the text does not say", () => {
    const reading = readNotice("索 引 号：X100-2026\n发文机关：临河市水务局\n成文日期：2026年05月20日\n发布日期：2026年05月22日\n关于开展堤防检查的通知\n各镇：\n各镇要检查堤防。");
    expect(reading).toMatchObject({ title: "关于开展堤防检查的通知", issuer: "临河市水务局", date: "2026-05-20" });
    expect(kinds(reading).filter((kind) => kind === "furniture").length).toBeGreaterThan(0);
  });
  test("the page's head on the notice's own line", () => {
    const text = "首页 > 政务公开 字号：大 中 小 来源：临河市水务局 发布时间：2026-05-22 关于开展堤防检查的通知 各镇人民政府，市直各部门： 现就有关事项通知如下： 一、检查堤防。各镇要检查堤防。 二、备足物资。鼓励社区组织志愿者巡堤。";
    const reading = readNotice(text);
    expect(reading).toMatchObject({ title: "关于开展堤防检查的通知", addressees: ["各镇人民政府", "市直各部门"] });
    expect(reading.leaves[0]?.kind).toBe("furniture");
    expect(reading.leaves.map(({ range: [start, end] }) => text.slice(start, end)).join("")).toBe(text);
    expect(reading.obligations.at(-1)?.actors).toEqual(["社区"]);
  });
  test("a line of the page above the title is remarked, not read", () => {
    const reading = readNotice("智慧水务平台\n关于开展堤防检查的通知\n各镇人民政府：\n各镇要检查堤防。\n临河市水务局\n2026年5月20日");
    expect(reading.title).toBe("关于开展堤防检查的通知");
    expect(detail(reading, "furniture")).toBe("智慧水务平台");
  });
});

describe("who issues, and under which number", () => {
  const CHECK = "各镇人民政府：\n各镇要检查堤防。\n";
  test.each([
    ["临河市水务局文件\n\n临水发〔2026〕8号\n\n关于开展堤防检查的通知\n", "关于开展堤防检查的通知", "临水发〔2026〕8号", "临河市水务局"],
    ["临河市人民政府文件\n临政发〔2026〕8号\n临河市人民政府关于开展堤防检查的通知\n", "临河市人民政府关于开展堤防检查的通知", "临政发〔2026〕8号", "临河市人民政府"],
    ["临河市水务局\n临河市财政局\n文　　件\n临水发〔2026〕8号\n关于开展堤防\n检查的通知\n", "关于开展堤防检查的通知", "临水发〔2026〕8号", "临河市水务局、临河市财政局"],
    ["临河市水务局文件 临水发〔2026〕8号\n关于开展堤防检查的通知\n", "关于开展堤防检查的通知", "临水发〔2026〕8号", "临河市水务局"],
    ["临河市水务局\n临水发〔2026〕8号\n关于开展堤防检查的通知\n", "关于开展堤防检查的通知", "临水发〔2026〕8号", "临河市水务局"],
    ["临河市水务局公告2026年第5号\n关于开展堤防检查的公告\n", "关于开展堤防检查的公告", "2026年第5号", "临河市水务局"],
  ])("a letterhead is not the title: %j", (head, title, documentNumber, issuer) => {
    const reading = readNotice(head + CHECK);
    expect(reading).toMatchObject({ title, documentNumber, issuer, addressees: ["各镇人民政府"] });
    expect(kinds(reading)).toEqual(["date-missing"]);
  });
  test("a letterhead on the notice's own line", () => {
    expect(readNotice("临河市水务局文件 临水发〔2026〕8号 关于开展堤防检查的通知 各镇人民政府： 各镇要检查堤防。")).toMatchObject({ title: "关于开展堤防检查的通知", documentNumber: "临水发〔2026〕8号", addressees: ["各镇人民政府"] });
  });
  test.each([
    ["临河市防汛抗旱指挥部\n通  告\n（第17号）", "临河市防汛抗旱指挥部通告", "第17号"],
    ["临河市防汛抗旱指挥部通　　　告\n第 17 号", "临河市防汛抗旱指挥部通告", "第17号"],
    ["临河市公安局\n临河市水务局\n通告\n2026年第5号", "临河市公安局临河市水务局通告", "2026年第5号"],
    ["临河市人民政府令（第3号）", "临河市人民政府令", "第3号"],
    ["临河市人民政府第十七号令", "临河市人民政府第十七号令", "第十七号"],
    ["关　　于　　检　　查　　堤　　防　　的　　通　　告", "关于检查堤防的通告", null],
    ["关于落实省政府第17号令的通告", "关于落实省政府第17号令的通告", null],
    ["通  告", "通告", null],
  ])("%j", (head, title, documentNumber) => {
    const text = `${head}\n汛期将至，现通告如下：\n一、检查堤防\n沿河单位要检查堤防。\n临河市防汛抗旱指挥部\n2026年6月1日`;
    const reading = readNotice(text);
    expect(reading).toMatchObject({ title, documentNumber, issuer: "临河市防汛抗旱指挥部", remarks: [] });
    expect(reading.leaves.map(({ range: [start, end] }) => text.slice(start, end)).join("")).toBe(text);
  });
  test.each(["市长：李明\n2026年6月1日", "市 长　　李　　明\n2026年6月1日", "市长 李明 2026年6月1日", "市长：李明　　　2026年6月1日"])("a person signs, the title says for whom: %j", (signed) => {
    const text = `临河市人民政府河道禁采令\n第一条　禁止在河道采砂。\n第二条　本令自发布之日起施行。\n${signed}`;
    const reading = readNotice(text);
    expect(reading).toMatchObject({ issuer: "临河市人民政府", date: "2026-06-01", remarks: [] });
    expect(reading.leaves.filter(({ kind }) => kind === "signature").map(({ range: [start, end] }) => text.slice(start, end).trim()).join("")).toBe(signed);
  });
  test("a body that signs goes before the title's; rules are not issued by the body they are about", () => {
    expect(readNotice("临河市人民政府禁采令\n严禁采砂。\n临河市水务局\n市长：李明\n2026年6月1日").issuer).toBe("临河市水务局");
    expect(readNotice("临河市村民委员会选举办法\n各镇要组织选举。").issuer).toBeNull();
  });
});

describe("addressees", () => {
  test.each([
    ["全市各河道采砂者、砂石运输者及广大船民", ["全市各河道采砂者", "砂石运输者及广大船民"]],
    ["广大市民朋友", ["广大市民朋友"]],
    ["尊敬的各位业主、住户", ["尊敬的各位业主", "住户"]],
    ["同学们", ["同学们"]],
    ["凡违反规定采砂者", []],
    ["广大市民要做到", []],
  ])("%s", (words, addressees) => expect(readNotice(`关于河道管理的通知\n${words}：\n不得在河道采砂。`).addressees).toEqual(addressees));
  test.each([["通告", false], ["公告（试行）", false], ["决定", false], ["命令", false], ["通知", true], ["意见", true]])("nobody misses them in a %s: %s", (kind, missed) => {
    expect(kinds(readNotice(`临河市水务局关于河道管理的${kind}\n不得在河道采砂。`)).includes("addressees-missing")).toBe(missed);
  });
});

describe("links of the page below the notice", () => {
  const NOTICE = "关于河道管理的通知\n各镇：\n不得在河道采砂。\n临河市水务局\n2026年6月1日\n";
  test.each(["相关链接：\n• 河道采砂分区图\n• 河道采砂须知", "相关链接：\n\n· 河道采砂须知\n\n· 采砂规划", "相关阅读\n临河市启动防汛应急预案\n河道采砂须知"])("%j", (links) => {
    const reading = readNotice(NOTICE + links);
    expect(reading.attachments).toEqual([]);
    expect(new Set(kinds(reading))).toEqual(new Set(["furniture"]));
  });
  test("an attachment behind them stays one, a title below them too", () => {
    expect(readNotice(`${NOTICE}相关链接：\n• 河道采砂须知\n附件1\n值班安排\n各镇要上报。`).attachments.map(({ title }) => title)).toEqual(["值班安排"]);
    expect(readNotice(`相关链接：\n• 采砂规划\n${NOTICE}`).title).toBe("关于河道管理的通知");
  });
  test("a remark shows their words on one line, with no mark at the end, and seen to be cut", () => {
    expect(readNotice(`${NOTICE}相关链接：`).remarks).toMatchObject([{ kind: "furniture", detail: "相关链接" }]);
    const cut = detail(readNotice(`版权所有：临河市水务局，${"堤防路甲号，".repeat(12)}\n${NOTICE}`), "furniture") ?? "";
    expect(cut.length).toBeLessThanOrEqual(60);
    expect(cut).toMatch(/[^，：]…$/u);
  });
});

describe("numbering", () => {
  test.each([
    ["一、值守\n各镇要值守。\n（一）白天。各镇要巡查。\n1.堤防。各镇要看堤。\n（1）闸门。各镇要看闸。\n①阀门。各镇要看阀。\n二、物资\n各镇要备料。", [["一 值守", [["一 白天", [["1 堤防", [["1 闸门", ["① 阀门"]]]]]]]], "二 物资"]],
    ["第一章　总则\n第一条　各镇要守法。\n第二条　各镇要值守。\n第二章　处置\n第三条　各镇要转移群众。", [["第一章 总则", ["第一条 各镇要守法", "第二条 各镇要值守"]], ["第二章 处置", ["第三条 各镇要转移群众"]]]],
    ["1　总则\n1.1　目的\n各镇要守法。\n1.2　范围\n适用全市。\n2　处置\n2.1　预警\n2.1.1　发布\n各镇要发布预警。\n2.1.2　解除\n各镇要解除预警。", [["1 总则", ["1.1 目的", "1.2 范围"]], ["2 处置", [["2.1 预警", ["2.1.1 发布", "2.1.2 解除"]]]]]],
    ["各镇：1、加强值守。各镇要值守。2、备足物资。各镇要备料。3、及时上报。各镇要上报。", ["1 加强值守", "2 备足物资", "3 及时上报"]],
  ])("%#", (text, expected) => expect(outline(readNotice(text).sections)).toEqual(expected));

  test.each([
    ["各镇要在汛期来临前对辖区内的堤防逐段检查登记，发现险情的，立即上报市防汛办处置。", "各镇要在汛期来临前对辖区内的堤防逐段检查登记，发现险情的"],
    ["请各镇于五月十六日（星期六）下班前，将汛期值班安排表（见附件）报市防汛办。", "请各镇于五月十六日（星期六）下班前，将汛期值班安排表"],
    ["各镇要在汛期来临前检查堤防并登记，对举报险情的给予奖励2000元以上，立即兑现到人。", "各镇要在汛期来临前检查堤防并登记，对举报险情的给予奖励"],
    ["各镇要检查堤防，发现险情的，要上报。", "各镇要检查堤防，发现险情的，要上报"],
  ])("a run-on item is headed by its first words, cut at a mark: %s", (words, heading) => expect(readNotice(`关于防汛的通知\n各镇：\n一、${words}\n二、严禁擅自离岗。`).sections[0]?.heading).toBe(heading));

  test("an article's first sentence is what it says, no heading, also on a line of its own", () => {
    const reading = readNotice("第一条　因动物疫情形势，必要时，经市人民政府批准，可以限制动物调入。\n限制应当及时解除。\n第二条　水价由市交通局提出，经市物价局批准后执行。\n各镇应当按照水价收费。");
    expect(reading.obligations.filter(({ modality }) => modality === "needs-approval").map(({ clause, approver }) => [clause, approver])).toEqual([["第一条", "市人民政府"], ["第二条", "市物价局"]]);
  });
  test("a line that ends as a sentence is a heading only among its like", () => {
    const orders = (text: string): string[] => readNotice(text).obligations.map(({ quote }) => quote);
    expect(orders("一、全市中小学校和幼儿园自七月一日起一律暂停线下教学。\n复课另行通知。\n二、各镇要转移低洼处群众，清点人数。\n（一）要逐户敲门。\n三、严禁下河。")).toContain("全市中小学校和幼儿园自七月一日起一律暂停线下教学");
    expect(orders("一、切实加强对防汛工作的组织领导。\n各镇要值守。\n二、认真做好低洼地区群众转移。\n各镇要逐户敲门。\n三、备足物资。\n各镇要备料。\n各镇要清点。")).toEqual(["各镇要值守", "各镇要逐户敲门", "各镇要备料", "各镇要清点"]);
  });
  test("gaps and repeats stay and are remarked; a list that goes on has no gap", () => {
    expect(detail(readNotice("一、甲\n要甲。\n四、丁\n要丁。"), "numbering-gap")).toBe("二 三");
    const twice = readNotice("一、甲\n要甲。\n一、乙\n要乙。");
    expect(twice.sections.map(({ path }) => path)).toEqual(["一", "一~2"]);
    expect(kinds(twice)).toContain("numbering-repeated");
    expect(kinds(readNotice("一、甲\n（一）甲一。要甲。\n（二）甲二。要甲。\n二、乙\n（三）乙一。要乙。"))).not.toContain("numbering-gap");
  });
  test("quantities are no numbers of items", () => {
    expect(readNotice("关于防汛的通知\n各镇：\n要按一、二季度分别检查。一、二级响应由镇里启动。水位上涨1.5米的，要上报。").sections).toEqual([]);
  });
  test("half-width marks", () => {
    const reading = readNotice("关于防汛的通知\n各镇:\n一、值守.\n各镇要值守;严禁离岗.\n(一)白天.各镇要巡查.");
    expect(reading.addressees).toEqual(["各镇"]);
    expect(reading.sections[0]?.children[0]?.no).toBe("一");
    expect(reading.obligations.map(({ modality }) => modality)).toEqual(["must", "must-not", "must"]);
  });
  test("no numbers at all", () => {
    const reading = readNotice("关于防汛的通知\n各镇：\n各镇要值守。\n临河市水务局\n2026年5月20日");
    expect(reading.sections).toEqual([]);
    expect(reading.obligations[0]?.clause).toBe("body");
  });
});

describe("what a notice carries", () => {
  const CARRIED = "关于印发《防汛预案》的通知\n临办〔2026〕1号\n各镇人民政府：\n现将《防汛预案》印发给你们，请认真贯彻执行。\n临河市人民政府办公室\n2026年5月1日\n临河市防汛预案\n目　录\n一、职责\n二、响应\n三、附则\n为做好防汛工作，制定本预案。\n一、职责\n各镇要值守。\n二、响应\n各镇要转移群众。\n三、附则\n本预案自发布之日起施行。\n";
  test("the cover has no sections, the plan is an attachment with its own", () => {
    const reading = readNotice(CARRIED);
    expect(reading.sections).toEqual([]);
    expect(reading.attachments.map(({ title, sections }) => [title, outline(sections)])).toEqual([["临河市防汛预案", ["一 职责", "二 响应", "三 附则"]]]);
    expect(reading.obligations.map(({ part, clause }) => `${part} ${clause}`)).toEqual(["body body", "attachment 附件/一", "attachment 附件/二"]);
    expect(reading.leaves.map(({ range: [start, end] }) => CARRIED.slice(start, end)).join("")).toBe(CARRIED);
  });
  test("several attachments by number; the list of them is none", () => {
    const reading = readNotice("关于防汛的通知\n各镇人民政府：\n一、值守\n各镇要值守。\n附件：1.值班表\n2.物资清单\n临河市水务局\n2026年5月1日\n附件1\n值班安排\n各镇要每天上报。\n附件2\n物资清单\n各镇要备足沙袋。");
    expect(reading.attachments.map(({ path, title }) => `${path} ${title}`)).toEqual(["附件1 值班安排", "附件2 物资清单"]);
    expect(reading.sections).toHaveLength(1);
  });
  test("two attachments with the same number stay apart", () => {
    const reading = readNotice("关于防汛的通知\n各镇人民政府：\n各镇要值守。\n临河市水务局\n2026年5月1日\n附件1\n值班安排\n一、上报\n各镇要每天上报。\n附件1\n物资清单\n一、沙袋\n各镇要备足沙袋。");
    expect(reading.attachments.map(({ path, sections }) => [path, ...sections.map((section) => section.path)])).toEqual([["附件1", "附件1/一"], ["附件1~2", "附件1~2/一"]]);
  });
});

describe("what stands in the way", () => {
  test("a line of the page inside a sentence: the quote skips it", () => {
    const text = "关于防汛的通知\n各镇：\n各镇要组织\n扫一扫在手机上查看当前页面\n群众转移。";
    const [order] = readNotice(text).obligations.filter(({ quote }) => quote.includes("转移"));
    expect(order?.quote.replace(/\s/gu, "")).toBe(order?.ranges.map(([start, end]) => text.slice(start, end)).join("").replace(/\s/gu, ""));
    expect(order?.quote).not.toContain("扫一扫");
  });
  test("a line of the notice that begins with 承办 is no furniture", () => {
    const reading = readNotice("关于活动安全的通知\n各镇人民政府：\n承办单位要制定安全方案。\n技术支持单位应当到场。\n技术支持：智慧水务平台\n");
    expect(reading.obligations.map(({ quote }) => quote)).toEqual(["承办单位要制定安全方案", "技术支持单位应当到场"]);
    expect(detail(reading, "furniture")).toBe("技术支持：智慧水务平台");
  });
  test("stray markup is furniture", () => {
    const text = "<p>关于防汛的通知</p>\n各镇：<br/>各镇要&nbsp;<b>值守</b>。<!-- 完 -->";
    const reading = readNotice(text);
    expect(reading.title).toBe("关于防汛的通知");
    expect(reading.obligations[0]?.quote).toBe("各镇要值守");
    expect(reading.obligations[0]?.ranges.map(([start, end]) => text.slice(start, end)).join("")).toBe("各镇要值守");
  });
  test("no text, no Chinese, too much text", () => {
    expect(kinds(readNotice("  \n　"))).toContain("no-text");
    expect(kinds(readNotice("All residents must stay at home until further notice."))).toContain("not-chinese");
    const long = readNotice("汛情平稳。".repeat(1_200_000));
    expect(kinds(long)).toContain("text-truncated");
    expect(long.leaves.at(-1)?.range[1]).toBe(6_000_000);
  });
});
