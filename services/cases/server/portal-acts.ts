import { type FieldFault, readAnswers } from "#engines/forms";
import type { LocalText } from "#platform/i18n";
import { KEY_USED } from "#platform/release";
import type { StatusTold } from "../portal-views.ts";
import type { LoadedCase } from "./case-record.ts";
import type { CaseService } from "./case-service.ts";
import type { Changed } from "./change-case.ts";
import { type SentForm, textIn, writtenTexts } from "./portal-form.ts";

/** What the applicant may do on the status page. */
export type ActName = "supplement" | "nudge" | "rate" | "move";
type Act = { readonly name: ActName; readonly sent: SentForm; readonly loaded: LoadedCase; /** The case that this one was merged into. */ readonly goesOnIn: LoadedCase | null; readonly commandKey: string };

/** Does what the applicant asks for and tells what came of it, or what was wrong, with what was typed. The receipt was seen before. */
export async function actOn(service: CaseService, act: Act): Promise<StatusTold> {
  switch (act.name) {
    case "supplement": return supplement(service, act);
    case "nudge": return told(act, await service.nudge(on(act)), NUDGED);
    case "rate": return rate(service, act);
    case "move": return move(service, act);
  }
}

async function supplement(service: CaseService, act: Act): Promise<StatusTold> {
  const text = textIn(act.sent, "text").trim();
  const { files, fileTooLarge } = act.sent;
  const faults = [...(text === "" && files.length === 0 && !fileTooLarge ? [{ field: "text", ...EMPTY }] : []), ...tooLong("text", text, WORDS_MAX), ...wrongFiles(act.sent)];
  if (faults.length > 0) return wrong(act, faults);
  return told(act, await service.supplement(on(act), text, files), SUPPLEMENTED);
}

async function rate(service: CaseService, act: Act): Promise<StatusTold> {
  const [given, text] = [textIn(act.sent, "satisfied"), (textIn(act.sent, "comment") || textIn(act.sent, "text")).trim()];
  const faults = [...(given === "true" || given === "false" ? [] : [{ field: "satisfied", ...NOT_SAID }]), ...tooLong("comment", text, COMMENT_MAX)];
  return faults.length > 0 ? wrong(act, faults) : told(act, await service.rate(on(act), given === "true", text === "" ? null : text), THANKS);
}

async function move(service: CaseService, act: Act): Promise<StatusTold> {
  const { sent, loaded, goesOnIn } = act;
  const key = textIn(sent, "move");
  // Of the type, not of what is offered now: sent a second time, it is read the same.
  const asked = (goesOnIn ?? loaded).type.moves.find((each) => each.key === key && each.by === "applicant");
  const reason = textIn(sent, "reason").trim();
  const { answers, faults } = readAnswers(asked?.form ?? [], sent.texts, service.parts.form);
  const all = [...faults, ...tooLong("reason", reason, WORDS_MAX), ...wrongFiles(sent)];
  if (all.length > 0) return wrong(act, all);
  let revision = Number(textIn(sent, "revision"));
  if (sent.files.length > 0) {
    // Files that answer what was asked for come first, so that whoever reads the answer has them.
    const added = await service.supplement({ ...on(act), commandKey: `${act.commandKey}-files` }, "", sent.files);
    if (added.kind !== "done") return told(act, added, SUPPLEMENTED, "files");
    if (revision === added.revision - 1) revision = added.revision;
  }
  const where = goesOnIn === null ? {} : { district: goesOnIn.kept.district, number: goesOnIn.kept.number };
  return told(act, await service.move({ ...on(act), ...where, revision: Number.isSafeInteger(revision) ? revision : 0 }, { kind: "applicant" }, { move: key, answers, reason: reason === "" ? null : reason, record: null, ...(goesOnIn === null ? {} : { mergedFrom: { district: loaded.kept.district, number: loaded.kept.number } }) }), MOVED);
}

function told(act: Act, outcome: Changed, done: LocalText, field: string = act.name): StatusTold {
  switch (outcome.kind) {
    case "done": return { done, faults: [], texts: {} };
    case "wrong": return wrong(act, outcome.faults);
    case "refused": return wrong(act, [{ field, problem: outcome.refusal.problem, remedy: outcome.refusal.remedy }]);
    case "changed": return wrong(act, [{ field: "revision", ...CHANGED }]);
    case "key-used": return wrong(act, [{ field: "commandKey", problem: KEY_USED.problem, remedy: KEY_USED.remedy }]);
    case "missing": return wrong(act, [{ field: "number", ...CHANGED }]);
  }
}

const on = ({ loaded: { kept: { district, number } }, commandKey }: Act) => ({ district, number, commandKey });
const wrong = ({ sent }: Act, faults: readonly FieldFault[]): StatusTold => ({ done: null, faults, texts: writtenTexts(sent) });
const wrongFiles = ({ files, fileTooLarge }: SentForm): readonly FieldFault[] => [...(fileTooLarge ? [{ field: "files", ...TOO_LARGE }] : []), ...(files.length > FILES_MAX ? [{ field: "files", ...TOO_MANY }] : [])];
const tooLong = (field: string, text: string, most: number): readonly FieldFault[] => ([...text].length <= most ? [] : [{ field, problem: { zh: `超过 ${most} 个字`, en: `More than ${most} signs` }, remedy: { zh: "写短一些。", en: "Make it shorter." } }]);
const [WORDS_MAX, COMMENT_MAX, FILES_MAX] = [1_000, 500, 3];

type Said = { readonly problem: LocalText; readonly remedy: LocalText };
const SUPPLEMENTED: LocalText = { zh: "补充的收到了。", en: "What you added has been received." };
const NUDGED: LocalText = { zh: "催办收到了，办理的人看得到。", en: "They have been asked to hurry." };
const THANKS: LocalText = { zh: "评价收到了，谢谢。", en: "Your rating has been received. Thank you." };
const MOVED: LocalText = { zh: "收到了。", en: "It has been received." };
const EMPTY: Said = { problem: { zh: "没有写内容，也没有选文件", en: "There are neither words nor files" }, remedy: { zh: "写几句，或者选照片、文件。", en: "Write something, or choose pictures or documents." } };
const TOO_LARGE: Said = { problem: { zh: "文件超过 12 MB", en: "A file is over 12 MB" }, remedy: { zh: "缩小以后再传。", en: "Make it smaller and choose it again." } };
const TOO_MANY: Said = { problem: { zh: `一次最多 ${FILES_MAX} 个文件`, en: `At most ${FILES_MAX} files at a time` }, remedy: { zh: "分几次补充。", en: "Add the others another time." } };
const NOT_SAID: Said = { problem: { zh: "没有选满意还是不满意", en: "It is not said whether you are satisfied" }, remedy: { zh: "选一项。", en: "Choose one." } };
const CHANGED: Said = { problem: { zh: "这件事刚刚有了变化", en: "Something has just happened to this request" }, remedy: { zh: "看看下面的进度，需要的话再办一次。", en: "See below how it stands, and do it again if it is still needed." } };
