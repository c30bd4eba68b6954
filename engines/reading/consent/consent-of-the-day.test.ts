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
    ["救灾车辆凭有效通行证通行。", ["must", "needs-approval"], null],
  ])("%s", (sentence, expected, approver) => {
    expect(strengths(sentence)).toEqual(expected);
    expect(read(sentence).find(({ modality }) => modality === "needs-approval")?.approver).toBe(approver);
  });
});
