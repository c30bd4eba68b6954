import { describe, expect, test } from "vitest";
import { readNotice, type Obligation } from "../index.ts";
import { carriedDeadline, deadlineIn } from "./bounds.ts";

/** Reads one sentence as the body of a notice without numbers. */
const read = (sentence: string): readonly Obligation[] => readNotice(`关于防汛工作的通知\n各镇人民政府：\n${sentence}\n临河市人民政府\n2026年7月1日\n`).obligations;
const limits = (sentence: string): [string, string | null][] => read(sentence).map(({ quote, deadline }) => [quote, deadline]);
const limitIn = (words: string): string | null => {
  const limit = deadlineIn(words);
  return limit === null ? null : words.slice(limit.start, limit.end);
};

describe("a time limit, in the text's own words", () => {
  test.each([
    ["请于3月6日（星期四）下班前报名", "于3月6日（星期四）下班前"],
    ["应在4月10日(周五)17时30分前到岗", "在4月10日(周五)17时30分前"],
    ["于5月8日（含）前缴清", "于5月8日（含）前"],
    ["于4月3日下班前送达", "于4月3日下班前"],
    ["务必于今日22时前撤离", "于今日22时前"],
    ["并于当日20时前上报", "于当日20时前"],
    ["应当日18时前办结", "当日18时前"],
    ["须在9日16时前驶离", "在9日16时前"],
    ["12月1日零时前供热", "12月1日零时前"],
    ["六月三十日二十四时前清零", "六月三十日二十四时前"],
    ["请于6月2日9:30前签到", "于6月2日9:30前"],
    ["请于6月2日14：00前签到", "于6月2日14：00前"],
    ["不得迟于8月15日18时前上报", "不得迟于8月15日18时前"],
    ["二〇二六年六月三十日前建成", "二〇二六年六月三十日前"],
    ["一季度末前完成", "一季度末前"],
    ["9月1日前移交", "9月1日前"],
    ["9月1日前提交", "9月1日前"],
    ["到2027年底", "到2027年底"],
  ])("a day or an hour: %s", (words, limit) => expect(limitIn(words)).toBe(limit));

  test.each([
    ["落地后6小时内报告", "落地后6小时内"],
    ["村委会收到材料后3个工作日内核实", "收到材料后3个工作日内"],
    ["险情发生后1小时内上报", "险情发生后1小时内"],
    ["自收到决定之日起60日内", "自收到决定之日起60日内"],
    ["即日起5日内自查", "即日起5日内"],
    ["48小时以内复核", "48小时以内"],
    ["须半小时内到场", "半小时内"],
    ["1.5小时内到达", "1.5小时内"],
    ["10至15日内完成", "10至15日内"],
  ])("a span: %s", (words, limit) => expect(limitIn(words)).toBe(limit));

  test.each([
    ["各校放假前要清查宿舍", "放假前"],
    ["开学前两周", "开学前两周"],
    ["项目验收前", "项目验收前"],
    ["应在演练开始前将设备就位", "在演练开始前"],
    ["施工单位工程开工前应报告", "工程开工前"],
    ["应当开工前报告", "开工前"],
    ["活动举办20日前申请", "活动举办20日前"],
    ["节前", "节前"],
    ["2027年春节前", "2027年春节前"],
    ["汛前要检修泵站", "汛前"],
    ["入冬前", "入冬前"],
  ])("an event: %s", (words, limit) => expect(limitIn(words)).toBe(limit));

  test.each([
    ["要于每日16时前汇总", "于每日16时前"],
    ["每日7时、12时、19时通报水位", "每日7时、12时、19时"],
    ["每周四前上报", "每周四前"],
    ["每周四向镇政府报送", "每周四"],
    ["每月底前盘点", "每月底前"],
    ["每月8日前报账", "每月8日前"],
    ["每季度末月20日前报送", "每季度末月20日前"],
    ["须提前24小时申请", "提前24小时"],
    ["应至少提前7个工作日公告", "至少提前7个工作日"],
  ])("each time, or ahead: %s", (words, limit) => expect(limitIn(words)).toBe(limit));

  test.each([
    "每周一次", "每周一调度", "每周五天", "每季度召开一次", "每小时通报水位", "每日零时至6时封桥", "每日22时后停止营业",
    "提前规划路线", "首班车提前至6时", "有效期至2028年6月30日", "即日起至2028年底", "7月1日前后有雨", "7月1日前往灾区",
    "环节前移", "目前", "入户前应出示证件", "2018年8月31日前出生的儿童", "两年内不得参评", "两年内累计三次的", "近三年内",
    "未来24小时内有暴雨", "3日内未整改的", "《关于2026年底前完成改造的方案》", "周末加强巡查", "0日内", "超过3个月",
  ])("no limit: %s", (words) => expect(limitIn(words)).toBeNull());

  test("a bracket's own limit is not the order's, unless the bracket is nothing else", () => {
    expect(limitIn("各村（名单于3月1日前另发）要备勤")).toBeNull();
    expect(limitIn("各村要报送名单（3月1日前）")).toBe("3月1日前");
  });

  test("a day comes before 限期", () => expect(limitIn("限期于9月1日前整改")).toBe("于9月1日前"));
});

