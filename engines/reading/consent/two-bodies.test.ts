import { describe, expect, test } from "vitest";
import { readNotice, type Obligation } from "../index.ts";

/** Reads one sentence as the body of a notice without numbers. */
const read = (sentence: string): readonly Obligation[] => readNotice(`关于防汛工作的通知\n各镇人民政府：\n${sentence}\n临河市人民政府\n2026年7月1日\n`).obligations;

describe("two bodies consent, one after the other", () => {
  test.each([
    ["外出由本人申请，经村委会同意，报镇人民政府批准。", ["村委会", "镇人民政府"]],
    ["由村委会拟定方案，经村民会议讨论通过，报镇人民政府批准后实施。", ["村民会议", "镇人民政府"]],
  ])("%s waits for two bodies", (sentence, approvers) => {
    expect(read(sentence).flatMap(({ modality, approver }) => modality === "needs-approval" ? [approver] : [])).toEqual(approvers);
  });

  const consents = (sentence: string): (string | null)[] => read(sentence).filter(({ modality }) => modality === "needs-approval").map(({ approver }) => approver);
  test.each([
    ["需要动用储备药品的，应当经市药监局审核同意并经市防汛指挥部批准。", ["市药监局", "市防汛指挥部"]],
    ["堤防规划由市水务局编制，经市人民政府审定后，报省人民政府批准。", ["市人民政府", "省人民政府"]],
    ["挖掘道路应当经市交通局同意后，依法办理审批手续。", ["市交通局", null]],
    ["未经市文物局同意并报省文物局批准，不得拆除古闸。", ["市文物局", "省文物局"]],
  ])("%s", (sentence, approvers) => expect(consents(sentence)).toEqual(approvers));

  test.each([
    ["环评文件经批准后，工程发生重大变动的，建设单位应当重新报批环评文件。", [null]],
    ["环评文件经市环境局批准后，工程发生重大变动的，建设单位应当重新报批环评文件。", [null]],
    ["项目经市发展改革委批准后，建设单位未经批准不得变更。", [null]],
  ])("a plan told of as approved is no first consent: %s", (sentence, approvers) => expect(consents(sentence)).toEqual(approvers));

  test("the act that waits is read once, the first consent is not its own condition", () => {
    const found = read("挖掘道路遇雨的，经市交通局同意后，依法办理审批手续。");
    expect(found.map(({ modality }) => modality)).toEqual(["needs-approval", "must", "needs-approval"]);
    expect(found[0]?.condition).toBe("挖掘道路遇雨的");
  });
});
