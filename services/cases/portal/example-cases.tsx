import type { CaseType } from "#engines/cases";
import type { Field, FieldKind } from "#engines/forms";
import type { LocalText } from "#platform/i18n";
import type { PageContext, Site, View } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { CaseStatus, ClauseOf, OfferedType, StatusTold, WrittenForm } from "../portal-views.ts";
import { ReceiptPage, RequestFormPage, RequestsPage, StatusPage, TrackPage } from "./index.ts";

const sourced = { source: { zh: "市级设定（演练）", en: "set by the city (drill)" }, asOf: "2021-01-26" };
/** An install made by hand, in a drill. */
export const exampleSite: Site = {
  publicUrl: "https://anxin.example", name: { zh: "某市冬季服务", en: "Winter services of a city" }, bodies: null, today: "2021-01-26", drill: true, restated: true, alert: null,
  helpline: { value: "12345", ...sourced }, feeReport: { value: { zh: "某办公厅纪检部门", en: "the discipline section of an office" }, ...sourced }, scriptUrl: (name) => `/assets/${name}.0123.js`,
};
export const VIEWS: readonly View[] = (["zh-CN", "en"] as const).flatMap((language) => [{ language, elder: false }, { language, elder: true }]);
export const DISTRICTS = [["150702", "海拉尔区", "Hailar District"], ["150783", "扎兰屯市", "Zalantun City"], ["150722", "莫力达瓦达斡尔族自治旗", "Morin Dawa Daur Autonomous Banner"]].map(([code = "", zh = "", en = ""]) => ({ code, name: { zh, en } }));

const clause = (key: string, number: string, zh: string, en: string): ClauseOf => ({ notice: "stay-put", clause: key, number, title: { zh, en } });
const RELIEF = clause("relief", "六", "补助什么时候到，怎么领", "Relief: when it comes and how to get it");
const TRANSPORT = clause("transport", "八", "路上能不能走，票怎么退", "Roads, freight, refunds");

function field(key: string, kind: FieldKind, zh: string, en: string, more: Partial<Pick<Field, "hint" | "required" | "onlyIf" | "privacy">> = {}): Field {
  return { ...kind, key, name: { zh, en }, hint: null, required: true, onlyIf: null, privacy: "open", ...more };
}
const choices = (...each: readonly (readonly [string, string, string])[]) => each.map(([key, zh, en]) => ({ key, name: { zh, en } }));

// eslint-disable-next-line unicorn/no-thenable -- the word of the type: what the clock does then
const ESCALATES = { then: { kind: "escalate" } } as const;

/** Somebody tells of a road that is blocked: a question that hangs on another, a place, pictures. */
export const ROAD_BLOCK: CaseType = {
  key: "road-block", group: "report", notice: "stay-put", clause: "transport", duties: ["transport.no-block"], contact: "optional", proxy: false,
  name: { zh: "路上被拦、路被挖断", en: "A road is blocked" }, about: { zh: "谁都可以反映；没有批准的卡点要拆", en: "Anybody may tell of it; a block without approval is removed" },
  before: { zh: "有人受伤、着火、被困：先打 110、119、120。", en: "Somebody hurt, a fire, people trapped: first call 110, 119 or 120." },
  form: [
    field("kind", { kind: "choice", choices: choices(["checkpoint", "设卡拦车", "A check-point"], ["soil", "堆土、放石头", "Earth or stones"], ["cut", "路被挖断", "The road is cut"], ["other", "别的办法", "Another way"]) }, "怎么拦的", "How is it blocked?"),
    field("other-way", { kind: "text", lengthMax: 80 }, "是什么办法", "In what way?", { onlyIf: { field: "kind", is: ["other"] } }),
    field("story", { kind: "long-text", lengthMax: 1_000 }, "说说经过", "What happened?", { hint: { zh: "什么时候、在哪里、谁在拦", en: "When, where, who stops you" } }),
    field("district", { kind: "district" }, "在哪个旗市区", "In which district?"),
    field("place", { kind: "text", lengthMax: 80 }, "具体在哪里", "Where exactly?", { hint: { zh: "哪条路、哪个村口", en: "Which road, which village" } }),
    field("position", { kind: "point" }, "手机上的位置", "Position", { required: false }),
    field("pictures", { kind: "files", most: 3 }, "照片", "Pictures", { required: false }),
  ],
  district: "district", title: "place", match: null, mergeable: false, initial: "received", moves: [],
  states: [{ key: "received", name: { zh: "待核实", en: "To check" }, public: { zh: "正在核实有没有批准", en: "Being checked against approvals" }, owner: "district-officers", final: false, tone: "under-way", deadline: { ...sourced, within: { unit: "hours", count: 2 }, warnBefore: null, ...ESCALATES } }],
  retention: { ...sourced, days: 365 }, applicantMay: { supplement: true, nudge: true },
};

