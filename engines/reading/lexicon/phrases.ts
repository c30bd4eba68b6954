const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that may stand before the verb of a bare imperative. */
export const ADVERBS: readonly string[] = list(`
积极 主动 积极主动 认真 切实 严格 依法 依规 依法依规 依纪依法 依法依纪 及时 尽快 尽早 尽量 尽力 进一步 全面 深入 深入细致 大力 着力 努力 坚决 不断 持续 充分 科学 合理
科学合理 有序 积极稳妥 稳妥 稳步 扎实 有效 准确 及时准确 定期 不定期 逐步 逐级 逐一 统一 重点 特别 优先 适时 适当 迅速 立即 提前 随时 视情 必要时 同时 共同 相互 互相 互通
分别 继续 始终 一律 均 都 再 也 还 又 就地 就近 按程序 按规定 按要求 按时 按期 按需 如期 如实 如数 足额 按照规定 多渠道 多形式 多种形式 因地制宜 实事求是 坚持不懈 严肃
严厉 从严 从重 从快 从优 高度 密切 广泛 广泛深入 正确 妥善 精心 细致 牢固 牢牢 更好地 更好 切实可行 自觉 自主 自愿 公开 公平 公正 集中 直接 间接 专门 普遍 率先 首先 其次
最后 先 先行 尤其 特别要 着重 注重 真正 始终如一 全力 全力以赴 竭尽全力 千方百计 想方设法 抓紧 抓紧时间 加紧 加快 迅即 即时 即刻 马上 现场 日常 平时 经常 长期 常年 年年
每年 每月 每周 每日 每天 即日起 自即日起 从即日起 一次性 一并 一体 同步 联合 协同 统筹 综合 系统 整体 大胆 勇于 敢于 善于 稳慎 审慎 慎重 严密 周密 详细 具体 明确 充分发挥 强力 重拳 铁腕 坚定不移
毫不动摇 毫不放松 持之以恒 常态化 规范 有力 有力有序 有针对性地 有计划地 有步骤地 有组织 有秩序 有条件 分级 分类 分批 分步 分期 错峰 错时 循序渐进 最大程度 最大限度 切切实实
扎扎实实 认认真真 根据需要 根据实际 视情况 酌情 实时 动态 精准 靶向 从速 照常 正常 免费 无偿 低价 主要 研究 探索 带头 另行 另 自行 逐户 逐人 挨家挨户 做到 结合实际 因势利导
因时制宜 一如既往 求真务实 真抓实干 坚持 科学佩戴 原则上 应当 迅速有效 切断 正式 提早 早日 按标准 多次 反复 合力 通力 携手 充分有效 稳妥有序 积极稳妥推进 有效地 灵活 重新 全程
全年 全天 一定 务实 努力地 切实地 健康 平稳 顺利 安全
`);

/** Words that join a clause to the one before it. */
export const CONNECTIVES: readonly string[] = list(`
并 并且 而且 且 同时 此外 另外 其中 以及 及 或 或者 则 从而 因此 为此 特别是 尤其是 首先 其次 再次 最后 即 与此同时 在此基础上 另一方面 一方面 一是 二是 三是 四是 五是
六是 七是 八是 九是 十是 第一 第二 第三 第四 第五 而 和 与 使之 据此
`);

/** Words that open a phrase standing before the verb: 对…, 按照…, 在…, 将…. */
export const OPENERS: readonly string[] = list(`
对 对于 按 按照 依照 依据 根据 遵循 遵照 参照 在 以 从 通过 针对 将 把 向 由 与 同 围绕 结合 依托 于 会同 自 为 为了 就 用 经 经过 凭 借助 利用 运用 采取 采用
本着 随着 鉴于 立足 坚持 关于 除 除了 凡 凡是 如 如有 如遇 如果 若 因 由于 当 遇 遇有 到 至 比照 联合 面向 沿 给 让 使
`);

/** Ends of phrases after which the verb may follow at once. */
export const PHRASE_ENDS: readonly string[] = list(`
方面 基础上 前提下 领导下 情况下 条件下 指导下 支持下 范围内 期限内 期间 过程中 工作中 活动中 中 下 内 上 前 后 时 里 形式 方式 途径 渠道 手段 要求 原则 规定 程序 标准
办法 情况 实际 需要 分工 职责 精神 意见 计划 安排 规划 比例 额度 名单 清单 条件 特点 领域 环节 地区 平台 技术 资源 力量 优势 力度 制度 机制 部署 政策 措施 问题 为主
为重点 为目标 为载体 为依托 为基础 为单位 为契机 为抓手 为主体 方针 道路 理念 思路 以上 以下 之间 之内 之前 之后 同时 等
`);

/** Clauses beginning with one of these after an order name its aim, not an order of their own (settled reading of the contract). */
export const PURPOSE_OPENINGS: readonly string[] = list(`
确保 防止 避免 以防 实现 促进 提高 满足 保障 使 以 以便 形成 推动形成 增强 让 达到 保证 做到 从而 进而 切实提高 不断提高 有效提高 着力提高 努力实现 更好地满足 最大程度满足
最大限度满足 最大程度 最大限度 方便 便于 用于 杜绝 减少 降低 有利于 努力形成 全面提升 提升 切实增强 力争 争取 维护 为推进 为促进 取得
`);

