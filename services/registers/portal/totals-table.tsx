/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- on a phone rows are drawn as blocks, and older browsers then forget that this is a table */
import { inLanguage, messages, numberInWords, type Language } from "#platform/i18n";
import { Chip } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { TotalRow } from "../portal-views.ts";

type TotalsProps = { readonly caption: string; readonly totals: readonly TotalRow[]; /** Name of the field that rows are told by, besides the district. */ readonly by: string | null; readonly language: Language };

/** Sums by district as a table; on a phone each row is a card of its own. The roles say what CSS would take away there. */
export function TotalsTable({ caption, totals, by, language }: TotalsProps): VNode {
  const say = words(language);
  if (totals.length === 0) return <section class="card"><h2>{caption}</h2><p>{say.none}</p></section>;
  const sums = namesOf(totals.map((row) => row.sums.map(({ name }) => inLanguage(name, language))));
  const flags = namesOf(totals.map((row) => row.flags.map(({ name }) => inLanguage(name, language))));
  const named = totals.some((row) => row.by !== null);
  return (
    <section class="card">
      <table class="tbl" role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">{[say.district, ...(named ? [by ?? say.kind] : []), say.entries, ...sums, ...flags].map((name, at) => <th scope="col" role="columnheader" class={at > (named ? 1 : 0) ? "r" : undefined}>{name}</th>)}</tr>
        </thead>
        <tbody role="rowgroup">
          {totals.map((row) => (
            <tr role="row">
              <th scope="row" role="rowheader">{inLanguage(row.districtName, language)}</th>
              {named ? <td role="cell" data-name={by ?? say.kind}>{row.by === null ? say.nothing : inLanguage(row.by, language)}</td> : null}
              {row.keptBack ? <td role="cell" colspan={1 + sums.length + flags.length} class="m r">{say.keptBack}</td> : (
                <>
                  <td role="cell" class="r" data-name={say.entries}>{numberInWords(row.entries, language)}</td>
                  {sums.map((name) => <td role="cell" class="r" data-name={name}>{shownOf(row.sums.find((sum) => inLanguage(sum.name, language) === name)?.shown, language) ?? say.nothing}</td>)}
                  {flags.map((name) => <td role="cell" class="r" data-name={name}><Flag flag={row.flags.find((each) => inLanguage(each.name, language) === name)} language={language} /></td>)}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {totals.some(({ keptBack }) => keptBack) ? <p class="s m">{say.why}</p> : null}
    </section>
  );
}

/** How many entries carry a mark; where it is a bad one, with its shape. */
function Flag({ flag, language }: { readonly flag: TotalRow["flags"][number] | undefined; readonly language: Language }): VNode {
  if (flag === undefined || flag.entries === 0) return <>0</>;
  const count = numberInWords(flag.entries, language);
  return flag.bad ? <Chip tone="warn" icon="warn">{count}</Chip> : <>{count}</>;
}

const namesOf = (names: readonly (readonly string[])[]): readonly string[] => [...new Set(names.flat())];
const shownOf = (shown: { readonly zh: string; readonly en: string } | undefined, language: Language): string | null => (shown === undefined ? null : inLanguage(shown, language));

const words = messages({
  district: { zh: "地方", en: "District" }, kind: { zh: "类别", en: "Kind" }, entries: { zh: "条数", en: "Entries" }, nothing: { zh: "—", en: "–" },
  keptBack: { zh: "不到 5 条，不显示", en: "fewer than 5, not shown" }, why: { zh: "不到 5 条的不显示，免得看出是哪一家、哪个人。", en: "Fewer than 5 entries are not shown, so that no body and no person can be made out." },
  none: { zh: "还没有登记。", en: "Nothing is recorded yet." },
});
