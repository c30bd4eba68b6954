/** @jsxImportSource react */
import { Panel, useWords } from "#platform/desk-ui";
import { MODALITIES, type Modality } from "#engines/reading";
import { messages } from "#platform/i18n";
import { Button, Input } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { DraftCorrection, DraftView } from "../draft/index.ts";
import type { DutyWords } from "../notice.ts";

type Order = DraftView["orders"][number];
type OrdersProps = {
  readonly orders: readonly Order[];
  readonly corrections: readonly DraftCorrection[];
  readonly editable: boolean;
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  readonly correct: (correction: DraftCorrection) => void;
  readonly undo: (index: number) => void;
  /** Plain words kept for an order; null while its clause has no key. */
  readonly plainOf: (order: Order) => DutyWords | null;
  readonly describe: (order: Order, plain: DutyWords) => void;
};

/** What was read, clause by clause; every row can be put right by the notice's own words. */
export function OrdersPanel({ orders, corrections, editable, chosen, choose, correct, undo, plainOf, describe }: OrdersProps): ReactNode {
  const say = useWords(words);
  const groups = [...Map.groupBy(orders, ({ clause }) => clause)];
  return (
    <div className="stack">
      {groups.map(([clause, own]) => (
        <Panel key={clause} title={say.clause(say.part(clause), own.length)} flush>
          <ul className="orders">{own.map((order) => {
            const following = own[own.indexOf(order) + 1];
            return <OrderRow key={order.id} {...{ order, editable, choose, correct, plainOf, describe }} following={following} open={chosen === order.id} />;
          })}</ul>
        </Panel>
      ))}
      {groups.length === 0 ? <p className="empty">{say.none}</p> : null}
      {editable ? <AddOrder orders={orders} correct={correct} /> : null}
      {corrections.length === 0 ? null : (
        <Panel title={say.made(corrections.length)} flush>
          <ol className="orders">{corrections.map((correction, index) => (
            <li key={`${index} ${correction.quote}`}><span>{say.kind(correction.change.kind)} <q lang="zh-CN">{correction.change.kind === "add" ? correction.change.excerpt : correction.quote}</q></span>{editable ? <Button size="small" aria-label={`${say.undo} ${index + 1}`} onClick={() => { undo(index); }}>{say.undo}</Button> : null}</li>
          ))}</ol>
        </Panel>
      )}
    </div>
  );
}

function OrderRow({ order, following, editable, open, choose, correct, plainOf, describe }: Pick<OrdersProps, "editable" | "choose" | "correct" | "plainOf" | "describe"> & { readonly order: Order; readonly following: Order | undefined; readonly open: boolean }): ReactNode {
  const say = useWords(words);
  return (
    <li className={open ? "open" : ""} id={`order-${order.id}`}>
      <button type="button" className="order-head" aria-expanded={open} onClick={() => { choose(order.id); }}>
        <span className={`strength ${order.modality}`}>{say[order.modality]}</span><span lang="zh-CN">{order.quote}</span>
      </button>
      {open ? <><OrderForm key={JSON.stringify(order)} {...{ order, following, editable, correct }} /><PlainWords key={order.id} plain={plainOf(order)} actors={order.actors} editable={editable} change={(plain) => { describe(order, plain); }} /></> : null}
    </li>
  );
}

const PARTICULARS = ["approver", "condition", "exception", "deadline"] as const;

