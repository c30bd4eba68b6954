import type { VNode } from "preact";

/** Line drawings on a grid of 24; always beside their word, so hidden from screen readers. */
const PATHS = {
  back: "M14.5 5.5 8 12l6.5 6.5",
  forward: "M9.5 5.5 16 12l-6.5 6.5",
  type: "M3 19.5 8.8 5l5.8 14.5M5 14.8h7.6M16 11.5h6m-3-3v6",
  notice: "M6 3.5h9l4 4v13H6zM15 3.5v4h4M9 11.5h7M9 15.5h7",
  read: "M4 6.5c3-1.6 5.6-1.3 8 .5 2.4-1.8 5-2.1 8-.5v12c-3-1.4-5.6-1.1-8 .6-2.4-1.7-5-2-8-.6zM12 7v12",
  phone: "M5.5 4h3.2l1.6 4.3-2.2 1.5a12 12 0 0 0 6 6l1.6-2.1 4.3 1.6v3.2a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 4 5.6 1.5 1.5 0 0 1 5.5 4z",
  star: "m12 4 2.4 5.1 5.6.7-4.1 3.9 1 5.6L12 16.6l-4.9 2.7 1-5.6L4 9.8l5.6-.7z",
  qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h3v3M20 14v6h-3M14 20h.01",
  print: "M7.5 9V4h9v5M7 17H4V9h16v8h-3M7.5 14h9v6h-9z",
  listen: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9.2a4 4 0 0 1 0 5.6M18.2 6.7a7.5 7.5 0 0 1 0 10.6",
  share: "M12 14.5V4m-4 3.5L12 4l4 3.5M7.5 11H5v9h14v-9h-2.5",
  genuine: "M12 3.5 19 6v5.5c0 4.4-2.9 7.5-7 9-4.1-1.5-7-4.6-7-9V6zM8.8 12l2.3 2.3 4.2-4.5",
  must: "M5 4.5h14v15H5zM12 8v5M12 16.2v.1",
  "must-not": "M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3zM7.5 12h9",
  "in-principle": "M7 20 9.5 4M17 20 14.5 4M12 4v3m0 10v3M3.5 12h17",
  encouraged: "M12 20.5v-9M12 14c-4.5 0-7-2.3-7-7 4.7 0 7 2.3 7 7zM12 11.5c0-4 2-6.5 7-7 0 4.5-2.5 7-7 7z",
  permitted: "M6 20.5V4h9v16.5M15 6.5h3.5v14M4 20.5h17M12 12.5v.1",
  "needs-approval": "M5 20.5h14M6 17v-3h4.2c.6-2-1.7-3.7-1.7-6a3.5 3.5 0 0 1 7 0c0 2.3-2.3 4-1.7 6H18v3z",
  warn: "M12 4 2.5 20h19zM12 10v4.5m0 2.7v.1",
  check: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M8 12.3l2.8 2.8 5.2-5.8",
  ring: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z",
  travel: "M3.5 17.5V6.5h12l5 5v6zM3.5 11.5h17M7.5 19.5v-2m9 2v-2M9.5 6.5v5",
  place: "M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21zM12 7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
  clock: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7v5l3.5 2",
  // A stroke as wide as the gap it closes: the right half is a surface without a fill of its own.
  half: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M13 5.5v13M15 6v12M17 7.5v9M18.5 9.5v5",
  none: "M6.5 12h11",
  tell: "M4 5h16v11h-8l-5 4v-4H4zM8 9h8M8 12.5h5",
  look: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 20.5 20.5",
  download: "M12 4.5V15m-4-4 4 4 4-4M4.5 15v4.5h15V15",
} as const;

/** The drawings there are; a new one is one line above. */
export type IconName = keyof typeof PATHS;

/** An icon in the colour of the text around it. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  return <svg class="ic" viewBox="0 0 24 24" aria-hidden="true"><path d={PATHS[name]} /></svg>;
}

/** The mark: a roof and a lamp under it. */
export function Logo(): VNode {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 3v3.5M4 15v-4.5L16 6.5l12 4V15" fill="none" stroke="#fff" />
      <circle cx="16" cy="20" r="6.3" fill="#f2b44b" />
      <path d="M16 26v3.5" stroke="#f2b44b" />
    </svg>
  );
}

/** The mark as a data address, so that a browser does not ask the server for an icon. */
export const FAVICON = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b3536"/>'
  + '<path d="M6 15v-4l10-4 10 4v4" fill="none" stroke="#fff" stroke-width="3"/><circle cx="16" cy="20" r="6" fill="#f2b44b"/></svg>',
).replaceAll("%20", " ").replaceAll("%3D", "=").replaceAll("%2F", "/").replaceAll("%3A", ":");
