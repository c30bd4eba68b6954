import { checkForm, type Field, type Words } from "#engines/forms";
import type { CaseMove, CaseState, CaseType } from "./case-type.ts";
import { checkPaths } from "./check-paths.ts";
import { fault, type TypeFault } from "./type-fault.ts";

/** Everything that is wrong with a type of cases: with none of it a case can always go on, somebody owns it by a deadline, and every state is told in words. Never throws. */
export function checkCaseType(type: CaseType): readonly TypeFault[] {
  return [
    ...formFaults(type.form, ["form"]), ...type.moves.flatMap(({ form }, at) => formFaults(form, ["moves", at, "form"])),
    ...repeatedKeys(type.states, "states"), ...repeatedKeys(type.moves, "moves"),
    ...bindingFaults(type), ...matchFaults(type),
    ...type.states.flatMap((state, at) => stateFaults(type, state, at)), ...type.moves.flatMap((move, at) => moveFaults(type, move, at)),
    ...checkPaths(type),
  ];
}

function formFaults(form: CaseType["form"], path: readonly PropertyKey[]): readonly TypeFault[] {
  return checkForm(form).map(({ at, part, problem, remedy }) => ({ path: [...path, at, part], problem, remedy }));
}

function repeatedKeys(among: readonly { readonly key: string }[], where: string): readonly TypeFault[] {
  return among.flatMap(({ key }, at) => (among.findIndex((each) => each.key === key) < at ? [fault([where, at, "key"], `“${key}”重复`, `"${key}" is used twice`, "改成另一个名字", "give it another key")] : []));
}

function bindingFaults({ form, district, title }: CaseType): readonly TypeFault[] {
  const isSure = (field: Field | undefined): field is Field => field !== undefined && field.required && field.onlyIf === null;
  const [ofDistrict, ofTitle] = [district, title].map((key) => form.find((field) => field.key === key));
  return [
    ...(isSure(ofDistrict) && ofDistrict.kind === "district" && ofDistrict.privacy === "open" ? [] : [fault(["district"], "没有这样一问：地方，必答，无条件，不是个人信息", "the form has no such question of kind district that is required, unconditional and not personal", "写表里地方那一问的名字，并写 required: true", "name the form's district question and let it be required")]),
    ...(isSure(ofTitle) && ofTitle.privacy === "open" && ofTitle.kind !== "files" && ofTitle.kind !== "identity-number" && ofTitle.kind !== "telephone" ? [] : [fault(["title"], "没有这样一问：必答，无条件，不是个人信息", "the form has no such question that is required, unconditional and not personal", "写一问能放进列表里的，并写 required: true", "name a question that may stand in lists, and let it be required")]),
  ];
}

function matchFaults({ match, form, moves }: CaseType): readonly TypeFault[] {
  if (match === null) return moves.flatMap((move, at) => (move.match === null ? [] : [fault(["moves", at, "match"], "没有写查哪个登记", "it is not said which register is looked up", "在 match 里写登记的名字", "name the register under match")]));
  return match.on.flatMap(({ field }, at) => (form.some(({ key }) => key === field) ? [] : [fault(["match", "on", at, "field"], "表里没有这一问", "the form has no such question", "写表里一问的名字", "name a question of the form")]));
}

function stateFaults({ moves }: CaseType, state: CaseState, at: number): readonly TypeFault[] {
  const { key, name, deadline, final, owner } = state;
  const here = (part: string, ...words: Four): TypeFault => fault(["states", at, part], ...words);
  const exits = moves.filter(({ from }) => from.includes(key));
  const then = deadline?.then;
  const byClock = then?.kind === "move" ? moves.find((move) => move.key === then.move) : undefined;
  return [
    ...(isWorded(name) ? [] : [here("name", "状态没有名称", "the state has no name", "写中文和英文", "write it in Chinese and English")]),
    ...(isWorded(state.public) ? [] : [here("public", "没有写给群众看的话", "there are no words for the public", "写中文和英文", "write them in Chinese and English")]),
    ...(final && exits.length > 0 ? [here("final", "办结了还有下一步", "a final state has a way out", "去掉 final，或者去掉从这里出发的步骤", "take away final, or the moves from here")] : []),
    ...(final && deadline !== null ? [here("deadline", "办结了还有期限", "a final state has a deadline", "去掉期限", "take the deadline away")] : []),
    ...(!final && deadline === null ? [here("deadline", "没有期限，可能没有人管", "without a deadline nobody may see to it", "写期限和来源", "write a deadline with its source")] : []),
    ...(then?.kind === "move" && (byClock === undefined || byClock.by !== "clock" || !byClock.from.includes(key)) ? [here("deadline", "到期要走的一步不存在，或者不由时钟从这里走", "the deadline's move is not there, or not one that the clock makes from here", "写一步 by: clock、from 包括这个状态的", "name a move by the clock from this state")] : []),
    ...(deadline?.warnBefore != null && deadline.warnBefore.unit === deadline.within.unit && deadline.warnBefore.count >= deadline.within.count ? [here("deadline", "提醒比期限还长", "the warning is as long as the deadline", "把 warnBefore 写短", "shorten warnBefore")] : []),
    ...(!final && deadline !== null && owner === "applicant" && then?.kind !== "move" ? [here("deadline", "等申请人的状态，到期要有下一步", "a state that waits for the applicant needs a move when its time is over", "写 then: { move: … }", "write then: { move: … }")] : []),
  ];
}