function OrderForm({ order, following, editable, correct }: { readonly order: Order; readonly following: Order | undefined; readonly editable: boolean; readonly correct: OrdersProps["correct"] }): ReactNode {
  const say = useWords(words);
  const [modality, setModality] = useState<Modality>(order.modality);
  const [actors, setActors] = useState(order.actors.join("、"));
  const [particulars, setParticulars] = useState(() => Object.fromEntries(PARTICULARS.map((name) => [name, order[name] ?? ""])) as Record<(typeof PARTICULARS)[number], string>);
  const [before, setBefore] = useState("");
  const meant = { quote: order.quote, modality: order.modality };
  function submit(event: FormEvent): void {
    event.preventDefault();
    const names = actors.split(/[、，,\n]/u).map((name) => name.trim()).filter((name) => name !== "");
    const changed = PARTICULARS.flatMap((name) => ((order[name] ?? "") === particulars[name].trim() ? [] : [[name, particulars[name].trim() === "" ? null : particulars[name].trim()] as const]));
    const change = {
      kind: "set" as const, ...(modality === order.modality ? {} : { modality }), ...(names.join("、") === order.actors.join("、") ? {} : { actors: names }), ...Object.fromEntries(changed),
    };
    if (Object.keys(change).length > 1) correct({ ...meant, change });
  }
  return (
    <form className="order-form" onSubmit={submit}>
      <fieldset disabled={!editable}>
        <legend className="vh">{say.change}</legend>
        <div className="field"><label htmlFor="o-modality">{say.strength}</label><select id="o-modality" className="native" value={modality} onChange={(event) => { setModality(MODALITIES.find((each) => each === event.target.value) ?? order.modality); }}>{MODALITIES.map((each) => <option key={each} value={each}>{say[each]}</option>)}</select></div>
        <div className="field"><label htmlFor="o-actors">{say.actors}</label><span className="hint" id="o-actors-hint">{order.actorsInferred ? say.inferred : say.actorsHint}</span><Input id="o-actors" lang="zh-CN" value={actors} onChange={(event) => { setActors(event.target.value); }} aria-describedby="o-actors-hint" /></div>
        {PARTICULARS.map((name) => <div className="field" key={name}><label htmlFor={`o-${name}`}>{say[name]}</label><Input id={`o-${name}`} lang="zh-CN" value={particulars[name]} onChange={(event) => { setParticulars({ ...particulars, [name]: event.target.value }); }} /></div>)}
        {editable ? (
          <>
            <p className="row"><Button type="primary" htmlType="submit">{say.apply}</Button><Button onClick={() => { correct({ ...meant, change: { kind: "remove" } }); }}>{say.remove}</Button>
              {following === undefined ? null : <Button onClick={() => { correct({ ...meant, change: { kind: "merge", with: following.quote } }); }}>{say.merge}</Button>}</p>
            <div className="field"><label htmlFor="o-before">{say.splitLabel}</label><span className="row"><Input id="o-before" lang="zh-CN" style={{ width: 220 }} value={before} onChange={(event) => { setBefore(event.target.value); }} /><Button disabled={before.trim() === ""} onClick={() => { correct({ ...meant, change: { kind: "split", before: before.trim() } }); }}>{say.split}</Button></span></div>
          </>
        ) : null}
      </fieldset>
    </form>
  );
}

/** What residents read instead of the official words. */
function PlainWords({ plain, actors, editable, change }: { readonly plain: DutyWords | null; readonly actors: readonly string[]; readonly editable: boolean; readonly change: (plain: DutyWords) => void }): ReactNode {
  const say = useWords(words);
  if (plain === null) return <p className="quiet">{say.plainLater}</p>;
  return (
    <fieldset disabled={!editable}>
      <legend>{say.plain}</legend>
      {(["zh", "en"] as const).map((tongue) => <div className="field" key={tongue}><label htmlFor={`o-plain-${tongue}`}>{say[`plain-${tongue}`]}</label><Input id={`o-plain-${tongue}`} lang={tongue === "zh" ? "zh-CN" : "en"} maxLength={4000} value={plain[tongue]} onChange={(event) => { change({ ...plain, [tongue]: event.target.value }); }} /></div>)}
      {actors.length === 0 ? null : <EnglishActors plain={plain} actors={actors} change={change} />}
      <p className="quiet">{say.plainMeans}</p>
    </fieldset>
  );
}

/** Who acts, for readers of English: as many names as the notice has. */
function EnglishActors({ plain, actors, change }: { readonly plain: DutyWords; readonly actors: readonly string[]; readonly change: (plain: DutyWords) => void }): ReactNode {
  const say = useWords(words);
  // As typed: what is kept has no blanks and no empty names, and would move under the writer's hands.
  const [typed, setTyped] = useState((plain.actors ?? []).join("; "));
  return (
    <div className="field"><label htmlFor="o-plain-actors">{say.plainActors}</label><span className="hint" id="o-plain-actors-hint">{say.plainActorsHint(actors.length)}<span lang="zh-CN">{actors.join("、")}</span></span>
      <Input id="o-plain-actors" lang="en" maxLength={2000} value={typed} aria-describedby="o-plain-actors-hint" onChange={(event) => {
        setTyped(event.target.value);
        change({ ...plain, actors: event.target.value.split(/[;；]/u).map((name) => name.trim()).filter((name) => name !== "") });
      }} /></div>
  );
}