/** Somebody applies, with a question of every kind. */
export const HELP: CaseType = {
  ...ROAD_BLOCK, key: "temporary-help", group: "apply", clause: "relief", contact: "required", proxy: true, before: null,
  name: { zh: "临时救助", en: "Temporary help" }, about: { zh: "从外地来、遇到困难的人", en: "For people from elsewhere in difficulty" },
  form: [
    field("who", { kind: "text", lengthMax: 20 }, "谁需要帮助", "Who needs help?", { privacy: "personal" }),
    field("number", { kind: "identity-number" }, "身份证号码", "Identity number", { privacy: "personal" }),
    field("people", { kind: "number", unit: { zh: "人", en: "people" }, decimals: 0, min: 1, max: 20 }, "家里几口人", "How many in the household?"),
    field("income", { kind: "money", max: null }, "上个月收入", "Last month's income"),
    field("since", { kind: "day" }, "从哪天起有困难", "Since which day?"),
    field("met", { kind: "moment" }, "几时方便上门", "When may somebody come?", { required: false }),
    field("working", { kind: "yes-no" }, "现在有没有活干", "Is there work now?"),
    field("employer", { kind: "text", lengthMax: 80 }, "在哪里干活", "Where?", { onlyIf: { field: "working", is: [true] } }),
    field("paid", { kind: "yes-no" }, "工钱拿到了吗", "Were the wages paid?", { onlyIf: { field: "working", is: [true] } }),
    field("owed", { kind: "money", max: null }, "欠多少", "How much is owed?", { onlyIf: { field: "paid", is: [false] } }),
    field("needs", { kind: "choices", choices: choices(["food", "米面油", "Food"], ["coal", "取暖", "Heating"], ["medicine", "药", "Medicine"]) }, "缺什么", "What is missing?"),
    field("street", { kind: "choice", choices: Array.from({ length: 14 }, (_, at) => ({ key: `s${at}`, name: { zh: `第${at}街道`, en: `Street ${at}` } })) }, "住哪个街道", "Which street?"),
    field("district", { kind: "district" }, "住在哪个旗市区", "In which district?"),
    field("phone", { kind: "telephone" }, "另一个电话", "Another telephone", { required: false }),
    field("hours", { kind: "hours" }, "几点在家", "At home when?", { required: false }),
    field("position", { kind: "point" }, "位置", "Position", { required: false }),
    field("papers", { kind: "files", most: 1 }, "证明", "A paper", { required: false }),
  ],
  title: "needs",
};

export const OFFERED: readonly OfferedType[] = [
  { type: HELP, clause: RELIEF },
  { type: { ...ROAD_BLOCK, key: "not-paid", clause: "relief", name: { zh: "补助没到", en: "Relief was not paid" }, about: { zh: "低保、高龄津贴没按时发、没发够", en: "Late or short payments of relief" } }, clause: RELIEF },
  { type: ROAD_BLOCK, clause: TRANSPORT },
  { type: { ...ROAD_BLOCK, key: "refund", name: { zh: "票退不了", en: "A ticket is not refunded" }, about: { zh: "火车票、飞机票该免费退的没退", en: "Rail and air tickets that should be refunded free" } }, clause: TRANSPORT },
  { type: { ...ROAD_BLOCK, key: "gone" }, clause: null },
];

const say = (zh: string, en: string): LocalText => ({ zh, en });
const at = (time: string): string => new Date(`2021-01-${time}:00+08:00`).toISOString();

/** A request an officer has in hand. */
export const STATUS: CaseStatus = {
  number: "0125-41720", district: "150783", districtName: say("扎兰屯市", "Zalantun City"), type: { key: "not-paid", name: say("补助没到", "Relief was not paid") }, clause: RELIEF,
  title: "高龄津贴", openedAt: at("25T10:12"), state: say("民政局正在查", "The civil-affairs bureau is looking into it"), tone: "under-way", final: false,
  dueAt: at("27T17:00"), deadlineSource: sourced.source, afterwards: say("过了这个时间没有结果，会自动转给市里督办。", "If nothing comes by then, it goes up to the city by itself."), escalated: false, overdue: false,
  steps: [
    { at: at("25T10:12"), title: say("收到了", "Received"), quote: null, answers: [], place: "done" },
    { at: at("25T10:40"), title: say("转给扎兰屯市民政局", "Passed to the civil-affairs bureau of Zalantun City"), quote: null, answers: [], place: "done" },
    { at: at("25T14:05"), title: say("民政局正在查", "The bureau is looking into it"), quote: "名单里有老人家，银行退回了，卡号少一位。正在和社区核对，核对完当天补发。", answers: [{ name: say("哪一步停了", "Where it stopped"), shown: say("银行退回", "Returned by the bank") }], place: "now" },
    { at: at("27T17:00"), title: say("告诉您结果", "You are told the result"), quote: null, answers: [], place: "to-come" },
    { at: null, title: say("您来评价", "You say how it was"), quote: null, answers: [], place: "to-come" },
  ],
  inCharge: say("扎兰屯市民政局", "Civil-affairs bureau of Zalantun City"), telephone: "0470-0000000",
  moves: [{ key: "withdraw", name: say("撤回，不办了", "Withdraw it"), kind: "withdraw", reason: "optional", until: null, form: [] }],
  maySupplement: true, mayNudge: true, nudgedToday: false, mayRate: false, rated: null, mergedInto: null, withOthers: false, revision: 3,
};
export const TOLD: StatusTold = { done: null, faults: [], texts: {} };
const fault = (name: string, zh: string, en: string) => ({ field: name, problem: { zh, en }, remedy: { zh: "补上这一项。", en: "Fill it in." } });

