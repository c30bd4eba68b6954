/** @jsxImportSource react */
import { momentInWords, useLanguage, useWords } from "#platform/desk-ui";
import { dayInWords, inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { RecordRow, RegisterView } from "../desk-views.ts";
import { FlagChips } from "./flag-chips.tsx";
import { fieldsOf } from "./register-data.ts";

type Props = {
  readonly register: RegisterView; readonly rows: readonly RecordRow[];
  readonly selected: ReadonlyMap<string, RecordRow>; /** Null: nothing can be chosen, as of the past. */ readonly select: ((selected: ReadonlyMap<string, RecordRow>) => void) | null;
};

/** What names a row among those chosen. */
const nameOf = ({ district, id }: RecordRow): string => `${district} ${id}`;

/** Records, one a row; the columns are the pack's. */
export function RecordsTable({ register, rows, selected, select }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const columns = register.columns.map((key) => { const field = fieldsOf(register).find((each) => each.key === key); return { key, name: field === undefined ? key : inLanguage(field.name, language) }; });
  const choose = (row: RecordRow, isChosen: boolean): void => {
    const next = new Map(selected);
    if (isChosen) next.set(nameOf(row), row);
    else next.delete(nameOf(row));
    select?.(next);
  };
  const path = (row: RecordRow): string => `/registers/${register.key}/${row.district}/${row.id}`;
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={say.table}>
      <table className="list">
        <caption className="vh">{inLanguage(register.name, language)}</caption>
        <thead><tr>
          {select === null ? null : <th scope="col" aria-label={say.choose}><label className="choice"><input type="checkbox" aria-label={say.chooseAll} checked={rows.every((row) => selected.has(nameOf(row)))} onChange={(event) => { select(event.target.checked ? new Map(rows.map((row) => [nameOf(row), row])) : new Map()); }} /></label></th>}
          {columns.map(({ key, name }) => <th scope="col" key={key}>{name}</th>)}<th scope="col">{say.flags}</th><th scope="col">{say.confirmed}</th>
        </tr></thead>
        <tbody>{rows.map((row) => {
          const title = inLanguage(row.shown[columns[0]?.key ?? ""] ?? { zh: "", en: "" }, language) || say.unnamed;
          return (
            <tr key={nameOf(row)}>
              {select === null ? null : <td aria-label={say.choose}><label className="choice"><input type="checkbox" aria-label={`${say.choose} ${title}`} checked={selected.has(nameOf(row))} onChange={(event) => { choose(row, event.target.checked); }} /><span className="choose-name">{say.choose}</span></label></td>}
              {columns.map(({ key, name }, at) => (at === 0
                ? <td className="lead" key={key}><Link to={path(row)}>{title}</Link></td>
                : <td data-label={name} key={key}><span>{inLanguage(row.shown[key] ?? { zh: "", en: "" }, language) || <span className="quiet">{say.empty}</span>}</span></td>))}
              <td data-label={say.flags}><FlagChips register={register} flags={row.flags} stale={row.stale} /></td>
              <td data-label={say.confirmed}><span><span className="moment">{momentInWords(row.confirmedAt, language)}</span>{row.dueOn === null ? null : <><br /><span className="quiet">{say.due(dayInWords(row.dueOn.slice(0, 10), language))}</span></>}</span></td>
            </tr>
          );
        })}</tbody>
      </table>
    </div>
  );
}

const words = messages({
  table: { zh: "记录，可以左右滚动", en: "Records, scrolls sideways" }, chooseAll: { zh: "全选列出的", en: "Choose all that are shown" }, choose: { zh: "选", en: "Choose" }, unnamed: { zh: "没有名称", en: "Unnamed" }, empty: { zh: "没填", en: "Empty" }, flags: { zh: "标记", en: "Flags" }, confirmed: { zh: "最后确认", en: "Last confirmed" },
  due: (day: string) => ({ zh: `${day} 前要再看`, en: `see to it by ${day}` }),
});
