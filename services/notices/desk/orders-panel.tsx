/** @jsxImportSource react */
import { Chip, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { useEffect, useRef, type ReactNode } from "react";
import type { DraftCorrection, DraftView, EditRefusal } from "../draft/index.ts";
import { placeInWords } from "../draft/place-words.ts";
import type { DutyWords } from "../notice.ts";
import { AddOrder } from "./add-order.tsx";
import { EditsList } from "./edits-list.tsx";
import { OrderForm } from "./order-form.tsx";
import { orderWords } from "./order-words.ts";
import { PlainWords } from "./plain-words.tsx";
import type { Typed } from "./use-typed.ts";

type Order = DraftView["orders"][number];
type OrdersProps = {
  readonly view: Pick<DraftView, "orders" | "faults" | "text">;
  readonly corrections: readonly DraftCorrection[];
  readonly editable: boolean;
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  /** Takes the edit, or says why it cannot be taken. */
  readonly correct: (correction: DraftCorrection) => EditRefusal | null;
  readonly undo: (index: number) => void;
  readonly typed: Typed;
  /** Plain words kept for an order; null while its clause has no key. */
  readonly plainOf: (order: Order) => DutyWords | null;
  readonly describe: (order: Order, plain: DutyWords) => void;
};

/** What was read, clause by clause; every row can be put right by the notice's own words. */
export function OrdersPanel({ view: { orders, faults, text }, corrections, editable, chosen, choose, correct, undo, typed, plainOf, describe }: OrdersProps): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const groups = [...Map.groupBy(orders, ({ clause }) => clause)];
  const focusAfter = useFocusAfter(orders);
  const row = (order: Order, following: Order | undefined): ReactNode => (
    <OrderRow key={order.id} order={order} open={chosen === order.id} pending={Object.keys(typed.of(formOf(order))).length > 0} choose={choose}>
      <OrderForm {...{ order, following, editable, correct }} sentence={sentenceOf(text, order)} typed={typed.of(formOf(order))} type={(fields) => { typed.set(formOf(order), fields); }}
        remove={(correction) => { const refusal = correct(correction); if (refusal === null) focusAfter(order.id); return refusal; }} />
      <PlainWords plain={plainOf(order)} actors={order.actors} editable={editable} change={(plain) => { describe(order, plain); }} />
    </OrderRow>
  );
  return (
    <div className="stack">
      {groups.map(([clause, own]) => <Panel key={clause} title={say.clause(placeInWords(clause, language), own.length)} flush><ul className="orders">{own.map((order, index) => row(order, own[index + 1]))}</ul></Panel>)}
      {groups.length === 0 ? <p className="empty">{say.none}</p> : null}
      {editable ? <AddOrder orders={orders} correct={correct} typed={typed.of(NEW)} type={(fields) => { typed.set(NEW, fields); }} /> : null}
      <EditsList corrections={corrections} faults={faults} editable={editable} undo={undo} />
    </div>
  );
}

/** The form of a duty nobody read yet. */
const NEW = "new";
/** A duty keeps its number while others come and go; with its words it is the same one after a reload too. */
const formOf = ({ id, quote }: Order): string => `${id} ${quote}`;

function OrderRow({ order, open, pending, choose, children }: { readonly order: Order; readonly open: boolean; readonly pending: boolean; readonly choose: (id: string) => void; readonly children: ReactNode }): ReactNode {
  const say = useWords(words);
  const named = useWords(orderWords);
  return (
    <li className={open ? "open" : ""} id={`order-${order.id}`}>
      <button type="button" className="order-head" aria-expanded={open} onClick={() => { choose(order.id); }}>
        <span className={`strength ${order.modality}`}>{named[order.modality]}</span><span lang="zh-CN">{order.quote}</span>
      </button>
      {pending && !open ? <p><Chip tone="warn" icon="half">{say.pending}</Chip></p> : null}
      {open ? children : null}
    </li>
  );
}

/** When a row has gone away, the keyboard goes to the one that stood behind it, or before it. */
function useFocusAfter(orders: readonly Order[]): (gone: string) => void {
  const waits = useRef<{ readonly gone: string; readonly next: string | undefined } | null>(null);
  useEffect(() => {
    if (waits.current === null || orders.some(({ id }) => id === waits.current?.gone)) return;
    const { next } = waits.current;
    waits.current = null;
    (next === undefined ? document.getElementById("add-excerpt") : document.getElementById(`order-${next}`)?.querySelector<HTMLElement>(".order-head"))?.focus();
  }, [orders]);
  return (gone) => {
    const at = orders.findIndex(({ id }) => id === gone);
    waits.current = { gone, next: (orders[at + 1] ?? orders[at - 1])?.id };
  };
}

/** The sentence a duty stands in, from the text itself. */
function sentenceOf(text: string, { ranges }: Order): string {
  let [start, end] = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
  while (start > 0 && !ENDS.includes(text[start - 1] ?? "")) start -= 1;
  while (end < text.length && !ENDS.includes(text[end - 1] ?? "")) end += 1;
  return text.slice(start, end).trim();
}
const ENDS = "。！？\n";

const words = messages({
  clause: (name: string, count: number) => ({ zh: `${name} · ${count} 项任务`, en: `${name} · ${count === 1 ? "1 duty" : `${count} duties`}` }),
  none: { zh: "没有读出任务。看看原文；有的话在下面加。", en: "No duties were read. Look at the text; if there are any, add them below." },
  pending: { zh: "还没用上的改动", en: "Not applied yet" },
});
