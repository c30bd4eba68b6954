import { create } from "qrcode";
import type { VNode } from "preact";

/** The address as a QR code (level M), one path of horizontal strokes; `label` is read out instead of it. */
export function QrCode({ address, label }: { readonly address: string; readonly label: string }): VNode {
  const { path, side } = qrPath(address);
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges">
      <path d={path} stroke="#000" />
    </svg>
  );
}

/** Quiet zone of ISO/IEC 18004, in modules. */
const QUIET = 4;

/** Each run of dark modules is one stroke, one unit high; moves are relative, so the path stays short. */
export function qrPath(address: string): { readonly path: string; readonly side: number } {
  const { size, data } = create(address, { errorCorrectionLevel: "M" }).modules;
  const rows = Array.from({ length: size }, (_, row) => {
    const dark = Array.from(data.subarray(row * size, (row + 1) * size), (module) => (module === 1 ? "1" : "0")).join("");
    return rowPath(dark, row + QUIET + 0.5);
  });
  return { path: rows.join(""), side: size + 2 * QUIET };
}

function rowPath(dark: string, y: number): string {
  let end = 0;
  return [...dark.matchAll(/1+/g)].map(({ 0: run, index }, position) => {
    const move = position === 0 ? `M${index + QUIET} ${y}` : `m${index - end} 0`;
    end = index + run.length;
    return `${move}h${run.length}`;
  }).join("");
}
