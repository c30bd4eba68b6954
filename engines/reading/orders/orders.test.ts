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
    ["所有码头一律暂停营业。", ["must-not"]],
    ["非必要不前往山区。", ["must-not"]],
    ["学生非必要不离校。", ["must-not"]],
    ["我校学生非必要不离校。", ["must-not"]],
    ["全体市民非必要不离省，确需离省的须报备。", ["must-not", "must"]],
    ["我市居民应减少外出。", ["must"]],
    ["我市各旅行社要暂停组团。", ["must-not"]],
    ["按照省下达我市计划，由市粮食局制定方案。", ["must"]],
    ["即日起，全市所有公共文化场馆暂停开放。", ["must-not"]],
    ["即日起关闭全市室内娱乐场所。", ["must"]],
    ["全市中小学、幼儿园停课。", ["must"]],
    ["倡议广大市民错峰出行。", ["encouraged"]],
    ["水务局应收回许可证。", ["must"]],
    ["施工单位应检查围堰。", ["must"]],
    ["各镇应对申请材料进行审查。", ["must"]],
    ["申请人名称应变更登记。", ["must"]],
    ["水务局应征求群众意见。", ["must"]],
    ["人民路禁止停车。", ["must-not"]],
    ["进出县城的大货车禁止通行。", ["must-not"]],
    ["各中小学暂停线下教学。", ["must-not"]],
    ["人民广场暂停开放，恢复时间另行通知。", ["must-not"]],
    ["国有控股企业不享受本补贴。", ["must-not"]],
    ["暂不接收旧衣物。", ["must-not"]],
    ["建议选择公共交通工具。", ["encouraged"]],
    ["各工作组每日17时前报送工作动态。", ["must"]],
    ["各镇要开展自查，2月20日前完成整改。", ["must", "must"]],
    ["可先行抢修，并在24小时内补办手续。", ["permitted", "must"]],
    ["企业发现隐患，应立即报告。", ["must"]],
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
    "我局开展了专项检查。",
    "我省实行错峰用电。",
    "应收账款逐年增加。",
    "本通知自印发之日起施行。",
    "本通告自7月15日零时起施行，解除时间另行通知。",
    "市水务局将定期对各镇进行检查。",
    "联系人：县防汛办王志强；联系电话：0478-5521119。",
    "交通管制给您带来不便，敬请谅解。",
    "为规范市场秩序，保障人民群众饮食安全，现将有关事项通告如下。",
    "执行紧急任务的消防车不受上述限制。",
    "预案已经县政府第28次常务会议研究同意。",
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
  test("what only says how far or on what condition names nobody", () => {
    for (const words of ["跨旗市调动队伍。", "涉及经营者集中的，应依法申报。", "离市须逐级报备。", "召开全市会议须报市政府批准。", "红事缓办、白事简办，确需办理的须报社区。", "未经批准人员不得进入火场。"]) expect(read(words)[0]).toMatchObject({ actors: ["各镇人民政府"], actorsInferred: true });
    expect(read("跨国公司要做好防护。")[0]?.actors).toEqual(["跨国公司"]);
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
  test("an act with a limit of its own is no name", () => expect(read("供热企业要报市水务局，并提前24小时告知居民。").at(-1)).toMatchObject({ actors: ["供热企业"], deadline: "提前24小时" }));
  test("whom it encourages is who acts", () => expect(read("鼓励用人单位提供宿舍。")[0]).toMatchObject({ actors: ["用人单位"], actorsInferred: false }));
  test.each([
    ["由市水务局会同有关部门组织评审。", ["市水务局"]],
    ["巡堤人员经所在单位批准可以轮休。", ["巡堤人员"]],
    ["名单由市水务局商有关部门确定。", ["市水务局"]],
    ["企业复工须做好消毒。", ["企业"]],
    ["企业复工前向村委会提交申请。", ["企业"]],
    ["防汛责任人汛期须保持通信畅通。", ["防汛责任人"]],
    ["各检查点不得拦截。", ["各检查点"]],
    ["教职工非必要不离市。", ["教职工"]],
    ["由国家发展改革委负责编制规划。", ["国家发展改革委"]],
    ["应当由城乡规划主管部门组织论证。", ["城乡规划主管部门"]],
    ["由省级人民政府向教育部提出申请。", ["省级人民政府"]],
    ["企业将方案报园区管委会备案。", ["企业"]],
    ["举办大型活动的单位应当制定预案。", ["举办大型活动的单位"]],
    ["离开本市的干部须登记。", ["离开本市的干部"]],
    ["待转移群众要服从安排。", ["待转移群众"]],
    ["由向阳镇人民政府负责转移。", ["向阳镇人民政府"]],
    ["临河市向阳镇人民政府要转移群众。", ["临河市向阳镇人民政府"]],
    ["名单报送单位要核实信息。", ["名单报送单位"]],
    ["由市政务公开办负责发布。", ["市政务公开办"]],
    ["由县红十字会同县民政局负责接收捐赠。", ["县红十字会"]],
    ["由镇财经所负责拨付。", ["镇财经所"]],
    ["领导干部离开本市须登记。", ["领导干部"]],
    ["机构应当建立台账。", ["机构"]],
    ["允许企业由属地政府批准后复工。", ["企业"]],
    ["接到举报的部门应当及时处理。", ["接到举报的部门"]],
    ["持有许可证的单位应当公示。", ["持有许可证的单位"]],
    ["由自然保护区管理机构编制方案。", ["自然保护区管理机构"]],
    ["国家引导金融机构推出信贷产品。", ["国家"]],
    ["有线电视站应当按照规划建设。", ["有线电视站"]],
    ["其他社会组织应当开展宣传。", ["其他社会组织"]],
    ["企业复工前向属地街道提交申请。", ["企业"]],
    ["由社区负责发放电暖气。", ["社区"]],
    ["由县政府督查室组织检查。", ["县政府督查室"]],
    ["未成年人燃放的，应由监护人陪同。", ["监护人"]],
    ["鼓励有条件的企业错峰上班。", ["企业"]],
    ["支持社会力量参与救援。", ["社会力量"]],
    ["请各学校在1月20日前上报。", ["各学校"]],
    ["建议学生减少外出。", ["学生"]],
    ["严禁转移群众擅自返回。", ["转移群众"]],
    ["从业人员必须持证上岗。", ["从业人员"]],
    ["用火单位必须到场看守。", ["用火单位"]],
    ["各单位放假前要开展检查。", ["各单位"]],
    ["各市场监管所每周五向局食品科报送情况。", ["各市场监管所"]],
    ["所有救灾物资由物资保障组调拨。", ["物资保障组"]],
  ])("who acts: %s", (sentence, actors) => expect(read(sentence)[0]).toMatchObject({ actors, actorsInferred: false }));
  test.each(["50人以下的活动须报社区备案。", "2023年6月底前完成厕所整改。", "复核结果在县政府网站公示。", "物资7月19日22时前全部下拨到位。", "设立蓄洪区须按规定报批。", "在京举办活动须报批。", "捐赠物资的分配方案报指挥部同意后执行。", "患者转院须经医院同意。", "待水退且经指挥部同意后方可返回。", "确需离岛的，由带班领导批准后方可离岛。", "机构编制一律由编制部门审批。"])("nobody is named: %s", (sentence) => {
    expect(read(sentence)[0]?.actorsInferred).toBe(true);
  });
  test.each([
    ["各单位购置公务用车，必须按照编制。", "各单位购置公务用车，必须按照编制"],
    ["纳入清单的企业，可自主安排生产。", "纳入清单的企业，可自主安排生产"],
    ["挖掘公路，除抢修外，须事先登记。", "挖掘公路，除抢修外，须事先登记"],
    ["启动一级响应，由市减灾办提出建议。", "启动一级响应，由市减灾办提出建议"],
    ["在水源保护区，禁止游泳。", "在水源保护区，禁止游泳"],
    ["会议确定，由省水利厅提出意见。", "会议确定，由省水利厅提出意见"],
  ])("the topic ahead of a rule is no duty: %s", (sentence, quote) => expect(read(sentence).map((order) => order.quote)).toEqual([quote]));
  test("a topic holds no ban: 经营者不得限制…的企业", () => {
    expect(read("经营者不得限制消费者选择维护的企业，并将其作为拒绝的理由。")[0]).toMatchObject({ modality: "must-not", actors: ["经营者"] });
  });
  test("whoever is punished does not punish", () => {
    const punished = read("社会团体未办理登记的，由登记机关责令改正，给予警告。").find(({ quote }) => quote.startsWith("给予警告"));
    expect(punished).toMatchObject({ modality: "must", actorsInferred: true });
  });
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
