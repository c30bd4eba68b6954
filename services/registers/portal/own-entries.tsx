import type { Field, FieldFault } from "#engines/forms";
import { inLanguage, messages, minuteInWords, type Language, type LocalText } from "#platform/i18n";
import { Chip, Facts, FormField, href, MixedWords, Telephone, type FieldError, type View } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { OwnEntry, PublicRegister, RegisterPageView } from "../portal-views.ts";
import { registerPath } from "./register-paths.ts";

type Own = NonNullable<RegisterPageView["own"]>;

/** Name and identity number, sent in the body: neither stands in an address, and the number is not shown again. */
export function OwnForm({ register, own, view }: { readonly register: PublicRegister; readonly own: Own; readonly view: View }): VNode {
  const { language } = view;
  const say = words(language);
  const error = (field: "person" | "identity"): string | null => {
    const fault = own.faults.find((each) => fieldOf(each.field, register) === field);
    return fault === undefined ? null : inLanguage(fault.problem, language);
  };
  return (
    <form class="card noprint" method="post" action={href(registerPath(register), view)} enctype="multipart/form-data">
      <FormField field={PERSON} id="person" written={own.person} error={error("person")} districts={[]} language={language} />
      <FormField field={IDENTITY} id="identity" written="" error={error("identity")} districts={[]} language={language} />
      <p class="s m">{say.privacy}</p>
      <p><button class="btn wide">{say.look}</button></p>
    </form>
  );
}

/** What is wrong with them, for the box above. */
export function ownErrors(register: PublicRegister, faults: readonly FieldFault[], language: Language): FieldError[] {
  return faults.map(({ field, problem, remedy }) => ({ fieldId: fieldOf(field, register), problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) }));
}

type OwnEntriesProps = { readonly register: PublicRegister; readonly own: Own; readonly help: { readonly path: string; readonly name: LocalText } | null; readonly helpline: string; readonly view: View };

/** What is recorded of the person, one card an entry, and what to do when it is not right; nothing before anything was asked. */
export function OwnEntries({ register, own, help, helpline, view }: OwnEntriesProps): VNode | null {
  if (own.entries === null) return null;
  const say = words(view.language);
  return (
    <>
      <h2 id="found">{own.entries.length === 0 ? say.nothing : say.found(own.entries.length)}</h2>
      {own.entries.map((entry) => <Entry entry={entry} register={register} language={view.language} />)}
      <section class="card">
        <h2>{own.entries.length === 0 ? say.notThere : say.notRight}</h2>
        <p>{own.entries.length === 0 ? say.notThereHelp : say.notRightHelp}</p>
        <p class="row">{help === null ? null : <a class="btn" href={href(help.path, view)}>{inLanguage(help.name, view.language)}</a>}<Telephone number={helpline} large /></p>
      </section>
    </>
  );
}

/** Sums of money large, everything else in pairs below. */
function Entry({ entry, register, language }: { readonly entry: OwnEntry; readonly register: PublicRegister; readonly language: Language }): VNode {
  const say = words(language);
  const isMoney = (name: LocalText): boolean => register.type.fields.some((field) => field.kind === "money" && field.name.zh === name.zh);
  const head = entry.facts.find(({ name }) => register.type.fields.some((field) => HEADS.has(field.kind) && field.name.zh === name.zh));
  const money = entry.facts.filter(({ name }) => isMoney(name));
  const rest = entry.facts.filter((fact) => fact !== head && !money.includes(fact));
  return (
    <article class="card">
      <div class="row sp"><h3>{head === undefined ? inLanguage(register.type.name, language) : <MixedWords text={inLanguage(head.shown, language)} />}</h3>{entry.flags.map(({ name, bad }) => <Chip tone={bad ? "warn" : "ok"} icon={bad ? "warn" : "check"}>{inLanguage(name, language)}</Chip>)}</div>
      {money.length === 0 ? null : <dl class="figs">{money.map(({ name, shown }) => <div><dt class="s m">{inLanguage(name, language)}</dt><dd class="big">{inLanguage(shown, language)}</dd></div>)}</dl>}
      <Facts facts={[...rest.map(({ name, shown }): [string, VNode] => [inLanguage(name, language), <b><MixedWords text={inLanguage(shown, language)} /></b>]), [say.district, inLanguage(entry.districtName, language)]]} />
      <p class="s m">{say.recorded(minuteInWords(new Date(entry.recordedAt), language))}</p>
    </article>
  );
}

/** Kinds of fields that may name an entry. */
const HEADS: ReadonlySet<Field["kind"]> = new Set(["choice", "text"]);

/** Faults name the field of the page or of the register. */
const fieldOf = (field: string, { type }: PublicRegister): "person" | "identity" => (field === "person" || (type.public?.kind === "own" && field === type.public.person) ? "person" : "identity");

const PERSON = { key: "person", kind: "text", lengthMax: 80, required: true, name: { zh: "姓名", en: "Name" }, hint: { zh: "身份证上的名字", en: "In Chinese, as on the identity card" } } as const;
const IDENTITY = { key: "identity", kind: "identity-number", required: true, name: { zh: "身份证号码", en: "Identity number" }, hint: null } as const;

const words = messages({
  privacy: { zh: "名字和号码只用来查这一次，不留在网址里，也不留在这台设备上。", en: "Name and number serve this one look-up; neither stays in an address or on this device." }, look: { zh: "查我的", en: "Look up mine" },
  found: (count: number) => ({ zh: `查到 ${count} 条`, en: count === 1 ? "1 entry" : `${count} entries` }), nothing: { zh: "没有查到", en: "Nothing was found" },
  notThere: { zh: "觉得应该有？", en: "Should there be one?" }, notThereHelp: { zh: "先核对名字和号码；还是没有，就告诉我们，有人去查。", en: "Check name and number first; if it is still missing, tell us and somebody looks." },
  notRight: { zh: "和实际不一样？", en: "Is it not right?" }, notRightHelp: { zh: "可以反映，有人去查。", en: "Tell us, and somebody looks." },
  district: { zh: "地方", en: "District" }, recorded: (moment: string) => ({ zh: `${moment} 登记`, en: `recorded ${moment}` }),
});
