import type { Field, FieldKind } from "#engines/forms";
import type { PublicView, RecordType } from "#engines/registers";
import type { LocalText } from "#platform/i18n";
import type { PageContext, Site, View } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { ClauseOf, ListEntry, OwnEntry, PlaceEntry, PublicRegister, RegisterPageView, TotalRow } from "../portal-views.ts";
import { ListsPage, RegisterPage } from "./index.ts";

const say = (zh: string, en: string): LocalText => ({ zh, en });
const sourced = { source: say("市级设定（演练）", "set by the city (drill)"), asOf: "2021-01-26" };
/** An install made by hand, in a drill. */
export const exampleSite: Site = {
  publicUrl: "https://anxin.example", name: say("某市冬季服务", "Winter services of a city"), bodies: null, today: "2021-01-26", drill: true, restated: true, alert: null,
  helpline: { value: "12345", ...sourced }, feeReport: { value: say("某办公厅纪检部门", "the discipline section of an office"), ...sourced }, scriptUrl: () => null,
};
export const VIEWS: readonly View[] = (["zh-CN", "en"] as const).flatMap((language) => [{ language, elder: false }, { language, elder: true }]);
const HAILAR = say("海拉尔区", "Hailar District");
const MORIN = say("莫力达瓦达斡尔族自治旗", "Morin Dawa Daur Autonomous Banner");
const DISTRICTS = [{ code: "150702", name: HAILAR }, { code: "150722", name: MORIN }, { code: "150783", name: say("扎兰屯市", "Zalantun City") }];
const clause = (key: string, number: string, zh: string, en: string): ClauseOf => ({ notice: "stay-put", clause: key, number, title: say(zh, en) });
const SUPPLIES = clause("supplies", "七", "药品口罩够不够，去哪里做核酸", "Medicine, masks, and where to be tested");
const RELIEF = clause("relief", "六", "补助什么时候到，怎么领", "Relief: when it comes and how to get it");

const field = (key: string, kind: FieldKind, zh: string, en: string): Field => ({ ...kind, key, name: say(zh, en), hint: null, required: true, onlyIf: null, privacy: "open" });
function register(key: string, name: LocalText, about: LocalText, of: ClauseOf, view: PublicView, fields: readonly Field[], count: number, openNow: number | null = null): PublicRegister {
  const type: RecordType = { key, name, about, notice: of.notice, clause: of.clause, duties: [], fields, identity: ["name"], district: "district", unit: null, period: null, elements: {}, columns: [], checks: [], flags: [], freshness: { kind: "every", hours: 24, ...sourced }, public: view, opens: [], retention: null };
  return { type, clause: of, count, openNow };
}

export const SITES = register("testing-sites", say("哪里做核酸", "Where to be tested"), say("检测机构和时间，现在开门的、近的排在前面", "Testing sites with hours; open and near ones first"), SUPPLIES, { kind: "places", hours: "hours", point: "point", address: "address", telephone: "telephone", fields: ["price"] }, [], 23, 14);
export const STOCK = register("mask-stock", say("口罩药品储备", "Stock of masks and medicine"), say("各旗市区的库存和底线", "Stock and floor of each district"), SUPPLIES, { kind: "totals", by: "item", sums: ["stock", "floor"] }, [field("item", { kind: "choice", choices: [] }, "物品", "Item")], 56);
export const CANTEENS = register("mask-points", say("免费口罩发放点", "Where masks are handed out"), say("人多的地方免费发口罩", "Free masks where many people are"), SUPPLIES, { kind: "list", fields: ["place"] }, [], 9);
export const PAID = register("relief-payments", say("我的补助发了吗", "Was my relief paid?"), say("应发多少、发了多少、哪天发的", "Owed, paid, and when"), RELIEF, { kind: "own", identity: "number", person: "person", fields: ["programme", "owed", "paid", "on"], totals: { by: null, sums: ["owed", "paid"] } }, [field("programme", { kind: "choice", choices: [] }, "项目", "Programme"), field("owed", { kind: "money", max: null }, "应发", "Owed"), field("paid", { kind: "money", max: null }, "已发", "Paid"), field("on", { kind: "day" }, "哪天发的", "Paid on")], 1_204);
export const REGISTERS: readonly PublicRegister[] = [PAID, SITES, STOCK, CANTEENS, { ...CANTEENS, clause: null }];

