import { Icon, type IconName } from "#platform/portal-ui";
import type { ComponentChildren, VNode } from "preact";
import type { VerdictTone } from "../decision/index.ts";

/** A tone of an answer; `idle`: it cannot be given yet. */
export type CardTone = VerdictTone | "idle";
const ICONS: Readonly<Record<CardTone, IconName>> = { ok: "check", warn: "warn", bar: "in-principle", appr: "needs-approval", no: "must-not", idle: "ring" };

/** The answer itself, first on its page: shape, words and colour in a filled head, why below it. */
export function VerdictCard({ tone, label, title, children }: { readonly tone: CardTone; readonly label: string; readonly title: string; readonly children: ComponentChildren }): VNode {
  return (
    <section class={`verdict ${tone === "bar" ? "warn" : tone}`}>
      <div class="vhead"><Icon name={ICONS[tone]} /><div><p>{label}</p><h1>{title}</h1></div></div>
      <div class="vbody">{children}</div>
    </section>
  );
}
