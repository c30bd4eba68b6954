import { CONSENT_MANNERS, CONSENT_THINGS, CONSENT_WORDS, REVIEW_WORDS } from "../lexicon/consent-words.ts";
import { ACTOR_ENDINGS } from "../lexicon/phrases.ts";

/**
 * A consent the words make an act depend on. Offsets of the words given; `alone`: the words order nothing besides;
 * `with`: what the act it waits on must be: a ban (未经…批准，不得…), a permission (经…同意的，可以…), any order behind it
 * (经…批准，由…拆除), a release behind it (取得许可证后，方可…), any demand or ban that the consent lifts (除经…许可的外，一律…), or null where the words
 * ask for the consent themselves (须经…批准).
 */
export type Approval = { readonly approver: { start: number; end: number } | null; readonly alone: boolean; readonly with: "ban" | "permission" | "order" | "release" | "exception" | null };

/** A way in which a consent is worded. */
export type Shape = {
  /** An example of what it reads. */
  readonly example: string;
  readonly pattern: RegExp;
  /** Judges by what stands around the match; left out: always. */
  readonly holds?: (before: string, after: string) => boolean;
  readonly alone: boolean | ((after: string) => boolean);
  readonly with?: (before: string, after: string) => Approval["with"];
  /** What its sentence must have said before; else it tells what a body did: 企业申请，税务机关批准. */
  readonly earlier?: RegExp;
  /** Looks into brackets too: 取得《取水许可证》后. */
  readonly inBrackets?: true;
};

const oneOf = (words: readonly string[]): string => words.toSorted((left, right) => right.length - left.length).join("|");
// 国务院授权的部门 names a body, 未经授权 a consent.
const CONSENT = `(?:(?:${oneOf(CONSENT_WORDS)})(?<!核批(?=准))(?!${oneOf(CONSENT_THINGS)})|授权(?!的|[^，。；任不]{0,6}(?:${oneOf(CONSENT_THINGS)})))`;
const REVIEW = `(?:${oneOf(REVIEW_WORDS)})(?!${oneOf(CONSENT_THINGS)})`;
/** 已经…, 业经…: told of; not 企业经…. */
const ALREADY = "(?<![企事行产作农林渔牧商工矿专就营物])业";
const NOT_TOLD = `(?<!已|曾|如|若|一|${ALREADY})`;
/** 经 before whoever consents, not 经济, 经营, 经费, 经贸, 经商, 经办人; but 商务部, 纪委, 济南市, 办案部门 are bodies. */
const BY = "经(?!营(?!口)|[费销]|济(?![南宁源]市)|贸(?!促|易促)|典(?!当)|纪(?![委检律])|商(?![务标会洛丘州])|办(?!公|理|案|事处)|理(?!事))";
/** A paper that a body gives as its consent. */
const PERMIT = "(?:许可证明|许可证件|许可证书?|批准文号|批准证书|批准证明文件|批准文件|批准书|核准文件|准运证|准入证|准许证|通行证|运输证|采集证|适航证|导游证|驾驶证|特许证|猎捕证|狩猎证|允许进出口证明书)";
// 省、自治区、直辖市人民政府 is one name.
// Parts are told apart by 、 alone, so that every name is read one way: 和 and 或 stand inside a part.
export const BODY = "(?:省、自治区、直辖市|省、自治区|(?!后报)[^，。；：、\\s]){1,60}?(?:、(?:(?!后报)[^，。；：、\\s]){1,40}?){0,5}?";
const BODIES = "(?!有权|原)(?:(?!后报|审批的|批准的|核准的|申请)[^，。；：、\\s]){1,60}?(?:、(?:(?!后报)[^，。；：、\\s]){1,40}?){0,6}?";
const ASKED = "(?:(?<![无毋不])(?:须|需)|必须|应当|应(?!当)|(?<!不需)要(?!求))";
const SENT = "(?<![申汇预举播通公海简]|(?<!工作|[一二三四五六七八九十0-9])日)(?:报请|报经|报送|报|提请|呈报|呈请|上报|呈送|提交|送交|(?<!转)送)(?!告|表|刊|装|名(?!城)|酬|价(?!格(?:主管|管理|行政|部门))|销|废|关|警|考|到|机关(?!事务|党委|工委|纪委)|备(?!案)|批[或和、])";
export const MANNER = new RegExp(`(?:${oneOf(CONSENT_MANNERS)})+$`, "u");
// 评估或者评审: 或者 names nobody.
export const BODY_END = `(?:${oneOf(ACTOR_ENDINGS)}|方|法人|[省市县区旗]级|上级|本人|国务院|党中央|中央|＊)(?<!或者)`;
/** Who holds an office and decides by it. */
const OFFICE = "(?:[省市县区镇乡村校院局厅处科部站院检察董事秘书会]长|总?指挥|总理|主任|书记|总监|总经理|教师|导师|辅导员)";
export const ACTOR = new RegExp(`${BODY_END}$`, "u");
/** Who gives licences, and asks for none. */
const OFFICIAL = /(?:部门|机关|局|厅|政府|委员会)必?$/u;
const OUGHT = "(?<![无毋不])(?:应当?|须)";
/** Somebody asked for it, not: was asked (收到申请后). */
const APPLIED = /^(?!.*(?:收到|受理|接到)[^，。；]{0,8}申请).*(?:申请|申报|报名|提名)/u;
const APPLIED_OR_RULED = new RegExp(`${APPLIED.source}|${OUGHT}[^，。；]{0,8}(?:取得|征得)[^，。；]{2,24}同意，$|${OUGHT}[按依]照?[^，。；]{0,40}规定，$`, "u");
const OUGHT_BEFORE = new RegExp(OUGHT, "u");
/** What is done with a licence already had. */
const LICENCE_HAD = "注销|变更|延续|补发|补办|撤销|查验|换发|吊销";
const LICENCE_SOUGHT = `(?:[在于][^，。；]{1,12}前)?(?:[向到](?<approver>${BODY}${BODY_END}))?(?:申请并取得|申请、领取|申请取得|申请领取|申请办理|申请核发|申请|申领|取得|领取|重新办理|(?<=(?:依法|规定)(?:为其)?[^，。；]{0,20})办理)(?:(?<awaited>${BODY}${BODY_END})(?:颁发|核发|发给|签发|批准)的)?(?:相应的)?(?:(?!${LICENCE_HAD}|之日)[^，。；的]){0,24}?(?:${PERMIT}[》”]?(?:手续)?|(?<=申请[^，。；的]{0,16})许可)(?=$|，|方可|和|及|、|[（(＊])`;

