import { inLanguage, messages, type Language, type LocalText } from "#platform/i18n";
import type { VNode } from "preact";
import { MixedWords } from "./blocks.tsx";
import { Icon } from "./icon.tsx";

type Named = { readonly key: string; readonly name: LocalText };

/** A question of a form as the page needs it: its words, and what kind of answer it takes. */
export type AskedField = Named & { readonly hint: LocalText | null; readonly required: boolean } & (
  | { readonly kind: "text" | "long-text"; readonly lengthMax: number }
  | { readonly kind: "number"; readonly unit: LocalText | null; readonly decimals: number }
  | { readonly kind: "choice" | "choices"; readonly choices: readonly Named[] }
  | { readonly kind: "files"; readonly most: number }
  | { readonly kind: "money" | "day" | "moment" | "yes-no" | "district" | "telephone" | "identity-number" | "hours" | "point" }
);

/** What a question is drawn from. `id`: of its control, unique on the page; `written`: what was typed before; `error`: what is wrong with that. */
export type FormFieldProps = {
  readonly field: AskedField;
  readonly id: string;
  /** Name it is sent under, where that is not its key. */
  readonly name?: string;
  readonly number?: number | null;
  readonly written: string | readonly string[] | undefined;
  readonly error: string | null;
  readonly districts: readonly { readonly code: string; readonly name: LocalText }[];
  readonly language: Language;
};

/**
 * One question as a native control with its label above, a hint below that, and what is wrong with the answer. Nothing is required by the browser: the form that comes back
 * says what is missing in the reader's language, and keeps what was typed.
 */
export function FormField(props: FormFieldProps): VNode {
  const { field, id, error, number = null, language } = props;
  const label = `${number === null ? "" : `${number}. `}${inLanguage(field.name, language)}${field.required ? "" : words(language).optional}`;
  const hint = hintOf(field, language);
  const about = [hint === "" ? null : `${id}-hint`, error === null ? null : `${id}-error`].filter((each) => each !== null).join(" ");
  const control = { ...props, name: props.name ?? field.key, about: about === "" ? undefined : about };
  const inside = (
    <>
      {hint === "" ? null : <p class="hint" id={`${id}-hint`}>{language === "en" ? <MixedWords text={hint} /> : hint}</p>}
      {error === null ? null : <p class="err" id={`${id}-error`}><Icon name="must-not" />{language === "en" ? <MixedWords text={error} /> : error}</p>}
      {groupOf(field, language) === null ? <Control {...control} /> : <Options {...control} />}
    </>
  );
  const shape = error === null ? undefined : "bad";
  return groupOf(field, language) === null
    ? <div class={shape}><label class="q" for={id}>{label}</label>{inside}</div>
    : <fieldset class={shape} aria-describedby={control.about}><legend class="q">{label}</legend>{inside}</fieldset>;
}

/** Where a link from the error summary leads: the control, or the first of several. */
export function controlId(field: AskedField, id: string): string {
  const options = groupOf(field, "zh-CN");
  return options === null ? id : `${id}-${options[0]?.[0] ?? ""}`;
}

/** More choices than these go in a list that opens. */
const BOXES_MAX = 12;

/** Answers that are shown as boxes; null: the question takes one control. */
function groupOf(field: AskedField, language: Language): readonly (readonly [value: string, label: string])[] | null {
  if (field.kind === "yes-no") return [["true", words(language).yes], ["false", words(language).no]];
  if (field.kind === "choices" || (field.kind === "choice" && field.choices.length <= BOXES_MAX)) return field.choices.map(({ key, name }) => [key, inLanguage(name, language)]);
  return null;
}

type ControlProps = FormFieldProps & { readonly name: string; readonly about: string | undefined };

function Options({ field, id, name, written, language }: ControlProps): VNode {
  const chosen = typeof written === "string" ? [written] : written ?? [];
  return (
    <div class="opts">
      {(groupOf(field, language) ?? []).map(([value, label]) => (
        <label class="opt"><input type={field.kind === "choices" ? "checkbox" : "radio"} id={`${id}-${value}`} name={name} value={value} checked={chosen.includes(value)} />{label}</label>
      ))}
    </div>
  );
}

