import { inLanguage, messages, minuteInWords, type LocalText } from "#platform/i18n";
import { Card, ErrorSummary, errorTitle, href, Icon, Page, Telephone, type FieldError, type PageContext } from "#platform/portal-ui";
import { clauseLabel } from "#services/notices";
import type { VNode } from "preact";
import type { RegisterPageView } from "../portal-views.ts";
import { ListFilter } from "./list-filter.tsx";
import { ListEntries } from "./list-entries.tsx";
import { OwnEntries, ownErrors, OwnForm } from "./own-entries.tsx";
import { Places } from "./places.tsx";
import { clauseOfPath, LISTS_PATH } from "./register-paths.ts";
import { TotalsTable } from "./totals-table.tsx";

/** What a register's page is drawn from; `help`: where somebody goes whose entry is not right, such as the page of requests. */
export type RegisterPageProps = RegisterPageView & { readonly help?: { readonly path: string; readonly name: LocalText } | null };

/** A register as residents see it: places with what is open now, entries, sums, or one's own entries. */
export function RegisterPage({ register, asked, districts, at, nearFault, places, list, totals, own, opensNext = null, more, help = null, ...context }: PageContext & RegisterPageProps): VNode {
  const { site, view } = context;
  const { language } = view;
  const { type } = register;
  const say = words(language);
  const title = inLanguage(type.name, language);
  const errors: FieldError[] = [...(nearFault === null ? [] : [{ fieldId: "near", problem: inLanguage(nearFault.problem, language), remedy: inLanguage(nearFault.remedy, language) }]), ...(own === null ? [] : ownErrors(register, own.faults, language))];
  const filter = { register, asked, districts, nearFault, view };
  const sums = totals === null ? null : <TotalsTable caption={own === null ? say.byDistrict : say.totals} totals={totals} by={byName(register, language)} language={language} />;
  return (
    <Page {...context} title={errors.length > 0 ? errorTitle(title, language) : title} crumbs={[{ label: say.home, path: "/" }, { label: say.lists, path: LISTS_PATH }]}>
      <div><h1>{title}</h1><p class="lead m">{inLanguage(type.about, language)}</p></div>
      <div class={sums !== null && own === null ? "stack" : "cols plain"}>
        <div class="stack">
          <ErrorSummary errors={errors} language={language} />
          {places === null && list === null ? null : <ListFilter {...filter} />}
          {places === null ? null : <Places {...{ register, places, asked, districts, at, opensNext, more, site, view }} />}
          {list === null ? null : <ListEntries list={list} asked={asked} districts={districts} more={more} language={language} />}
          {own === null ? null : <><OwnForm register={register} own={own} view={view} /><OwnEntries register={register} own={own} help={help} helpline={site.helpline.value} view={view} /></>}
          {sums}
        </div>
        <div class="stack">
          <Ground register={register} at={at} view={view} />
          <Card title={say.call}><p class="m">{say.callHint}</p><p><Telephone number={site.helpline.value} large /></p></Card>
        </div>
      </div>
    </Page>
  );
}

/** Name of the field that sums are told by. */
function byName({ type }: RegisterPageView["register"], language: PageContext["view"]["language"]): string | null {
  const by = type.public?.kind === "totals" ? type.public.by : type.public?.kind === "own" ? type.public.totals?.by ?? null : null;
  const field = type.fields.find(({ key }) => key === by);
  return field === undefined ? null : inLanguage(field.name, language);
}

/** The clause that asks for the register, how fresh it is to be, and as of when it is shown. */
function Ground({ register: { type, clause }, at, view }: { readonly register: RegisterPageView["register"]; readonly at: string; readonly view: PageContext["view"] }): VNode {
  const { language } = view;
  const say = words(language);
  return (
    <Card title={say.ground}>
      {clause === null ? <p>{say.gone}</p> : <p><a class="go" href={href(clauseOfPath(clause), view)}>{clauseLabel(clause.number, language)} · {inLanguage(clause.title, language)}<Icon name="forward" /></a></p>}
      {type.freshness?.kind === "every" ? <p class="s m">{say.fresh(type.freshness.hours)}{inLanguage(type.freshness.source, language)}</p> : null}
      <p class="s m">{say.asOf(minuteInWords(new Date(at), language))}</p>
    </Card>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" }, lists: { zh: "查一查", en: "Look it up" }, totals: { zh: "各地合计", en: "Sums by district" }, byDistrict: { zh: "各地", en: "By district" },
  ground: { zh: "依据", en: "What it rests on" }, gone: { zh: "现行的通知里已经没有这一条。", en: "The notice in force no longer has this clause." },
  fresh: (hours: number) => (hours % 24 === 0 ? { zh: `每 ${hours / 24} 天要确认一次。依据：`, en: hours === 24 ? "To be confirmed every day. Ground: " : `To be confirmed every ${hours / 24} days. Ground: ` } : { zh: `每 ${hours} 小时要确认一次。依据：`, en: `To be confirmed every ${hours} hours. Ground: ` }), asOf: (moment: string) => ({ zh: `截至 ${moment}`, en: `As of ${moment}` }),
  call: { zh: "打电话也能问", en: "By telephone just as well" }, callHint: { zh: "不会查、查不到，都可以打。", en: "If it is hard to find, or not there." },
});
