import type { FieldFault } from "#engines/forms";
import { inLanguage, messages, type Language } from "#platform/i18n";
import { Icon, type FieldError } from "#platform/portal-ui";
import type { VNode } from "preact";

type ReceiptFieldsProps = { readonly number: string; readonly faults: readonly FieldFault[]; readonly language: Language };

/** The two fields that open a request: what the receipt says. */
export function ReceiptFields({ number, faults, language }: ReceiptFieldsProps): VNode {
  const say = words(language);
  const error = (id: "number" | "secret"): string | null => {
    const fault = faults.find(({ field: at }) => fieldOf(at) === id);
    return fault === undefined ? null : inLanguage(fault.problem, language);
  };
  const field = (id: "number" | "secret", value: string): VNode => (
    <div class={error(id) === null ? undefined : "bad"}>
      <label class="q" for={id}>{say[id]}</label>
      <p class="hint" id={`${id}-hint`}>{say[`${id}Hint`]}</p>
      {error(id) === null ? null : <p class="err" id={`${id}-error`}><Icon name="must-not" />{error(id)}</p>}
      <input id={id} name={id} value={value} autocomplete="off" autocapitalize="none" spellcheck={false} aria-describedby={error(id) === null ? `${id}-hint` : `${id}-hint ${id}-error`} aria-invalid={error(id) === null ? undefined : "true"} />
    </div>
  );
  return <>{field("number", number)}{field("secret", "")}</>;
}

/** What is about neither is told at the number. */
const fieldOf = (field: string): "number" | "secret" => (field === "secret" ? "secret" : "number");

/** What is wrong with them, for the box above the form. */
export function receiptErrors(faults: readonly FieldFault[], language: Language): FieldError[] {
  return faults.map(({ field, problem, remedy }) => ({ fieldId: fieldOf(field), problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) }));
}

const words = messages({
  number: { zh: "受理号", en: "Number" }, numberHint: { zh: "收到时给您的号码，照着写", en: "As you were given it" },
  secret: { zh: "查询码", en: "Code" }, secretHint: { zh: "和受理号一起给您的，大写小写都行", en: "Given to you with the number; capitals or small letters" },
});
