const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Verbs of what people do or meet before a duty begins: 企业发现隐患，应立即报告. Parts of a pattern. */
export const MEETING_VERBS: readonly string[] = list("发现 进入 遇到? 接到 收到 举办 举行 开展 赴 前往 从事 途经 经过 返回 外出 离开 使用 驾驶 乘坐");

/** Verbs of acts that rules are made for: 各单位购置公务用车，必须…. What stands so ahead of a rule is its topic, no duty. Parts of a pattern. */
export const RULED_VERBS: readonly string[] = list("设立 开办 申办 修建 建造 新建 改建 扩建 挖掘 迁移 购置 配置 调用 动用 变更 改变 出台 引进 进口 出口 采集 公开发行 发行 兼任 聘用 雇用 利用 恢复 进行(?!了) 启动 举办 举行 设置 拆除 占用 跨越 穿越 开采 砍伐 采伐 捕捞 播发 转让 增设 购建 召开");
