import { CONSENT_MANNERS } from "../lexicon/consent-words.ts";
import { ACTOR_ENDINGS } from "../lexicon/phrases.ts";
import { oneOf } from "./pattern.ts";

// Who consents: where the name stands, and whether it ends as names do.

// 省、自治区、直辖市人民政府 is one name. Parts are told apart by 、 alone, so that every name is read one way: 和 and 或 stand inside a part.
/** Words that may name whoever consents, in a pattern; lazy. */
export const BODY = "(?:省、自治区、直辖市|省、自治区|(?!后报)[^，。；：、\\s]){1,60}?(?:、(?:(?!后报)[^，。；：、\\s]){1,40}?){0,5}?";
/** What such a name ends with, in a pattern. 评估或者评审: 或者 names nobody. */
export const BODY_END = `(?:${oneOf(ACTOR_ENDINGS)}|方|法人|[省市县区旗]级|上级|属地|本人|国务院|党中央|中央|＊)(?<!或者)`;
/** Who holds an office and decides by it. */
const OFFICE = "(?:[省市县区镇乡村校院局厅处科部站院检察董事秘书会首]长|政治委员|司令员|总?指挥长?|总理|主任|书记|总监|总经理|教师|导师|会计师|医师|工程师|辅导员)";
/** Endings that name nobody elsewhere, but do before a consent. */
const HERE = "(?:防指|防总|办事处|处|室|馆|社|物业|医生|民警|班长|经理)";
/** What ends the name of a body or of whoever holds an office, in a pattern. */
export const NAME_END = `(?:${BODY_END}|${OFFICE})`;
const NAMED = new RegExp(`(?:${BODY_END}|${OFFICE}|${HERE})$`, "u");

/** Does this name end as bodies, offices and people do? */
export const isBody = (name: string): boolean => NAMED.test(name);

/** A name of whoever consents, alone before the word. */
export const PURE_BODY = /^(?:在)?(?![报经由提送呈须需应待未获取得征转])(?!双方|各方|当事人|.*(?:对(?!外)|予以|委托))[^，。；：\s]{1,30}$/u;
/** What may stand before the name: 报经, 须由, 在. */
const LEAD_IN = /^(?:.*(?:评议|评估|评审|论证|审议|研判|审核|初审|公示|申请|推荐|提名|审查)[、和](?=.{2})|.*(?:必须|应当?|须|可以?)在|除(?:[^，。；]*(?:规定|情况|需要|情形)(?:和|或者?|以及|及|、))?|.*(?:(?<!自|理)由|并经|(?<![无毋不])必?须[经有]?|报经|(?<![必急军所无毋])需(?!求|方)要?(?:报请|报送|报|由|经)?)|请|待|在|等|接到|收到|其(?=.{3})|有(?!关|权|管辖权|审批|批准|相应|[^，。；]*的)|经(?![济营贸信开]))?/u;
/** What the body does before it consents: 环保局进行环评批复, 规划局完成规划审批. */
const DOING = /(?<=.{2})(?:负责对|对(?!外)|进行|完成|开展|办理|实施|检查|根据|按照?|依照?|参照|征求|(?:会同|商(?=有关|同级|国务院|财政))(?=.*(?:部门|[局委厅部院])$)).{0,40}$/u;
/** 依法, 书面, 审查…: how it consents. */
const MANNER = new RegExp(`(?:${oneOf(CONSENT_MANNERS)})+$`, "u");
/** What names nobody: 须请假批准, 报告并经批准. */
const NO_NAME = /^[按依]照|方可|才能|^(?:决定|审议|审查|审核|讨论|研究|评议|听证)(?:或者?|和|并)?$|(?<!民主)评议$|(?:环评|评价|(?<!评)审核|请假|报备|报告|申请|请示|登记|并经|并|视情|初审|复审)$|^(?:备|批|备案|集体|共同|其|行政|安全|办学|消防|卫生|经营|施工|保密|[举开主承]办)$|须|应当|谁/u;
const NAME_LENGTH_MAX = 60;

/** Who is named in the words between what leads to a consent and the word that consents; offsets of these words, null for nobody. */
export function bodyIn(between: string): { start: number; end: number } | null {
  const start = LEAD_IN.exec(between)?.[0].length ?? 0;
  const whole = between.slice(start).replace(/(?:的|重新)$/u, "");
  const acting = whole.replace(DOING, "");
  // 市纪律检查委员会, 项目实施单位: what a body does may stand in its name.
  const named = isBody(whole.replace(MANNER, "")) && !isBody(acting.replace(MANNER, "")) ? whole : acting;
  const bare = named.replace(MANNER, "").replace(/的$/u, "");
  // 农村集体经济组织, 宗教活动场所管理组织: here 组织 belongs to the name.
  const name = named.startsWith("组织", bare.length) && /(?:管理|经济|社会|党|自治|群众)$/u.test(bare) ? `${bare}组织` : bare;
  return name === "" || name.length > NAME_LENGTH_MAX || NO_NAME.test(name) ? null : { start, end: start + name.length };
}
