/** @jsxImportSource react */
import type { ReactNode } from "react";
import { DeskIcon, type DeskIconName } from "./icon.tsx";
import { usePageTitle } from "./page-title.ts";

/** The head of a page: where it belongs, its name, what stands beside it, what can be done. */
export function PageHead({ trail, title, beside, actions }: { readonly trail?: ReactNode; readonly title: string; readonly beside?: ReactNode; readonly actions?: ReactNode }): ReactNode {
  usePageTitle(title);
  return (
    <div className="page-head">
      <div>{trail === undefined ? null : <p className="trail">{trail}</p>}<h1>{title}</h1>{beside === undefined ? null : <div className="row beside">{beside}</div>}</div>
      {actions === undefined ? null : <div className="row">{actions}</div>}
    </div>
  );
}

/** A white sheet with a head. */
export function Panel({ title, beside, children, flush = false }: { readonly title: string; readonly beside?: ReactNode; readonly children: ReactNode; readonly flush?: boolean }): ReactNode {
  return <section className="panel"><header><h2>{title}</h2>{beside}</header><div className={flush ? "" : "pad"}>{children}</div></section>;
}

/** Names and values below each other. */
export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode {
  return <dl className="facts">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

/** Colour of a chip; never the only sign. */
export type ChipTone = "ok" | "warn" | "appr" | "no" | "idle" | "pine";

/** A state by shape, word and colour. */
export function Chip({ tone, icon, children }: { readonly tone: ChipTone; readonly icon: DeskIconName; readonly children: ReactNode }): ReactNode {
  return <span className={`st ${tone}`}><DeskIcon name={icon} />{children}</span>;
}
