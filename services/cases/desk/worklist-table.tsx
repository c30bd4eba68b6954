/** @jsxImportSource react */
import { DeskIcon, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { inLanguage, messages, numberInWords } from "#platform/i18n";
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { ChaseItem, WorklistItem } from "../desk-views.ts";
import { BUCKET_LOOKS } from "./bucket-looks.ts";
import { useDistrictName } from "./case-districts.ts";
import { ClauseOf } from "./clause-of.tsx";
import { DueChip } from "./due-chip.tsx";
import type { WorklistGroup } from "./group-worklist.ts";
import { aroundOf } from "./list-around.ts";

type Props = { readonly groups: readonly WorklistGroup[]; readonly now: string; readonly names: Readonly<Record<string, string>>; readonly closed: boolean };

/** Cases and records by their deadlines, worst first; what is to be done next is one press away. */
export function WorklistTable({ groups, now, names, closed }: Props): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const around = aroundOf(groups.flatMap(({ lines }) => lines.flatMap((line) => (line.kind === "case" ? [line.item] : []))));
  const heads = [say.left, say.item, say.clause, say.district, say.state, say.do];
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={say.table}>
      <table className="list worklist">
        <caption className="vh">{say.table}</caption>
        <thead><tr>{heads.map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
        {groups.map(({ bucket, lines, total }) => {
          const looks = BUCKET_LOOKS[closed ? "done" : bucket];
          return (
            <tbody key={bucket}>
              <tr className="group"><th scope="rowgroup" colSpan={heads.length}><span className={`t-${looks.tone}`}><DeskIcon name={looks.icon} /> <b>{closed ? say.closed : inLanguage(looks.name, language)}</b></span> <span className="quiet">{say.count(numberInWords(total, language), total > lines.length ? lines.length : null)}{bucket === "overdue" && lines.some((line) => line.kind === "case" && line.item.escalated) ? say.toCity : ""}</span></th></tr>
              {lines.map((line) => (line.kind === "case"
                ? <CaseLine key={`${line.item.district} ${line.item.number}`} item={line.item} now={now} names={names} around={around} closed={closed} />
                : <ChaseLine key={`${line.chase.register} ${line.chase.district} ${line.chase.flag?.key ?? ""}`} chase={line.chase} now={now} />))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

function CaseLine({ item, now, names, around, closed }: { readonly item: WorklistItem; readonly around: unknown; readonly closed: boolean } & Pick<Props, "now" | "names">): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { session } = useSession();
  const navigate = useNavigate();
  const path = `/cases/${item.district}/${item.number}`;
  // Named by the move where there is one way on; where there are several, none of them is put into anybody's mouth.
  const button = item.next !== null ? inLanguage(item.next, language) : closed || item.bucket === "waiting" ? say.open : say.handle;
  const beside = [...(item.escalated ? [say.escalated] : []), ...(item.nudges === 0 ? [] : [say.nudged(item.nudges)]), ...(item.assignee === null ? [] : [item.assignee === session.personId ? say.inMyHands : say.inHands(names[item.assignee] ?? item.assignee)])];
  return (
    <tr>
      <td><DueChip dueAt={item.dueAt} bucket={closed ? null : item.bucket} now={now} /></td>
      <td className="lead"><Link to={path} state={around} lang="zh-CN">{item.title}</Link><br /><span className="quiet">{inLanguage(item.typeName, language)} <span className="moment">{item.number}</span></span></td>
      <td data-label={say.clause}><span className="moment"><ClauseOf notice={item.notice} clause={item.clause} /></span></td>
      <td data-label={say.district}><DistrictName code={item.district} /></td>
      <td data-label={say.state}><span>{inLanguage(item.stateName, language)}{beside.length === 0 ? null : <><br /><span className="quiet">{beside.join(say.comma)}</span></>}</span></td>
      <td><Button type={item.bucket === "overdue" && !closed ? "primary" : "default"} aria-label={`${button} ${item.title}`} onClick={() => { void navigate(path, { state: around }); }}>{button}</Button></td>
    </tr>
  );
}

function ChaseLine({ chase, now }: { readonly chase: ChaseItem; readonly now: string }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const path = `/registers/${chase.register}?${new URLSearchParams({ district: chase.district, ...(chase.flag === null ? { stale: "1" } : { flag: chase.flag.key }) }).toString()}`;
  const name = inLanguage(chase.registerName, language);
  return (
    <tr>
      <td><DueChip dueAt={chase.dueAt} bucket={chase.bucket} now={now} /></td>
      <td className="lead"><Link to={path}>{chase.flag === null ? say.chase(name, chase.count) : say.flagged(name, inLanguage(chase.flag.name, language), chase.count)}</Link><br /><span className="quiet">{say.register}</span></td>
      <td data-label={say.clause}><span className="moment"><ClauseOf notice={chase.notice} clause={chase.clause} /></span></td>
      <td data-label={say.district}><DistrictName code={chase.district} /></td>
      <td data-label={say.state}>{chase.flag === null ? say.toConfirm : inLanguage(chase.flag.name, language)}</td>
      <td><Button type={chase.bucket === "overdue" ? "primary" : "default"} aria-label={`${chase.flag === null ? say.confirm : say.look} ${name}`} onClick={() => { void navigate(path); }}>{chase.flag === null ? say.confirm : say.look}</Button></td>
    </tr>
  );
}

function DistrictName({ code }: { readonly code: string }): ReactNode {
  return <span>{useDistrictName(code)}</span>;
}

const words = messages({
  look: { zh: "去看", en: "Look" }, flagged: (register: string, flag: string, count: number) => ({ zh: `${register}：${flag}（${count} 条）`, en: `${register}: ${flag} (${count})` }),
  table: { zh: "待办清单，可以左右滚动", en: "Worklist, scrolls sideways" }, left: { zh: "剩余时间", en: "Time left" }, item: { zh: "事项", en: "Item" }, clause: { zh: "条款", en: "Clause" }, district: { zh: "地方", en: "District" }, state: { zh: "状态", en: "State" }, do: { zh: "办理", en: "Action" },
  closed: { zh: "办结的", en: "Closed" }, count: (total: string, shown: number | null) => (shown === null ? { zh: `${total} 件`, en: total } : { zh: `${total} 件，先列 ${shown} 件`, en: `${total}, ${shown} shown` }), toCity: { zh: " · 超时的已经报市里督办", en: " · the city is told of those escalated" },
  open: { zh: "打开", en: "Open" }, handle: { zh: "办理", en: "Handle" }, escalated: { zh: "市里督办", en: "Supervised by the city" }, nudged: (count: number) => ({ zh: `催过 ${count} 次`, en: count === 1 ? "hurried once" : `hurried ${count} times` }), inMyHands: { zh: "我在办", en: "in my hands" }, inHands: (name: string) => ({ zh: `${name}在办`, en: `in the hands of ${name}` }), comma: { zh: "，", en: ", " },
  chase: (name: string, count: number) => ({ zh: `${name}：${count} 条要确认`, en: `${name}: ${count} to confirm` }), register: { zh: "台账", en: "Register" }, toConfirm: { zh: "等确认", en: "To be confirmed" }, confirm: { zh: "去确认", en: "Confirm" },
});
