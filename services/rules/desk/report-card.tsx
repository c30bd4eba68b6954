/** @jsxImportSource react */
import { DeskIcon, type DeskIconName } from "#platform/desk-ui";
import type { ReactNode } from "react";

/** One thing the check found: what, with whom for an example, and what to do. The tone is never the only sign. */
export function ReportCard({ tone, icon, title, rows, children }: { readonly tone: "no" | "warn" | "appr" | "idle" | "ok"; readonly icon: DeskIconName; readonly title: string; readonly rows: readonly (readonly [name: string, value: ReactNode])[]; readonly children?: ReactNode }): ReactNode {
  return (
    <article className={`ce ${tone}`}>
      <h3><DeskIcon name={icon} /> {title}</h3>
      {rows.length === 0 ? null : <dl>{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>}
      {children}
    </article>
  );
}
