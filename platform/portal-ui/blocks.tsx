import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "./icon.tsx";

type Children = { readonly children: ComponentChildren };

/** A bordered section under its own heading. */
export function Card({ title, id, children }: Children & { readonly title: string; readonly id?: string }): VNode {
  return <section class="card" id={id}><h2>{title}</h2>{children}</section>;
}

/** A clause, promise or caution beside a pine rule. */
export function Note({ children }: Children): VNode {
  return <div class="note">{children}</div>;
}

/** Colour of a chip; never the only sign, and one meaning a shape. */
export type ChipTone = "pine" | "ok" | "warn" | "appr" | "no" | "idle";

/** Shape, word and colour together; the word alone carries the meaning. */
export function Chip({ tone, icon, children }: Children & { readonly tone: ChipTone; readonly icon?: IconName }): VNode {
  return <span class={`chip ${tone}`}>{icon === undefined ? null : <Icon name={icon} />}{children}</span>;
}

/** What to do, in order. */
export function Steps({ steps }: { readonly steps: readonly ComponentChildren[] }): VNode {
  return <ol class="steps">{steps.map((step) => <li>{step}</li>)}</ol>;
}

/** What happened, happens now and is to come, oldest first. */
export function Log({ entries }: { readonly entries: readonly { readonly place: "done" | "now" | "to-come"; readonly words: ComponentChildren }[] }): VNode {
  return <ol class="steps log">{entries.map(({ place, words }) => <li class={place === "done" ? undefined : place === "now" ? "now" : "todo"} aria-current={place === "now" ? "step" : undefined}>{words}</li>)}</ol>;
}

/** Facts in pairs; a pair without a value is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: ComponentChildren])[] }): VNode {
  return (
    <dl class="kv">
      {facts.filter(([, value]) => value !== null).map(([name, value]) => <div><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}

/** Words of a Chinese notice, quoted on a page of any language. */
export function ChineseWords({ children }: Children): VNode {
  return <span lang="zh-CN">{children}</span>;
}

/** A sentence of any language with the Chinese words in it marked as such, so that they are read out as Chinese. */
export function MixedWords({ text }: { readonly text: string }): VNode {
  return <>{text.split(CHINESE).map((part, place) => (place % 2 === 1 ? <ChineseWords>{part}</ChineseWords> : part))}</>;
}

const CHINESE = /(\p{Script=Han}(?:[\p{Script=Han}\s、，。；：（）“”]*\p{Script=Han})?)/u;

/** Words with the numbers of emergency and public lines in them (110, 120, 12345) as links that call. */
export function CallableWords({ text }: { readonly text: string }): VNode {
  return <>{text.split(/(?<!\d)(1(?:10|19|20|22|2\d{3}))(?!\d)/u).map((part, at) => (at % 2 === 1 ? <a href={`tel:${part}`}>{part}</a> : part))}</>;
}

/** A telephone number that can be called from the page. */
export function Telephone({ number, large = false }: { readonly number: string; readonly large?: boolean }): VNode {
  return <a class={large ? "tel" : undefined} href={`tel:${number}`}>{large ? <Icon name="phone" /> : null}{number}</a>;
}
