import { messages } from "#platform/i18n";
import { Icon, type View } from "#platform/portal-ui";
import type { VNode } from "preact";

type Props = {
  readonly view: View;
  /** Path and title a favourite is kept under. */
  readonly path: string;
  readonly title: string;
  /** Absolute address to share. */
  readonly address: string;
};

/** Keep, to the phone, print, listen, share. What needs script stays hidden until the script shows it. */
export function NoticeToolbar({ view, path, title, address }: Props): VNode {
  const say = words(view.language);
  return (
    <nav class="toolbar" aria-label={say.tools} data-path={path} data-title={title} data-address={address}>
      <button type="button" hidden data-tool="keep" aria-pressed="false"><Icon name="star" /><span>{say.keep}</span></button>
      <a href="#phone"><Icon name="qr" />{say.phone}</a>
      <button type="button" hidden data-tool="print"><Icon name="print" />{say.print}</button>
      <button type="button" hidden data-tool="listen" data-stop={say.stop}><Icon name="listen" /><span>{say.listen}</span></button>
      <button type="button" hidden data-tool="share" data-done={say.copied}><Icon name="share" /><span>{say.share}</span></button>
    </nav>
  );
}

/** Script names a page with the toolbar asks for. */
export const NOTICE_SCRIPTS = ["notice"] as const;

const words = messages({
  tools: { zh: "工具", en: "Tools" },
  keep: { zh: "收藏", en: "Keep" },
  phone: { zh: "到手机", en: "Scan" },
  print: { zh: "打印", en: "Print" },
  listen: { zh: "听", en: "Listen" },
  stop: { zh: "停止", en: "Stop" },
  share: { zh: "分享", en: "Share" },
  copied: { zh: "已复制", en: "Copied" },
});
