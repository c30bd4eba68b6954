const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Words that give or refuse consent: 经…批准, 征得…同意. */
export const CONSENT_WORDS: readonly string[] = list(`
批准 同意 审批 特批 核准 许可 认可 允许 准许 审定 批复 核定 核批 审批同意 批准同意 审查同意 审核同意 审议同意 研究同意 集体研究同意 协商同意 书面同意 审查批准 审核批准 审议批准 研究批准 审查、批准 审核、批准 审查、同意 审核、同意 审查和批准 审查并批准 审核和批准 审核并批准 审核许可 审查许可
讨论通过 讨论同意 决议通过 表决通过 表决同意 评审通过 审查通过 审核通过 审议通过 论证通过 审查合格 审核合格 审核认定
`);

/** Words of an examination; a consent only where the act waits for it (须经…审核, 由…审核后). */
export const REVIEW_WORDS: readonly string[] = list("审核 审查 审定 会签 评审 把关");

/** What makes a consent word the name of a thing: 审批机关, 批准文件, 许可证. */
export const CONSENT_THINGS: readonly string[] = list(`
机关 机构 部门 单位 局 大厅 窗口 中心 要件 权限 权 文件 文号 手续 程序 流程 制度 事项 目录 时间 日期 证 书 表 人 意见 条件 标准 范围 结果 决定 效率 环节 改革 者 人员 管理 工作 服务 信息 系统 平台 通知 材料 资料 情况 名单 建议
`);

/** What may stand between the approver's name and the consent word and is no part of the name. */
export const CONSENT_MANNERS: readonly string[] = list("依法 书面 事先 研究 集体研究 审查 审核 审议 评估 备案或者 备案或 审查后 审核后 按规定 按程序 依程序 依照程序 依规定 按照规定 按有关规定 按照有关规定 按权限 逐级 及时 会同有关部门组织 组织 组织专家 组织有关专家 签字 签名 签名确认 签字确认 确认 知情 严格 特别 盖章 签署 备案 统一 负责 组织论证 组织专家论证 研究后 进行 实施 初步");

/** Characters and words of which every wording of a consent holds one; where none stands, none is looked for. A shape of other words needs its sign here (tested). */
export const CONSENT_SIGNS = /[批准许审核签证授]|同意|[认确][定可认]|通过|合格|决[定策]|裁定|表决|请销?[示假]|把关|讨论|评估|检查|一事一议|协商一致/u;