/** An aim by its shape: 为…提供依据, …降到最低. */
export const PURPOSE_SHAPES = /^为.{1,40}提供.{0,8}(?:依据|支撑|参考|支援|技术支持|决策建议)$|降到最低$|降至最低$/u;

/** A clause that begins so states what is or was. */
export const FACT_OPENINGS = /^(?:近年来|近期|近几年|近日|最近|当前|目前|现阶段|长期以来|几个月来|多年来|去年|今年以来|上半年|截至|据|自[^，]{1,12}以来|一直|正在|已(?![^，]{1,8}的[^，])|已经|曾|虽然|尽管|但是|但|然而|由于|实践证明|值得注意|特别值得)/u;

/** Marks of something that has happened or simply is. */
export const FACT_MARKS = /(?<!不)(?:了(?!解|望)|(?<!通)过(?=[，。；]|$))|已(?:经)?(?:[^，。]{0,6})(?:成立|建立|完成|取得|确定|印发|实施|同意|批准)(?!的)/u;

/** What is rather than what shall be, unless the clause begins with a verb of order. */
export const STATE_MARKS = /(?<![总于还只就但若凡要如或不])是(?!否)|有利于|有助于|具有|存在(?:着)?|意味着|旨在|有待|得到(?!有效|充分|切实)|关系到/u;

/** The issuer's own plans: …局将加强…. */
export const OWN_PLANS = /(?:^|[^\s，])将(?:定期|不定期|进行|加强|组织|会同|专门|限制|赋|采取|适时|尽快|继续|严格|依法|视|进一步|逐步|陆续|于[^，]{2,16}前|发布|开展|对[^，]{2,40}(?:评估|检查|督查|考核|通报))/u;

/** What the issuer does itself or says of its place: 我局…. Not where a word orders: 我市居民应…. */
export const OWN_DOINGS = /^我[局部委厅省市县区旗镇院会校](?!市场)/u;

/** A duty described as somebody's standing competence, not ordered: 负责…, 承担…责任, 由…组成. */
export const COMPETENCE = /^(?:负责|担任|组成|兼任|牵头$|设在|设|承担.{0,24}责任$|履行.{0,24}(?:职责|职能)$|主持$)/u;

/** What the issuer itself does by saying so, or says it will do: no order to anybody. */
export const PERFORMATIVE = /^(?:现将|现就|现予|现对|现提出|现(?:印发|转发|下发|批转)(?:给|你)|特(?:此|通知|通告|公告|制定)|兹|决定(?![^，]*的$)|经研究|(?:同意|批准)(?!后)|废止|撤销|授予|任命|免去|以上(?:意见|通知|规定|各项|事项)?(?:如|请|自|，)|本(?:通知|通告|公告|办法|规定|决定|意见|预案|方案|条例|细则|令)(?:自|从|所称|适用|由))|(?:通知|通告|公告|报告|批复|答复|函复)如下|同时废止|停止执行|自(?:印发|发布|公布)之日起/u;

/** Headings whose text describes rather than orders; bare imperatives below them are aims. */
export const DESCRIBING_HEADINGS = /指导思想|总体思路|总体目标|主要目标|工作目标|发展目标|奋斗目标|目标要求|目标任务|^目标$|编制目的|编制依据|制定依据|适用范围|分级$|分类$|定义|概念|含义|背景|形势|重要意义|重大意义|必要性|基本情况|主要成效|存在(?:的)?问题|^总体要求$|成员单位|附则/u;

/** Actors: a subject ends with one of these. */
export const ACTOR_ENDINGS: readonly string[] = list(`
人民政府 政府 部门 部委 单位 机关 机构 地区 各地 各级 省 市 县 区 旗 旗市区 盟市 州 乡镇 街道 社区 村 组织 企业 公司 集团 银行 指挥部 委员会 组 领导小组 工作组 专班
办公室 办公厅 厅 局 署 委 部 院 会 办 所 站 队 中心 学校 院校 高校 医院 幼儿园 人员 群众 居民 市民 村民 公民 个人 职工 干部 同志 负责人 责任人 领导 师生 学生 教师
家长 党员 党组织 运营者 经营者 使用者 所有者 生产者 者 人 用户 旅客 乘客 患者 车辆 平台 协会 工会 团体 法院 检察院 公安 农村 乡 镇 支队 大队 海关 邮政 铁路 民航
场馆 场所 景点 影院 剧院 网吧 超市 商场 市场 门店 商户 酒店 宾馆 公园 车站 客运站 码头 机场 工地 厂 矿 旅行社 店 馆 司机 驾驶员 游客 老人 儿童 员工 工人 考生 业主 联席会议 会议 审核机构 保险机构 双方 各方 广大 各有关方面 人民法院 政协 人大 党委 党组 地方 试点地区 房地产开发企业 国家 施工队伍 力量 军队
`);
