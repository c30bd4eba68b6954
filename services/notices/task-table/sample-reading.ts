import type { Obligation, Reading, Section } from "#engines/reading";

/** A small reading written by hand, for tests: every strength, dated and undated deadlines, an attachment. */
export function sampleReading(changes: Partial<Reading> = {}): Reading {
  return {
    title: "关于做好雪后保畅通工作的通知", documentNumber: "草政办发〔2021〕3号", date: "2021-01-26", issuer: "草原市人民政府办公室", publisher: null,
    addressees: ["各区人民政府", "市各部门"],
    sections: [
      section("一", "清扫道路", "一", [section("1", "主次干道", "一/1")]), section("二", "保障供暖", "二"), section("四", "交通管理", "四"),
    ],
    attachments: [{ title: "铲雪车辆调配方案", range: [0, 0], path: "附件1", sections: [section("一", "车辆编组", "附件1/一")] }],
    obligations: [
      obligation({ id: "preamble#1", clause: "preamble", quote: "各区、各部门要把群众出行放在心上，尽早安排。" }),
      obligation({ id: "一/1#1", clause: "一/1", quote: "各区人民政府要在2021年2月10日前完成主次干道积雪清扫，并将落实情况报市政府办公室。", actors: ["各区人民政府"], actorsInferred: false, deadline: "2021年2月10日前" }),
      obligation({ id: "一/1#2", clause: "一/1", quote: "积雪原则上不堆放在人行道上，确因场地所限的除外。", modality: "in-principle", polarity: "refrain", exception: "确因场地所限的" }),
      obligation({ id: "二#1", clause: "二", quote: "供热单位必须自本通知印发之日起30日内完成管网隐患排查。", actors: ["供热单位"], actorsInferred: false, deadline: "自本通知印发之日起30日内" }),
      obligation({ id: "二#2", clause: "二", quote: "鼓励邻里互助，看望独居老人。", modality: "encouraged", actors: [] }),
      obligation({ id: "四#1", clause: "四", quote: "未经区人民政府批准，严禁擅自封闭道路。", modality: "must-not", polarity: "refrain", actors: ["任何单位和个人"] }),
      obligation({ id: "四#2", clause: "四", quote: "未经区人民政府批准，严禁擅自封闭道路。", modality: "needs-approval", approver: "区人民政府", condition: "确需封闭道路的" }),
      obligation({ id: "附件1/一#1", clause: "附件1/一", part: "attachment", quote: "铲雪车辆可以跨区调配，春节前编组到位。", modality: "permitted", deadline: "春节前" }),
    ],
    leaves: [],
    remarks: [{ kind: "numbering-gap", range: null, detail: "三" }, { kind: "attachment", range: [0, 0], detail: "铲雪车辆调配方案" }],
    ...changes,
  };
}

/** An order with the given parts; the rest as the reader leaves it when the text says nothing. */
export function obligation(changes: Partial<Obligation>): Obligation {
  return {
    id: "一#1", clause: "一", part: "body", ranges: [[0, 1]], quote: "要扫雪。", modality: "must", polarity: "do", actors: ["各区人民政府", "市各部门"],
    actorsInferred: true, approver: null, condition: null, exception: null, deadline: null, ...changes,
  };
}

function section(no: string, heading: string, path: string, children: readonly Section[] = []): Section {
  return { no, heading, range: [0, 0], path, children };
}
