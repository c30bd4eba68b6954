import { describe, expect, test } from "vitest";
import { readNotice, type Obligation } from "../index.ts";

/** Reads one sentence as the body of a notice without numbers. */
const read = (sentence: string): readonly Obligation[] => readNotice(`关于防汛工作的通知\n各镇人民政府：\n${sentence}\n临河市人民政府\n2026年7月1日\n`).obligations;
const strengths = (sentence: string): string[] => read(sentence).map(({ modality }) => modality);
describe("consents that notices of an emergency ask for day by day: leave, gatherings, passes", () => {
  test.each([
    ["因故不能到会的，请向市政府总值班室办理请假手续。", ["must", "needs-approval"], "市政府总值班室"],
    ["因故不能到岗的，请提前向带班组请假。", ["must", "needs-approval"], "带班组"],
    ["确需离岛的，本人申请、单位审核、属地审批。", ["must", "needs-approval"], "属地"],
    ["需出岛的，由单位统一开具证明，经街道审核盖章后放行。", ["must", "needs-approval"], "街道"],
    ["凡进入堤防林区的人员，必须持有市防汛指挥部核发的入山证。", ["must", "needs-approval"], "市防汛指挥部"],
    ["对涉密险情，经保密审查批准后公开。", ["needs-approval"], null],
    ["跨区作业须报属地批准。", ["must", "needs-approval"], "属地"],
    ["允许抢险人员经所在单位同意到外县支援。", ["permitted", "needs-approval"], "所在单位"],
    ["确需出岛的，必须严格审批报备。", ["needs-approval"], null],
    ["确需出岛的，严格履行请假报备制度。", ["must", "needs-approval"], null],
    ["确需举办的按照“谁举办谁负责、谁审批谁负责”的要求严格审批。", ["needs-approval"], null],
    ["解除管控须经专家组评估、市防汛指挥部批准。", ["needs-approval"], "市防汛指挥部"],
    ["确需出岛的，按照“谁审批、谁负责”的原则，严格报批。", ["must", "needs-approval"], null],
    ["聚集性活动按要求提前报批。", ["must", "needs-approval"], null],
    ["操办宴席须向属地防汛指挥部报批。", ["must", "needs-approval"], "属地防汛指挥部"],
    ["确需出岛的，请向单位报批。", ["must", "needs-approval"], "单位"],
    ["请向村委会报备，经批准或报备后才离开。", ["must", "needs-approval"], "村委会"],
    ["各镇主要负责人出岛，须书面向市委办公室请假。", ["must", "needs-approval"], "市委办公室"],
    ["确需离校的，严格履行请销假手续。", ["must", "needs-approval"], null],
    ["出岛须向村委会提出申请，获准后持证离开。", ["must", "needs-approval"], "村委会"],
    ["围垦项目仍按规定实行审批。", ["must", "needs-approval"], null],
    ["临河建筑实行建设项目分级审批。", ["must", "needs-approval"], null],
    ["由镇长逐户签字同意后发放。", ["needs-approval"], "镇长"],
    ["调水须经市水务局统一调度同意。", ["needs-approval"], "市水务局"],
    ["需在浮动幅度以外调整的，以市物价局批准为准。", ["needs-approval"], "市物价局"],
    ["未报经市发改委批准，不得提高标准。", ["must-not", "needs-approval"], "市发改委"],
    ["须经学校安全负责人允准。", ["needs-approval"], "学校安全负责人"],
    ["安置方案经职工代表大会通过后方可实施。", ["needs-approval"], "职工代表大会"],
    ["须由省环境厅逐案核准后方可延期。", ["needs-approval"], "省环境厅"],
    ["新建项目由市旅游局从严审批。", ["needs-approval"], "市旅游局"],
    ["须取得社区专班开具的通行证。", ["must", "needs-approval"], "社区专班"],
    ["救灾车辆凭有效通行证通行。", ["must", "needs-approval"], null],
    ["确需变更用途的，经市自然资源局批准，将农用地调整为建设用地。", ["must", "needs-approval"], "市自然资源局"],
    ["原则上同意开工的项目须报省发改委批准。", ["in-principle", "needs-approval"], "省发改委"],
    ["须由导师签字同意，经研究生院审批后方可返校。", ["needs-approval", "needs-approval"], "导师"],
    ["经家长同意、辅导员批准，报学生处备案。", ["must", "needs-approval", "needs-approval"], "家长"],
    ["复工企业实行“先审批后复工”。", ["must", "needs-approval"], null],
    ["应当向市出版局提出申请，审核同意后，报省出版局审批。", ["must", "needs-approval", "must", "needs-approval"], "市出版局"],
    ["内部资料一律实行准印证制度。", ["must", "needs-approval"], null],
    ["非经国务院特许，任何机构不得经营外币存款业务。", ["must-not", "needs-approval"], "国务院"],
    ["责任人外出须向县防指指挥长请假。", ["must", "needs-approval"], "县防指指挥长"],
    ["单位主要负责人外出，须提前一天向县政府办公室请假。", ["must", "needs-approval"], "县政府办公室"],
    ["全面实行办理出入境证件审批制度。", ["must", "needs-approval"], null],
    ["须经村委会审核签字盖章后发放。", ["needs-approval"], "村委会"],
    ["应当书面报告县应急管理局，经复查同意后方可恢复生产。", ["must", "needs-approval"], "县应急管理局"],
    ["由负责人向实验室管理处提出申请，获准后方可使用。", ["must", "needs-approval"], "实验室管理处"],
    ["由河道主管机关会同有关部门批准。", ["needs-approval"], "河道主管机关"],
    ["确需陪护的，经主管医师同意，安排一名家属。", ["must", "needs-approval"], "主管医师"],
    ["须报经国有资产管理局协调审批。", ["needs-approval"], "国有资产管理局"],
    ["疑似病例的转运须经市级专家组会诊同意。", ["needs-approval"], "市级专家组"],
    ["用火单位应当经县级人民政府批准，并采取必要的防火措施。", ["needs-approval", "must"], "县级人民政府"],
  ])("%s", (sentence, expected, approver) => {
    expect(strengths(sentence)).toEqual(expected);
    expect(read(sentence).find(({ modality }) => modality === "needs-approval")?.approver).toBe(approver);
  });
});
