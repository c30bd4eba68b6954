/** @jsxImportSource react */
import { Panel, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { useEffect, useRef, type ReactNode } from "react";
import type { DraftView } from "../draft/index.ts";

type Order = DraftView["orders"][number];
type SourceProps = { readonly text: string; readonly orders: readonly Order[]; readonly chosen: string | null; readonly place: readonly [number, number] | null; readonly choose: (id: string) => void; readonly original: string | null };

/** The notice's own text; every order is marked by strength, the chosen one, or the place a remark speaks of, is brought into view. */
export function SourcePanel({ text, orders, chosen, place, choose, original }: SourceProps): ReactNode {
  const say = useWords(words);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = box.current?.querySelector<HTMLElement>('[data-chosen="true"]');
    if (mark && box.current) box.current.scrollTo({ top: mark.offsetTop - box.current.clientHeight / 3 });
  }, [chosen, place]);
  return (
    <Panel title={say.title} beside={original === null ? undefined : <a href={original} download>{say.original}</a>} flush>
      <div className="source" ref={box} tabIndex={0} role="region" aria-label={say.title} lang="zh-CN">
        {stretchesOf(text, orders, place).map(({ start, words: stretch, ids, isPlace }) => {
          const [first] = ids;
          if (first === undefined && !isPlace) return <span key={start}>{stretch}</span>;
          const order = orders.find(({ id }) => id === (chosen !== null && ids.includes(chosen) ? chosen : first));
          const isChosen = isPlace || (chosen !== null && ids.includes(chosen));
          return <mark key={start} className={order === undefined ? "place" : order.modality} data-chosen={isChosen}>{first === undefined ? stretch : <a href={`#order-${first}`} onClick={(event) => { event.preventDefault(); choose(nextOf(ids, chosen)); }}>{stretch}</a>}</mark>;
        })}
      </div>
    </Panel>
  );
}

/** Where several orders share words, each click goes on to the next. */
const nextOf = (ids: readonly string[], chosen: string | null): string => ids[(chosen === null ? -1 : ids.indexOf(chosen)) + 1] ?? ids[0] ?? "";

/** The text cut wherever an order or the place begins or ends. */
function stretchesOf(text: string, orders: readonly Order[], place: readonly [number, number] | null) {
  const ranges = orders.flatMap(({ id, ranges: own }) => own.map(([start, end]) => ({ id, start, end })));
  const edges = [...new Set([0, text.length, ...(place ?? []), ...ranges.flatMap(({ start, end }) => [start, end])])].toSorted((one, other) => one - other);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    return {
      start, words: text.slice(start, end), ids: [...new Set(ranges.filter((range) => range.start < end && range.end > start).map(({ id }) => id))],
      isPlace: place !== null && place[0] < end && place[1] > start,
    };
  });
}

const words = messages({
  title: { zh: "原文", en: "Text of the notice" },
  original: { zh: "下载原件", en: "Download the original" },
});
