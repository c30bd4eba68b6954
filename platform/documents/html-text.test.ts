import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractHtmlText } from "./html-text.ts";
import { looksLikeHtml } from "./looks-like-html.ts";

describe("what a reader of the page sees", () => {
  test.each([
    ["blocks are lines", "<h1>关于过冬的通知</h1><div>各区：<p>一、扫雪。</p><p>二、供暖。</p></div>", "关于过冬的通知\n各区：\n一、扫雪。\n二、供暖。"],
    ["line breaks", "一<br>二<br/>三<br><br><br>四</br>五", "一\n二\n三\n\n四\n五"],
    ["cells by tabs, also with blocks and nothing inside", "<table><tr><td><p>区</p></td><td></td><td><p>数</p></td></tr><tr><td>东</td><td>1</td></table>后", "区\t\t数\n东\t1\n后"],
    ["a first cell that is empty", "<p>表</p><table><tr><td></td><td>甲</td></tr></table>", "表\n\t甲"],
    ["a page laid out by a table", "<table><tr><td><p>一、扫雪。</p><p>二、供暖。</p></td></tr></table>", "一、扫雪。\n二、供暖。"],
    ["entities", "&lt;严禁&gt;&nbsp;&#19968;&#x4e8c;&hellip;&amp;amp;", "<严禁> 一二…&amp;"],
    ["source line breaks vanish between Chinese characters", "各区要\n  清扫积雪\nand keep\nwarm", "各区要清扫积雪 and keep warm"],
    ["spaces set by hand stay", "<p>　　一、扫雪</p><p>附　件</p>", "一、扫雪\n附　件"],
    ["inline tags part nothing", "严<b>禁</b><span>封路</span>", "严禁封路"],
    ["pre keeps its lines", "<pre>一、\r\n  扫雪</pre>", "一、\n  扫雪"],
    ["upper case and stray ends", "</p></div><P>甲</P></SPAN>乙", "甲\n乙"],
  ])("%s", (_, html, text) => expect(extractHtmlText(html)).toBe(text));

  test.each([
    ["scripts and styles", "<script>alert('坏')</script><style>p{}</style><noscript>请开脚本</noscript>好", "好"],
    ["event handlers and addresses", `<img src=x onerror="alert('坏')"><a href="javascript:坏()">好</a>`, "好"],
    ["comments and templates", "<!-- 坏 --><template><p>坏</p></template>好<![CDATA[坏]]>", "好"],
    ["navigation and form lists", "<nav><a>首页</a></nav><select><option>请选</select>好", "好"],
    ["the name of the window", "<html><head><title>坏</title><meta charset=utf-8><body>好", "好"],
    ["hidden elements with elements of their own name", `<div hidden>坏<div>坏</div>坏</div>好<span style="color:red; DISPLAY : none">坏</span>`, "好"],
    ["hidden elements that need no end", `<p style="display:none">坏<p>好<ul><li hidden>坏<ul><li>坏</ul>坏<li>也好</ul>全好`, "好\n也好\n全好"],
    ["hidden rows and cells", `<table><tr><td hidden>坏<td>好<tr hidden><td>坏</table>后`, "好\n后"],
    ["a hidden element without content hides nothing else", `<input hidden><br hidden><img style="display:none">好`, "好"],
    ["a drawing", "<svg><title>坏</title><text>坏</text></svg>好<svg/>也好", "好也好"],
    ["control characters", "好\u0000\u0007坏\u001b", "好坏"],
  ])("leaves out %s", (_, html, text) => expect(extractHtmlText(html)).toBe(text));

  test("a page that hides its body until a script has run is still read", () => {
    expect(extractHtmlText(`<body style="display:none">好`)).toBe("好");
  });

  test("what stands around the notice stays in order, to be told apart later", () => {
    expect(extractHtmlText("<header>网站</header><p>正文</p><footer>备案号 1</footer>")).toBe("网站\n正文\n备案号 1");
  });
});

describe("hostile pages", () => {
  const count = 200_000;
  test.each([
    ["nested blocks", "<div>".repeat(count)],
    ["nested tables", "<table><tr><td>".repeat(count)],
    ["nested blocks with ends that fit nothing", "<div>".repeat(count) + "</span>".repeat(count)],
    ["nested hidden blocks", "<div hidden>".repeat(count) + "</div>".repeat(count)],
    ["attributes without end", `<div ${"a=b ".repeat(count)}`],
    ["angle brackets", "<".repeat(count)],
    ["entities", "&".repeat(count) + "&lt".repeat(count)],
    ["spaces", `<p>${" ".repeat(count)}a${"\u00a0".repeat(count)}</p>`],
    ["a style without end", `<p style="${";".repeat(count)}${" ".repeat(count)}display">`],
  ])("%s take time in proportion", (_, html) => {
    const start = performance.now();
    expect(extractHtmlText(`${html}好`)).toBeTypeOf("string");
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test("any string gives a text without tags of its own", () => {
    const soup = fc.array(fc.constantFrom("<", ">", "</", "div", "p", " hidden", "table", "td", "tr", "li", "script", "&", "lt;", "\n", "好", "\"", "=", "<!--", "-->", "pre", "svg", "/>"), { maxLength: 60 });
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), soup.map((pieces) => pieces.join(""))), (html) => {
      const text = extractHtmlText(html);
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/\n\n\n/);
    }), { numRuns: 500 });
  });

  test("plain words come back as they are", () => {
    const line = fc.stringMatching(/^[一-龥a-z0-9，。：]{1,30}$/);
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      expect(extractHtmlText(lines.map((one) => `<p>${one}</p>`).join("\n"))).toBe(lines.join("\n"));
    }));
  });
});

describe("is it a page?", () => {
  test.each([
    ["<!DOCTYPE html><p>好", true],
    ["\ufeff\n<!-- 存档 --><html>", true],
    ["<p>一、扫雪。</p><p>二、供暖。</p>", true],
    ["各区：<p>一</p><p>二</p><p>三</p>", true],
    ["一、扫雪。\n二、供暖。", false],
    ["一、扫雪。<br>\n二、供暖。</p>\n三、备粮。", false],
    ["<关于过冬的通知>\n一、扫雪", false],
    ["若 a<b 且 c>d，则<严禁>", false],
    ["", false],
  ])("%j: %s", (text, is) => expect(looksLikeHtml(text)).toBe(is));
});
