/** @jsxImportSource react */
import { Chip, DeskIcon, Panel, useLanguage, useWords, type ChipTone, type DeskIconName } from "#platform/desk-ui";
import { inLanguage, messages, numberInWords } from "#platform/i18n";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { PreviewView } from "../desk-views.ts";
import { ChangesList } from "./changes-list.tsx";

const KINDS = ["wrong", "changed", "new", "same"] as const;
type Kind = (typeof KINDS)[number];
const LOOKS: Readonly<Record<Kind, { readonly tone: ChipTone; readonly icon: DeskIconName }>> = { wrong: { tone: "no", icon: "no" }, changed: { tone: "appr", icon: "half" }, new: { tone: "ok", icon: "ok" }, same: { tone: "idle", icon: "ring" } };

/** What a table would do, row by row; wrong rows first, as they keep the rest from being imported unless they are left out. */
export function ImportPreview({ preview, busy, confirm }: { readonly preview: PreviewView; readonly busy: boolean; readonly confirm: (leaveOutWrong: boolean) => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { counts, columns, missingColumns, shown, rows } = preview;
  const [kind, setKind] = useState<Kind | null>(null);
  const [leaveOut, setLeaveOut] = useState(false);
  const unknown = columns.filter(({ field }) => field === null).map(({ header }) => header);
  const lines = KINDS.flatMap((each) => (kind === null || kind === each ? shown.filter((row) => row.kind === each) : []));
  const right = counts.new + counts.changed;
  const mayImport = right > 0 && (counts.wrong === 0 || leaveOut);
  return (
    <Panel title={say.title} beside={<span className="quiet">{say.rows(numberInWords(rows, language))}</span>}>
      <p role="status" className="vh">{say.counts(counts.new, counts.changed, counts.same, counts.wrong)}</p>
      {unknown.length === 0 ? null : <div className="alert warn"><DeskIcon name="warn" /><div><p>{say.unknown(unknown.join(say.comma))}</p></div></div>}
      {missingColumns.length === 0 ? null : <div className="alert warn after"><DeskIcon name="warn" /><div><p>{say.missing(missingColumns.map((name) => inLanguage(name, language)).join(say.comma))}</p></div></div>}
      <div className="segments after" role="group" aria-label={say.show}>
        <button type="button" aria-pressed={kind === null} onClick={() => { setKind(null); }}>{say.all} {numberInWords(rows, language)}</button>
        {KINDS.map((each) => <button type="button" key={each} aria-pressed={kind === each} onClick={() => { setKind(each); }}><span className={`t-${LOOKS[each].tone}`}><DeskIcon name={LOOKS[each].icon} /></span> {say[each]} {numberInWords(counts[each], language)}</button>)}
      </div>
      {lines.length === 0 ? <p className="empty">{say.none}</p> : <Rows lines={lines} />}
      {shown.length < rows ? <p className="quiet after">{say.first}</p> : null}
      <div className="after">
        {counts.wrong === 0 ? null : <><p className="pending">{say.wrongMeans(counts.wrong)}</p><label className="choice"><input type="checkbox" checked={leaveOut} onChange={(event) => { setLeaveOut(event.target.checked); }} /><span>{say.leaveOut(counts.wrong)}</span></label></>}
        {right === 0 ? <p className="pending">{say.nothingToDo}</p> : null}
        <Button type="primary" disabled={!mayImport} loading={busy} onClick={() => { confirm(leaveOut && counts.wrong > 0); }}>{say.confirm(right)}</Button>
      </div>
    </Panel>
  );
}

function Rows({ lines }: { readonly lines: PreviewView["shown"] }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  return (
    <div className="table-wrap after rows-seen" tabIndex={0} role="region" aria-label={say.table}>
      <table className="list">
        <caption className="vh">{say.table}</caption>
        <thead><tr>{[say.line, say.would, say.record, say.what].map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
        <tbody>{lines.map((row) => (
          <tr key={row.line}>
            <td data-label={say.line}>{row.line}</td>
            <td data-label={say.would}><span><Chip {...LOOKS[row.kind]}>{say[row.kind]}</Chip></span></td>
            <td data-label={say.record} lang="zh-CN">{row.name === "" ? say.unnamed : row.name}</td>
            <td data-label={say.what}>{row.faults.length > 0 ? <ul className="plain">{row.faults.map(({ field, problem, remedy }) => <li key={`${field} ${problem.zh}`}><b>{inLanguage(problem, language)}</b>{say.stop}{inLanguage(remedy, language)}</li>)}</ul> : row.changes.length > 0 ? <ChangesList changes={row.changes} /> : <span className="quiet">{row.kind === "new" ? say.newRecord : say.nothing}</span>}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

const words = messages({
  title: { zh: "会改什么", en: "What it changes" }, rows: (count: string) => ({ zh: `读出 ${count} 行`, en: `${count} rows read` }), counts: (added: number, changed: number, same: number, wrong: number) => ({ zh: `新增 ${added}，要改 ${changed}，没变 ${same}，有错 ${wrong}`, en: `${added} new, ${changed} changed, ${same} as before, ${wrong} wrong` }),
  unknown: (names: string) => ({ zh: `表头里不认得的列，不会导入：${names}`, en: `Columns that are not known and are left out: ${names}` }), missing: (names: string) => ({ zh: `表头里没有这些列：${names}`, en: `Columns that are not in the table: ${names}` }), comma: { zh: "、", en: ", " }, stop: { zh: "。", en: ". " },
  show: { zh: "看哪些行", en: "Which rows" }, all: { zh: "全部", en: "All" }, new: { zh: "新增", en: "New" }, changed: { zh: "要改", en: "Changed" }, same: { zh: "没变", en: "Same" }, wrong: { zh: "有错", en: "Wrong" }, none: { zh: "没有这样的行。", en: "There are no such rows." }, first: { zh: "每种先列 200 行，其余的照样导入。", en: "The first 200 of each kind are listed; the others are imported all the same." },
  table: { zh: "一行一行看，可以左右滚动", en: "Row by row, scrolls sideways" }, line: { zh: "第几行", en: "Row" }, would: { zh: "会怎样", en: "Would be" }, record: { zh: "记录", en: "Record" }, what: { zh: "改什么、错在哪", en: "Changes and faults" }, unnamed: { zh: "没有名称", en: "Unnamed" }, nothing: { zh: "不变", en: "Nothing" }, newRecord: { zh: "新记录", en: "A new record" },
  wrongMeans: (count: number) => ({ zh: `有 ${count} 行有错。改好表格再看一遍，或者先不要这些行。`, en: `${count} rows are wrong. Put the table right and look again, or leave them out.` }), leaveOut: (count: number) => ({ zh: `不要有错的 ${count} 行，其余的导入`, en: `Leave out the ${count} wrong rows and import the others` }), nothingToDo: { zh: "没有要新增、要改的。", en: "There is nothing to add or change." }, confirm: (count: number) => ({ zh: `确认导入 ${count} 条`, en: `Import ${count}` }),
});