/** A request that was refused: it may be contested, appealed and rated, and something is asked of the person. */
export const REFUSED: CaseStatus = {
  ...STATUS, tone: "no", telephone: null, mergedInto: "0125-41003", withOthers: true, overdue: true, escalated: true, maySupplement: false, mayNudge: false, nudgedToday: true, mayRate: true,
  moves: [
    { key: "answer", name: say("补交银行卡号", "Send the number of the card"), kind: null, reason: "none", until: at("29T17:00"), form: [field("card", { kind: "text", lengthMax: 40 }, "卡号", "Number of the card")] },
    { key: "contest", name: say("结果不对，退回重办", "The result is wrong"), kind: "contest", reason: "required", until: at("30T17:00"), form: [] },
    { key: "appeal", name: say("请换人复核", "Ask somebody else to look"), kind: "appeal", reason: "required", until: null, form: [] },
  ],
};

/** Every page, by a name and the path it stands at; `words` put in wherever people write. */
export function everyPage(view: View, typed = "社区说名单报上去了"): [name: string, path: string | null, page: VNode][] {
  const context = (path: string): PageContext => ({ site: exampleSite, view, path });
  const empty: WrittenForm = { texts: {}, faults: [], commandKey: "0193-key" };
  const wrong: WrittenForm = { commandKey: "0193-key", texts: { kind: "other", "other-way": typed, story: typed, district: "150783", place: typed, "contact.name": typed }, faults: [fault("place", "没有填“具体在哪里”", "“Where exactly?” is missing"), fault("contact.telephone", "电话号码不对", "This is no telephone number")] };
  const status: CaseStatus = { ...STATUS, title: typed, steps: STATUS.steps.map((step) => ({ ...step, quote: step.quote === null ? null : `${step.quote}${typed}` })) };
  const form = (offered: OfferedType | undefined, written: WrittenForm) => (offered === undefined ? <></> : <RequestFormPage {...context(`/requests/${offered.type.key}`)} offered={offered} written={written} districts={DISTRICTS} />);
  const stands = (shown: CaseStatus, told: StatusTold) => <StatusPage {...context("/track")} status={shown} secret="K7M29XQD" commandKey="0193-key" told={told} districts={DISTRICTS} />;
  return [
    ["requests", "/requests", <RequestsPage {...context("/requests")} offered={OFFERED} />],
    ["nothing to ask", "/requests", <RequestsPage {...context("/requests")} offered={[]} />],
    ["form", "/requests/road-block", form(OFFERED[2], empty)],
    ["form with faults", null, form(OFFERED[2], wrong)],
    ["form sent before", null, form(OFFERED[2], { ...wrong, faults: [fault("commandKey", "这张表已经交过一次", "This form was sent before")] })],
    ["every kind of question", "/requests/temporary-help", form(OFFERED[0], { ...empty, texts: { who: typed, needs: ["food", "coal"], working: "true" } })],
    ["form whose clause is gone", "/requests/gone", form(OFFERED[4], empty)],
    ["receipt", null, <ReceiptPage {...context("/requests/road-block")} type={ROAD_BLOCK} status={status} secret="K7M29XQD" />],
    ["track", "/track", <TrackPage {...context("/track")} number="" faults={[]} />],
    ["track with faults", "/track", <TrackPage {...context("/track")} number={typed} faults={[fault("number", "没有这个受理号，或者查询码不对", "Number and code do not fit")]} />],
    ["status", null, stands(status, TOLD)],
    ["status refused", null, stands(REFUSED, { done: { zh: "已经催办。", en: "They were asked to hurry." }, faults: [fault("reason", "没有填“为什么”", "“Why?” is missing")], texts: { move: "contest", reason: typed } })],
    ["status nudged twice", null, stands(status, { ...TOLD, faults: [fault("nudge", "今天已经催过一次", "It was asked for today already")] })],
    ["status done", null, stands({ ...status, tone: "ok", final: true, dueAt: null, afterwards: null, moves: [], maySupplement: false, mayNudge: false, rated: true, steps: status.steps.slice(0, 3).map((step) => ({ ...step, place: "done" as const })) }, TOLD)],
  ];
}
