/** Kinds of official document a title ends with. */
export const DOCUMENT_KINDS =
  "紧急通知 补充通知 通知 通告 公告 公报 通报 指导意见 实施意见 若干意见 意见 决定 决议 批复 复函 函 报告 请示 实施方案 工作方案 方案 管理办法 实施办法 暂行办法 办法 规定 实施细则 细则 条例 制度 应急预案 预案 行动计划 计划 规划 纲要 要点 命令 令 纪要 须知 指南 指引 倡议书 公开信 一封信 提示 安排 措施 承诺书 标准 规范 规程 规则 章程 名单 清单 总结 要求 政策 工作的通知".split(" ");

/** Kinds of document that come from a body as a letter does: a body its title begins with is who issues it. */
export const LETTER_KINDS = "通知 通告 公告 公报 通报 决定 决议 批复 函 令 公开信 倡议书 提示".split(" ");

/** Kinds of document that speak to everybody and so name no addressees. */
export const KINDS_TO_ALL = "通告 公告 令 决定".split(" ");

/** Offices in whose name an order is signed, before the person's own. */
export const SIGNING_OFFICES =
  "省长 市长 县长 区长 旗长 州长 盟长 镇长 乡长 部长 局长 厅长 署长 院长 校长 会长 主席 主任 专员 总指挥 指挥长 书记 总理".split(" ");

/** How a notice calls people: the last word of a group of persons it addresses. */
export const PERSON_ENDINGS =
  "居民 市民 公民 村民 群众 同志 学生 家长 师生 教职工 旅客 游客 读者 业主 车主 用户 商户 住户 租户 员工 职工 司机 驾驶员 朋友 们 者".split(" ");

/** Names of bodies end with one of these; a signature is such a name on a line of its own. */
export const BODY_NAME_ENDINGS =
  "人民政府 政府 办公厅 办公室 指挥部 委员会 领导小组 工作组 专项组 专班 小组 国务院 中央 部 委 局 厅 署 院 会 办 府 站 所 处 科 中心 大学 学院 学校 中学 小学 幼儿园 医院 公司 集团 银行 法院 检察院 海关 公安局 支队 大队 总队 街道 党委 党组 团委 工会 协会 联合会 基金会 机构 单位 部门 报社 电视台 管理站 管理所 部委 机关 地区 各有关方面".split(" ");