/** An order the reader did not see, by the notice's own words. */
function AddOrder({ orders, correct }: Pick<OrdersProps, "orders" | "correct">): ReactNode {
  const say = useWords(words);
  const [excerpt, setExcerpt] = useState("");
  const [modality, setModality] = useState<Modality>("must");
  function submit(event: FormEvent): void {
    event.preventDefault();
    const words = excerpt.trim();
    if (words === "") return;
    const beside = orders.find(({ quote }) => quote.includes(words));
    correct({ quote: beside?.quote ?? words, ...(beside === undefined ? {} : { modality: beside.modality }), change: { kind: "add", excerpt: words, modality } });
    setExcerpt("");
  }
  return (
    <Panel title={say.addTitle}>
      <form onSubmit={submit}>
        <div className="field"><label htmlFor="add-excerpt">{say.addExcerpt}</label><Input.TextArea id="add-excerpt" rows={2} lang="zh-CN" value={excerpt} onChange={(event) => { setExcerpt(event.target.value); }} /></div>
        <p className="row"><label htmlFor="add-modality">{say.strength}</label><select id="add-modality" className="native" value={modality} onChange={(event) => { setModality(MODALITIES.find((each) => each === event.target.value) ?? "must"); }}>{MODALITIES.map((each) => <option key={each} value={each}>{say[each]}</option>)}</select><Button htmlType="submit">{say.addButton}</Button></p>
      </form>
    </Panel>
  );
}

const words = messages({
  must: { zh: "必须", en: "Must" }, "must-not": { zh: "严禁", en: "Must not" }, "in-principle": { zh: "原则上", en: "In principle" },
  encouraged: { zh: "鼓励", en: "Encouraged" }, permitted: { zh: "可以", en: "Allowed" }, "needs-approval": { zh: "须经批准", en: "Needs approval" },
  clause: (name: string, count: number) => ({ zh: `${name} · ${count} 项任务`, en: `${name} · ${count === 1 ? "1 duty" : `${count} duties`}` }),
  part: (path: string) => ({ zh: { preamble: "开头", closing: "结尾", body: "正文" }[path] ?? `第 ${path} 条`, en: { preamble: "Opening", closing: "Closing", body: "Text" }[path] ?? `Clause ${path}` }),
  none: { zh: "没有读出任务。看看原文；有的话在下面加。", en: "No duties were read. Look at the text; if there are any, add them below." },
  change: { zh: "改这项任务", en: "Change this duty" },
  strength: { zh: "力度", en: "Strength" },
  actors: { zh: "谁来做", en: "Who" },
  actorsHint: { zh: "用原文的字；几个用顿号隔开", en: "In the notice's own words; separate several by 、" },
  inferred: { zh: "这一句没有写，从前文看出来的；用原文的字改", en: "Not said in this sentence, taken from before; correct it in the notice's own words" },
  approver: { zh: "谁批准", en: "Approved by" },
  condition: { zh: "什么条件下", en: "Condition" },
  exception: { zh: "什么除外", en: "Exception" },
  deadline: { zh: "时限（原文的字）", en: "Time limit (in the notice's words)" },
  apply: { zh: "改好了", en: "Apply" },
  remove: { zh: "这不是任务", en: "This is no duty" },
  merge: { zh: "和下一项并成一项", en: "Join with the next" },
  plain: { zh: "大白话（给群众看）", en: "Plain words (for residents)" }, "plain-zh": { zh: "中文", en: "Chinese" }, "plain-en": { zh: "英文", en: "English" },
  plainActors: { zh: "谁来做（英文）", en: "Who, in English" },
  plainActorsHint: (count: number) => ({ zh: `${count} 个，用分号隔开；不写，英文页就显示中文：`, en: `${count === 1 ? "One name" : `${count} names, separated by semicolons`}; without, English pages show the Chinese: ` }),
  plainMeans: { zh: "两种文字都写了才会显示；不写就显示原文。", en: "Shown once both are written; until then residents read the official words." },
  plainLater: { zh: "给这一条起了名字以后，可以在这里写大白话。", en: "Once the clause has a key, plain words can be written here." },
  splitLabel: { zh: "其实是两件事？第二件从哪几个字开始", en: "Two duties in one? The second begins with the words" },
  split: { zh: "拆开", en: "Split" },
  addTitle: { zh: "漏了一项任务？", en: "Was a duty missed?" },
  addExcerpt: { zh: "从原文里复制那几句", en: "Copy its words from the text" },
  addButton: { zh: "加上", en: "Add" },
  made: (count: number) => ({ zh: `人工改动 ${count} 处`, en: count === 1 ? "1 edit" : `${count} edits` }),
  kind: (kind: DraftCorrection["change"]["kind"]) => ({
    zh: { set: "改了", add: "加了", remove: "去掉了", split: "拆开了", merge: "合并了" }[kind], en: { set: "Changed", add: "Added", remove: "Removed", split: "Split", merge: "Joined" }[kind],
  }),
  undo: { zh: "撤销", en: "Undo" },
});
