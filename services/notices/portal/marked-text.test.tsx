import type { Range } from "#engines/reading";
import fc from "fast-check";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { MarkedText, type Marking } from "./marked-text.tsx";

const text = "一、要做好甲事；严禁未经批准做乙事。";
const render = (range: Range, markings: readonly Marking[]) => renderToString(<MarkedText text={text} range={range} markings={markings} />);
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, "");

describe("marked text", () => {
  test("two orders in the same words share a mark and keep both anchors", () => {
    const html = render([0, text.length], [{ number: 1, ranges: [[2, 7]] }, { number: 2, ranges: [[8, 17]] }, { number: 3, ranges: [[8, 17]] }]);
    expect(html).toContain('<span id="s-2"><span id="s-3"><mark data-o="2 3"><a href="#o-2">严禁未经批准做乙事</a></mark></span></span>');
  });
  test("an order interrupted by other words is anchored once", () => {
    const html = render([0, text.length], [{ number: 1, ranges: [[2, 4], [8, 10]] }]);
    expect(html.match(/id="s-1"/g)?.length).toBe(1);
    expect(html.match(/<mark/g)?.length).toBe(2);
  });
  test("the pieces joined are the text, however orders overlap", () => {
    const range = fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]): Range => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(fc.property(range, fc.array(fc.array(range, { minLength: 1, maxLength: 2 }), { maxLength: 6 }), (part, all) => {
      const html = render(part, all.map((ranges, index) => ({ number: index + 1, ranges })));
      expect(plain(html)).toBe(text.slice(...part));
    }));
  });
});
