import { describe, expect, test } from "vitest";
import { readNotice, type Obligation } from "../index.ts";

/** Reads one sentence as the body of a notice without numbers. */
const read = (sentence: string): readonly Obligation[] => readNotice(`关于防汛工作的通知\n各镇人民政府：\n${sentence}\n临河市人民政府\n2026年7月1日\n`).obligations;
const strengths = (sentence: string): string[] => read(sentence).map(({ modality }) => modality);

describe("the strength of an order", () => {
  test.each([
    ["各镇要每天巡查堤防。", ["must"]],
    ["巡堤人员必须穿戴救生衣。", ["must"]],
    ["值班领导应当在岗带班。", ["must"]],
    ["加强山洪易发区监测。", ["must"]],
    ["切实做好受灾群众安置工作。", ["must"]],
    ["请广大市民合理安排出行。", ["must"]],
    ["请认真贯彻执行。", ["must"]],
    ["一律实行二十四小时值班。", ["must"]],
    ["引导群众提前转移。", ["must"]],
    ["严防次生灾害发生。", ["must"]],
    ["对阻挠转移的，依法追究责任。", ["must"]],
    ["将转移路线张贴到每个村组。", ["must"]],
    ["由各镇组织核查损失。", ["must"]],
    ["严禁在河道内游泳。", ["must-not"]],
    ["任何单位不得截留救灾款。", ["must-not"]],
    ["不准在堤上堆放杂物。", ["must-not"]],
    ["暂停一切水上作业。", ["must-not"]],
    ["非必要不前往山区。", ["must-not"]],
    ["不信谣、不传谣。", ["must-not"]],
    ["不再审批河道采砂项目。", ["must-not"]],
    ["不以会议代替检查。", ["must-not"]],
    ["汛期原则上不举办大型户外活动。", ["in-principle"]],
    ["低洼地段居民原则上集中安置。", ["in-principle"]],
    ["鼓励企业捐助救灾物资。", ["encouraged"]],
    ["倡导居民互帮互助。", ["encouraged"]],
    ["支持社会组织参与救援。", ["encouraged"]],
    ["要鼓励志愿者就近服务。", ["encouraged"]],
    ["建议广大市民减少外出。", ["encouraged"]],
    ["各镇可以根据水情提前停课。", ["permitted"]],
    ["允许货车夜间通行。", ["permitted"]],
  ])("%s", (sentence, expected) => expect(strengths(sentence)).toEqual(expected));

  test("原则上 tells whether to do or to refrain", () => {
    expect(read("汛期原则上不举办大型户外活动。")[0]?.polarity).toBe("refrain");
    expect(read("低洼地段居民原则上集中安置。")[0]?.polarity).toBe("do");
  });
});

