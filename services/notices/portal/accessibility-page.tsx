import { messages } from "#platform/i18n";
import { Card, href, Page, Telephone, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";

/** What works for whom, how it is checked, and the way without a screen. An honest statement, no certificate. */
export function AccessibilityPage(context: PageContext): VNode {
  const { site, view } = context;
  const say = words(view.language);
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }]}>
      <div class="doc"><h1>{say.title}</h1></div>
      <div class="narrow stack">
        <Card title={say.aim}><p>{say.aimText}</p></Card>
        <Card title={say.large}>
          <p>{say.largeText}</p>
          <p><a class="btn alt" href={href("/accessibility", { ...view, elder: !view.elder })}>{view.elder ? say.standard : say.turnOn}</a></p>
        </Card>
        <Card title={say.keyboard}><p>{say.keyboardText}</p></Card>
        <Card title={say.checked}><p>{say.checkedText}</p></Card>
        <Card title={say.limits}><p>{say.limitsText}</p></Card>
        <Card title={say.phone}>
          <p><Telephone number={site.helpline.value} large /></p>
          <p class="m">{say.phoneText}</p>
        </Card>
      </div>
    </Page>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  title: { zh: "无障碍说明", en: "Accessibility" },
  aim: { zh: "我们的目标", en: "Our aim" },
  aimText: { zh: "每一页都按《网页内容无障碍指南》（WCAG）2.2 的 AA 级来做。", en: "Every page is built to meet the Web Content Accessibility Guidelines (WCAG) 2.2, level AA." },
  large: { zh: "大字版", en: "Large type" },
  largeText: { zh: "字更大，按钮更大，内容不少。打开后，每个链接都保持大字。", en: "Larger type and larger buttons, with nothing left out that you need. Every link keeps it on." },
  turnOn: { zh: "打开大字版", en: "Turn on large type" },
  standard: { zh: "回到标准版", en: "Back to standard type" },
  keyboard: { zh: "键盘和读屏软件", en: "Keyboard and screen readers" },
  keyboardText: {
    zh: "所有功能都能用键盘操作，焦点看得见。每页有“跳到正文”。图标旁边都有文字，颜色从不单独表示意思。关掉脚本也能用；收藏、朗读、分享需要脚本。",
    en: "Everything works by keyboard and the focus is visible. Each page has a link that skips to the text. Icons stand beside words, and colour never carries meaning alone. The pages work with scripts turned off; keeping, reading aloud and sharing need them.",
  },
  checked: { zh: "怎样检查的", en: "How it is checked" },
  checkedText: {
    zh: "用 axe-core 自动检查每种页面，手机和电脑两种宽度。这是我们自己的检查，没有请第三方评测，自动检查也不能发现所有问题。",
    en: "Every kind of page is checked automatically with axe-core, at the widths of a phone and a computer. This is our own check, not a third party's, and no automatic check finds everything.",
  },
  limits: { zh: "还有哪些不足", en: "Known limits" },
  limitsText: { zh: "朗读用您设备自带的语音，有的设备没有中文语音。通知的正文只有中文，英文页给的是白话摘要。", en: "Reading aloud uses your device's own voices, and some devices have none for a language. The text of the notice is in Chinese only; English pages give its meaning in plain words." },
  phone: { zh: "不方便看屏幕，可以打电话", en: "If a screen does not suit you, call" },
  phoneText: { zh: "遇到看不了、用不了的地方，也请打这个电话告诉我们。", en: "Please also call if something here cannot be read or used." },
});
