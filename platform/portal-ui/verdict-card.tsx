import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "./icon.tsx";

/** A tone of an answer. `bar`: a way that is in principle closed; `idle`: it cannot be given yet. */
export type VerdictTone = "ok" | "warn" | "bar" | "appr" | "no" | "idle";
const ICONS: Readonly<Record<VerdictTone, IconName>> = { ok: "check", warn: "warn", bar: "in-principle", appr: "needs-approval", no: "must-not", idle: "ring" };

/** The answer itself, first on its page: shape, words and colour in a filled head, why below it. */
export function VerdictCard({ tone, label, title, children }: { readonly tone: VerdictTone; readonly label: string; readonly title: string; readonly children: ComponentChildren }): VNode {
  return (
    <section class={`verdict ${tone === "bar" ? "warn" : tone}`}>
      <div class="vhead"><Icon name={ICONS[tone]} /><div><p>{label}</p><h1>{title}</h1></div></div>
      <div class="vbody">{children}</div>
    </section>
  );
}
