import { messages, type Language } from "#platform/i18n";
import { clauseLabel } from "../clause-label.ts";

/** What residents' pages call the place a path of the reading names: `一` is `第一条`, `Clause 1`; `一/2` its second item; a number used again says so. */
export function placeInWords(path: string, language: Language): string {
  const say = words(language);
  const steps = path.split("/");
  const attachment = steps[0]?.startsWith("附件") === true ? steps.shift() : undefined;
  const [first, ...inside] = steps;
  const own = first === undefined ? [] : [stepInWords(first, (number) => clauseLabel(number, language), language), ...inside.map((step) => stepInWords(step, say.item, language))];
  return [...(attachment === undefined ? [] : [say.attachment(attachment.slice("附件".length))]), own.join(say.between)].filter((part) => part !== "").join(" ");
}

function stepInWords(step: string, named: (number: string) => string, language: Language): string {
  const say = words(language);
  if (step === "preamble" || step === "closing" || step === "body") return say[step];
  const [number = "", times] = step.split("~");
  return times === undefined ? named(number) : say.again(named(number), times);
}

const words = messages({
  preamble: { zh: "开头", en: "Opening" }, closing: { zh: "结尾", en: "Closing" }, body: { zh: "正文", en: "Text" },
  item: (number: string) => ({ zh: `第${number}项`, en: `item ${number}` }),
  between: { zh: "", en: ", " },
  again: (name: string, times: string) => ({ zh: `${name}（第${times}处）`, en: `${name} (no. ${times})` }),
  attachment: (number: string) => ({ zh: `附件${number}`, en: `Attachment ${number}`.trim() }),
});