// A consent that describes what it was given to (经…批准的规划, 批准了…) asks for nothing.
const describes = (after: string): boolean => /^(?:的|了|改为|调整为|转为|[^，。；]{0,6}之日)|^(?!后)[\u4e00-\u9fff]{2,4}的(?!.*可)|^后[^，。；]{0,24}的[^，。；]{0,6}(?:文件|规划|项目|方案|人员|单位|企业)$/u.test(after);
const GIVEN_BEFORE = new RegExp(`(?:如|若|一|已|已经|曾|曾经|${ALREADY}|现|前款|上述)$`, "u");
const past = (before: string, after: string): boolean => GIVEN_BEFORE.test(before) || /^(?:后)?[，,]?现/u.test(after);
const notPast = (before: string, after: string): boolean => !past(before, after);
const waits = (after: string): boolean => /^(?:(?:登记|备案|公示)?后|，?(?:方可|才能|方能|才可以?|方准|才准|始得|方得)|之后|并(?!经)|可(?!能|行|靠)|予以|给予|准予|准许|，?也可|(?:公布|发布|印发|实施|施行|执行|生效)(?:$|，|并))/u.test(after);
const LACKING = /(?:未|没有|无|不)(?:依法|按规定|按照规定)?$/u;
// 改革行政审批制度, 简化…: what is changed of the procedure, not what an act waits for.
const notReformed = (before: string): boolean => !/(?:不|无须|无需|不需要?|不再)$|(?:改革|简化|优化|取消|精简|规范|下放|清理|压缩|完善|推进|推行)[^，]{0,12}$/u.test(before);
const more = (after: string): boolean => /^(?:并|且|，并)/u.test(after);
// 在报送审批…时, 报送审批前: when something is done, not what it waits for.
const isTime = (after: string): boolean => /^(?:之)?前(?!，?(?:一律)?(?:不得|不准|禁止|严禁))|时$/u.test(after);
const asked = (before: string): boolean => new RegExp(`(?:${ASKED}|方可|可|可以)(?:事先|事前|先|逐级|依法|按规定|按程序|提前|书面|及时|当)?$`, "u").test(before);

