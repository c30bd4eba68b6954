/** @jsxImportSource react */
import type { ReactNode } from "react";

/** Line drawings on a grid of 24; always beside their word, so hidden from screen readers. */
const PATHS = {
  notice: "M6 3.5h9l4 4v13H6zM15 3.5v4h4M9 11.5h7M9 15.5h7",
  house: "M3.5 11 12 4l8.5 7M6 9.2V20h12V9.2M10 20v-5.5h4V20",
  people: "M8.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.6 2.7-6 6-6s6 2.4 6 6M16 4.5a3.3 3.3 0 0 1 0 6.3M17.5 14.3c2.5.6 4 2.7 4 5.7",
  audit: "M12 3.5 19 6v5.5c0 4.4-2.9 7.5-7 9-4.1-1.5-7-4.6-7-9V6zM8.8 12l2.3 2.3 4.2-4.5",
  key: "M14.5 13.5a5 5 0 1 0-4-4L3.5 16.5v4h4l1-1v-2h2v-2h2zM16.2 7.8h.1",
  interface: "M8 6 2.5 12 8 18M16 6l5.5 6-5.5 6M13.5 4.5l-3 15",
  ok: "m5 12.5 4.5 4.5L19 7.5",
  warn: "M12 4 2.5 20h19zM12 10v4.5m0 2.7v.1",
  no: "M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3zM7.5 12h9",
  half: "M12 3.5a8.5 8.5 0 1 0 0 17zM12 3.5a8.5 8.5 0 0 1 0 17",
  ring: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z",
  risk: "M12 3.5 20.5 19h-17zM12 9.5v4m0 2.6v.1",
  road: "M7 20 9.5 4M17 20 14.5 4M12 4v3m0 10v3M3.5 12h17",
  scales: "M12 4v16M7 20h10M5 8l7-3 7 3M5 8l-2.5 6h5zM19 8l-2.5 6h5z",
  stamp: "M5 20.5h14M6 17v-3h4.2c.6-2-1.7-3.7-1.7-6a3.5 3.5 0 0 1 7 0c0 2.3-2.3 4-1.7 6H18v3z",
  list: "M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1",
  book: "M5 4.5h11.5a2 2 0 0 1 2 2V20H7a2 2 0 0 1-2-2zM5 17.5A2 2 0 0 1 7 16h11.5M9 8.5h6",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
  print: "M7 9V3.5h10V9M7 17.5H4V9h16v8.5h-3M7 14h10v6.5H7z",
} as const;

/** The drawings there are. */
export type DeskIconName = keyof typeof PATHS;

/** An icon in the colour of the text around it. */
export function DeskIcon({ name }: { readonly name: DeskIconName }): ReactNode {
  return <svg className="ic" viewBox="0 0 24 24" aria-hidden="true"><path d={PATHS[name]} /></svg>;
}

/** The mark: a roof and a lamp under it. */
export function DeskLogo({ size = 30 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" fill="none" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
      <path d="M16 3v3.5M4 15v-4.5L16 6.5l12 4V15" stroke="#fff" /><circle cx="16" cy="20" r="6.3" fill="#f2b44b" /><path d="M16 26v3.5" stroke="#f2b44b" />
    </svg>
  );
}
