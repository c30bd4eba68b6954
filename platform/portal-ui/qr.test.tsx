import fc from "fast-check";
import { create } from "qrcode";
import jsQR from "jsqr";
import { describe, expect, test } from "vitest";
import { qrPath } from "./qr.tsx";

/** Paints the strokes of the path, as a browser would, at `scale` pixels a module. */
function paint({ path, side }: { path: string; side: number }, scale: number): { pixels: Uint8ClampedArray; width: number } {
  const width = side * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, command, a, b] of path.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    if (command === "M") [x, y] = [Number(a), Number(b)];
    else if (command === "m") [x, y] = [x + Number(a), y + Number(b)];
    else {
      for (let row = (y - 0.5) * scale; row < (y + 0.5) * scale; row += 1) {
        for (let column = x * scale; column < (x + Number(a)) * scale; column += 1) pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
      x += Number(a);
    }
  }
  return { pixels, width };
}

function decode(address: string): string | undefined {
  const { pixels, width } = paint(qrPath(address), 4);
  return jsQR.default(pixels, width, width)?.data;
}

describe("the QR code", () => {
  test.each(["https://anxin.example/n/stay-put/travel", "http://localhost:8080/en/n/stay-put/transport?size=large"])("decodes to %s", (address) => {
    expect(decode(address)).toBe(address);
  });
  test("decodes to any address of ours", () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z][a-z0-9-]{0,60}$/), (key) => {
      const address = `https://anxin.example/n/${key}`;
      expect(decode(address)).toBe(address);
    }), { numRuns: 20 });
  });
  test("is of level M", () => {
    const { modules } = create("https://anxin.example/", { errorCorrectionLevel: "M" });
    // Format bits 0 and 1 stand beside the upper left finder; unmasked, M is 00.
    const first = (modules.get(8, 0) ? 2 : 0) + (modules.get(8, 1) ? 1 : 0);
    expect(first ^ 0b10).toBe(0b00);
    expect(qrPath("https://anxin.example/").side).toBe(modules.size + 8);
  });
});
