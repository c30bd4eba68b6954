/** @jsxImportSource react */
import { momentInWords, useLanguage, useWords } from "#platform/desk-ui";
import { dayInWords, inLanguage, messages, numberInWords } from "#platform/i18n";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { BodyHeadcount, HeadcountList } from "../headcount/index.ts";
import { reasonsInWords } from "./reasons-in-words.ts";

/** Every body of the own districts with the headcount that counts; `again` begins its next one. */
export function BodiesTable({ list, again }: { readonly list: HeadcountList; readonly again: (body: BodyHeadcount) => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { bodies, names, kinds, districts, reasons } = list;
  if (bodies.length === 0) return <p className="empty">{say.none}</p>;
  const nameIn = (among: readonly { readonly name: { zh: string; en: string } }[], at: number, key: string) => inLanguage(among[at]?.name ?? { zh: key, en: key }, language);
  return (
    <>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={say.table}>
        <table className="list">
          <thead><tr>{[say.body, say.day, say.total, say.staying, say.leaving, say.filed, say.do].map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
          <tbody>{bodies.map((each) => (
            <tr key={`${each.district} ${each.body}`}>
              <td className="lead"><b>{each.body}</b><br /><span className="quiet">{nameIn(kinds, kinds.findIndex(({ key }) => key === each.kind), each.kind)}{districts.length === 1 ? "" : ` · ${nameIn(districts, districts.findIndex(({ code }) => code === each.district), each.district)}`}</span></td>
              <td data-label={say.day}><span className="moment">{dayInWords(each.day, language)}</span></td>
              <td data-label={say.total}><span>{numberInWords(each.total, language)}{each.total === 0 ? <><br /><span className="quiet">{say.notCounted}</span></> : null}</span></td>
              <td data-label={say.staying}>{numberInWords(each.staying, language)}</td>
              <td data-label={say.leaving}><span>{numberInWords(each.leaving, language)}{each.leaving === 0 ? null : <><br /><span className="quiet">{reasonsInWords(each.reasons, reasons, language)}</span></>}</span></td>
              <td data-label={say.filed}><span>{names[each.filedBy] ?? each.filedBy}<br /><span className="moment quiet">{momentInWords(each.filedAt, language)}{each.filings > 1 ? ` · ${say.filings(each.filings)}` : ""}</span></span></td>
              <td><Button size="small" aria-label={`${say.again} ${each.body}`} onClick={() => { again(each); }}>{say.again}</Button></td>
            </tr>
          ))}</tbody>
        </table>
      </div>
      <p className="pad quiet">{say.wrongName}</p>
    </>
  );
}

const words = messages({
  none: { zh: "还没有单位报过。填好上面的表，报第一个。", en: "No body has filed yet. Fill in the form above to file the first." }, table: { zh: "报过的单位，可以左右滚动", en: "Bodies that have filed, scrolls sideways" },
  body: { zh: "单位", en: "Body" }, day: { zh: "哪一天", en: "Day" }, total: { zh: "总人数", en: "In all" }, staying: { zh: "留下", en: "Staying" }, leaving: { zh: "离开", en: "Leaving" },
  filed: { zh: "谁报的", en: "Filed by" }, filings: (count: number) => ({ zh: `共报 ${count} 次`, en: `${count} filings` }), do: { zh: "操作", en: "Action" }, again: { zh: "再报", en: "File again" }, notCounted: { zh: "不计入", en: "not counted" },
  wrongName: { zh: "单位名称写错了，就给这个名称把所有人数都报成 0，它就不再计入。", en: "Where a name was wrong, file 0 everywhere under it: it is not counted any more." },
});
