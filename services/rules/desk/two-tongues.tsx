/** @jsxImportSource react */
import { Input } from "antd";
import { useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { RuleContent } from "../draft/index.ts";

/** The same words in Chinese and English, side by side; `id` with `.zh` and `.en`. */
export function TwoTongues({ id, label, value, set, lines = 1, max = 200, describedBy }: { readonly id: string; readonly label: string; readonly value: RuleContent["title"]; readonly set: (value: RuleContent["title"]) => void; readonly lines?: number; readonly max?: number; readonly describedBy?: string }): ReactNode {
  const say = useWords(words);
  return (
    <div className="tongues">
      {(["zh", "en"] as const).map((tongue) => {
        const own = { id: `${id}.${tongue}`, lang: tongue === "zh" ? "zh-CN" : "en", value: value[tongue], maxLength: max, ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }) };
        const change = (typed: string): void => { set({ ...value, [tongue]: typed }); };
        return <div className="field" key={tongue}><label htmlFor={own.id}>{say[tongue](label)}</label>{lines === 1 ? <Input {...own} onChange={(event) => { change(event.target.value); }} /> : <Input.TextArea {...own} rows={lines} onChange={(event) => { change(event.target.value); }} />}</div>;
      })}
    </div>
  );
}

const words = messages({ zh: (label: string) => ({ zh: `${label}（中文）`, en: `${label}, in Chinese` }), en: (label: string) => ({ zh: `${label}（英文）`, en: `${label}, in English` }) });
