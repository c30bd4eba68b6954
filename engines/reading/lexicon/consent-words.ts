const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Verbs of consent: 经…批准, 征得…同意. What is examined before (审查同意, 集体研究批准) stands in EXAMINATION_WORDS. */
export const CONSENT_VERBS: readonly string[] = list("批准 特准 同意 审批 特批 核准 许可 认可 允许 准许 审定 批复 核定 核批 签批 允准 特许 审批同意 批准同意 审批通过 讨论通过 决议通过 表决通过 评审通过 审查通过 审核通过 审议通过 论证通过 审核认定");

/** What is done before the consent and stands with its word: 审查同意, 集体研究批准. */
export const EXAMINATION_WORDS: readonly string[] = list("审查 审核 审议 审阅 审批 验收 研究 讨论 集体研究 集体讨论 论证 评审 评估 复查 复核 考核 考试 考察 协商 会商 签字 书面 表决 联合审查 综合平衡");

/** Words of an examination; a consent only where the act waits for it (须经…审核, 由…审核后). */
export const REVIEW_WORDS: readonly string[] = list("审核 审查 审定 会签 评审 把关");

/** Who decides consents, where it is asked for: 报市政府决定. */
export const DECISION_WORDS: readonly string[] = list("决定 裁定 决策 确认 确定 表决");

/** Who signs consents: 经主任签字后支付. */
export const SIGNING_WORDS: readonly string[] = list("签字 签发 签署 审签 批印");

/** Papers that a body gives as its consent. */
export const PERMIT_WORDS: readonly string[] = list("批文 批件 许可证 许可证书 许可证件 许可证明 许可意向书 准运证 准运证明 审批证明 批准文号 批准证书 批准证明文件 批准文件 批准书 入山证 进山证 出入证 进出证 出行证 核准文件 核准证 准印证 准入证 准许证 通行证 运输证 采集证 适航证 导游证 驾驶证 特许证 猎捕证 狩猎证 使用证 养殖证 允许进出口证明书");

/** What makes a consent word the name of a thing: 审批机关, 批准文件, 许可证. */
export const CONSENT_THINGS: readonly string[] = list(`
机关 机构 部门 单位 局 大厅 窗口 中心 要件 权限 权 文件 文号 手续 程序 流程 制度 事项 目录 时间 日期 证 书 表(?!彰|决|演) 人 意见 条件 标准 范围 结果 决定 效率 环节 改革 者 人员 管理 工作 服务 信息 系统 平台 通知 材料 资料 情况 名单 建议 进展 申请
`);

/** What may stand between the approver's name and the consent word and is no part of the name. */
export const CONSENT_MANNERS: readonly string[] = list("依法 正式 逐项 逐一 逐个 逐矿 逐户 逐人 逐车 同时 统一调度 从严 另行 集中 最终 一次性 集体 专题研究 一致 圈阅 会签 联合 批示 一支笔 单列 书面 事先 研究 集体研究 审查 审核 审议 评估 备案或者 备案或 审查后 审核后 按规定 按程序 依程序 依照程序 依规定 按照规定 按有关规定 按照有关规定 按权限 逐级 及时 会同有关部门组织 组织 组织专家 组织有关专家 签字 签名 签名确认 签字确认 确认 知情 严格 特别 盖章 签署 备案 统一 负责 协调 会诊 把关 核定 予以 归口 逐案 共同 组织论证 组织专家论证 研究后 进行 实施 初步");

/** Characters and words of which every wording of a consent holds one; where none stands, none is looked for. A wording of other words needs its sign here (tested). */
export const CONSENT_SIGNS = /[批准许审核签证授]|同意|[认确][定可认]|通过|合格|决[定策]|裁定|表决|请销?[示假]|把关|讨论|评估|检查|一事一议|执照|协商一致|特许|先.{0,6}后|一.{1,3}一/u;
