/** @jsxImportSource react */
import { DeskIcon, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages, type LocalText } from "#platform/i18n";
import { Button } from "antd";
import { useEffect, useRef, type ReactNode } from "react";
import { useNavigate } from "react-router";

/** What was just opened, and how the person who asked can see it. */
export type Receipt = { readonly district: string; readonly number: string; readonly secret: string; readonly typeName: LocalText; readonly via: string };

/** Number and secret of a new case, shown this once: to be read out, written down or printed. */
export function ReceiptPanel({ receipt, another }: { readonly receipt: Receipt; readonly another: () => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.focus(); }, []);
  return (
    <Panel title={say.title}>
      <div ref={box} tabIndex={-1} className="receipt" role="status">
        <p className="alert ok no-print"><DeskIcon name="ok" /><span>{receipt.via === "officer" ? say.opened : say.readOut}</span></p>
        <p className="quiet">{inLanguage(receipt.typeName, language)}</p>
        <dl className="figures">
          <div><dt>{say.number}</dt><dd>{receipt.number}</dd></div>
          <div><dt>{say.secret}</dt><dd>{receipt.secret}</dd></div>
        </dl>
        <p>{say.how(`${location.host}${language === "en" ? "/en" : ""}/track`)}</p>
        <p className="alert warn no-print"><DeskIcon name="warn" /><span>{say.once}</span></p>
      </div>
      <div className="row no-print">
        <Button type="primary" icon={<DeskIcon name="print" />} onClick={() => { window.print(); }}>{say.print}</Button>
        <Button onClick={() => { void navigate(`/cases/${receipt.district}/${receipt.number}`); }}>{say.see}</Button>
        <Button onClick={another}>{say.another}</Button>
      </div>
    </Panel>
  );
}

const words = messages({
  title: { zh: "受理好了", en: "The case is open" }, readOut: { zh: "把受理号和查询码念给对方，请对方记下；也可以打印。", en: "Read the number and the secret out and have them written down, or print them." }, opened: { zh: "已经进入待办清单。", en: "It stands in the worklist now." },
  number: { zh: "受理号", en: "Receipt number" }, secret: { zh: "查询码", en: "Secret" }, how: (address: string) => ({ zh: `凭受理号和查询码，可以在 ${address} 看办到哪一步；也可以打 12345。`, en: `With both, how it stands can be seen at ${address}, or ask 12345.` }),
  once: { zh: "查询码只显示这一次。离开这一页就看不到了。", en: "The secret is shown this once. It is gone when you leave this page." }, print: { zh: "打印回执", en: "Print the receipt" }, see: { zh: "看这件事项", en: "See the case" }, another: { zh: "再建一件", en: "Open another" },
});
