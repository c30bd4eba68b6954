import type { Modality, Range } from "#engines/reading";
import type { Body, City } from "#platform/pack";
import { createHash } from "node:crypto";
import type { Notice, NoticeClause, NoticeObligation } from "../notice.ts";

/** A notice made by hand for the page tests, as long as a real one: 7 numbered clauses of up to 8 duties, and a closing. */
export function exampleNotice(change: Partial<Notice> = {}): Notice {
  const { text, clauses } = written();
  return {
    key: "example", version: 3, textSha256: createHash("sha256").update(text).digest("hex"), text, textKind: "restatement",
    textNote: { zh: "这是转述，不是原件。", en: "This is a restatement, not the original." },
    origin: { name: { zh: "某网站的通知页面", en: "The notice's page on a website" }, address: null },
    title: { value: { zh: "关于做好冬季服务保障工作的通知", en: "Notice on services over the winter" }, source: { zh: "按内容拟定", en: "given after the content" }, asOf: "2026-01-05" },
    documentNumber: null, date: null,
    issuer: body("issuer", "某市指挥部", "A city headquarters", null),
    publisher: body("publisher", "某区人民政府", "A regional government", null),
    operator: body("operator", "某区人民政府办公厅", "The office of a regional government", "0470-1234567"),
    withdrawn: null, publicRelease: true,
    reading: {
      title: null, documentNumber: null, date: null, issuer: null, publisher: null, addressees: ["各旗市区指挥部", "市直各部门"],
      sections: clauses.flatMap(({ number, heading, range }) => (number === null ? [] : [{ no: number, heading, range, path: number, children: [] }])),
      attachments: [], obligations: clauses.flatMap(({ obligations }) => obligations),
      leaves: clauses.map(({ number, range: [start, end] }, index) => ({
        kind: number === null ? "closing" : "item", range: [index === 0 ? 0 : start, index === clauses.length - 1 ? text.length : end + 1],
      })),
      remarks: [{ kind: "numbering-gap", range: null, detail: "二 三 四 十" }, { kind: "title-missing", range: null, detail: "" }],
    },
    correctionCount: 0, clauses, absentNumbers: ["二", "三", "四", "十"],
    ...change,
  };
}

export const exampleCity: Pick<City, "helpline" | "feeReport"> = {
  helpline: { value: "12345", source: { zh: "国务院文件", en: "a document of the State Council" }, asOf: "2026-01-05" },
  feeReport: { value: { zh: "某办公厅纪检部门", en: "the discipline section of an office" }, source: { zh: "页脚", en: "the footer" }, asOf: "2026-01-05" },
};

const STRENGTHS: readonly Modality[] = ["must", "must-not", "in-principle", "encouraged", "permitted", "needs-approval", "must", "must"];

function written(): { text: string; clauses: NoticeClause[] } {
  let text = "各旗市区指挥部，市直各部门：\n";
  const clauses = ["一", "五", "六", "七", "八", "九", "十一", null].map((number, index): NoticeClause => {
    const start = text.length;
    text += number === null ? "各地区" : `${number}、做好第${number}项工作。`;
    const obligations = STRENGTHS.slice(0, number === null ? 1 : 8).map((modality, place): NoticeObligation => {
      const quote = `要组织第${index}组第${place}类人员做好相应的服务和保障，备足生活物资，方便群众就近办理各种事项，${modality}`;
      const range: Range = [text.length, text.length + quote.length];
      text += `${quote}。`;
      return duty(`${number ?? "closing"}#${place + 1}`, number ?? "closing", modality, quote, range);
    });
    const range: Range = [start, text.length];
    text += "\n";
    return {
      key: `clause-${index}`, number, range, hidden: false, heading: `做好第${number ?? ""}项工作`, obligations,
      title: { zh: `第${index}组：哪些人留下，哪些人可以走`, en: `Group ${index}: who stays and who may go` },
      summary: {
        zh: "先看您所在的地方。住在这里的人，物资有人管，出行有人问；有特殊情况要走的，先由当地机构批准，批准以后再走。遇到困难，可以打电话问。",
        en: "It depends on the place you are in. Supplies are looked after and travel is answered for; those with a special need to leave first take the approval of the local body, and leave after it. Call if in difficulty.",
      },
    };
  });
  return { text, clauses };
}

function duty(id: string, clause: string, modality: Modality, quote: string, range: Range): NoticeObligation {
  const approval = modality === "needs-approval";
  return {
    id, clause, part: "body", ranges: [range], quote, modality, polarity: modality === "must-not" ? "refrain" : "do",
    actors: approval ? ["要走的人"] : ["各旗市区指挥部", "市直各部门"], actorsInferred: !approval, approver: approval ? "属地防控机构" : null,
    condition: approval ? "有特殊情况的" : null, exception: modality === "in-principle" ? "特殊情况" : null, deadline: null,
    key: `duty.${id}`,
    plain: { zh: `组织人员做好服务和保障（${id}）`, en: `Organise people and see to services and supplies, ${id.replaceAll(/\P{ASCII}/gu, "")}` },
  };
}

function body(key: string, zh: string, en: string, phone: string | null): Body {
  const source = { source: { zh: "某网站", en: "a website" }, asOf: "2026-01-05" };
  return { key, name: { zh, en }, ...source, phone: phone === null ? null : { value: phone, ...source } };
}