describe("which order a limit binds", () => {
  test("the act in its own clause, an order of its own", () => {
    expect(limits("抢修队伍接报后要在20分钟内出动，支线3小时内修复，干线12小时内修复。")).toEqual([
      ["抢修队伍接报后要在20分钟内出动", "在20分钟内"], ["支线3小时内修复", "3小时内"], ["干线12小时内修复", "12小时内"],
    ]);
    expect(limits("窗口应一次性告知所缺材料，7个工作日内办结。")).toEqual([["窗口应一次性告知所缺材料", null], ["7个工作日内办结", "7个工作日内"]]);
    expect(limits("镇政府收到申请后3个工作日内完成初审，对材料不齐的，应当退回。")).toEqual([["镇政府收到申请后3个工作日内完成初审", "收到申请后3个工作日内"], ["对材料不齐的，应当退回", null]]);
  });
  test("who acts stands in front of it", () => expect(read("各工作组每日18时前报送动态。")[0]).toMatchObject({ actors: ["各工作组"], deadline: "每日18时前" }));
  test("what may be done stays permitted, what must follow is asked for", () => {
    expect(read("可先行抢修，并在24小时内补办手续。").map(({ modality, deadline }) => [modality, deadline])).toEqual([["permitted", null], ["must", "在24小时内"]]);
  });
  test("the order behind a limit that stands alone, or before who acts", () => {
    expect(limits("放假前，各校要检查用电。")).toEqual([["放假前，各校要检查用电", "放假前"]]);
    expect(limits("9月1日前各镇人民政府，要完成清淤。")).toEqual([["9月1日前各镇人民政府，要完成清淤", "9月1日前"]]);
    expect(limits("9月底前结合实际，制定方案。")).toEqual([["9月底前结合实际，制定方案", "9月底前"]]);
  });
  test.each(["3日内未整改的，要约谈负责人。", "9月1日前报名的考生，应参加体检。", "预计6月底前出现强降雨，各镇要加强巡查。"])("none that tells a case or a forecast: %s", (sentence) => {
    expect(read(sentence).map(({ deadline }) => deadline)).toEqual([null]);
  });
  test("a ban: no limit where it tells how long the ban lasts", () => {
    expect(limits("对弄虚作假的，两年内不得申报补助。").map(([, limit]) => limit)).toEqual([null]);
    expect(limits("开学前，任何学校不得组织补课。").map(([, limit]) => limit)).toEqual([null]);
    expect(limits("任何学校不得在开学前组织补课。").map(([, limit]) => limit)).toEqual([null]);
    expect(limits("上报时间不得迟于8月15日18时前。").map(([, limit]) => limit)).toEqual(["不得迟于8月15日18时前"]);
    expect(limits("9月1日前，各商户一律停止营业。").map(([, limit]) => limit)).toEqual(["9月1日前"]);
    expect(limitIn("各镇应在3日内告知申请人不予受理的理由")).toBe("在3日内");
  });
  test("leading words hand on what closes them", () => {
    expect(carriedDeadline("请各村于3月6日前")).toBe("于3月6日前");
    expect(carriedDeadline("3月6日前将名单、照片等")).toBe("3月6日前");
    expect(carriedDeadline("3月6日前完成登记")).toBeNull();
  });
});

describe("marks between digits", () => {
  test.each([
    ["各村请于6月20日16:30前报送名册。", "各村请于6月20日16:30前报送名册"],
    ["各村请于6月20日16：30前报送名册。", "各村请于6月20日16：30前报送名册"],
    ["经费由市、镇两级按7:3比例承担。", "经费由市、镇两级按7:3比例承担"],
    ["市财政要安排3,000万元专项资金。", "市财政要安排3,000万元专项资金"],
  ])("cut nothing: %s", (sentence, quote) => expect(read(sentence).map((each) => each.quote)).toEqual([quote]));
  test("a colon behind a number that only numbers still cuts", () => expect(limits("各镇要备足物资：加强巡查。").length).toBe(2));
  test("dates, digits and colons without end are read in time", () => {
    for (const unit of ["1月20日（星期五）17:00前", "12：", "每日8时、", "自即日起", "在于至到", "两年内不得", "（3日内"]) {
      const begin = performance.now();
      readNotice(`各镇要${unit.repeat(Math.ceil(100_000 / unit.length))}`);
      expect(performance.now() - begin).toBeLessThan(5_000);
    }
  });
});