function Control({ field, id, name, written, error, about, districts, language }: ControlProps): VNode {
  const value = typeof written === "string" ? written : "";
  const every = { id, name, "aria-describedby": about, "aria-invalid": error === null ? undefined : ("true" as const) };
  const say = words(language);
  switch (field.kind) {
    case "long-text": return <textarea {...every} class="few" rows={4}>{value}</textarea>;
    case "number": return <Unit words={field.unit === null ? null : inLanguage(field.unit, language)}><input {...every} value={value} inputmode={field.decimals === 0 ? "numeric" : "decimal"} autocomplete="off" /></Unit>;
    case "money": return <Unit words={say.yuan}><input {...every} value={value} inputmode="decimal" autocomplete="off" /></Unit>;
    case "day": return <input {...every} type="date" value={value} />;
    case "moment": return <input {...every} type="datetime-local" value={value.replace(" ", "T")} />;
    case "district": return <Select {...every} value={value} options={districts.map((each) => [each.code, inLanguage(each.name, language)])} pick={say.pick} />;
    case "choice": return <Select {...every} value={value} options={field.choices.map((each) => [each.key, inLanguage(each.name, language)])} pick={say.pick} />;
    case "telephone": return <input {...every} type="tel" value={value} autocomplete="tel" />;
    case "identity-number": return <input {...every} value={value} autocomplete="off" autocapitalize="characters" spellcheck={false} />;
    case "files": return <input {...every} type="file" multiple={field.most > 1} />;
    case "text": case "hours": case "point": case "yes-no": case "choices": return <input {...every} value={value} autocomplete="off" />;
  }
}

function Unit({ words: unit, children }: { readonly words: string | null; readonly children: VNode }): VNode {
  return unit === null ? children : <div class="unit">{children}<span class="nb">{unit}</span></div>;
}

function Select({ options, value, pick, ...every }: { readonly options: readonly (readonly [value: string, label: string])[]; readonly value: string; readonly pick: string; readonly id: string; readonly name: string }): VNode {
  return <select {...every}><option value="">{pick}</option>{options.map(([key, label]) => <option value={key} selected={key === value}>{label}</option>)}</select>;
}

/** What the question says of itself, and how its kind of answer is written. */
function hintOf(field: AskedField, language: Language): string {
  const own = field.hint === null ? "" : inLanguage(field.hint, language);
  // A hint of the pack's own says enough of days; what is hard to guess is told all the same.
  const way = own !== "" && (field.kind === "day" || field.kind === "moment") ? "" : wayOf(field, language);
  if (own === "" || way === "") return own + way;
  return language === "en" ? `${own.replace(/[^.?!]$/u, "$&.")} ${way}` : own.replace(/[^。？！]$/u, "$&。") + way;
}

function wayOf(field: AskedField, language: Language): string {
  const say = words(language);
  switch (field.kind) {
    case "long-text": return say.most(field.lengthMax);
    case "files": return say.files(field.most);
    case "day": return say.day;
    case "moment": return say.moment;
    case "hours": return say.hours;
    case "point": return say.point;
    case "identity-number": return say.identity;
    case "text": case "number": case "money": case "choice": case "choices": case "yes-no": case "district": case "telephone": return "";
  }
}

const words = messages({
  optional: { zh: "（可以不填）", en: " (optional)" }, yes: { zh: "是", en: "Yes" }, no: { zh: "否", en: "No" }, pick: { zh: "请选择", en: "Please choose" }, yuan: { zh: "元", en: "yuan" },
  most: (count: number) => ({ zh: `最多 ${count} 个字。`, en: `At most ${count} characters.` }),
  files: (count: number) => ({ zh: `照片或者文件，最多 ${count} 个。`, en: count === 1 ? "One picture or document." : `Pictures or documents, at most ${count}.` }),
  day: { zh: "年-月-日", en: "Year-month-day" }, moment: { zh: "年-月-日 时:分", en: "Year-month-day, hour:minute" },
  hours: { zh: "例如：工作日 08:00-17:00；休息日 09:00-12:00。", en: "In Chinese; every day from 8 to 17 is 每天 08:00-17:00." },
  point: { zh: "纬度, 经度，例如 49.2122, 119.7658。", en: "Latitude, longitude, such as 49.2122, 119.7658." },
  identity: { zh: "18 位，最后一位可能是 X。", en: "18 characters; the last one may be X." },
});
