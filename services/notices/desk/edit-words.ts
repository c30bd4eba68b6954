import { messages, type Language } from "#platform/i18n";
import type { DraftCorrection } from "../draft/index.ts";
import { orderWords } from "./order-words.ts";

const PARTICULARS = ["approver", "condition", "exception", "deadline"] as const;

/** What an edit changed: `必须 → 鼓励`, `谁来做 → 各乡镇`; for an added duty its strength. */
export function editInWords({ modality, change }: DraftCorrection, language: Language): string {
  const [say, order] = [words(language), orderWords(language)];
  if (change.kind === "remove") return say.removed;
  if (change.kind === "split") return say.split(change.before);
  if (change.kind === "merge") return say.merged(change.with);
  if (change.kind === "add") return say.added(order[change.modality]);
  return [
    ...(change.modality === undefined ? [] : [modality === undefined ? say.becomes(order.strength, order[change.modality]) : say.becomes(order[modality], order[change.modality])]),
    ...(change.actors === undefined ? [] : [say.becomes(order.actors, change.actors.length === 0 ? say.nothing : change.actors.join(say.comma))]),
    ...PARTICULARS.flatMap((name) => { const now = change[name]; return now === undefined ? [] : [say.becomes(order[name], now ?? say.nothing)]; }),
  ].join(say.stop);
}

const words = messages({
  becomes: (what: string, now: string) => ({ zh: `${what} → ${now}`, en: `${what} → ${now}` }),
  nothing: { zh: "（去掉）", en: "(taken away)" },
  removed: { zh: "不是任务，去掉了", en: "No duty, taken away" },
  split: (before: string) => ({ zh: `从“${before}”起拆成两项`, en: `Split in two at “${before}”` }),
  merged: (quote: string) => ({ zh: `和“${quote}”并成一项`, en: `Joined with “${quote}”` }),
  added: (strength: string) => ({ zh: `加了一项：${strength}`, en: `Added: ${strength}` }),
  comma: { zh: "、", en: ", " },
  stop: { zh: "；", en: "; " },
});
