/** @jsxImportSource react */
import { momentInWords, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { RecordView } from "../desk-views.ts";
import { ChangesList } from "./changes-list.tsx";

/** Every version of a record, newest first: who kept it, when, how, and what it changed. */
export function HistoryPanel({ record }: { readonly record: RecordView }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const versions = record.versions.toSorted((one, other) => other.number - one.number);
  return (
    <Panel title={say.title} beside={<span className="quiet">{say.versions(versions.length)}</span>}>
      <ol className="log">{versions.map(({ number, recordedAt, recordedBy, how, changes }) => (
        <li key={`${number} ${recordedAt}`}>
          <p><b>{say[how]}</b> <span className="quiet">{say.version(number)}</span></p>
          <p className="quiet">{momentInWords(recordedAt, language)} · {record.names[recordedBy] ?? recordedBy}</p>
          {changes.length === 0 ? null : <ChangesList changes={changes} />}
        </li>
      ))}</ol>
    </Panel>
  );
}

const words = messages({
  title: { zh: "经过", en: "History" }, versions: (count: number) => ({ zh: `${count} 版`, en: count === 1 ? "1 version" : `${count} versions` }), version: (number: number) => ({ zh: `第 ${number} 版`, en: `version ${number}` }),
  form: { zh: "填表", en: "By form" }, import: { zh: "导入", en: "Imported" }, bulk: { zh: "成批改", en: "Changed with others" }, confirmed: { zh: "确认还是这样", en: "Confirmed" }, removed: { zh: "删除", en: "Removed" },
});
