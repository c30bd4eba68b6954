/** @jsxImportSource react */
import { inLanguage, messages, type LocalText } from "#platform/i18n";
import type { ReactNode } from "react";
import type { AskedField, FormDraft } from "./asked-field.ts";
import { FieldFault, problemIn } from "./form-problem.tsx";
import { useLanguage, useWords } from "./language.tsx";

type Props = {
  /** Stands before the key in ids, so that two forms may stand on one page. */
  readonly form: string;
  readonly field: AskedField;
  readonly value: string | readonly string[] | undefined;
  readonly change: (value: string | readonly string[]) => void;
  /** What the last try came to; what it says of this field stands beside it. */
  readonly error: unknown;
  readonly districts: readonly { readonly code: string; readonly name: LocalText }[];
  /** What is kept now and is not shown in the control itself, as of an identity number. */
  readonly kept?: string | undefined;
};

/** The questions of a form, one under the other, those that are asked now. The desk takes no files: who has some adds them with the receipt. */
export function FormFields({ fields, draft, change, ...rest }: Omit<Props, "field" | "value" | "change" | "kept"> & { readonly fields: readonly AskedField[]; readonly draft: FormDraft; readonly change: (key: string, value: string | readonly string[]) => void; readonly kept?: Readonly<Record<string, string>> }): ReactNode {
  return fields.filter(({ kind }) => kind !== "files").map((field) => <FormField key={field.key} {...rest} kept={rest.kept?.[field.key]} field={field} value={draft[field.key]} change={(value) => { change(field.key, value); }} />);
}

/** One question: its name, what is to be said about it, its control, and what is wrong with the answer. */
export function FormField(props: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { field, form, error, kept } = props;
  const id = `${form}${field.key}`;
  const label = <>{inLanguage(field.name, language)}{field.required ? null : <span className="quiet plain-weight">{say.optional}</span>}</>;
  const hints = [...(field.hint === null ? [] : [inLanguage(field.hint, language)]), ...useBounds(field), ...(kept === undefined ? [] : [say.kept(kept)])];
  const isWrong = problemIn(error, field.key) !== null;
  const control: ControlProps = { ...props, id, label, about: { "aria-describedby": `${hints.length === 0 ? "" : `${id}-hint `}${id}-error`, ...(isWrong ? { "aria-invalid": true as const } : {}) } };
  const notes = <>{hints.length === 0 ? null : <span className="hint" id={`${id}-hint`}>{hints.join(say.stop)}</span>}<FieldFault id={`${id}-error`} error={error} field={field.key} /></>;
  if (isGroup(field)) return <fieldset id={id} tabIndex={-1} aria-describedby={control.about["aria-describedby"]}><legend>{label}</legend>{notes}<Group {...control} /></fieldset>;
  return <div className="field asked"><label htmlFor={id}>{label}</label>{notes}<Control {...control} /></div>;
}

type ControlProps = Props & { readonly id: string; readonly label: ReactNode; readonly about: { readonly "aria-describedby": string; readonly "aria-invalid"?: true } };

/** Few answers stand side by side, so that all are seen at once; many are chosen from a list. */
const RADIOS_MAX = 6;
const isGroup = (field: AskedField): boolean => field.kind === "yes-no" || field.kind === "choices" || (field.kind === "choice" && field.choices.length <= RADIOS_MAX);

function Group({ field, id, value, change }: ControlProps): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  if (field.kind === "choices") {
    const chosen = typeof value === "object" ? value : [];
    return field.choices.map(({ key, name }) => <label className="choice" key={key}><input type="checkbox" checked={chosen.includes(key)} onChange={(event) => { change(field.choices.map((each) => each.key).filter((each) => (each === key ? event.target.checked : chosen.includes(each)))); }} /><span>{inLanguage(name, language)}</span></label>);
  }
  const answers = field.kind === "choice" ? field.choices.map(({ key, name }) => ({ key, name: inLanguage(name, language) })) : [{ key: "true", name: say.yes }, { key: "false", name: say.no }];
  const all = field.required ? answers : [...answers, { key: "", name: say.notSaid }];
  return <div className="row choices">{all.map(({ key, name }) => <label className="choice" key={key}><input type="radio" name={id} checked={(value ?? "") === key && (key !== "" || value === "")} onChange={() => { change(key); }} /><span>{name}</span></label>)}</div>;
}