function moveFaults({ states, moves, form }: CaseType, move: CaseMove, at: number): readonly TypeFault[] {
  const here = (part: string, ...words: Four): TypeFault => fault(["moves", at, part], ...words);
  const target = states.find(({ key }) => key === move.to);
  const answered: readonly Field[] = [...form, ...moves.flatMap((each) => each.form)];
  const asked = move.onlyIf === null ? undefined : answered.find(({ key }) => key === move.onlyIf?.field);
  const possible: readonly (string | boolean)[] = asked?.kind === "yes-no" ? [true, false] : asked?.kind === "choice" || asked?.kind === "choices" ? asked.choices.map(({ key }) => key) : [];
  const afterwards = moves.filter(({ from, by }) => from.includes(move.to) && by !== "applicant" && by !== "clock");
  const byOthers = target?.owner === "city-officers" || (afterwards.length > 0 && afterwards.every(({ by, notBy }) => by === "another-officer" || by === "city-officer" || notBy.length > 0));
  return [
    ...(isWorded(move.name) ? [] : [here("name", "步骤没有名称", "the move has no name", "写中文和英文", "write it in Chinese and English")]),
    ...move.from.flatMap((key, place) => (states.some((state) => state.key === key) ? [] : [fault(["moves", at, "from", place], "没有这个状态", "there is no such state", "写 states 里的名字", "name one of the states")])),
    ...(target === undefined ? [here("to", "没有这个状态", "there is no such state", "写 states 里的名字", "name one of the states")] : []),
    ...move.notBy.flatMap((key, place) => (moves.some((each) => each.key === key) ? [] : [fault(["moves", at, "notBy", place], "没有这一步", "there is no such move", "写 moves 里的名字", "name one of the moves")])),
    ...(move.notBy.length > 0 && (move.by === "applicant" || move.by === "clock") ? [here("notBy", "这一步不由工作人员办", "no officer makes this move", "去掉 notBy", "take notBy away")] : []),
    ...(move.by === "another-officer" && move.notBy.length === 0 ? [here("notBy", "没有写不能由办过哪一步的人办", "it is not said whose moves keep them from making this one", "在 notBy 里写步骤的名字", "name moves under notBy")] : []),
    ...(target?.tone === "no" && move.by !== "applicant" && move.by !== "clock" && move.reason !== "required" ? [here("reason", "不同意要写理由", "a refusal gives its reason", "写 reason: required", "write reason: required")] : []),
    ...(move.onlyIf !== null && (move.onlyIf.is.length === 0 || move.onlyIf.is.some((each) => !possible.includes(each))) ? [here("onlyIf", "条件里的一问或答案不存在", "the condition names a question or an answer that is not there", "写一道选择题或是非题，和它的选项", "name a choice or a yes-no question and answers of it")] : []),
    ...(move.by === "clock" && (move.form.length > 0 || move.reason === "required" || move.match !== null || move.within !== null) ? [here("by", "时钟不能填表、写理由、查登记，也没有期限", "the clock answers no form, gives no reason, looks up no record and has no time of its own", "去掉这些，或者改由人来办", "take these away, or let people make the move")] : []),
    ...(move.kind !== null && move.by !== "applicant" ? [here("kind", "撤回、异议、申诉都由申请人提出", "withdrawing, contesting and appealing are the applicant's", "写 by: applicant", "write by: applicant")] : []),
    ...((move.kind === "contest" || move.kind === "appeal") && move.within === null ? [here("within", "没有写多久以内可以提出", "it is not said how long this may be done", "写期限和来源", "write how long, with its source")] : []),
    ...(move.kind === "appeal" && target !== undefined && !byOthers ? [here("to", "申诉以后还由原来的人办", "an appeal comes to those who decided before", "让市里办，或者让后面的步骤由另一个人办", "let it be the city's, or the next moves another officer's")] : []),
    ...(move.by === "applicant" && move.form.some(({ kind }) => kind === "files") ? [here("form", "申请人的这一步不能传文件", "an applicant's move takes no files", "去掉传文件的一问；补充材料时可以传", "take the question for files away; they may be sent as a supplement")] : []),
    ...(move.by !== "applicant" && move.form.some(({ kind }) => kind === "files") ? [here("form", "工作人员的步骤不能传文件", "an officer's move takes no files", "去掉传文件的一问；在记录里写明文件在哪里", "take the question for files away; a note may say where they are")] : []),
    ...ownNameFaults(move, at),
  ];
}

/** Questions of the applicant's move come beside what the page itself sends under these names. */
function ownNameFaults(move: CaseMove, at: number): readonly TypeFault[] {
  if (move.by !== "applicant") return [];
  return move.form.flatMap(({ key }, place) => (OF_THE_PAGE.has(key) ? [fault(["moves", at, "form", place, "key"], `“${key}”是页面自己用的名字`, `"${key}" is a name that the page itself uses`, "改成另一个名字", "give it another key")] : []));
}
const OF_THE_PAGE = new Set(["number", "secret", "move", "reason", "revision", "commandKey", "text", "files", "satisfied", "comment"]);

type Four = readonly [problemZh: string, problemEn: string, remedyZh: string, remedyEn: string];
const isWorded = ({ zh, en }: Words): boolean => zh.trim() !== "" && en.trim() !== "";
