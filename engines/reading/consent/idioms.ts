import type { Approval } from "./approval.ts";

/** A set phrase for a consent, which has no parts to read. */
type Idiom = { readonly example: string; readonly pattern: RegExp; readonly alone: boolean; readonly with: Approval["with"] };

/** Set phrases, tried before the parts. A group named `approver` names who consents. */
export const IDIOMS: readonly Idiom[] = [
  { example: "不得未批先建", pattern: /(?<=(?:不得|不准|严禁|禁止)[^，。；为向给]{0,8})未[批审]先[^，。；批审](?![^，。；]{0,4}(?:项目|的))/du, alone: false, with: "ban" },
  { example: "先审批、后建设", pattern: /先(?:审批|报批|批准|核准|审核|审|批)，?、?[再后](?=[^，。；、])/du, alone: true, with: null },
  { example: "实行一事一批", pattern: /(?<=(?:实行|坚持|严格|做到|按|、|必须|须|要))一(?:事|次|案|会|人|车)一(?:批|审)(?=$|、)|(?<=^|须|要)一事一议(?=报)/du, alone: true, with: null },
  { example: "要从严审批", pattern: /^(?!.*(?:不再|不要求|无需|取消|不得|不准|严禁|禁止))(?:[^，。；]{0,12}确需[^，。；]{0,12}的?)?(?:(?:要|须|应)?一事一报、)?(?:并|要|须|应当?|必须|一律|均)*(?:严格|从严|提级|逐级|实行|实行提级)(?:会议|活动|外出|离市|出行|聚集性活动|会议活动)?(?:报备)?审批(?:报备|备案)?$|^(?!.*(?:不再|不要求|无需|取消|不得|不准|严禁|禁止|由))[^，。；的]{2,16}(?:从严|提级|逐级)审批(?:报备|备案)?$|确需[^，。；]{0,12}的[按依]照?[^，。；]{2,40}(?:要求|原则)，?(?:从严|严格)审批$/du, alone: true, with: null },
  { example: "以市物价局批准为准", pattern: /以(?<approver>[^，。；的]{2,24}?)(?:批准|审批|核准|批复)(?:的)?为准$/du, alone: true, with: null },
  { example: "采购实行一支笔审批", pattern: /^(?!.*(?:不|无需|无须|取消|停止|禁止|防止|变相|改为|并联|网上))[^，。；]*实行(?:(?:[^，。；的]{2,10})?(?:分级|逐级|提级|升级|严格|从严))?(?:审批|核准)$|(?<!不再)(?:实行|执行)(?:严格|提级|逐级|分级|提前|事前|事先|计划|统一|年度|政府|一支笔)+(?:报备)?(?:审批|报批|核准)(?:备案|报备)?(?=$|、事后)/du, alone: false, with: null },
  { example: "须请示上级后办理", pattern: /(?:(?<![无毋不])(?:须|需|必须|应当?|要)|先)(?:先|事先|及时)?请示(?<approver>[^，。；]{2,20}?)?(?<!同意|批准)后(?=再|办理|处理|实施|执行|方可)/du, alone: true, with: null },
  { example: "本人申请、单位审核、属地审批", pattern: /^(?!.*(?:推行|优化|实现|简化|取消|精简|压缩|负责|受理|网上|线上))[^，。；]*?(?<!经[^，。；]{0,12})申请(?:、[^，。；、的]{1,16}(?:推荐|审核|审查|初审|同意|把关|评议|公示)){0,4}、(?<approver>[^，。；、的]{1,16}?)(?:签字)?(?:审批|批准|核准|同意)$/du, alone: false, with: null },
  { example: "应当按照原审批程序办理", pattern: /按照?[^，。；]{0,8}?(?:审批|批准|报批)(?:程序|权限)(?:审批|报批|办理|批准|进行|执行)/du, alone: false, with: null },
];