/** The shapes a consent comes in, tried in this order; the first that holds is the answer. */
export const SHAPES: readonly Shape[] = [
  { example: "未经批准在公共设施上悬挂横幅", pattern: new RegExp(`^未经(?<approver>${BODY})??(?:${CONSENT})(?![^，。；]*(?:的|者|行为|问题|现象|情况|不得|不准|禁止)$)(?=[^，。；的]{3})`, "du"), holds: (_, after) => !/(?:不得|不准|不能|禁止|严禁|不予|的$)/u.test(after), alone: true },
  { example: "未经市水务局批准", pattern: new RegExp(`(?:未|非(?!经[营济])|没有|不(?=经|报))(?:依法|按规定)?(?:经|获|取得|得到|征得|报)(?:过)?(?<approver>${BODY})??(?:的)?(?:${CONSENT}|批准文件|审批手续|(?:审核|审查)(?=，?(?:一律)?(?:不得|不准|不予|禁止|严禁)|$))`, "du"), holds: (before, after) => !/^(?:而|，?擅自)[^，]*的/u.test(after) && !/(?:通过|委托|聘用|选择|使用)$/u.test(before) && !(/[为给向]$/u.test(before) && after.startsWith("的")) && !(/(?:不得|不准|禁止|严禁)[^，]{0,4}(?:向|将|把|为)[^，]*$/u.test(before) && /^[^，]{0,12}的(?!不得|$)/u.test(after)), alone: false, with: () => "ban" },
  { example: "未批准的不得开工", pattern: /未(?:依法|按规定)?(?:获|获得|得到|予|取得)?(?:批准|许可|核准)(?:(?:的|前|者)?(?=，?(?:一律)?(?:不得|不准|不予|禁止|严禁))|(?<=未(?:依法|按规定|获|获得|取得|得到)[^，。；]{2})的$|前$)/u, alone: false, with: () => "ban" },
  { example: "未取得采矿许可证的，不得开采", pattern: new RegExp(`未(?:依法|按照?[^，。；]{2,10}规定)?(?:取得|领取|办理)[^，。；]{0,24}?${PERMIT}》?(?:的)?(?=$|，?(?:一律|均)?(?:不得|不准|禁止))`, "u"), alone: false, with: () => "ban", inBrackets: true },
  { example: "未通过环评审批的，一律不得开工", pattern: /(?:未|没有|不)(?:依法|按规定|按程序|事先)?(?:通过|履行|办理|完成)[^，。；]{0,24}?(?:审批|报批|核准|许可|审查|评审|审核|请假)(?:手续|程序)?(?:的|者)?(?:[^，。；]{0,12}?(?=，?(?:一律)?(?:不得|不准|不予|禁止|严禁))|(?<=的)(?:投资|建设|新建|改建|扩建)*(?:项目|工程|规划|方案|设施|产品|企业)$|$)/u, alone: false, with: () => "ban" },
  { example: "没有批准文件的，不得开工", pattern: new RegExp(`(?:没有|(?<!给|向|与|从|由|将|托|接|为)无(?!须|需)|未持有?)[^，。；]{0,20}?${PERMIT}》?(?:的|者)?(?:(?<=的)[^，。；]{1,8}?)?(?=$|，?(?:一律)?(?:不得|不准|禁止))`, "u"), alone: false, with: () => "ban", inBrackets: true },
  { example: "没有县级以上人民政府批准", pattern: new RegExp(`没有(?<approver>(?:(?!未经)[^，。；：\\s]){1,40}?${BODY_END})的?(?:${CONSENT})`, "du"), alone: false, with: () => "ban" },
  { example: "没有审批的不得开工", pattern: /(?:没有[^，。；]{0,6}|(?<=^|[，。；的者、])无)(?:审批|报批|批准|许可)(?:的|者)?(?=$|，?(?:一律)?(?:不得|不准|不许|禁止|严禁))/u, alone: false, with: () => "ban" },
  { example: "获批前不得离开", pattern: /(?<!自)(?:获批|获准|批准|许可|同意|审批|审批通过)(?:之)?前(?=，?(?:一律)?(?:不得|不准|不许|禁止|严禁))/u, alone: false, with: () => "ban" },
  { example: "获批后方可出行", pattern: /(?:获批|获准|(?:审核|审批|审查)通过)(?:之)?后?，?(?:方可|才能|方能|才可以?|方准|才准)/u, holds: (before) => !/[经由]/u.test(before), alone: true },
  { example: "不得无许可证清运", pattern: /(?<=(?:不得|不准|严禁|禁止)[^，。；]{0,8})无[^，。；的]{0,8}许可(?:证件?)?(?=[^，。；的者单单]{2})/u, alone: false, with: () => "ban" },
  { example: "不得未批先建", pattern: /(?<=(?:不得|不准|严禁|禁止)[^，。；为向给]{0,8})未[批审]先[^，。；批审](?![^，。；]{0,4}(?:项目|的))/u, alone: false, with: () => "ban" },
  { example: "先审批、后建设", pattern: /先(?:审批|报批|批准|核准|审核|审)，?、?[再后](?=[^，。；、])/u, alone: true },
  { example: "水电站须核准后开工", pattern: /(?<![无毋不必急所])(?:须|需|均需)(?:先|事先|事前|依法|逐级|逐项|严格|提级|从严|按程序|按规定)*(?:审批|批准|核准|特批)(?=$|后|，|、?方可)/u, alone: true },
  { example: "投标须事先取得核准", pattern: /(?<![无毋不])(?:须|需|必须|应当?)(?:先|事先|事前|依法|提前|按规定)*(?:得到|获得|取得|获)(?:书面)?(?:批准|许可|同意|核准|审批|授权)(?=$|，)/u, alone: true },
  { example: "获得批准后才能开工", pattern: /^(?:在)?(?:获得|取得|获|得到|征得)(?:书面)?(?:批准|许可|同意|核准)后，?(?:才能|方可|才可|方能|方准|才准|再)/u, alone: true },
  { example: "须通过资格审核方可入场", pattern: new RegExp(`(?:${ASKED}|有待|待|须待|等)(?:先|事先)?(?:(?:通过|完成)(?<approver>${BODY}${BODY_END})?[^，。；]{0,12}?|(?<awaited>${BODY}${BODY_END})的?(?:进行[^，。；]{0,8})?)(?:审核|审批|审查|批准|核准|审核批准|审批通过|审核通过|批复|同意)(?:通过|同意|批准)?(?:之)?后?，?(?:方可|才能|方能|才可以?|方准)`, "du"), holds: notPast, alone: true },
  { example: "须得到许可才能进入", pattern: new RegExp(`(?<!未)(?:得到|获得|取得|获)(?:(?<approver>${BODY}${BODY_END})的?|[^，。；]{0,16}?)(?:批准|许可|同意|核准)后?，?(?:才能|方可|才可以?|方能|方准|才准)`, "du"), alone: true },
  { example: "凭上级主管部门的批准文件提取", pattern: new RegExp(`凭(?<approver>${BODY}${BODY_END})的?(?:书面)?(?:批准|同意|许可|核准)的?(?:文件|函件|证明|手续|批件|意见)(?=[^，。；的]{2}|，|$)`, "du"), holds: (before, after) => notPast(before, after) && /(?:^|可以?|应当?|须|由[^，。；]{2,16})$/u.test(before), alone: false },
  { example: "凭经营许可证方可经营", pattern: new RegExp(`(?<!未|已)(?:取得|获得|领取|办理|凭|持)[^，。；]{0,24}?${PERMIT}》?(?:后)?，?(?:方可|才可|方能|才能|方准)`, "u"), alone: false, inBrackets: true },
  { example: "提出申请，办理检疫审批手续", pattern: /^(?:并|再|分别(?:情况)?|依法|按规定)?(?:办理|履行)[^，。；的]{0,8}(?:审批|许可|核准|批准)(?:登记)?手续$/u, alone: false, earlier: APPLIED_OR_RULED },
  { example: "引进草种必须依法进行审批", pattern: new RegExp(`${OUGHT}(?:依法|按规定|按程序)*进行(?:审批|核准)(?=$|，|后)`, "u"), holds: (before, after) => before !== "" && !ACTOR.test(before.replace(/必$/u, "")) && notPast(before, after), alone: true },
  { example: "依法提出申请，经批准取得探矿权", pattern: /^经(?:过)?(?:依法)?(?:批准|许可|核准)(?:取得|领取|获得)[^，。；的]{1,30}(?<!后|时)$/u, alone: false, earlier: APPLIED },
  { example: "应当依法向市燃气管理机构申请取得经营许可证", pattern: new RegExp(`(?:${OUGHT}|要(?=依法))(?:先|事先|依法|重新)*(?:[按依]照?[^，。；]{0,40}?规定(?:的[^，。；]{1,6})?)?(?:自[^，。；]{2,24}内)?(?:为其)?(?:先|事先|依法|重新)*${LICENCE_SOUGHT}`, "du"), holds: (before, after) => notPast(before, after) && !OFFICIAL.test(before), alone: false, inBrackets: true },
  { example: "应当符合条件，依法向市港务局申请取得经营许可证", pattern: new RegExp(`^并?(?=依法|依照|重新|[向到]|申请|申领|取得|领取)(?:依法|重新|依照[^，。；]{0,10}规定)?${LICENCE_SOUGHT}`, "du"), holds: notPast, alone: false, inBrackets: true, earlier: OUGHT_BEFORE },
  { example: "应当向县人民政府申请养殖使用证", pattern: new RegExp(`${OUGHT}(?:先|事先|依法|按照[^，。；]{2,12})*向(?<approver>${BODY}${BODY_END})(?:提出)?(?:申请|申领|领取|办理)[^，。；的登记]{2,12}(?:证|批准)(?=$|，)`, "du"), holds: notPast, alone: false },
  { example: "生产企业必须具有《药品生产许可证》", pattern: new RegExp(`(?:${OUGHT}|必须)(?:依法)?(?:持有|具有|具备|持|凭(?=[^，。；]{2,60}(?:托运|运输|购买)))(?:(?<approver>${BODY}(?:${BODY_END}|其授权的机构))(?:颁发|核发|签发|发给|批准)的)?[^，。；的]{0,20}?${PERMIT}》?(?=$|，|办理(?:托运|运输|购买)|运输|购买|方可|从事|经营)`, "du"), holds: notPast, alone: false, inBrackets: true },
  { example: "持《经营许可证》办理登记手续后", pattern: new RegExp(`^(?:并)?持[^，。；的]{0,24}?${PERMIT}》?(?:到|向|依法)?[^，。；]{0,20}手续后$`, "u"), alone: false, with: () => "release", inBrackets: true },
  { example: "取得《经营许可证》后", pattern: new RegExp(`(?<!未|已|方可|才能|免予|免于|免|无须|无需|不得|不予|禁止|严禁)(?:取得|获得|领取|办理|凭|持)[^，。；]{0,24}?${PERMIT}》?(?:后|的)?$`, "u"), alone: false, with: () => "release", inBrackets: true },
  { example: "提出申请并获得许可", pattern: /(?<!未)(?:获得|取得|得到|获)(?:书面)?(?:批准|许可|同意|准许)(?=$|后)/u, holds: (before) => /(?:申请|请示|请假|报告|报备|征求|并)/u.test(before) && !/(?:已|曾)$/u.test(before), alone: (after) => after === "", with: (_, after) => after.startsWith("后") ? "release" : null },
  { example: "除经主管部门许可留用的外，必须全部上交", pattern: new RegExp(`除[^，。；]{0,40}?经(?:过)?(?<approver>${BODY})??(?:${CONSENT})[^，。；]{0,30}?(?:以|之)?外$`, "du"), alone: false, with: () => "exception" },
  { example: "除法律规定和国务院批准的项目外，一律不得", pattern: new RegExp(`^除(?:[^，。；]{0,30}?[和或及、])?(?<approver>[^，。；：、和或及\\s]{1,30}?${BODY_END})(?:特别|专门)?(?:批准|同意|许可)(?:的|者)?[^，。；]{0,20}?(?:以|之)?外$`, "du"), alone: false, with: () => "exception" },
  { example: "除按预案规定经批准外不得进入", pattern: new RegExp(`除[^，。；]{0,40}?经(?<approver>${BODY})??(?:${CONSENT})(?:的|者)?(?:以|之)?外`, "du"), alone: false, with: () => "ban" },
  { example: "除特殊情况报批外，一律不得外出", pattern: /除[^，。；]{0,24}?(?:报批|获批)(?:的|者)?(?:以|之)?外/u, alone: false, with: () => "ban" },
  { example: "市水务局批准之前，不得开闸", pattern: new RegExp(`(?:^|在)(?<approver>${BODY}${BODY_END})(?:${CONSENT})(?:之)?前`, "du"), alone: false, with: () => "ban" },
  { example: "经市水务局批准的除外", pattern: new RegExp(`经(?:过)?(?<approver>${BODY})??${CONSENT}(?:的|者)?[^，。；]{0,20}?(?:除外|不在此限)$`, "du"), alone: true },
  { example: "待市水务局批准后再开展", pattern: new RegExp(`(?:待|俟)(?<approver>${BODY})??${CONSENT}后`, "du"), alone: false },
  { example: "须请示上级同意", pattern: new RegExp(`(?:请示|报告)(?<approver>(?:${BODY})?${BODY_END})(?:批准|同意)(?=$|后|，)`, "du"), holds: notPast, alone: true },
  { example: "报请镇人民政府决定", pattern: new RegExp(`(?:报请|报经|呈请|${ASKED}报)(?<approver>(?:${BODY})??(?:${BODY_END}|${OFFICE}))(?:集体|共同)?(?:研究|审议|审查|讨论|会商)?(?:决定|裁定)(?=$|，|后)`, "du"), holds: notPast, alone: true },
  { example: "清算报告，报市金融局确认", pattern: new RegExp(`^(?:并|依法|逐级)*(?:报|报请|报送)(?<approver>${BODY}${BODY_END})确认(?=$|后)`, "du"), holds: notPast, alone: false },
  { example: "报国务院审查决定", pattern: new RegExp(`${SENT}(?<approver>(?:${BODY})??(?:${BODY_END}|${OFFICE}))(?:审查|审批|审核)决定(?=$|，|后)`, "du"), holds: notPast, alone: false },
  { example: "须经村民会议讨论决定", pattern: new RegExp(`(?:${ASKED}[^，。；]{0,8}?(?:经过?|由|提交|提请)|提请)(?<approver>${BODY})?(?:集体|共同)?(?:研究|讨论|审议|会商)(?:决定|决策|表决)(?=$|后|，|、?方可)`, "du"), holds: notPast, alone: true },
  { example: "经党委会研究决定后方可调整", pattern: new RegExp(`经(?:过)?(?<approver>${BODY})?(?:集体|共同)?(?:研究|讨论|审议|会商)(?:决定|决策|表决)后，?(?:方可|才能|才可以?|方能|再)`, "du"), holds: notPast, alone: true },
  { example: "须请示上级后办理", pattern: new RegExp(`(?:${ASKED}|先)(?:先|事先|及时)?请示(?<approver>${BODY})?后(?=再|办理|处理|实施|执行|方可)`, "du"), alone: true },
  { example: "须经财务总监签字后支付", pattern: new RegExp(`${ASKED}(?:先|事先)?(?:经|由)(?<approver>(?!双方|各方|当事人|本人)${BODY})(?:审核|审查)?(?:签字|签批|签署|签发|审签(?!署))(?=后|，?方可|才)`, "du"), alone: true },
  { example: "由召集人签发后印发", pattern: new RegExp(`由(?<approver>(?!双方|各方|当事人|本人)(?:${BODY})??(?:${BODY_END}|${OFFICE}))(?:审核|审定)?(?:签发|审签(?!署)|签批|签署|签字)(?=后，?(?:支付|印发|发布|实施|执行|报销|方可|才能))`, "du"), holds: notPast, alone: true },
  { example: "会商纪要由总指挥签发", pattern: new RegExp(`(?<![证照票书条录])由(?<approver>(?:${BODY})??(?:${BODY_END}|${OFFICE}))(?:审核|审定)?(?:签发|审签(?!署)|签批|批印)(?=$|，)`, "du"), holds: notPast, alone: true },
  { example: "须经市财政局局长审签", pattern: new RegExp(`${ASKED}(?:先|事先)?(?:经|由)(?<approver>(?!双方|各方|当事人|本人)${BODY})(?:审签(?!署)|签批)(?=$|，)`, "du"), alone: true },
  { example: "经部门主要负责人签署后印发", pattern: new RegExp(`经(?<approver>(?!双方|各方|当事人|本人)${BODY}(?:${BODY_END}|${OFFICE}))(?:签字|签批|签署|审签(?!署))(?:同意|确认)?后，?(?:方可|才能|再|印发|发布|执行|实施|支付|报销|办理)`, "du"), alone: true },
  { example: "报市长签发", pattern: new RegExp(`${SENT}(?<approver>(?:${BODY})??(?:${BODY_END}|${OFFICE}))(?:签发|审签(?!署)|签批)(?=$|，|后)`, "du"), alone: false },
  { example: "须有业务主管部门的批准", pattern: new RegExp(`${ASKED}有(?<approver>${BODY}${BODY_END})的?(?:书面)?${CONSENT}(?=$|后|，|方可)`, "du"), alone: true },
  { example: "须经市防汛指挥部批准", pattern: new RegExp(`(?:报请|报|提请|呈|商)?请?${BY}(?:过)?(?<approver>${BODY})??(?:的)?${CONSENT}`, "du"), holds: (before, after) => !describes(after) && !past(before, after) && !/(?:是否|有否)$/u.test(before) && (asked(before) || waits(after)), alone: (after) => !/^(?:并|且|，并|可)/u.test(after) },
  { example: "征得带班领导同意", pattern: new RegExp(`(?<!未)征得(?<approver>${BODY})的?(?:书面)?同意`, "du"), holds: (_, after) => !describes(after), alone: (after) => !more(after) },
  { example: "由市水务局商市财政局同意", pattern: new RegExp(`商(?:得|经)?(?<approver>[^业品务场标店贸家会量][^，。；：、\\s]{1,24}?)(?:审查)?(?:同意|(?<=(?:机关|部门|政府|局|厅|部|委)(?:审查)?)批准)`, "du"), holds: (before, after) => !describes(after) && !past(before, after), alone: (after) => !more(after) },
  { example: "报市人民政府批准", pattern: new RegExp(`${SENT}(?<approver>${BODY})?(?:依法|按程序)?${CONSENT}`, "du"), holds: (before, after) => !describes(after) && !past(before, after) && !isTime(after) && !after.startsWith("等") && !/^[^，。；]{0,20}的(?:机关|部门|单位|机构|证明|函)/u.test(after) && !(before.endsWith("、") && after.startsWith("、")), alone: false },
  { example: "须经主管部门审核", pattern: new RegExp(`${ASKED}[^，。；]{0,8}?经(?:过)?(?<approver>${BODY})${REVIEW}(?=$|后|并|，|、(?:确认|批准|登记|备案|同意|认定)|登记|确认|备案|认定)`, "du"), alone: (after) => after === "" },
  { example: "会计任免经成员代表会议通过后", pattern: new RegExp(`(?:${ASKED})?${BY}(?<approver>${BODY}(?:会议|大会|代会))(?:审议|表决|讨论)?(?:通过|确认)(?=$|后)`, "du"), holds: (before, after) => notPast(before, after) && (asked(before) || /应$/u.test(before) || after.startsWith("后")), alone: true },
  { example: "重组方案须债权人会议通过", pattern: new RegExp(`(?<![无毋不])(?:须|需|必须)(?<approver>[^，。；报经由取获征得有通]${BODY}(?:会议|大会|会|代会))(?:审议|表决|讨论)?通过(?=$|后|，|方可)`, "du"), alone: true },
  { example: "逐级报市财政局审核", pattern: new RegExp(`(?:报送|报请|报经|报|提交|(?<!转)送)(?<approver>${BODY}${BODY_END})(?:(?:进行|备案)*${REVIEW}(?=后|并|、(?:确认|批准|登记|备案|同意|认定)|登记|确认|备案|认定)|重新${REVIEW}(?=$|，)|(?<=逐级[^，。；]{2,40})${REVIEW}(?=$|，))`, "du"), holds: (before, after) => !past(before, after), alone: false },
  { example: "经财政部门审核后，方可拨付", pattern: new RegExp(`${BY}(?<approver>${BODY})${REVIEW}(?:后(?!未|仍|不)|，?方可)`, "du"), holds: (before, after) => !past(before, after), alone: true },
  { example: "必须造具清册，经单位领导审定", pattern: new RegExp(`^经(?<approver>${BODY}(?:${BODY_END}|${OFFICE}|领导))(?:审定|审签(?!署))$`, "du"), alone: false, earlier: OUGHT_BEFORE },
  { example: "经审查符合条件的，才能支付", pattern: new RegExp(`^经(?<approver>${BODY}${BODY_END})?(?:审查|审核)(?:符合|合格|属实|无误|通过)[^，。；]{0,16}$`, "du"), alone: false, with: () => "release" },
  { example: "高级管理人员须经中国人民银行审查任职资格", pattern: new RegExp(`${ASKED}经(?<approver>${BODY}${BODY_END})(?:审查|审核|核准)[^，。；的]{0,6}资格(?=$|，|后)`, "du"), alone: true },
  { example: "经财政部门审核，可以补助", pattern: new RegExp(`${NOT_TOLD}${BY}(?<approver>${BODY}${BODY_END})(?:${REVIEW}|评估|认定|检查|考核)(?:评估|认定)?(?:通过|合格|认定|确认|属实|无误)?后?$`, "du"), holds: notPast, alone: false, with: () => "permission" },
  { example: "经村民会议讨论决定，可以筹集", pattern: new RegExp(`${NOT_TOLD}${BY}(?<approver>${BODY}(?:会议|大会|会|${BODY_END}))(?:(?:集体|共同)?(?:研究|讨论|审议))?决定$`, "du"), holds: notPast, alone: false, with: () => "permission" },
  { example: "由任课教师签字方可离开", pattern: new RegExp(`由(?<approver>${BODY}${BODY_END})[^，。；]{0,24}?签字(?:确认|同意)?后?，?(?:方可|才能|才可以?)`, "du"), alone: true },
  { example: "县级人民政府批准后实施", pattern: new RegExp(`^(?![报经由提送呈须需应待])(?<approver>${BODY}${BODY_END})(?:${CONSENT})后，?(?:组织)?(?:公布|发布|印发|实施|施行|执行|生效|办理|开工|建设|使用|发放)`, "du"), alone: true },
  { example: "按程序报批", pattern: /(?:按照?[^，。；]{0,12}?(?:程序|规定|权限)|依法|逐级|一律|均须?|(?<![不无])(?<![不无毋][需须必])[应需须要先])报批(?!稿|件|程序|手续)|[按依]照[^，。；]{1,24}(?<!无须|无需|不再|取消)报批$|(?:[应须]|一律)报备、?审批(?=$|，)|按照?(?:原|规定的?|法定)?(?:审批|批准|报批)(?:程序|权限)(?:审批|报批|办理|批准)|按照?(?!照|下列)[^，。；]{1,30}权限(?:予以|进行|分级|逐级|分别)?(?:审批|批准|核准|许可)(?=$|，|后|并)|重新(?:办理|履行)[^，。；]{0,8}(?:审批|报批)(?:手续|程序)|^(?:并|再)?(?:依法|按规定|[按依]照[^，。；]{0,16}(?:规定|程序))(?:[到向][^，。；]{2,16})?(?:办理|履行|申请办理)[^，。；]{0,10}(?:审批|许可|核准|批准)(?:手续|程序)$/u, holds: (before, after) => !describes(after) && !past(before, after) && !LACKING.test(before), alone: false },
  { example: "实行提前报备审批制度", pattern: /(?:实行|执行|落实)(?:(?!行政|并联|优先|容缺|网上|集中|联合|在线|限时|快速|告知承诺|一站式|许可证)[^，。；的]){0,12}?(?:审批|报批|核准|请示)(?:备案|报备)?(?:制度?|程序|手续|规定|管理(?:制度)?|报备制度)$|(?:实行|执行)(?:严格|提级|逐级|分级|提前|事前|事先|计划|统一|年度|政府|一支笔)*(?:报备)?(?:审批|报批|核准)(?:备案|报备)?制?度?(?=$|、事后)/u, holds: notReformed, alone: false },
  { example: "国家对捕捞业实行捕捞许可制度", pattern: /对[^，。；]{2,60}实行[^，。；的]{0,20}许可证?＊*(?:管理)?制度$|^实行[^，。；的]{0,12}(?:生产|经营|捕捞|采伐|开采|销售|排污)许可证?(?:管理)?制度$/u, alone: false },
  { example: "对焰火燃放活动，实行许可证制度", pattern: /^实行[^，。；的]{0,16}许可证?＊*(?:(?:管理)?制度|管理)$/u, alone: false, earlier: /(?:对[^，。；]{2,60}|货物|产品|活动)，$/u },
  { example: "严格履行外出审批手续", pattern: /^(?:并|要|须|应当?|必须|一律)*(?:严格|认真|从严|依法|按规定|按要求)+(?:(?:履行|执行|落实|办理|遵守|实行)[^，。；的对]{0,12}|[^，。；的对]{2,12})(?:审批|报批|请假|请示|请销假)(?:报备|备案)?(?:程序|手续|制度|规定|要求)$/u, holds: notReformed, alone: false },
  { example: "离开本市须向所在单位请假", pattern: new RegExp(`(?:${ASKED}|一律|均)(?:提前|事先|事前|及时|主动|严格|按规定)*(?:向(?<approver>(?:${BODY})??(?:${BODY_END}|${OFFICE}))|向[^，。；的]{2,20})?(?:提前|事先|事前|书面)?(?<!准予|批准)(?:请假|请销假)(?=$|，|后|并|、?报[备批])`, "du"), holds: notPast, alone: false },
  { example: "未请假不得离岗", pattern: /(?:未|不|没有)(?:经|事先|按规定|履行)?请假(?:的|者|手续)?(?=$|，?(?:一律)?(?:不得|不准|禁止|严禁))/u, alone: false, with: () => "ban" },
  { example: "须履行外出请假手续", pattern: new RegExp(`(?:${ASKED}|一律|均|^[按依]照?[^，。；]{1,16}(?=履行请假))(?:严格|事先|提前|依法|按规定)*(?:履行|办理)[^，。；的]{0,12}(?:请假|报批|审批|请示)[^，。；的]{0,4}(?:程序|手续)?(?:和[^，。；]{1,6})?$`, "u"), holds: (before) => !LACKING.test(before) && notReformed(before), alone: false },
  { example: "要从严审批", pattern: /^(?:[^，。；]{0,12}确需[^，。；]{0,12}[的]?)?(?:(?:要|须|应)?一事一报、)?(?:并|要|须|应当?|必须|一律|均)*(?:严格|从严|提级|逐级|实行|实行提级)(?:会议|活动|外出|离市|出行|聚集性活动|会议活动)?(?:报备)?审批$/u, alone: true },
  { example: "实行一事一批", pattern: /一(?:事|次|案|会|人|车)一(?:批|审)(?=$|、)|^一事一议(?=报)/u, holds: (before) => /(?:实行|坚持|严格|做到|按|、|必须|须|要)$/u.test(before), alone: true },
  { example: "并与捐献人签署知情同意书", pattern: new RegExp(`(?:与|由|取得)(?<approver>${BODY})(?:签署|签订|出具)?的?(?:书面)?知情同意书(?=$|，)`, "du"), alone: false },
  { example: "经市金融局批准开办的其他业务", pattern: new RegExp(`^(?:经)?(?<approver>${BODY}${BODY_END})批准[^，。；的]{0,4}的其[他它][^，。；的]{2,16}$`, "du"), alone: true },
  { example: "未成年人信息应当取得其监护人同意", pattern: /(?<!未|已|曾)(?:取得|获得|得到|征得)(?:其|本人|当事人|他人|对方|权利人)[^，。；]{0,16}?(?:书面|知情|书面知情)?同意(?=$|后)/u, alone: (after) => !more(after) },
  { example: "同意后再外出", pattern: /^(?:批准|同意|审批|核准|获批)后，?再?(?:召开|举办|举行|实施|施行|执行|离开|外出|出行|返回|返岗|返校|进行|开展)/u, alone: true },
  { example: "应当到水务局办理审批手续", pattern: new RegExp(`${ASKED}(?:(?!帮助|协助|指导|引导|方便|代[为替办])[^，。；]){0,30}?(?:报批(?!稿|件|程序|手续)|(?<!加快|加紧|简化|优化|协助|帮助|代为|集中|统一|受理)(?:办理|补办|履行)[^，。；]{0,16}(?:审批|报批|核准|许可|批准)(?:和[^，。；]{1,6}|或者登记|或者备案)?(?:手续|程序)|按照?[^，。；]{1,16}规定进行审批)`, "u"), holds: (before, after) => !describes(after) && !LACKING.test(before) && (!/(?:部门|机关|机构)(?:和单位)?$/u.test(before) || /^(?:举办|设立|成立|开办|新建|设置)/u.test(before)), alone: false },
  { example: "由业务主管部门审核后发布", pattern: new RegExp(`由(?<approver>${BODY})${REVIEW}(?=后(?:发布|公布|印发|下发|实施|施行|执行|办理|发放|报|上报|方可|再|统一)|同意|并报批)`, "du"), alone: (after) => !more(after) },
  { example: "应由单位负责人审核把关", pattern: new RegExp(`${ASKED}[^，。；]{0,8}?由(?<approver>${BODY}${BODY_END})(?:负责|统一)?(?:审核|审查)(?=签发|把关|签字|同意)`, "du"), alone: true },
  { example: "收费标准由市物价局审定", pattern: new RegExp(`由(?<approver>${BODY}${BODY_END})(?:组织|依法|负责|统一|按[^，。；]{1,12}权限)*(?:审定|决议通过|审议通过|讨论通过|审核签发|审核把关)(?=$|并|，)`, "du"), alone: true },
  { example: "大型活动由市公安局实施安全许可", pattern: new RegExp(`由(?<approver>${BODIES})实施[^，。；的]{0,8}许可(?=$|，)`, "du"), alone: true },
  { example: "由市水务局审查批准", pattern: new RegExp(`由(?<approver>${BODIES}(?<!事前|事后|事中|完成|加快|开展|的))(?:负责|依法|予以)*(?:审批|批准|核准|(?<=予以)许可|审查、?批准|审核、?批准|考核、?批准|审查、?同意|审核、?同意|审议批准|复查、?同意|复核、?同意|签字同意|签字批准|签批|审签(?!署))(?!${oneOf(CONSENT_THINGS)})`, "du"), holds: (_, after) => !describes(after), alone: true },
  { example: "按照规定的权限和程序审批", pattern: /按照?(?!照|下列)[^，。；]{0,14}(?:权限和(?:法定)?程序|程序)(?:依法)?(?:予以|进行|分级|逐级|分别)?(?:审批|批准|核准|报批)(?=$|，|后|并)|按照?[^，。；]{0,12}规定(?:审批|申报批准)(?=$|，|后)|应当?(?:依照|按照)[^，。；]{0,12}规定(?:批准|审批)(?=$|，|后)|^[按依]照?[^，。；]{0,16}规定办理[^，。；的]{0,20}(?:审批|报批|核准|许可)手续$/u, holds: notPast, alone: false },
  { example: "目录按程序审核确认后", pattern: /[按依]照?(?:规定)?(?:程序|权限|规定)(?:审核|审查|评审|审议)(?:确认|同意|通过|批准)?后$/u, holds: notPast, alone: false, with: () => "order" },
  { example: "应当提交海事部门的批准文件", pattern: new RegExp(`${ASKED}[^，。；]{0,16}?(?:提交|出示|提供|附具|附送|(?<=须|需|应当|必须)有)(?<approver>[^，。；的]{1,24}?${BODY_END})的?(?:批准|同意|许可|核准)(?:文件|证明|意见|书|证)(?=$|，)`, "du"), holds: notPast, alone: false },
  { example: "须取得生态环境部门许可", pattern: new RegExp(`(?<![无毋不])${ASKED}(?![^，。；]{0,14}(?:选择|公布|委托|聘用|查验))[^，。；未]{0,16}?(?<!后|再|方可)(?:取得|获得|得到|征求并取得|征得|得(?![到以出]))(?<approver>${BODY})?的?(?:书面)?(?:批准|同意|许可|授权|(?<=${BODY_END}的?(?:书面)?)(?<!社会(?:的)?)认可(?!标志|范围|和))(?!${oneOf(CONSENT_THINGS)})`, "du"), holds: (before, after) => !describes(after) && !past(before, after), alone: (after) => !more(after) },
  { example: "获得处置核准后，方可处置", pattern: /(?<!未)(?:得到|获得|取得)[^，。；]{0,20}?(?:核准|批准)后$/u, holds: (before) => !asked(before), alone: false, with: () => "release" },
  { example: "需主管部门同意", pattern: new RegExp(`(?:须|需|必须)(?<approver>(?!立即|及时|依法|撤销|收回|作出|决定|予以|不予|[在于自从])[^，。；报经由取获征得有]${BODY})(?:同意|批准)(?=$|后|方可)`, "du"), alone: true },
  { example: "经市政府同意的，可以通行", pattern: new RegExp(`${NOT_TOLD}${BY}(?:过)?(?<approver>${BODY})??(?:的)?${CONSENT}(?:的|或者?由?[^，。；]{2,12})$`, "du"), holds: notPast, alone: false, with: () => "permission" },
  { example: "税务机关审核批准，准予退还", pattern: new RegExp(`^(?![报经由提送呈须需应待未获取得征])(?<approver>(?:(?!经过?)[^，。；：、\\s]){1,24}?${BODY_END})(?:审核|审查)?(?:批准|审批|同意)$`, "du"), holds: notPast, alone: false, with: () => "order", earlier: APPLIED },
  { example: "并取得市水务局的许可", pattern: new RegExp(`^并?(?:取得|获得|征得)(?<approver>${BODY}${BODY_END})的?(?:书面)?(?:批准|同意|许可)$`, "du"), alone: true },
  { example: "取得采砂许可或者疏浚许可", pattern: /^取得[^，。；]{2,24}许可$/u, alone: true },
  { example: "并经被收集人同意", pattern: new RegExp(`(?<!是否)${NOT_TOLD}${BY}(?:过)?(?<approver>${BODY})??(?:的)?${CONSENT}$`, "du"), holds: notPast, alone: false, with: () => "order" },
  { example: "业务主管单位审查同意后，申请登记", pattern: new RegExp(`^(?:在|${ASKED}?由)?(?!双方|各方|当事人|取得|获得|得到|征得|征求|转[送报交])(?<approver>${BODY}${BODY_END})(?:审查|审核|审议|研究)?(?:同意|批准|核准|(?<=审查|审核|审议|研究)(?:确定|确认|通过))(?:并[^，。；]{1,16}?)?(?:后|的)$`, "du"), holds: (_, after) => after === "", alone: false, with: () => "order" },
  { example: "在依法履行报批手续后", pattern: /依法(?:履行|办理)[^，。；的]{0,10}(?:审批|报批|核准|批准)手续后$/u, alone: false, with: () => "permission" },
  { example: "必须在应急计划批准后", pattern: /(?:必须|应当?|须)在[^，。；]{2,40}(?:批准|审批|核准)后$/u, holds: notPast, alone: false, with: () => "release" },
  { example: "应当事先与市海洋局协商一致", pattern: new RegExp(`${ASKED}(?:事先|事前|先)?(?:与|同|和)(?<approver>${BODY}(?:${BODY_END}|双方))协商一致(?=$|后)`, "du"), alone: true },
  { example: "未经双方协商一致", pattern: new RegExp(`未经?(?:与)?(?<approver>${BODY})协商一致(?=$|的|，)`, "du"), alone: false, with: () => "ban" },
  { example: "被特许人同意的除外", pattern: new RegExp(`^(?<approver>[^，。；经]{2,20}?)(?:书面)?同意的?除外$`, "du"), alone: true },
  { example: "提出申请，获准后", pattern: /^(?:获准|获批)后$/u, alone: false, with: () => "order", earlier: APPLIED },
  { example: "提出申请，同意后方可举行", pattern: /^(?:审查|审核)?(?:批准|同意|核准|审批|报批|许可)(?:之)?后，?(?:方可|才能|才可以?|方能|方准|才准)/u, alone: true },
  { example: "海关同意后方可出库", pattern: new RegExp(`^(?![报经由提送呈须需应待未获取得征])(?<approver>${BODY})(?:${CONSENT})(?:之)?后，?(?:方可|才能|才可以?|方能|方准|才准)`, "du"), holds: notPast, alone: true },
  { example: "取得市水务局同意后", pattern: new RegExp(`(?:取得|获得|征求并取得)(?<approver>${BODY})的?(?:书面)?(?:批准|同意|许可)(?=$|后|，?方可)`, "du"), holds: (before, after) => !/(?:未|已|曾)$/u.test(before) && (after !== "" || /其|本人|当事人|他人/u.test(before + after)), alone: (after) => !more(after) },
];