describe("an act that needs somebody's consent", () => {
  test.each([
    ["确需举办的，须经市防汛指挥部批准。", ["needs-approval"], "市防汛指挥部"],
    ["确需离岗的，应事先征得带班领导同意。", ["needs-approval"], "带班领导"],
    ["因抢险需要占用林地的，报市林业局审批。", ["must", "needs-approval"], "市林业局"],
    ["未经市水务局批准，任何单位不得开闸放水。", ["must-not", "needs-approval"], "市水务局"],
    ["特殊情况经市防汛指挥部批准，可以通行。", ["permitted", "needs-approval"], "市防汛指挥部"],
    ["经批准，工期可以顺延。", ["permitted", "needs-approval"], null],
    ["案情复杂的，经批准可延长15日。", ["permitted", "needs-approval"], null],
    ["变更名称需主管部门同意。", ["needs-approval"], "主管部门"],
    ["夜间施工须取得生态环境部门许可。", ["needs-approval"], "生态环境部门"],
    ["成立协会须经业务主管单位审查同意，并向登记机关申请登记。", ["needs-approval", "must"], "业务主管单位"],
    ["编制规划，报本级人民政府批准后组织实施。", ["must", "must", "needs-approval"], "本级人民政府"],
    ["外来车辆未经允许一律不得进入。", ["must-not", "needs-approval"], null],
    ["离开人员须登记，并经所在单位或社区同意方可离开。", ["must", "needs-approval"], "所在单位或社区"],
    ["严禁未经批准擅自开闸放水。", ["must-not", "needs-approval"], null],
    ["经镇人民政府同意后，可以先行返家。", ["permitted", "needs-approval"], "镇人民政府"],
    ["重大物资调拨按程序报批。", ["must", "needs-approval"], null],
    ["调整预案要报县级以上人民政府批准。", ["must", "needs-approval"], "县级以上人民政府"],
    ["封闭道路须由市公安局批准。", ["needs-approval"], "市公安局"],
    ["改建堤防由市水务局审查批准。", ["needs-approval"], "市水务局"],
    ["大额支出要逐级报市财政局审核。", ["must", "needs-approval"], "市财政局"],
    ["逾期未拆除的，经县人民政府批准，由水务部门组织强制拆除。", ["must", "needs-approval"], "县人民政府"],
    ["经县水务部门同意的，可以临时取水。", ["permitted", "needs-approval"], "县水务部门"],
    ["非经原批准机关批准，不得改变堤防的用途。", ["must-not", "needs-approval"], "原批准机关"],
    ["任何单位未经县级以上人民政府批准，不得封闭道路。", ["must-not", "needs-approval"], "县级以上人民政府"],
    ["蓄滞洪区运用方案经专家评审通过后实施。", ["needs-approval"], "专家"],
    ["采集照片须说明用途，并经本人同意。", ["must", "needs-approval"], "本人"],
    ["应当依法报请省水利厅批准。", ["must", "needs-approval"], "省水利厅"],
    ["跨县调水应当由市水务局商市财政局同意。", ["needs-approval"], "市财政局"],
    ["水务部门审查同意后，申请人应当到窗口办理登记。", ["must", "needs-approval"], "水务部门"],
    ["待市防汛指挥部批准后再组织撤离人员返回。", ["must", "needs-approval"], "市防汛指挥部"],
    ["市水务局批准之前，施工单位不得拆除围堰。", ["must-not", "needs-approval"], "市水务局"],
    ["因抢险经过本单位负责人批准，可以借用车辆。", ["permitted", "needs-approval"], "本单位负责人"],
    ["未通过环境影响评价审批的，一律不准开工建设。", ["must-not", "needs-approval"], null],
    ["没有规划批准文件的，不得开工。", ["must-not", "needs-approval"], null],
    ["必须先审批、后建设。", ["needs-approval"], null],
    ["除经市粮食局许可留用的外，必须全部入库。", ["must", "needs-approval"], "市粮食局"],
    ["除法律规定和省人民政府批准的项目外，任何部门无权收费。", ["must-not", "needs-approval"], "省人民政府"],
    ["由乡镇人民政府报县民政局核准后，核销其证书。", ["needs-approval"], "县民政局"],
    ["市水务局根据需要，经市人民政府批准，设立派出机构。", ["needs-approval"], "市人民政府"],
    ["不得自行留用，但是，经市水务局许可，取水单位重新利用的除外。", ["must-not", "needs-approval"], "市水务局"],
    ["未经批准在公共设施上悬挂横幅。", ["needs-approval"], null],
    ["预案由县应急局提出，经县人民政府批准公布。", ["must", "needs-approval"], "县人民政府"],
    ["县水务局组织编制占用方案，报县人民政府或者其授权的部门批准。", ["must", "must", "needs-approval"], "县人民政府或者其授权的部门"],
    ["修建水闸应当经省、自治区、直辖市人民政府水行政主管部门批准。", ["needs-approval"], "省、自治区、直辖市人民政府水行政主管部门"],
    ["各镇可以制定补充方案，报市防汛指挥部批准后执行。", ["permitted", "needs-approval"], "市防汛指挥部"],
    ["堤防两侧的建筑物，未经市规划局批准，任何单位不得改建。", ["must-not", "needs-approval"], "市规划局"],
    ["具有特殊价值的古闸，未经市文物局批准，不得拆除。", ["must-not", "needs-approval"], "市文物局"],
    ["同一河段由有审批权的上一级人民政府审批。", ["needs-approval"], "有审批权的上一级人民政府"],
    ["确需延期的，应当报请镇人民政府决定。", ["needs-approval"], "镇人民政府"],
    ["重要调度须请示市防汛指挥部同意后办理。", ["needs-approval"], "市防汛指挥部"],
    ["大额付款须经财务总监签字后支付。", ["needs-approval"], "财务总监"],
    ["公司合并应当由股东会决议通过。", ["needs-approval"], "股东会"],
    ["批准后方可进场。", ["needs-approval"], null],
    ["获批后方可出行。", ["needs-approval"], null],
    ["返校学生审核通过后方可入校。", ["needs-approval"], null],
    ["外来人员须得到许可才能进入。", ["needs-approval"], null],
    ["申请获批前不得离开。", ["must-not", "needs-approval"], null],
    ["没有审批的不得开工。", ["must-not", "needs-approval"], null],
    ["未办理请假手续的，不得离岗。", ["must-not", "needs-approval"], null],
    ["除特殊情况报批外，一律不得外出。", ["must-not", "needs-approval"], null],
    ["聚集性活动实行报批制。", ["must", "needs-approval"], null],
    ["跨县采砂实行提前报备审批制度。", ["must", "needs-approval"], null],
    ["严格履行外出审批手续。", ["must", "needs-approval"], null],
    ["干部离开本市要履行请假报批手续。", ["must", "needs-approval"], null],
    ["群体性聚餐实行一事一报、一事一批。", ["needs-approval"], null],
    ["非必要不离开本地，确需离开的，须严格审批。", ["must-not", "needs-approval"], null],
    ["凡需出市的，一律报批。", ["must", "needs-approval"], null],
    ["开闸方案按照规定的权限和程序审批。", ["must", "needs-approval"], null],
    ["需要外出的，向所在社区提出申请，经同意后方可离开。", ["must", "needs-approval"], "所在社区"],
    ["职工外出须向单位主要负责人请假并获批准。", ["needs-approval"], "单位主要负责人"],
    ["因工作需要确需召开的，应提出书面申请，批准后召开。", ["must", "needs-approval"], null],
    ["采集照片应当取得其监护人书面同意。", ["needs-approval"], null],
    ["防汛车辆更新须报机关事务管理部门核准。", ["must", "needs-approval"], "机关事务管理部门"],
    ["调整水价须报价格主管部门批准。", ["must", "needs-approval"], "价格主管部门"],
    ["古闸改建应报名城保护委员会审查同意。", ["must", "needs-approval"], "名城保护委员会"],
    ["减免水费的，要逐级报省水利厅核批。", ["must", "needs-approval"], "省水利厅"],
    ["值班人员外出需审批。", ["needs-approval"], null],
    ["新建小水电站须核准后方可开工。", ["needs-approval"], null],
    ["投标单位须事先取得核准。", ["needs-approval"], null],
    ["船舶出港，海事处同意后方可开航。", ["needs-approval"], "海事处"],
    ["变动计划应事先与水务局商量，取得同意后再办。", ["must", "needs-approval"], null],
    ["大额抢险支出须经村民会议讨论决定。", ["needs-approval"], "村民会议"],
    ["动用储备金须经集体研究决定后方可支出。", ["needs-approval"], null],
    ["响应终止由防汛办报请总指挥决定。", ["needs-approval"], "总指挥"],
    ["镇里无权处理的，要请示上级后办理。", ["needs-approval"], "上级"],
    ["拨付抢险资金须经财政局局长审签。", ["needs-approval"], "财政局局长"],
    ["通报经各部门主要负责人签署后印发。", ["needs-approval"], "各部门主要负责人"],
    ["通告由县水务局起草，报县长签发。", ["must", "needs-approval"], "县长"],
    ["学生复学须由学校复查同意。", ["needs-approval"], "学校"],
    ["大型水上活动实行安全许可制度。", ["must", "needs-approval"], null],
    ["防汛物资采购实行一支笔审批。", ["must", "needs-approval"], null],
    ["公众号开设实行审批备案制度。", ["must", "needs-approval"], null],
    ["涉外救援一律实行事前报批、事后报告。", ["must", "needs-approval"], null],
    ["建设项目防洪评价文件未经批准，不得开工建设。", ["must-not", "needs-approval"], null],
    ["施工人员未经项目部允许不得离开工地。", ["must-not", "needs-approval"], "项目部"],
    ["频率由水务局统一指配，使用前须办理设台审批手续。", ["must", "must", "needs-approval"], null],
    ["外地车辆进村（须经村委会批准）要登记。", ["must", "needs-approval"], "村委会"],
    ["引进种苗的，应当提出申请，经批准后发给引种许可意向书。", ["must", "needs-approval"], null],
  ])("%s", (sentence, expected, approver) => {
    expect(strengths(sentence)).toEqual(expected);
    expect(read(sentence).find(({ modality }) => modality === "needs-approval")?.approver).toBe(approver);
  });

  test.each([
    ["外出由本人申请，经村委会同意，报镇人民政府批准。", ["村委会", "镇人民政府"]],
    ["由村委会拟定方案，经村民会议讨论通过，报镇人民政府批准后实施。", ["村民会议", "镇人民政府"]],
  ])("%s waits for two bodies", (sentence, approvers) => {
    expect(read(sentence).flatMap(({ modality, approver }) => modality === "needs-approval" ? [approver] : [])).toEqual(approvers);
  });

  test.each([
    "经市政府同意，现将有关事项通知如下：各镇要加强值守。",
    "经市政府同意，现转发给你们，请遵照执行。",
    "经市政府批准，自2026年7月1日起，对沿河道路实行交通管制。",
    "经市政府批准，从即日起在全市开展清淤。",
    "经市政府批准，将下列河段列为重点河段。",
    "双方同意的，签订书面合同。",
    "电力企业不得为未经核准的泵站供电。",
    "不得要求企业到指定窗口办理审批手续。",
    "要主动帮助企业办理审批手续。",
    "项目已按程序报批，正在等待批复。",
    "将申请材料送市水务专家委员会评估或者评审。",
    "预案经第五次会议审议通过，现予公布。",
    "经市政府批准的预案要及时公布。",
    "对未经批准擅自采砂的，要依法处罚。",
    "未履行审批手续擅自开工的，责令停工。",
    "采砂许可由市水务局审批改为备案。",
    "简化审批程序，缩短审批时间。",
    "取消须经市水务局批准的事项。",
    "由省政府批准设立的园区要带头落实。",
    "符合要求的，转送审核机构进行审核。",
    "凡未经批准的活动一律取消。",
    "各镇需要的物资由市里统一调配。",
    "原则同意你局报送的方案。",
    "转移方案要报市水务局备案。",
    "预案已经市政府领导同意，现印发给你们。",
    "从事取水活动应当依法取得取水许可证。",
    "确需开采地下水的，应当经过科学论证。",
    "申请批准的，应当公告。",
    "方案应当先由起草单位的审核机构进行审核。",
    "要加快办理项目审批手续。",
    "不需要报批，实行告知承诺。",
    "实行容缺审批，推行并联审批。",
    "对符合条件的企业实行优先审批。",
    "严格审核补助对象。",
    "批准后三日内予以公告。",
    "自批准之日起三十日内向社会公布。",
    "审批时限压缩至5个工作日。",
    "手术前患者应当签署知情同意书。",
    "违反规定未经批准外出的，给予纪律处分。",
    "审批权限下放到县。",
    "推进行政审批制度改革。",
    "返乡人员应当提前三天向社区报备。",
    "国务院授权的部门要加强指导。",
    "检疫凭审批表办理。",
    "由无线电管理机构公布批准名单。",
  ])("%s holds none", (sentence) => expect(strengths(sentence)).not.toContain("needs-approval"));
});