function Control({ field, id, value, change, about, districts }: ControlProps): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const text = typeof value === "string" ? value : "";
  const line = { id, value: text, autoComplete: "off", className: "native-input", ...about, onChange: (event: { readonly target: { readonly value: string } }) => { change(event.target.value); } };
  switch (field.kind) {
    case "long-text": return <textarea {...line} className="native-input" rows={4} />;
    case "number": return <span className="row"><input {...line} className="native-input short" inputMode={field.decimals === 0 && (field.min ?? -1) >= 0 ? "numeric" : "decimal"} />{field.unit === null ? null : <span className="quiet">{inLanguage(field.unit, language)}</span>}</span>;
    case "money": return <span className="row"><input {...line} className="native-input short" inputMode="decimal" /><span className="quiet">{say.yuan}</span></span>;
    case "day": return <input {...line} className="native-input short" type="date" />;
    case "moment": return <input {...line} className="native-input short" type="datetime-local" onChange={(event) => { change(event.target.value.slice(0, "2021-01-26T09:00".length)); }} />;
    case "telephone": return <input {...line} className="native-input short" type="tel" />;
    case "choice": return <Select {...{ id, about, change }} value={text} options={field.choices.map(({ key, name }) => ({ key, name }))} />;
    case "district": return <Select {...{ id, about, change }} value={text} options={districts.map(({ code, name }) => ({ key: code, name }))} />;
    case "identity-number": case "hours": case "point": case "text": case "yes-no": case "choices": case "files": return <input {...line} />;
  }
}

function Select({ id, about, value, change, options }: { readonly id: string; readonly about: ControlProps["about"]; readonly value: string; readonly change: (value: string) => void; readonly options: readonly { readonly key: string; readonly name: LocalText }[] }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  return <select className="native" id={id} value={value} {...about} onChange={(event) => { change(event.target.value); }}><option value="">{say.choose}</option>{options.map(({ key, name }) => <option key={key} value={key}>{inLanguage(name, language)}</option>)}</select>;
}

/** What a kind of answer asks of whoever types it. */
function useBounds(field: AskedField): string[] {
  const say = useWords(words);
  switch (field.kind) {
    case "text": case "long-text": return [say.lengthMax(field.lengthMax)];
    case "number": return [...(field.min === null && field.max === null ? [] : [say.between(field.min, field.max)]), ...(field.decimals === 0 ? [] : [say.decimals(field.decimals)])];
    case "money": return field.max === null ? [] : [say.between(0, field.max / 100)];
    case "hours": return [say.hours];
    case "point": return [say.point];
    case "identity-number": return [say.identity];
    case "moment": return [say.chinaTime];
    default: return [];
  }
}

const words = messages({
  optional: { zh: "（可不填）", en: " (optional)" }, stop: { zh: "；", en: "; " }, choose: { zh: "请选择", en: "Choose one" }, yes: { zh: "是", en: "Yes" }, no: { zh: "否", en: "No" }, notSaid: { zh: "没有说", en: "Not said" }, yuan: { zh: "元", en: "yuan" },
  kept: (kept: string) => ({ zh: `已经存着 ${kept}，不改就空着`, en: `Kept: ${kept}; leave this empty to keep it` }),
  lengthMax: (most: number) => ({ zh: `最多 ${most} 个字`, en: `At most ${most} signs` }), decimals: (count: number) => ({ zh: `最多 ${count} 位小数`, en: `at most ${count} decimals` }),
  between: (min: number | null, max: number | null) => (min === null ? { zh: `不大于 ${max}`, en: `At most ${max}` } : max === null ? { zh: `不小于 ${min}`, en: `At least ${min}` } : { zh: `${min} 到 ${max}`, en: `${min} to ${max}` }),
  hours: { zh: "写成“工作日 08:00-17:00；休息日 09:00-12:00”，或“每天 00:00-24:00”", en: "Write them like “工作日 08:00-17:00；休息日 09:00-12:00”, or “每天 00:00-24:00”" }, point: { zh: "纬度和经度，例如 49.2122, 119.7658", en: "Latitude and longitude, such as 49.2122, 119.7658" },
  identity: { zh: "18位；存好以后只看得到末四位", en: "18 signs; once kept, only the last four can be seen" }, chinaTime: { zh: "北京时间", en: "China time" },
});
