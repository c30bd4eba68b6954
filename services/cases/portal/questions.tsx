import { inLanguage, messages, type Language, type LocalText } from "#platform/i18n";
import { controlId, FormField, type FieldError } from "#platform/portal-ui";
import type { Field, FieldFault, Form } from "#engines/forms";
import type { VNode } from "preact";
import type { WrittenForm } from "../portal-views.ts";

/** Districts of the city, by code. */
export type DistrictNames = readonly { readonly code: string; readonly name: LocalText }[];

type QuestionsProps = {
  readonly form: Form;
  /** Begins the ids of all controls, so that several forms fit on a page. */
  readonly prefix: string;
  readonly numbered: boolean;
  readonly texts: WrittenForm["texts"];
  readonly faults: readonly FieldFault[];
  readonly districts: DistrictNames;
  readonly language: Language;
};

/**
 * The questions of a form, numbered. One that is asked only after a certain answer stands below the question it hangs on and says after which answer; a script may hide it until
 * then, and without script it is simply left empty.
 */
export function Questions(props: QuestionsProps): VNode {
  const first = props.form.filter((field) => hangsOn(field, props.form) === null);
  return <>{first.map((field, at) => <Question {...props} field={field} number={props.numbered ? at + 1 : null} />)}</>;
}

/** How many of them are numbered. */
export function questionCount(form: Form): number {
  return form.filter((field) => hangsOn(field, form) === null).length;
}

/** What is wrong, as the box above the form tells it: each line leads to its question. */
export function questionErrors(form: Form, prefix: string, faults: readonly FieldFault[], language: Language): FieldError[] {
  return faults.flatMap((fault) => {
    const field = form.find(({ key }) => key === fault.field);
    return field === undefined ? [] : [{ fieldId: controlId(field, idOf(prefix, field)), problem: inLanguage(fault.problem, language), remedy: inLanguage(fault.remedy, language) }];
  });
}

const idOf = (prefix: string, { key }: Pick<Field, "key">): string => `${prefix}-${key}`;

/** The earlier question it hangs on. */
function hangsOn({ onlyIf }: Field, form: Form): Field | null {
  return onlyIf === null ? null : form.find(({ key }) => key === onlyIf.field) ?? null;
}

function Question({ field, number, ...rest }: QuestionsProps & { readonly field: Field; readonly number: number | null }): VNode {
  const { form, prefix, texts, faults, districts, language } = rest;
  const fault = faults.find((each) => each.field === field.key);
  const follow = form.filter((each) => each.onlyIf?.field === field.key);
  return (
    <div>
      <FormField {...{ field, districts, language, number }} id={idOf(prefix, field)} written={texts[field.key]} error={fault === undefined ? null : inLanguage(fault.problem, language)} />
      {follow.map((each) => (
        <div class="then" data-if={field.key} data-is={each.onlyIf?.is.join(" ")}>
          <p class="hint">{words(language).onlyIf(answersInWords(field, each.onlyIf?.is ?? [], language))}</p>
          <Question {...rest} field={each} number={null} />
        </div>
      ))}
    </div>
  );
}

function answersInWords(field: Field, is: readonly (string | boolean)[], language: Language): string {
  const say = words(language);
  const named = (value: string | boolean): string => {
    if (typeof value === "boolean") return value ? say.yes : say.no;
    const choice = "choices" in field ? field.choices.find(({ key }) => key === value) : undefined;
    return choice === undefined ? value : inLanguage(choice.name, language);
  };
  return is.map((value) => say.quoted(named(value))).join(say.or);
}

const words = messages({
  yes: { zh: "是", en: "Yes" }, no: { zh: "否", en: "No" },
  quoted: (answer: string) => ({ zh: `“${answer}”`, en: `"${answer}"` }), or: { zh: "或者", en: " or " },
  onlyIf: (answers: string) => ({ zh: `上面选了${answers}的，再答这一问：`, en: `Only if you answered ${answers} above:` }),
});