describe("a bare 不 refuses", () => {
  test.each(["新建项目不设门槛。", "文件不层层转发。", "审批事项不再保留。", "经费不列支招待费。", "不以罚代管。", "不因灾停发工资。", "外地车辆不使用应急车道。", "对小微企业不征收附加费。"])("%s", (sentence) => {
    expect(strengths(sentence)).toEqual(["must-not"]);
  });
  test.each(["对险情不上报、不处置或推诿的行为，要严肃追责。", "不采纳预警造成损失的，要依法追究责任。", "排水能力不适应城市发展。", "设施不完善的问题依然存在。", "堤防质量不合格的要返工。"])("%s refuses nothing", (sentence) => {
    expect(strengths(sentence)).not.toContain("must-not");
  });
});

describe("what looks like an order and is none", () => {
  test.each([
    "防汛工作是当前的主要任务。",
    "这项工作十分重要。",
    "近年来，各镇不断加强堤防建设。",
    "我市建立了三级预警体系。",
    "市政府办公室将适时组织督查。",
    "完善的预案有利于减少损失。",
    "市水务局负责水情监测的日常工作。",
    "国家鼓励类项目名单另发。",
    "加大支持力度的文件已经印发。",
    "应急响应分为四级。",
    "本通知自印发之日起施行。",
    "本通告自7月15日零时起施行，解除时间另行通知。",
    "市水务局将定期对各镇进行检查。",
  ])("%s", (sentence) => expect(strengths(sentence)).toEqual([]));

  test("a heading orders nothing, its text does", () => {
    const { obligations, sections } = readNotice("一、加强巡查。各镇要每天巡堤。二、备足物资。各镇要备足沙袋。");
    expect(sections.map(({ no, heading }) => `${no} ${heading}`)).toEqual(["一 加强巡查", "二 备足物资"]);
    expect(obligations.map(({ quote }) => quote)).toEqual(["各镇要每天巡堤", "各镇要备足沙袋"]);
  });

  test("bare imperatives under aims and guiding thought are no orders, those under principles are", () => {
    const text = "一、总体要求\n（一）指导思想。坚持人民至上，加强统筹，完善体系。\n（二）基本原则。坚持预防为主，强化监测预警。\n二、工作任务\n（一）巡查堤防。各镇每天巡查。";
    expect(readNotice(text).obligations.map(({ clause }) => clause)).not.toContain("一/一");
    expect(readNotice(text).obligations.map(({ clause }) => clause)).toContain("一/二");
  });
});

