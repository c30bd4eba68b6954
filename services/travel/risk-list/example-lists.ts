/** Lists of our own writing with what real ones hold: columns that slip, a place at two levels, names with marks in them. */
export const SNAPSHOT = {
  data: {
    end_update_time: "2021-08-16 8时", hcount: 4, mcount: 5,
    highlist: [
      { type: "2", province: "江苏省", city: "扬州市", county: "广陵区", communitys: ["柳湖镇", "东岸街道1门至18门"] },
      { type: "2", province: "北京市", city: "大兴区", county: "青杨街道", communitys: ["南里社区"] },
      { type: "2", province: "天津市", city: "天津市", county: "河西区", communitys: ["大河路以西、小河路以东合围区域"] },
    ],
    middlelist: [
      { type: "2", province: "江苏省", city: "扬州市", county: "广陵区", communitys: ["南里小区", "东岸街道"] },
      { type: "2", province: "河南省", city: "郑州市", county: "经开区", communitys: ["明湖镇全域"] },
      { type: "2", province: "天津市", city: "天津市", county: "河西区", communitys: ["大河路以西、小河路以东合围区域", "某街除高风险区以外区域"] },
    ],
  },
};

/** A bulletin of ours: furniture around the list, three kinds of separators, a county named once, brackets, numbers, a zone, a line without its full stop. */
export const BULLETIN = `首页
发布日期：2021-01-25 09:16:16
某地无新增病例，合计60例（境外输入2例）。
最新疫情风险等级提醒
全国有3个高风险地区，10个中风险地区：
高风险地区（3个）：
河北省石家庄市（2个）：藁城区, 新乐市。
黑龙江哈尔滨市（1个）：江北开发区青年街道。
中风险地区（10个）：
河北省石家庄市（6个）：新华区明珠小区，桥西区光明新区小区、8号院16、17号楼；高新区东湖小区、西湖小区A区，赵县李庄村。
吉林省通化市（1个）：通化医药高新区某小区
上海市（3个）：黄浦区外滩街道某路居民区（福州路以南、某路以北）、某大酒店，宝山区友谊路街道新村（一、二村）小区。
境外（除澳门为低风险外）仍全部为高风险地区。
专家提醒：
一、减少流动（能不出门就不出门）。
关闭
`;
