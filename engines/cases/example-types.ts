import { parse } from "yaml";
import { caseTypeInFile } from "./case-type-file.ts";
import type { CaseType } from "./case-type.ts";

const SOURCED = 'source: { zh: 拟定, en: given }, asOf: 2026-11-29';
const words = (text: string): string => `{ zh: ${text}, en: ${text} }`;

const ROAD_BLOCK = `
name: ${words("封路")}
about: ${words("报封路")}
group: report
notice: stay-put
clause: traffic
duties: [traffic.no-blocking]
form:
  - { key: district, kind: district, name: ${words("旗市区")}, required: true }
  - { key: place, kind: text, name: ${words("地点")}, required: true }
  - { key: kind, kind: choice, name: ${words("什么样的")}, required: true, choices: [{ key: earth, name: ${words("土堆")} }, { key: gate, name: ${words("卡口")} }] }
  - { key: seen, kind: long-text, name: ${words("看到什么")}, privacy: personal }
  - { key: photos, kind: files, most: 2, name: ${words("照片")} }
title: place
match: { register: road-approvals, on: [{ field: place, column: place }], from: from, to: to }
initial: reported
states:
  - { key: reported, name: ${words("待核实")}, public: ${words("已收到")}, deadline: { within: { unit: minutes, count: 30 }, warnBefore: { unit: minutes, count: 10 }, ${SOURCED} } }
  - { key: ordered, name: ${words("待拆除")}, public: ${words("已下令拆除")}, deadline: { within: { unit: hours, count: 2 }, ${SOURCED} } }
  - { key: told, name: ${words("已答复")}, public: ${words("已答复")}, owner: applicant, tone: ok, deadline: { within: { unit: working-days, count: 5 }, then: { move: close }, ${SOURCED} } }
  - { key: recheck, name: ${words("另一人复核")}, public: ${words("正在复核")}, deadline: { within: { unit: working-days, count: 2 }, ${SOURCED} } }
  - { key: closed, name: ${words("办结")}, public: ${words("已办结")}, final: true, tone: closed }
  - { key: withdrawn, name: ${words("已撤回")}, public: ${words("您撤回了")}, final: true, tone: closed }
moves:
  - { key: order, name: ${words("下达拆除令")}, from: [reported], to: ordered, match: none, reason: required }
  - { key: legal, name: ${words("合法")}, from: [reported], to: told, match: some }
  - { key: removed, name: ${words("已拆除")}, from: [ordered], to: told, form: [{ key: hours, kind: number, name: ${words("用时")}, required: true }] }
  - { key: contest, name: ${words("有异议")}, from: [told], to: recheck, by: applicant, kind: contest, reason: required, within: { within: { unit: working-days, count: 3 }, ${SOURCED} } }
  - { key: uphold, name: ${words("维持")}, from: [recheck], to: closed, by: another-officer, notBy: [order, legal, removed], reason: required }
  - { key: close, name: ${words("办结")}, from: [told], to: closed, by: clock }
  - { key: withdraw, name: ${words("撤回")}, from: [reported, ordered], to: withdrawn, by: applicant, kind: withdraw, reason: none }
mergeable: true
retention: { days: 30, ${SOURCED} }
`;

const HELP = `
name: ${words("临时救助")}
about: ${words("申请")}
group: apply
notice: stay-put
clause: relief
duties: [relief.temporary]
contact: required
form:
  - { key: district, kind: district, name: ${words("旗市区")}, required: true }
  - { key: what, kind: choice, name: ${words("需要什么")}, required: true, choices: [{ key: food, name: ${words("吃的")} }, { key: bed, name: ${words("住处")} }] }
  - { key: identity, kind: identity-number, name: ${words("身份证")}, privacy: personal }
title: what
initial: asked
states:
  - { key: asked, name: ${words("待审")}, public: ${words("已收到")}, deadline: { within: { unit: working-days, count: 3 }, warnBefore: { unit: working-days, count: 1 }, ${SOURCED} } }
  - { key: missing, name: ${words("待补充")}, public: ${words("请补充材料")}, owner: applicant, tone: waiting, deadline: { within: { unit: days, count: 10 }, then: { move: lapse }, ${SOURCED} } }
  - { key: refused, name: ${words("不同意")}, public: ${words("没有同意")}, owner: applicant, tone: no, deadline: { within: { unit: days, count: 7 }, then: { move: end }, ${SOURCED} } }
  - { key: appealed, name: ${words("市级复核")}, public: ${words("市里在复核")}, owner: city-officers, deadline: { within: { unit: working-days, count: 5 }, ${SOURCED} } }
  - { key: granted, name: ${words("同意")}, public: ${words("同意了")}, final: true, tone: ok }
  - { key: ended, name: ${words("结束")}, public: ${words("结束了")}, final: true, tone: closed }
moves:
  - { key: grant, name: ${words("同意")}, from: [asked], to: granted, form: [{ key: amount, kind: money, name: ${words("金额")}, required: true }] }
  - { key: ask-more, name: ${words("请补充")}, from: [asked], to: missing, reason: required }
  - { key: add, name: ${words("补充材料")}, from: [missing], to: asked, by: applicant, form: [{ key: added, kind: long-text, name: ${words("补充什么")}, required: true }] }
  - { key: lapse, name: ${words("没有补充，结束")}, from: [missing], to: ended, by: clock }
  - { key: refuse, name: ${words("不同意")}, from: [asked], to: refused, reason: required }
  - { key: appeal, name: ${words("申诉")}, from: [refused], to: appealed, by: applicant, kind: appeal, reason: required, within: { within: { unit: days, count: 5 }, ${SOURCED} } }
  - { key: end, name: ${words("结束")}, from: [refused], to: ended, by: clock }
  - { key: overturn, name: ${words("改为同意")}, from: [appealed], to: granted, by: city-officer, notBy: [refuse] }
  - { key: maintain, name: ${words("维持")}, from: [appealed], to: ended, by: city-officer, notBy: [refuse], reason: required }
retention: { days: 60, ${SOURCED} }
`;

const typeOf = (key: string, yaml: string): CaseType => ({ key, ...caseTypeInFile.parse(parse(yaml)) });

/** Somebody reports a blocked road: minutes, a register of approvals, an objection looked at by another person. */
export const ROAD_BLOCK_TYPE: CaseType = typeOf("road-block", ROAD_BLOCK);
/** Somebody asks for help: working days, a contact, a refusal that the city looks at on appeal. */
export const HELP_TYPE: CaseType = typeOf("temporary-help", HELP);
/** A type written for a test, from YAML. */
export const exampleType = typeOf;