describe("how far an order reaches", () => {
  test("each clause with a verb of its own is an order; its aim belongs to it", () => {
    expect(read("各镇要加密巡查，备足物资，确保安全度汛。").map(({ quote }) => quote)).toEqual(["各镇要加密巡查", "备足物资，确保安全度汛"]);
  });
  test("what hangs on one 鼓励 stays with it", () => {
    expect(read("鼓励企业储备物资，参与救援；镇村要给予便利。").map(({ quote, modality }) => [modality, quote])).toEqual([["encouraged", "鼓励企业储备物资，参与救援"], ["must", "镇村要给予便利"]]);
  });
  test("the case in front belongs to it", () => {
    expect(read("发现险情的，要立即上报。")[0]?.quote).toBe("发现险情的，要立即上报");
  });
  test("it never crosses a full stop", () => {
    for (const { quote } of read("各镇要巡查。各村要值守！发现险情，立即上报？")) expect(quote).not.toMatch(/[。！？]/u);
  });
  test("a mark in brackets or quotes cuts nothing", () => {
    expect(read("各镇（含街道，园区；下同）要落实“包保，包干”责任。").map(({ quote }) => quote)).toEqual(["各镇（含街道，园区；下同）要落实“包保，包干”责任"]);
  });
});

describe("who, when, in what case", () => {
  test("the subject is named; split only where each part is a body", () => {
    expect(read("水务局、应急管理局和各镇人民政府要加强会商。")[0]).toMatchObject({ actors: ["水务局", "应急管理局", "各镇人民政府"], actorsInferred: false });
    expect(read("机关、企业和学校工作人员要就地待命。")[0]?.actors).toEqual(["机关、企业和学校工作人员"]);
  });
  test("a later clause inherits, and says so when it comes from another sentence or the addressees", () => {
    const [first, second, third] = read("各村要清点人数，逐户登记。每天汇总上报。");
    expect(first).toMatchObject({ actors: ["各村"], actorsInferred: false });
    expect(second).toMatchObject({ actors: ["各村"], actorsInferred: false });
    expect(third).toMatchObject({ actors: ["各村"], actorsInferred: true });
    expect(read("加强值守。")[0]).toMatchObject({ actors: ["各镇人民政府"], actorsInferred: true });
  });
  test("people do not guide people: the order to guide falls to the addressees", () => {
    expect(read("党员干部要带头转移，引导群众有序撤离。")[1]).toMatchObject({ actors: ["各镇人民政府"], actorsInferred: true });
  });
  test("whom it encourages is who acts", () => expect(read("鼓励用人单位提供宿舍。")[0]).toMatchObject({ actors: ["用人单位"], actorsInferred: false }));
  test.each([
    ["各镇要于7月10日前完成清淤。", "于7月10日前"],
    ["各镇要在三个工作日内报送方案。", "在三个工作日内"],
    ["6月底前，各镇完成隐患排查。", "6月底前"],
    ["自接到报告之日起2小时内到达现场开展处置。", "自接到报告之日起2小时内"],
  ])("deadline: %s", (sentence, deadline) => expect(read(sentence)[0]?.deadline).toBe(deadline));
  test("conditions and exceptions are the text's own words", () => {
    expect(read("水位超过警戒线的，各镇要转移群众。")[0]?.condition).toBe("水位超过警戒线的");
    expect(read("除抢险车辆外，一律不得通行。")[0]).toMatchObject({ modality: "must-not", exception: "除抢险车辆外" });
  });
});
