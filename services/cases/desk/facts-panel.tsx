/** @jsxImportSource react */
import { Chip, Facts, momentInWords, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { CaseView } from "../desk-views.ts";
import { useDistrictName } from "./case-districts.ts";
import { CaseFiles } from "./case-files.tsx";

/** What was said when the case was opened. */
export function FactsPanel({ view }: { readonly view: CaseView }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const district = useDistrictName(view.district, view.districts);
  return (
    <Panel title={say.facts} beside={<span className="quiet">{say.opened(momentInWords(view.openedAt, language))}</span>}>
      <Facts rows={[
        [say.district, district], [say.via, view.via in say.ways ? say.ways[view.via as keyof typeof say.ways] : view.via],
        ...view.facts.map(({ name, shown, personal }) => [inLanguage(name, language), <span key={name.zh} className="said">{inLanguage(shown, language)}{personal ? <> <Chip tone="idle" icon="key">{say.personal}</Chip></> : null}</span>] as const),
      ]} />
      {view.facts.length === 0 ? <p className="quiet">{say.none}</p> : null}
    </Panel>
  );
}

/** Files that came with it. */
export function FilesPanel({ view }: { readonly view: CaseView }): ReactNode {
  const say = useWords(words);
  return <Panel title={say.files}>{view.files.length === 0 ? <p className="quiet">{say.noFiles}</p> : <CaseFiles {...view} />}</Panel>;
}

const said = messages({
  facts: { zh: "事实", en: "What was said" }, opened: (moment: string) => ({ zh: `${moment} 提交`, en: `Sent ${moment}` }), district: { zh: "归哪里办", en: "Handled in" }, via: { zh: "怎么来的", en: "Came by" }, personal: { zh: "个人信息", en: "Personal" }, none: { zh: "没有填别的。", en: "Nothing else was said." },
  files: { zh: "材料", en: "Files" }, noFiles: { zh: "没有材料。", en: "There are no files." },
  portal: { zh: "网页", en: "The website" }, telephone: { zh: "来电", en: "Telephone" }, counter: { zh: "来访", en: "The counter" }, paper: { zh: "来信", en: "A letter" }, officer: { zh: "机关提出", en: "The office itself" }, record: { zh: "台账里的一条", en: "A record" },
});
const words = (language: Parameters<typeof said>[0]) => { const { portal, telephone, counter, paper, officer, record, ...rest } = said(language); return { ...rest, ways: { portal, telephone, counter, paper, officer, record } }; };