const at = (time: string): string => new Date(`2021-01-${time}:00+08:00`).toISOString();
export const NOW = at("26T09:25");
const place = (name: string, given: Partial<PlaceEntry> = {}): PlaceEntry => ({
  district: "150702", districtName: HAILAR, name, address: "正阳街道办事处南侧广场，1 号棚", telephone: "0470-0000000", hours: "每天 08:00-20:00", open: { kind: "open", until: at("26T20:00"), soon: false }, kilometres: 1.24,
  facts: [{ name: say("价格", "Price"), shown: say("16元", "16 yuan") }, { name: say("出结果", "Result"), shown: say("约 6 小时", "in about 6 hours") }], confirmedAt: at("26T07:00"), confirmedBy: say("海拉尔区卫生健康委", "Health commission of Hailar District"), stale: false, ...given,
});
export const PLACES: readonly PlaceEntry[] = [
  place("正阳街道检测点"), place("城北社区卫生服务中心", { hours: "每天 00:00-24:00", open: { kind: "open", until: "", soon: false }, kilometres: 12.8, stale: true }), place("火车站站前检测车", { open: { kind: "open", until: at("26T10:00"), soon: true }, kilometres: 3.5, telephone: null }),
  place("健康街道检测点", { open: { kind: "closed", opensAt: at("27T08:00") } }), place("哈克镇卫生院", { open: { kind: "closed", opensAt: at("26T13:00") } }),
  place("谢尔塔拉镇卫生院", { hours: null, open: { kind: "unknown" }, confirmedAt: null, confirmedBy: null }), place("奋斗镇卫生院", { open: { kind: "not-announced", year: 2022 }, kilometres: null }),
];
const entry = (title: string): ListEntry => ({ districtName: HAILAR, title, facts: [{ name: say("几时发", "When"), shown: say("每天 10:00-16:00", "每天 10:00-16:00") }], flags: [say("快发完了", "Nearly gone")], recordedAt: at("25T18:00") });
const total = (districtName: LocalText, entries: number, keptBack = false): TotalRow => ({
  districtName, by: say("医用口罩", "Surgical masks"), entries, keptBack, flags: keptBack ? [] : [{ name: say("低于底线", "Below the floor"), entries: entries % 3, bad: true }],
  sums: keptBack ? [] : [{ name: say("库存", "Stock"), shown: say("120,000只", "120,000 pieces") }, { name: say("底线", "Floor"), shown: say("100,000只", "100,000 pieces") }],
});
export const TOTALS: readonly TotalRow[] = [total(HAILAR, 8), total(MORIN, 6), total(say("扎兰屯市", "Zalantun City"), 2, true)];
const own = (programme: LocalText, paid: string, flag: OwnEntry["flags"]): OwnEntry => ({
  districtName: HAILAR, flags: flag, recordedAt: at("24T16:00"),
  facts: [{ name: say("项目", "Programme"), shown: programme }, { name: say("应发", "Owed"), shown: say("600元", "600 yuan") }, { name: say("已发", "Paid"), shown: say(`${paid}元`, `${paid} yuan`) }, { name: say("哪天发的", "Paid on"), shown: say("2021-01-20", "2021-01-20") }],
});
export const OWN: readonly OwnEntry[] = [own(say("城市低保金", "Urban minimum allowance"), "600", [{ name: say("足额", "In full"), bad: false }]), own(say("高龄津贴", "Old-age allowance"), "300", [{ name: say("少发", "Short"), bad: true }])];

/** A register's page as it stands when nothing was asked. */
export function viewOf(of: PublicRegister, given: Partial<RegisterPageView> = {}): RegisterPageView {
  return { register: of, asked: { district: "", openNow: false, near: "" }, districts: DISTRICTS, at: NOW, nearFault: null, places: null, list: null, totals: null, own: null, more: false, ...given };
}
const fault = (name: string, zh: string, en: string) => ({ field: name, problem: say(zh, en), remedy: say("照着身份证核对。", "Compare it with the card.") });

/** Every page, by a name and the path it stands at; `words` put in wherever people write. */
export function everyPage(view: View, typed = "呼伦街道"): [name: string, path: string, page: VNode][] {
  const context = (path: string): PageContext => ({ site: exampleSite, view, path });
  const page = (of: PublicRegister, given: Partial<RegisterPageView>) => <RegisterPage {...context(`/lists/${of.type.key}`)} {...viewOf(of, given)} help={{ path: "/requests/not-paid", name: say("反映补助没到", "Tell us it was not paid") }} />;
  const hailar = { district: "150702", openNow: true, near: typed };
  const pages: [string, PublicRegister, Partial<RegisterPageView>][] = [
    ["places", SITES, { places: [...PLACES, place(typed)], more: true }],
    ["places open now", SITES, { asked: hailar, places: PLACES }],
    ["places none open", SITES, { asked: hailar, places: PLACES.slice(3), nearFault: fault("near", "找不到这个地方", "No such place was found") }],
    ["places nothing at all", SITES, { asked: { ...hailar, near: "" }, places: [], opensNext: place("阿拉坦额莫勒镇检测点", { districtName: MORIN, open: { kind: "closed", opensAt: at("28T08:00") } }) }],
    ["places none open, closed left out", SITES, { asked: { ...hailar, near: "" }, places: [] }],
    ["places nobody knows", SITES, { places: [] }],
    ["list", CANTEENS, { list: [entry("站前广场"), entry(typed)], more: true }],
    ["list empty", CANTEENS, { list: [] }],
    ["totals", STOCK, { totals: TOTALS }],
    ["totals empty", STOCK, { totals: [] }],
    ["own", PAID, { own: { entries: null, faults: [], person: "" }, totals: TOTALS.map((row) => ({ ...row, by: null })) }],
    ["own with faults", PAID, { own: { entries: null, faults: [fault("number", "身份证号码不对", "This is no identity number")], person: typed } }],
    ["own found", PAID, { own: { entries: OWN, faults: [], person: typed } }],
    ["own nothing found", PAID, { own: { entries: [], faults: [], person: typed } }],
  ];
  return [
    ["lists", "/lists", <ListsPage {...context("/lists")} registers={REGISTERS} />],
    ["no lists", "/lists", <ListsPage {...context("/lists")} registers={[]} />],
    ...pages.map(([name, of, given]): [string, string, VNode] => [name, `/lists/${of.type.key}`, page(of, given)]),
  ];
}
